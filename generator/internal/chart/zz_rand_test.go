package chart
import ("testing";"math/rand/v2";"fmt";"strings")
func TestRandFaults(t *testing.T){
 r := rand.New(rand.NewPCG(45, 2026)); m:=map[string]int{}; ex:=map[string]string{}; n:=map[Kind]int{}
 for range 3000 { f:=randomFigure(r); n[f.Kind]++
  for _,v:=range []Variant{Narrow,Wide}{ o,_:=lay(normalise(f),v); for _,x:=range faults(texts(t,o),o){ k:=string(f.Kind)+" "+string(v)+" cut"; if strings.Contains(x,"overlap"){k=string(f.Kind)+" "+string(v)+" overlap"}; m[k]++; if len(ex[k])<900{ex[k]+="\n      "+x} } } }
 for _,k:=range Kinds(){ for _,v:=range []string{"narrow cut","narrow overlap","wide cut","wide overlap"}{ kk:=string(k)+" "+v; if m[kk]>0{fmt.Println(kk,m[kk],n[k],ex[kk])}}}
}
