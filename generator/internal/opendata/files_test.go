package opendata

import (
	"reflect"
	"strings"
	"testing"
)

// The bytes of each kind, worked out by hand.
var wantCSV = map[string]string{
	"du-lieu/trinh-do.csv": `degree,age-group,year,value,status,illustrative
master,<30,2024,12,,true
doctor,60+,2024,,c,true
_T,_T,2024,0,,true
`,
	"du-lieu/lao-dong.csv": `kind,period,value,bound,status,derived,source,illustrative
series,2017,-0.5,,,'= a − b,nien-giam,true
series,2018-03,48.10,,p,,bao-tinh,
target,2025,60,more-than,,,bao-tinh,
`,
	"du-lieu/ton-vinh.csv": `ngay,noi-dung,nguoi,so-nguoi,kinh-phi,noi,cap,illustrative
2026-11-22,"Gặp mặt, ""đối thoại""",Nguyễn Văn A,5,1.50,dak-ha,tinh,
2026-02-03,'- only in English,c,c,,,,true
,,c,0,,,,
`,
	"du-lieu/nhiem-vu.csv": `id,lead,clauses,start,first_due,due,reported,reported_on,evidence,schedule,days,illustrative
doi-thoai,ubnd-tinh,III.1-1 III.2-1,2026-03-01,2026-10-31,2026-11-15,under-way,2026-05-02,documented,overdue,-7,true
quy-hoach,ubnd-tinh,,2026-11-01,2027-01-31,2027-01-31,none,,none,not-due,70,
`,
	"du-lieu/dieu-khoan.csv": `id,kind,cadence,last_act,next_due,silent_months,state,tasks,indicators,illustrative
III.1-1,duty,standing,2026-11-22,2027-11-22,0,active,1,1,true
III.2-1,duty,yearly,2026-04-30,2027-12-31,6,active,1,0,true
II.2,vision,none,,,,none,0,0,
`,
	"du-lieu/tu-dien/degrees.csv": `code,name,name_en,parent,illustrative
master,Thạc sĩ,Master,,
doctor,Tiến sĩ,,,
_T,Tổng số,Total,,
_Z,"Không có, hoặc chưa được ghi nhận","None, or not recorded",,
`,
	"du-lieu/tu-dien/localities.csv": `code,name,name_en,kind,official_code,parent,former,valid_from,valid_to,illustrative
dak-ha,Đăk Hà,,huyện,615,,,,2025-06-30,
_T,Tổng số,Total,,,,,,,
_Z,"Không có, hoặc chưa được ghi nhận","None, or not recorded",,,,,,,
`,
	"du-lieu/tu-dien/agencies.csv": `code,name,name_en,kind,valid_from,valid_to,illustrative
ubnd-tinh,UBND tỉnh,,cơ quan,,,
`,
	"du-lieu/tu-dien/sources.csv": `code,name,name_en,producer,published,url,licence,certainty,illustrative
nien-giam,Niên giám 2018,,Cục Thống kê,2019,https://thongke.example/2018,,A,
bao-tinh,Báo tỉnh,,,,,,B,
khong-dung,Không ai dẫn,,,,,,,
`,
}

func TestCSVOfEveryKind(t *testing.T) {
	datasets, meta := published(t)
	files := write(t, datasets, meta)
	for path, want := range wantCSV {
		equal(t, path, files[path], want)
	}
}

func TestEveryDatasetComesInEveryFormat(t *testing.T) {
	datasets, meta := published(t)
	files := write(t, datasets, meta)
	for _, d := range datasets {
		for _, ending := range []string{".csv", ".json", ".xlsx", ".csv-metadata.json", ".zip"} {
			if path := Folder + d.path() + ending; len(files[path]) == 0 {
				t.Errorf("%s is missing", path)
			}
		}
	}
	if want := 5*len(datasets) + 3; len(files) != want {
		t.Errorf("%d files, want %d", len(files), want)
	}
	for path, bytes := range files {
		if strings.HasSuffix(path, ".xlsx") || strings.HasSuffix(path, ".zip") {
			continue
		}
		if !strings.HasSuffix(string(bytes), "\n") || strings.Contains(string(bytes), "\r") {
			t.Errorf("%s does not end its lines with LF", path)
		}
	}
}

func TestFilesAreTheSameBytesAgain(t *testing.T) {
	once, err := Files(published(t))
	if err != nil {
		t.Fatal(err)
	}
	for range 5 {
		again, err := Files(published(t))
		if err != nil {
			t.Fatal(err)
		}
		if !reflect.DeepEqual(once, again) {
			t.Fatal("the same datasets were written in other bytes")
		}
	}
}

