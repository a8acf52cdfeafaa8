package search

import (
	"fmt"
	"math/rand/v2"
	"strings"
)

// corpus makes pages of Vietnamese-like text: syllables of onset, rhyme and
// tone, about as unequally frequent as in a language, in sentences. A page has
// from 60 to 459 words.
func corpus(pages int, seed uint64) []Page {
	random := rand.New(rand.NewPCG(seed, 45))
	say := speaker(random)
	all := make([]Page, pages)
	for i := range all {
		all[i] = Page{
			Address: fmt.Sprintf("/trang/%d/", i),
			Title:   say(4 + random.IntN(8)),
			Kind:    []string{"programme", "tasks", "registers", "news"}[i%4],
			Text:    say(60 + random.IntN(400)),
		}
		if i%5 == 0 {
			all[i].Number = fmt.Sprintf("III.%d-%d", 1+i%7, 1+i%9)
		}
	}
	return all
}

func speaker(random *rand.Rand) func(words int) string {
	syllables := inventory()
	random.Shuffle(len(syllables), func(i, j int) { syllables[i], syllables[j] = syllables[j], syllables[i] })
	zipf := rand.NewZipf(random, 1.1, 12, uint64(len(syllables)-1))
	return func(words int) string {
		var out strings.Builder
		for i := range words {
			switch {
			case i > 0 && random.IntN(14) == 0:
				out.WriteString(". ")
			case i > 0:
				out.WriteByte(' ')
			}
			out.WriteString(syllables[zipf.Uint64()])
		}
		return out.String()
	}
}

// inventory is some 7,000 syllables; Vietnamese uses about as many.
func inventory() []string {
	onsets := strings.Fields("b c ch d đ g gi h k kh l m n ng nh ph qu r s t th tr v x")
	rhymes := [][5]string{
		{"a", "à", "á", "ả", "ạ"}, {"an", "àn", "án", "ản", "ạn"}, {"ao", "ào", "áo", "ảo", "ạo"},
		{"anh", "ành", "ánh", "ảnh", "ạnh"}, {"ăng", "ằng", "ắng", "ẳng", "ặng"}, {"âm", "ầm", "ấm", "ẩm", "ậm"},
		{"ân", "ần", "ấn", "ẩn", "ận"}, {"e", "è", "é", "ẻ", "ẹ"}, {"ê", "ề", "ế", "ể", "ệ"},
		{"iên", "iền", "iến", "iển", "iện"}, {"o", "ò", "ó", "ỏ", "ọ"}, {"oa", "oà", "oá", "oả", "oạ"},
		{"ô", "ồ", "ố", "ổ", "ộ"}, {"ông", "ồng", "ống", "ổng", "ộng"}, {"ơ", "ờ", "ớ", "ở", "ợ"},
		{"u", "ù", "ú", "ủ", "ụ"}, {"ung", "ùng", "úng", "ủng", "ụng"}, {"ư", "ừ", "ứ", "ử", "ự"},
		{"ương", "ường", "ướng", "ưởng", "ượng"}, {"ươi", "ười", "ưới", "ưởi", "ượi"}, {"uyên", "uyền", "uyến", "uyển", "uyện"},
		{"iêu", "iều", "iếu", "iểu", "iệu"}, {"inh", "ình", "ính", "ỉnh", "ịnh"}, {"ong", "òng", "óng", "ỏng", "ọng"},
	}
	var all []string
	for _, onset := range onsets {
		for _, rhyme := range rhymes {
			for _, toned := range rhyme {
				all = append(all, onset+toned)
			}
		}
	}
	return all
}
