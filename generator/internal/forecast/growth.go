package forecast

import "math"

// compound is the naive rival: the first and the last year of records give a
// yearly growth, and the years to come continue it. nil where a year at either
// end is withheld or the first has nobody.
func compound(observed []Observation, horizon int) []int {
	if len(observed) < 2 {
		return nil
	}
	first, last := observed[0], observed[len(observed)-1]
	if first.Withheld || last.Withheld || first.Count == 0 {
		return nil
	}
	yearly := math.Pow(float64(last.Count)/float64(first.Count), 1/float64(last.Year-first.Year))
	var people []int
	x := float64(last.Count)
	for range horizon {
		x *= yearly
		people = append(people, round(x))
	}
	return people
}
