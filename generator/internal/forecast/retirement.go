package forecast

import (
	"slices"

	"congbo/generator/internal/model"
)

// The sexes, in the order of the pyramid and of the published codes.
const (
	female = iota
	male
	sexes
)

var sexCodes = [sexes]string{"female", "male"}

// legalAge is the normal age of retirement in years: 55 and 60 up to 2020,
// 55 years 4 months and 60 years 3 months in 2021, then 4 and 3 months later
// every year until women reach 60 in 2035 and men 62 in 2028 (Labour Code
// 45/2019/QH14, article 169; Decree 135/2020/NĐ-CP, article 4).
func legalAge(sex, year int) float64 {
	const lastOfOldLaw = 2020
	steps := max(0, year-lastOfOldLaw)
	months := min(60*12+3*steps, 62*12)
	if sex == female {
		months = min(55*12+4*steps, 60*12)
	}
	return float64(months) / 12
}

// reached is the share of the people of an age, by year minus birth year, who
// have reached the legal age at the end of year, with birthdays spread evenly
// over the year; shift moves the legal age, in years.
func reached(sex, age, year int, shift float64) float64 {
	return clamp(float64(age+1)-legalAge(sex, year)-shift, 0, 1)
}

// ReachedShare is the share of the people of an age group, taken to be spread
// evenly over its ages at the end of year, who will have reached the legal age
// of retirement ahead years later. The sex and the group are codes as tables
// have them; of a group that no table has, nobody reaches it.
func ReachedShare(sex, group string, year, ahead int) float64 {
	s, g := slices.Index(sexCodes[:], sex), slices.Index(groupCodes[:], group)
	if s < 0 || g < 0 {
		return 0
	}
	first, sum := thirty+(g-1)*perGroup, 0.0
	for age := first; age < first+perGroup; age++ {
		sum += reached(s, age+ahead, year+ahead, 0)
	}
	return sum / perGroup
}

// An eligibility is the share that have reached the legal age, by sex and age.
type eligibility [sexes][ages]float64

func eligibilityIn(year int, shift float64) eligibility {
	var e eligibility
	for sex := range sexes {
		for i := range ages {
			e[sex][i] = reached(sex, youngest+i, year, shift)
		}
	}
	return e
}

// shiftIn is how much later, in years, a scenario sets the legal age.
func shiftIn(year int, changes []model.Change) float64 {
	shift := 0.0
	for _, c := range changes {
		if c.Of == model.RetirementAge && c.Holds(year) {
			shift += c.Plus
		}
	}
	return shift
}

// times is what a scenario multiplies a flow by.
func times(year int, of model.Flow, changes []model.Change) float64 {
	factor := 1.0
	for _, c := range changes {
		if c.Of == of && c.Holds(year) {
			factor *= c.Times
		}
	}
	return factor
}

// plus is how many people a year a scenario adds to entry.
func plus(year int, changes []model.Change) float64 {
	people := 0.0
	for _, c := range changes {
		if c.Of == model.Entry && c.Holds(year) {
			people += c.Plus
		}
	}
	return people
}

func clamp(x, low, high float64) float64 { return min(max(x, low), high) }
