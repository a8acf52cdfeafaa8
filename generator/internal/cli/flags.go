package cli

import (
	"errors"
	"flag"
	"io"
	"path/filepath"
	"slices"
	"strings"

	"congbo/generator/internal/diag"
	"congbo/themes"
)

// An invocation is a command line understood.
type invocation struct {
	command string
	req     request
	format  string // of problems
	help    bool   // only the usage is wanted
}

var (
	commands  = []string{"build", "check"} // the first is meant where none is named
	languages = []string{"vi", "en"}
	formats   = []string{"text", "json"}
)

// parse reads the arguments after the program's name. getenv gives variables
// of the environment. The error is a *usageError, or a failure of the machine;
// the language of messages is set even then.
func parse(args []string, getenv func(string) string) (invocation, error) {
	inv := invocation{command: commands[0], format: formats[0]}
	inv.req.Lang = wantedLanguage(args)
	inv.req.Theme = themes.Gazette()
	if len(args) > 0 && !strings.HasPrefix(args[0], "-") {
		inv.command, args = args[0], args[1:]
	}
	if !slices.Contains(commands, inv.command) {
		return inv, unknownCommand(inv.command)
	}
	inv.req.Build = inv.command == "build"
	set, refused := inv.flags()
	err := set.Parse(args)
	switch {
	case errors.Is(err, flag.ErrHelp):
		inv.help = true
		return inv, nil
	case *refused != nil:
		return inv, *refused
	case err != nil:
		return inv, wrongFlag(set, err)
	}
	if set.NArg() > 0 {
		return inv, unexpected(set.Arg(0))
	}
	return inv, inv.complete(getenv)
}

// wantedLanguage finds --lang anywhere, so that a fault before it is told in
// that language too. Vietnamese is the default.
func wantedLanguage(args []string) string {
	lang := languages[0]
	for i, arg := range args {
		name, value, assigned := strings.Cut(strings.TrimLeft(arg, "-"), "=")
		if name != "lang" || !strings.HasPrefix(arg, "-") {
			continue
		}
		if !assigned && i+1 < len(args) {
			value = args[i+1]
		}
		if slices.Contains(languages, value) {
			lang = value
		}
	}
	return lang
}

// flags declares what the command takes. Where a flag refused its value, the
// second result holds why; package flag would only pass on the text.
func (inv *invocation) flags() (*flag.FlagSet, *error) {
	req := &inv.req
	req.Site = "."
	set := flag.NewFlagSet(inv.command, flag.ContinueOnError)
	set.SetOutput(io.Discard)
	refused := new(error)
	take := func(name string, read func(text string) error) {
		set.Func(name, "", func(text string) error {
			*refused = read(text)
			return *refused
		})
	}
	take("site", folder("site", &req.Site))
	take("people", folder("people", &req.People))
	take("lang", choice("lang", &req.Lang, languages))
	take("as-of", day("as-of", &req.AsOf))
	take("format", choice("format", &inv.format, formats))
	take("previous", folder("previous", &req.Previous))
	if req.Build {
		take("out", folder("out", &req.Out))
		take("base-url", address("base-url", &req.BaseURL))
		set.BoolVar(&req.Release, "release", false, "")
		set.BoolVar(&req.Disk, "disk", false, "")
	}
	return set, refused
}

// complete fills in what was not given and looks whether the folders that are
// read are there.
func (inv *invocation) complete(getenv func(string) string) error {
	req := &inv.req
	if req.Build && req.Out == "" {
		req.Out = filepath.Join(req.Site, "public")
	}
	if req.AsOf.IsZero() {
		asOf, err := defaultDay(getenv("SOURCE_DATE_EPOCH"))
		if err != nil {
			return err
		}
		req.AsOf = asOf
	}
	if err := mustBeFolder("site", req.Site); err != nil {
		return err
	}
	for name, path := range map[string]string{"people": req.People, "previous": req.Previous} {
		if path == "" {
			continue
		}
		if err := mustBeFolder(name, path); err != nil {
			return err
		}
	}
	return nil
}

// wrongFlag words what package flag found wrong.
func wrongFlag(set *flag.FlagSet, err error) error {
	text := err.Error()
	if name, ok := strings.CutPrefix(text, "flag provided but not defined: -"); ok {
		return unknownFlag(name, set)
	}
	if name, ok := strings.CutPrefix(text, "flag needs an argument: -"); ok {
		return wrong("--%s thiếu giá trị", "--%s needs a value", name)
	}
	return wrong("cờ sai: %s", "%s", text)
}

func unknownFlag(name string, set *flag.FlagSet) error {
	var known []string
	set.VisitAll(func(f *flag.Flag) { known = append(known, f.Name) })
	if near := diag.Nearest(name, known); near != "" {
		return wrong("không có cờ --%s; có phải ý bạn là --%s?", "unknown flag --%s; did you mean --%s?", name, near)
	}
	return wrong("không có cờ --%s cho lệnh %s; xem: congbo %[2]s --help",
		"unknown flag --%s for %s; see: congbo %[2]s --help", name, set.Name())
}
