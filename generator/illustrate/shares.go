package main

import "math/rand/v2"

// The span of time that careers begin in. Statistics count 2019 to 2024.
const (
	firstYear = 1985
	lastYear  = 2024
)

// A share is a value and how many of a hundred (or of all shares together)
// bear it.
type share struct {
	value  string
	weight int
}

type shares []share

// pick draws a value with a probability proportional to its weight.
func (s shares) pick(r *rand.Rand) string {
	total := 0
	for _, each := range s {
		total += each.weight
	}
	n := r.IntN(total)
	last := len(s) - 1
	for _, each := range s[:last] {
		if n < each.weight {
			return each.value
		}
		n -= each.weight
	}
	return s[last].value
}

// falling gives the first of n values the weight n and the last the weight 1.
func falling(values ...string) shares {
	s := make(shares, len(values))
	for i, v := range values {
		s[i] = share{v, len(values) - i}
	}
	return s
}

// The districts, the city first; the others weigh the same.
var districts = shares{
	{"kon-tum", 28},
	{"dak-glei", 8}, {"ngoc-hoi", 8}, {"dak-to", 8}, {"kon-plong", 8}, {"kon-ray", 8},
	{"dak-ha", 8}, {"sa-thay", 8}, {"tu-mo-rong", 8}, {"ia-h-drai", 8},
}

var (
	sexes       = shares{{"female", 50}, {"male", 50}}
	ethnicities = shares{
		{"kinh", 60}, {"xo-dang", 10}, {"ba-na", 8}, {"gie-trieng", 6}, {"gia-rai", 5},
		{"hre", 2}, {"brau", 1}, {"ro-mam", 1}, {"khac", 7},
	}
	firstDegrees = shares{{"bachelor", 90}, {"master", 9}, {"doctor", 1}}
	leaveReasons = shares{{"moved", 70}, {"other", 20}, {"died", 10}}
	sectors      = shares{
		{"public-service", 55}, {"party-state", 20}, {"enterprise", 12},
		{"non-public-service", 5}, {"self-employed", 5}, {"association", 3},
	}
	fieldGroups = shares{{"5", 35}, {"2", 20}, {"1", 15}, {"3", 15}, {"4", 10}, {"6", 5}}
)

// The fields of each group, those that a province needs most first.
var fieldsOf = map[string]shares{
	"1": falling("101", "102", "103", "104", "106", "105", "199"),
	"2": falling("202", "201", "203", "207", "211", "299", "204", "205", "206", "208", "209", "210"),
	"3": falling("302", "303", "304", "301", "399", "305"),
	"4": falling("401", "404", "402", "403", "405", "406", "499"),
	"5": falling("503", "502", "505", "506", "504", "508", "599", "501", "507"),
	"6": falling("602", "601", "604", "603", "699"),
}

// The branches of each sector; the empty one is not known.
var branchesOf = map[string]shares{
	"party-state":        {{"P", 100}},
	"public-service":     {{"Q", 60}, {"N", 15}, {"S", 10}, {"O", 10}, {"", 5}},
	"enterprise":         falling("C", "F", "G", "A", "D", "L", "K", "I", "H", "E", "B", "J", "M", ""),
	"non-public-service": {{"Q", 50}, {"R", 30}, {"N", 15}, {"", 5}},
	"self-employed":      {{"N", 50}, {"", 50}},
	"association":        {{"T", 70}, {"N", 20}, {"", 10}},
}

// entryYear draws the year that a career begins in: twice as many begin in the
// last as in the first.
func entryYear(r *rand.Rand) int {
	const span = lastYear - firstYear + 1
	n := r.IntN(span*span + span*(span-1)/2)
	for year := firstYear; ; year++ {
		if n -= span + year - firstYear; n < 0 {
			return year
		}
	}
}

// retirementAge is 60 to 62 for men and 55 to 60 for women.
func retirementAge(r *rand.Rand, sex string) int {
	if sex == "male" {
		return 60 + r.IntN(3)
	}
	return 55 + r.IntN(6)
}

// chance is true in percent of a hundred cases.
func chance(r *rand.Rand, percent int) bool { return r.IntN(100) < percent }
