package search

import (
	"bytes"
	"math/rand/v2"
	"reflect"
	"slices"
	"strings"
	"testing"

	"golang.org/x/text/unicode/norm"
)

// library is a few pages whose ranking can be told by hand.
var library = []Page{
	{Address: "/dao-duc/", Title: "Đạo đức nghề nghiệp", Kind: "news", Text: "Giữ gìn đạo đức, không tạo tiền lệ xấu."},
	{Address: "/than/", Title: "Lời nói đầu", Kind: "about", Text: "Chương trình nêu việc đào tạo, bồi dưỡng đội ngũ trí thức."},
	{Address: "/ke-hoach/", Title: "Kế hoạch đào tạo", Kind: "tasks", Number: "III.3-3", Text: "Theo nhu cầu của từng ngành."},
	{Address: "/dao-va-tao/", Title: "Đào giếng", Kind: "news", Text: "Tạo nguồn nước sạch cho đồng bào."},
	{Address: "/hoa-binh/", Title: "Hòa bình", Kind: "news", Text: "Thuỷ lợi."},
	{Address: "/khong-dau/", Title: "Phu luc", Kind: "news", Text: "dao tao khong dau"},
}

func TestRanking(t *testing.T) {
	all := map[string][]string{
		// Whatever the accents typed, all spellings are found.
		"dao tao": {"/khong-dau/", "/ke-hoach/", "/dao-duc/", "/dao-va-tao/", "/than/"},
		"đào tạo": {"/ke-hoach/", "/dao-va-tao/", "/than/", "/dao-duc/", "/khong-dau/"},
		// Exactly so, in a title; in a title beside the second best place; in a text.
		"đạo":  {"/dao-duc/", "/ke-hoach/", "/dao-va-tao/", "/than/", "/khong-dau/"},
		"hoà ": {"/hoa-binh/"},
		"hòa ": {"/hoa-binh/"},
		"thủy": {"/hoa-binh/"},
		// A number of the programme.
		"III.3": {"/ke-hoach/"},
		// The last word is still being typed; of one letter it is a whole word
		// all the same ("t" is none), so that the other word counts alone.
		"đào t":  {"/ke-hoach/", "/dao-va-tao/", "/than/", "/dao-duc/", "/khong-dau/"},
		"ngh":    {"/dao-duc/"},
		"ngh ":   nil,
		"tri th": {"/than/"},
		// No page has all words: the more, the better.
		"bồi dưỡng vàng": {"/than/"},
		"xyz":            nil,
		"":               nil,
		" . ":            nil,
		"constructor":    nil,
	}
	files := Index(library)
	var queries []string
	for query := range all {
		queries = append(queries, query)
	}
	slices.Sort(queries)
	for i, found := range ask(t, files, queries...) {
		if want := all[queries[i]]; !slices.Equal(found.Addresses, want) {
			t.Errorf("%q finds %v, want %v", queries[i], found.Addresses, want)
		}
		if want := read(library).search(queries[i]); !slices.Equal(found.Addresses, want) {
			t.Errorf("%q: the reference finds %v, the scripts %v", queries[i], want, found.Addresses)
		}
	}
}

// However a query is spelled, it finds the same pages; with its accents it
// finds the same in the same order.
func TestSpellings(t *testing.T) {
	queries := []string{"đào tạo", norm.NFD.String("đào tạo"), "ĐÀO TẠO", "Đào  tạo", "dao tao", "đao tao"}
	answers := ask(t, Index(library), queries...)
	for i, found := range answers {
		if i < 4 && !slices.Equal(found.Addresses, answers[0].Addresses) {
			t.Errorf("%q finds %v, want %v", queries[i], found.Addresses, answers[0].Addresses)
		}
		if !slices.Contains(found.Addresses, "/ke-hoach/") || len(found.Addresses) != len(answers[0].Addresses) {
			t.Errorf("%q finds %v", queries[i], found.Addresses)
		}
	}
	decomposed := slices.Clone(library)
	for i := range decomposed {
		decomposed[i].Title = norm.NFD.String(decomposed[i].Title)
		decomposed[i].Text = norm.NFD.String(decomposed[i].Text)
	}
	if found := ask(t, Index(decomposed), "đào tạo")[0].Addresses; !slices.Equal(found, answers[0].Addresses) {
		t.Errorf("pages in NFD: %v, want %v", found, answers[0].Addresses)
	}
}

