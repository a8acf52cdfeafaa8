package site

import "testing"

func TestReadWords(t *testing.T) {
	got := readWords([]byte(`<!doctype html><title>x</title><header>đầu trang</header><main>
<header class="title"><nav>Lối lên</nav><h1>Tên</h1><p class="lead">Câu mở <em>đầu</em></p><p class="notice">Chưa rõ</p></header>
<ul><li>một<li>hai.</ul><figure><svg><text>57</text><title>hình</title></svg><p class="sentence">Năm 2024: 57.</p><p class="source">Nguồn</p></figure>
<table><caption>Bảng</caption><tr><th scope=row>Đắk Hà<td class="numeric">57<td>ghi chú</table>
<script type="application/json">{"a":1}</script></main><footer>chân trang</footer>`))
	want := pageWords{text: "Câu mở đầu · một · hai. Năm 2024: 57. Bảng · Đắk Hà · ghi chú ·"}
	if got != want {
		t.Errorf("got %+v, want %+v", got, want)
	}
	if !readWords([]byte(`<main><span class="illustrative">minh họa</span></main>`)).illustrative {
		t.Error("what is illustrative was not noticed")
	}
}
