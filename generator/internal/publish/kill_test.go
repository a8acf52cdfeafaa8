package publish

import (
	"bufio"
	"context"
	"fmt"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"testing"
	"time"
)

// childVariable names the folder that a child process publishes into, over and
// over, until it is killed.
const childVariable = "PUBLISH_UNTIL_KILLED"

func TestMain(m *testing.M) {
	if out := os.Getenv(childVariable); out != "" {
		publishForever(out)
	}
	os.Exit(m.Run())
}

func publishForever(out string) {
	for edition := 0; ; edition++ {
		stage, err := Open(context.Background(), Target{Out: out})
		if err != nil {
			fmt.Fprintln(os.Stderr, err)
			os.Exit(3)
		}
		for page := range 20 {
			name := filepath.Join(stage.Dir(), fmt.Sprintf("%d.html", page+edition%7))
			if err := os.WriteFile(name, fmt.Append(nil, edition), 0o644); err != nil {
				panic(err)
			}
		}
		if _, err := stage.Commit("2026-11-22"); err != nil {
			fmt.Fprintln(os.Stderr, err)
			os.Exit(3)
		}
		fmt.Println(edition)
	}
}

// times is how often a long test repeats: few by default, SOAK times when that
// is set.
func times(t *testing.T, few int) int {
	soak := os.Getenv("SOAK")
	if soak == "" {
		return few
	}
	n, err := strconv.Atoi(soak)
	if err != nil {
		t.Fatalf("SOAK is %q", soak)
	}
	return n
}

func TestKilledAtAnyMomentTheSiteIsWhole(t *testing.T) {
	out := newOut(t)
	write(t, out, map[string]string{".gitkeep": ""})
	publish(t, out, map[string]string{"index.html": "đầu tiên"})
	random := rand.New(rand.NewPCG(45, 2026))
	kills := times(t, 25)
	for i := range kills {
		killOne(t, out, time.Duration(random.IntN(4000))*time.Microsecond)
		if err := whole(out); err != nil {
			t.Fatalf("after kill %d: %v", i+1, err)
		}
		if _, err := os.Stat(filepath.Join(out, ".gitkeep")); err != nil {
			t.Fatalf("after kill %d: %v", i+1, err)
		}
	}
	open(t, out).Abort()
	if entries, err := os.ReadDir(filepath.Dir(out)); err != nil || len(entries) != 1 {
		t.Errorf("left beside the site: %v, %v", entries, err)
	}
	t.Logf("killed %d times", kills)
}

// killOne starts a child, waits until it has published once, and kills it
// after delay, somewhere in its next rounds.
func killOne(t *testing.T, out string, delay time.Duration) {
	t.Helper()
	child := exec.Command(os.Args[0])
	child.Env = append(os.Environ(), childVariable+"="+out)
	child.Stderr = os.Stderr
	stdout, err := child.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := child.Start(); err != nil {
		t.Fatal(err)
	}
	if !bufio.NewScanner(stdout).Scan() {
		t.Error("the child ended by itself")
	}
	<-time.After(delay)
	child.Process.Kill()
	child.Wait()
}
