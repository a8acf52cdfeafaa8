package search
import ("testing";"strings")
func TestZZ(t *testing.T){
	pages := corpus(20000, 11)
	files := Index(pages)
	sizes,_ := served(files)
	sum:=map[string]int{}; n:=map[string]int{}
	for k,v := range sizes { b:=k[strings.Index(k,"/")+1:]; b,_,_=strings.Cut(b,"-"); sum[b]+=v; n[b]++ }
	t.Log(sum,n)
	for i,a := range ask(t, files, "sọ bận vuyến co", "sọ", "bận", "vuyến", "co") { t.Log(i,len(a.Addresses)); for _,l := range a.Loaded { t.Log(l,sizes[l]) } }
}
