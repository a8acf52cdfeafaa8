package main

import "math/rand/v2"

// A person is one invented record; the fields are the keys of the files.
type person struct {
	number           int
	birthYear        int
	sex, ethnicity   string
	locality, degree history
	rank             history // empty for nearly all
	field, sector    string
	branch           string // may be empty
	entered, left    int    // left is 0 for who is still there
	leftReason       string
}

// A history is the codes that an attribute had, each from a year on.
type history []since

type since struct {
	year int
	code string
}

func (h history) last() since { return h[len(h)-1] }

// population is how many records there are.
const population = 10_000

// invent draws everybody, always the same.
func invent() []person {
	r := rand.New(rand.NewPCG(45, 2024))
	people := make([]person, population)
	for i := range people {
		people[i] = begin(r)
		people[i].number = i + 1
		people[i].live(r)
	}
	return people
}

// begin draws who somebody is on entering a first post, at 22 to 27.
func begin(r *rand.Rand) person {
	p := person{entered: entryYear(r), sex: sexes.pick(r), ethnicity: ethnicities.pick(r)}
	p.birthYear = p.entered - 22 - r.IntN(6)
	p.locality = history{{p.entered, districts.pick(r)}}
	p.degree = history{{p.entered, firstDegrees.pick(r)}}
	group := fieldGroups.pick(r)
	p.field = fieldsOf[group].pick(r)
	p.sector = sectors.pick(r)
	p.branch = branch(r, p.sector, group)
	return p
}

// branch draws where somebody works; who studied medicine and is in the public
// service works in health.
func branch(r *rand.Rand, sector, group string) string {
	if sector == "public-service" && group == "3" {
		return "R"
	}
	return branchesOf[sector].pick(r)
}

// live takes a career from its second year to its end or to the last year
// counted, whichever comes first.
func (p *person) live(r *rand.Rand) {
	retirement := p.birthYear + retirementAge(r, p.sex)
	for year := p.entered + 1; year <= lastYear; year++ {
		switch {
		case year == retirement:
			p.left, p.leftReason = year, "retired"
			return
		case chance(r, 1):
			p.left, p.leftReason = year, leaveReasons.pick(r)
			return
		}
		p.move(r, year)
		p.study(r, year)
		p.rise(r, year)
	}
}

// move takes one in a hundred to another district each year.
func (p *person) move(r *rand.Rand, year int) {
	if !chance(r, 1) {
		return
	}
	if to := districts.pick(r); to != p.locality.last().code {
		p.locality = append(p.locality, since{year, to})
	}
}

// study gives two in a hundred bachelors a master's degree each year, and one
// in a hundred masters a doctorate, not before the fourth year with the degree
// before.
func (p *person) study(r *rand.Rand, year int) {
	held := p.degree.last()
	if year < held.year+4 {
		return
	}
	switch {
	case held.code == "bachelor" && chance(r, 2):
		p.degree = append(p.degree, since{year, "master"})
	case held.code == "master" && chance(r, 1):
		p.degree = append(p.degree, since{year, "doctor"})
	}
}

// rise makes doctors of five years' standing associate professors, five in a
// hundred each year, and these professors after six more years, likewise.
func (p *person) rise(r *rand.Rand, year int) {
	held := p.degree.last()
	switch {
	case held.code != "doctor" || len(p.rank) == 2:
	case len(p.rank) == 0 && year >= held.year+5 && chance(r, 5):
		p.rank = history{{year, "associate-professor"}}
	case len(p.rank) == 1 && year >= p.rank[0].year+6 && chance(r, 5):
		p.rank = append(p.rank, since{year, "professor"})
	}
}
