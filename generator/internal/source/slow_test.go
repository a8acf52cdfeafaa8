package source
import ("testing";"strings";"time";"fmt")
func TestSlow(t *testing.T){
 for name,s:=range map[string]string{
 "flow":strings.Repeat("[",20000), "map":strings.Repeat("{a: ",20000), "q":strings.Repeat("? ",20000), "ind":func() string{var b strings.Builder; for i:=range 3000 {b.WriteString(strings.Repeat(" ",i)+"a:\n")}; return b.String()}(),
 "dash":strings.Repeat("- ",20000), "quote":strings.Repeat("a: \"",50000), "cols":strings.Repeat("a: b: ",50000),"keys":func() string{var b strings.Builder; for i:=range 100000 {fmt.Fprintf(&b,"k%d: v\n",i)}; return b.String()}(),
 "keysbad":func() string{var b strings.Builder; for i:=range 50000 {fmt.Fprintf(&b,"k%d: v\n",i)}; return b.String()+"x: [\n"}(),
 "anch":strings.Repeat("&a ",20000),"doc":strings.Repeat("---\n",20000),"tag":strings.Repeat("!a ",20000),"pct":strings.Repeat("%a\n",20000),"blk":strings.Repeat("a: |\n b\n",20000)+"\tc",
 "comma":"["+strings.Repeat(",",50000), "hash":strings.Repeat("# a\n",100000), "hash2":strings.Repeat("a: b # a\n",50000),
 }{ st:=time.Now(); _,p:=readAll(s); t.Log(name,time.Since(st),len(p.Problems())) }
}