func TestFilesRefuseWhatContradictsItself(t *testing.T) {
	last := describer(nil).field(illustrativeName, Boolean)
	codes := describer(nil).category("status", statuses(spoken))
	cases := map[string]struct {
		dataset Dataset
		want    string
	}{
		"no fields":       {Dataset{}, `the last field is not "illustrative"`},
		"last field":      {Dataset{Fields: []Field{last, describer(nil).field("value", Number)}}, `the last field is not "illustrative"`},
		"same name":       {Dataset{Fields: []Field{last, last}}, `two fields are named "illustrative"`},
		"key":             {Dataset{Fields: []Field{last}, Key: []string{"id"}}, `the key names "id", which is no field`},
		"short row":       {Dataset{Fields: []Field{describer(nil).field("value", Number), last}, Rows: [][]string{{"1"}}}, "row 1 has 1 cells for 2 fields"},
		"empty":           {Dataset{Fields: []Field{describer(nil).required("id", String), last}, Rows: [][]string{{"a", ""}, {"", ""}}}, "row 2: id is empty"},
		"not a number":    {Dataset{Fields: []Field{describer(nil).field("value", Number), last}, Rows: [][]string{{"NaN", ""}}}, `row 1: value: "NaN" is no number of the field`},
		"leading zero":    {Dataset{Fields: []Field{describer(nil).field("value", Number), last}, Rows: [][]string{{"010", ""}}}, `row 1: value: "010" is no number of the field`},
		"not an integer":  {Dataset{Fields: []Field{describer(nil).field("days", Integer), last}, Rows: [][]string{{"1.5", ""}}}, `row 1: days: "1.5" is no integer of the field`},
		"no such day":     {Dataset{Fields: []Field{describer(nil).field("due", Date), last}, Rows: [][]string{{"2026-02-29", ""}}}, `row 1: due: "2026-02-29" is no date of the field`},
		"two-digit year":  {Dataset{Fields: []Field{describer(nil).field("year", Year), last}, Rows: [][]string{{"26", ""}}}, `row 1: year: "26" is no year of the field`},
		"not a flag":      {Dataset{Fields: []Field{last}, Rows: [][]string{{"false"}}}, `row 1: illustrative: "false" is no boolean of the field`},
		"category":        {Dataset{Fields: []Field{codes, last}, Rows: [][]string{{"x", ""}}}, `row 1: status: "x" is no string of the field`},
		"withheld number": {Dataset{Fields: []Field{describer(nil).field("value", Number), last}, Rows: [][]string{{"c", ""}}}, `row 1: value: "c" is no number of the field`},
	}
	for name, c := range cases {
		c.dataset.ID, c.dataset.Kind = "x", RegisterKind
		_, err := Files([]Dataset{c.dataset}, Meta{})
		if err == nil || err.Error() != "register x: "+c.want {
			t.Errorf("%s: %v, want %s", name, err, c.want)
		}
	}
}

func TestFilesRefuseTwoDatasetsAtOneAddress(t *testing.T) {
	d := Dataset{ID: "x", Kind: TableKind, Fields: []Field{describer(nil).field(illustrativeName, Boolean)}}
	other := d
	other.Kind = IndicatorKind
	_, err := Files([]Dataset{d, other}, Meta{})
	if err == nil || err.Error() != "indicator x: its address is taken" {
		t.Error(err)
	}
	other.Kind = CodesKind
	if _, err := Files([]Dataset{d, other}, Meta{Words: spoken}); err != nil {
		t.Error("a list stands in a folder of its own:", err)
	}
}

// Ids are free words: none of a table's may meet a file or folder of ours.
func TestNoIDMeetsAnAddressOfOurs(t *testing.T) {
	datasets, meta := published(t)
	for _, id := range []string{"du-bao", "can-doi", "dcat", "doi-ngu", "do-can-doi", "degrees", "localities", "chung", "bang", "readme", "csv", "a-csv-metadata"} {
		d := datasets[0]
		d.ID = id
		datasets = append(datasets, d)
	}
	files := write(t, datasets, meta) // fails where a path is written twice
	for path := range files {
		if name := strings.TrimPrefix(path, Folder); !strings.Contains(name, ".") {
			t.Errorf("%s could be a folder", path)
		}
	}
}
