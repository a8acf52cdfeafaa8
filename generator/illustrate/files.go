package main

import (
	"bytes"
	"fmt"
	"strings"
)

const heading = `# Hồ sơ minh họa do máy đặt ra (go run ./generator/illustrate), không phải người có thật; không sửa tay.
# Mỗi dòng một hồ sơ; tệp gom những người bắt đầu làm việc ở cùng một địa bàn.
`

// files returns the content of each file by its name. A person stands in the
// file of the first district.
func files(people []person) map[string][]byte {
	buffers := map[string]*bytes.Buffer{}
	for _, district := range districts {
		buffers[district.value] = bytes.NewBufferString(heading)
	}
	for _, p := range people {
		fmt.Fprintln(buffers[p.locality[0].code], p.yaml())
	}
	content := map[string][]byte{}
	for district, buffer := range buffers {
		content["minh-hoa-"+district+".yaml"] = buffer.Bytes()
	}
	return content
}

// yaml writes a record as one line in flow style.
func (p person) yaml() string {
	var b strings.Builder
	fmt.Fprintf(&b, "- {id: MH-%05d, birth_year: %d, sex: %s, ethnicity: %s", p.number, p.birthYear, p.sex, p.ethnicity)
	fmt.Fprintf(&b, ", locality: %s, degree: %s", p.locality.yaml(), p.degree.yaml())
	if len(p.rank) > 0 {
		fmt.Fprintf(&b, ", rank: %s", p.rank.dated())
	}
	fmt.Fprintf(&b, ", field: %q, sector: %s", p.field, p.sector)
	if p.branch != "" {
		fmt.Fprintf(&b, ", branch: %s", p.branch)
	}
	fmt.Fprintf(&b, ", entered: %d", p.entered)
	if p.left > 0 {
		fmt.Fprintf(&b, ", left: %d, left_reason: %s", p.left, p.leftReason)
	}
	return b.String() + "}"
}

// yaml writes a code that never changed by itself.
func (h history) yaml() string {
	if len(h) == 1 {
		return h[0].code
	}
	return h.dated()
}

// dated writes every code with its year, as a rank needs: nobody has one from
// the start.
func (h history) dated() string {
	items := make([]string, len(h))
	for i, s := range h {
		items[i] = fmt.Sprintf("{from: %d, code: %s}", s.year, s.code)
	}
	return "[" + strings.Join(items, ", ") + "]"
}
