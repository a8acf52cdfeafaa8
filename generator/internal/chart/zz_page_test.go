package chart
import ("os";"testing";"strings";"fmt";"time")
func TestPage(t *testing.T){
	var b strings.Builder
	b.WriteString(`<!DOCTYPE html><html lang=vi><meta charset=utf-8><title>x</title><meta name=viewport content="width=device-width"><style>body{margin:16px;}</style>`)
	figs:=gallery()
	if os.Getenv("MORE")!=""{figs=more()}
	for _,f:=range figs{ d:=draw(t,f); b.WriteString("<h2>"+f.Title+" ("+string(f.Kind)+")</h2>"+d.Narrow+d.Wide)}
	os.WriteFile(os.Getenv("PAGE"),[]byte(b.String()),0o644)
	n:=time.Now(); for _,f:=range figs{draw(t,f)}; fmt.Println("per Draw", time.Since(n)/time.Duration(len(figs)))
}
func more() []Figure {
	var out []Figure
	f:=tileFigure(); f.Categories=nil; f.Tiles=nil; f.Series[0].Values=nil; f.ID="c40"; f.Title="Bốn mươi xã"
	for i:=range 40 { f.Categories=append(f.Categories, []string{"Xã Đăk Rơ Wa","Phường Kon Tum","Xã Măng Bút","Xã Ngọk Réo","Xã Kon Đào"}[i%5]); f.Tiles=append(f.Tiles,Tile{i%7,i/7}); f.Series[0].Values=append(f.Series[0].Values,Value{Number:float64(i*i%83)*3})}
	f.Series[0].Values[7].Status=Withheld
	out=append(out,f)
	// multi-line
	g:=figure(Line,"Nhiều đường",years); g.ID="ml"
	for i,n:=range fields { v:=make([]Value,6); for j:=range v {v[j].Number=float64(100+(i*31+j*17)%67*(8-i))}; g.Series=append(g.Series,Series{Name:n,Values:v}) }
	out=append(out,g)
	// bars grouped, negative
	h:=figure(Bar,"Chênh lệch",degrees,Series{Name:"2023",Values:present(-40,22,5)},Series{Name:"2024",Values:with(present(-12,38,0),2,Withheld)}); h.ID="neg"; out=append(out,h)
	k:=figure(Bar,"Một cột tên dài",[]string{"Khoa học kỹ thuật và công nghệ, gồm cả công nghệ thông tin và chuyển đổi số của tỉnh và các huyện","Khác"},Series{Name:"x",Values:present(12.5,3)}); k.ID="long"; k.Illustrative=false; k.Numbers.Decimals=1; out=append(out,k)
	e:=figure(Bar,"Trống",degrees); e.ID="empty"; out=append(out,e)
	w:=figure(Line,"Bảo mật hết",years,Series{Name:"a",Values:[]Value{{Status:Withheld},{Status:Withheld},{Status:Withheld},{Status:Withheld},{Status:Withheld},{Status:Withheld}}}); w.ID="wh"; out=append(out,w)
	s1:=figure(SmallMultiples,"Theo trình độ",degrees); s1.ID="smb"; for i,d:=range districts { s1.Series=append(s1.Series,Series{Name:d,Values:present(float64(500-i*40),float64(90-i*8),float64(12-i))}) }; out=append(out,s1)
	m:=figure(StackedBar,"Tám nhóm",degrees); m.ID="st8"; for i,n:=range fields { m.Series=append(m.Series,Series{Name:n,Values:present(float64(100+i*20),float64(40+i),float64(12-i))}) }; out=append(out,m)
	a:=figure(Area,"Tám lớp",years); a.ID="ar8"; for i,n:=range fields { v:=present(1,2,3,4,5,6); for j:=range v {v[j].Number=float64(100+i*20+j*11)}; a.Series=append(a.Series,Series{Name:n,Values:v}) }; out=append(out,a)
	l:=figure(Line,"Giảm",[]string{"2010","2011","2012","2013","2014","2015","2016","2017","2018","2019","2020","2021","2022"},Series{Name:"x",Values:present(90,85,70,72,60,55,51,30,38,36,22,10,12)}); l.ID="dn"; out=append(out,l)
	o:=figure(Line,"Một điểm",[]string{"2018"},Series{Name:"x",Values:[]Value{{Number:9800,Bound:MoreThan}}}); o.ID="one"; out=append(out,o)
	c:=calendarFigure(); c.ID="cm"; c.Categories=nil; c.Series[0].Values=nil; for y:=2019;y<2025;y++ { for mm:=1;mm<13;mm+=1+y%2 { c.Categories=append(c.Categories,fmt.Sprintf("%d-%02d",y,mm)); c.Series[0].Values=append(c.Series[0].Values,Value{Number:float64(mm*y%13)}) } }; out=append(out,c)
	p:=pyramidFigure(); p.ID="p2"; p.Categories=[]string{"Đại học và cao đẳng","Thạc sĩ","Tiến sĩ, tiến sĩ khoa học","Giáo sư","Phó giáo sư"}; out=append(out,p)
	hm:=heatFigure(); hm.ID="hm2"; hm.Categories=years; for i:=range hm.Series {hm.Series[i].Values=hm.Series[i].Values[:6]}; out=append(out,hm)
	fu:=funnelFigure(); fu.ID="fu2"; fu.Categories=[]string{"Hồ sơ đăng ký dự tuyển trên cổng thông tin","Hồ sơ hợp lệ","Dự thi","Đạt","Trúng tuyển","Nhận việc"}; out=append(out,fu)
	return out
}
