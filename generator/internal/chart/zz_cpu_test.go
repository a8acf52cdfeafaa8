package chart
import ("testing";"syscall";"fmt";"encoding/json")
func cpu() float64 { var r syscall.Rusage; syscall.Getrusage(0,&r); return float64(r.Utime.Sec)*1e3+float64(r.Utime.Usec)/1e3 }
func TestCPU(t *testing.T){
 e,err:=drawer(t).code.start(); if err!=nil{t.Fatal(err)}
 total:=0.0
 for _,f:=range gallery(){ n:=normalise(f); o,_:=lay(n,Narrow); e.draw(o)
  a:=cpu(); for range 6 {e.draw(o)}; b:=cpu(); 
  var m map[string]any; json.Unmarshal(o.json,&m); el:=len(m["graphic"].(map[string]any)["elements"].([]any)); m["graphic"]=nil; o2:=o; o2.json,_=json.Marshal(m)
  c:=cpu(); for range 6 {e.draw(o2)}; d:=cpu(); 
  x:=cpu(); for range 6 { s,_:=e.draw(o); tidy(s,n,Narrow,o)}; y:=cpu()
  total+=(y-x)/6
  fmt.Printf("%-16s %6.1f ms, without %d graphics %6.1f, with tidy %6.1f\n",f.Kind,(b-a)/6,el,(d-c)/6,(y-x)/6)
 }
 fmt.Println("mean",total/17)
}