// The scripts, which read the index, find what the reference finds, which
// reads the pages.
func TestScriptsAgreeWithReference(t *testing.T) {
	random := rand.New(rand.NewPCG(7, 7))
	pages := corpus(250, 3)
	queries := sampleQueries(random, pages, 120)
	reference := read(pages)
	for i, found := range ask(t, Index(pages), queries...) {
		if want := reference.search(queries[i]); !slices.Equal(found.Addresses, want) {
			t.Fatalf("%q: the reference finds %d %.5v, the scripts %d %.5v", queries[i], len(want), want, len(found.Addresses), found.Addresses)
		}
	}
}

// sampleQueries takes words as they stand beside each other in pages, drops
// accents from some and breaks off the last word of others.
func sampleQueries(random *rand.Rand, pages []Page, n int) []string {
	var queries []string
	for range n {
		p := pages[random.IntN(len(pages))]
		words := Words([]string{p.Title, p.Text}[random.IntN(2)])
		at := random.IntN(len(words))
		query := strings.Join(words[at:min(len(words), at+1+random.IntN(4))], " ")
		switch random.IntN(4) {
		case 0:
			query = Fold(query)
		case 1:
			letters := []rune(query)
			query = string(letters[:1+random.IntN(len(letters))])
		case 2:
			query += " "
		}
		queries = append(queries, query)
	}
	return queries
}

// The passage shown is the one that has the words.
func TestPassageOfLongPage(t *testing.T) {
	filler := strings.Repeat("Mở đầu của một bài dài. ", 300)
	pages := []Page{
		{Address: "/ngan/", Title: "Ngắn", Text: "Không liên quan."},
		{Address: "/dai/", Title: "Dài", Text: filler + "Ở đây nói về ngọc linh. " + filler},
	}
	found := ask(t, Index(pages), "ngọc linh")[0]
	if !slices.Equal(found.Addresses, []string{"/dai/"}) || !strings.Contains(found.Texts[0], "ngọc linh") {
		t.Errorf("found %v with %q", found.Addresses, found.Texts)
	}
}

func TestDeterminism(t *testing.T) {
	first, second := Index(corpus(50, 1)), Index(corpus(50, 1))
	if !reflect.DeepEqual(first, second) {
		t.Error("two indexes of the same pages differ")
	}
	if other := Index(corpus(50, 2)); bytes.Equal(other[0].Bytes, first[0].Bytes) {
		t.Error("indexes of different pages have the same head")
	}
}

func TestNoPages(t *testing.T) {
	if found := ask(t, Index(nil), "đào tạo")[0].Addresses; len(found) > 0 {
		t.Errorf("found %v", found)
	}
}

func TestFold(t *testing.T) {
	for word, want := range map[string][2]string{
		"Đào": {"dao", "đaò"}, "đạo": {"dao", "đaọ"}, "ĐẮK": {"dak", "đăḱ"}, "hòa": {"hoa", "hoà"}, "hoà": {"hoa", "hoà"},
		"Thuỷ": {"thuy", "thuỷ"}, "thủy": {"thuy", "thuỷ"}, "Xơ": {"xo", "xơ"}, "2030": {"2030", "2030"}, "Gié": {"gie", "gié"},
		"Ẫ": {"a", "ẫ"},
	} {
		if got := [2]string{Fold(word), Spell(word)}; got != want {
			t.Errorf("%q is %+q, want %+q", word, got, want)
		}
	}
}

func TestEncode(t *testing.T) {
	for want, numbers := range map[string][]int{
		"": nil, "0": {0}, "00": {0, 1}, "V": {31}, "W1": {32}, "4V": {4, 36}, "_V": {1023}, "WW1": {1024},
		".V": {0, 1, 2, 3, 4}, ".__": {0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11}, ".ke": {1, 2, 3, 5, 9, 11},
	} {
		if got := encode(numbers); got != want {
			t.Errorf("%v is %q, want %q", numbers, got, want)
		}
	}
}

func TestCut(t *testing.T) {
	for _, text := range []string{
		"", "một câu", strings.Repeat("x", 5000), strings.Repeat("ế", 3000),
		strings.Repeat("Câu này dài vừa phải. ", 300), strings.Repeat("từ ", 2000),
	} {
		text = strings.TrimSpace(text)
		var joined strings.Builder
		for _, passage := range cut(text) {
			if len(passage) > passageLimit || strings.ToValidUTF8(passage, "") != passage {
				t.Errorf("a passage of %d bytes: %.40q", len(passage), passage)
			}
			joined.WriteString(passage)
		}
		if without := strings.ReplaceAll(text, " ", ""); strings.ReplaceAll(joined.String(), " ", "") != without {
			t.Errorf("cutting %.40q loses or adds text", text)
		}
	}
}
