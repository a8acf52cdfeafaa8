package forecast

import (
	"math"
	"math/rand/v2"

	"gonum.org/v1/gonum/stat/distuv"
)

// Chance decides how many of those who might do something do.
type chance interface {
	// binomial is how many of n people do what each does with probability p.
	binomial(n, p float64) float64
	// poisson is how many do what mean do on average.
	poisson(mean float64) float64
	// about1 is a factor with mean 1 and a coefficient of variation.
	about1(c float64) float64
	// normal is a standard normal number.
	normal() float64
}

// Luck is chance by random numbers.
type luck struct {
	src rand.Source
	*rand.Rand
}

func newLuck(stream uint64) luck {
	src := rand.NewPCG(seed, stream)
	return luck{src, rand.New(src)}
}

func (l luck) binomial(n, p float64) float64 {
	n = math.Round(n)
	switch p = clamp(p, 0, 1); {
	case n == 0 || p == 0:
		return 0
	case p == 1:
		return n
	}
	return distuv.Binomial{N: n, P: p, Src: l.src}.Rand()
}

func (l luck) poisson(mean float64) float64 {
	if mean <= 0 {
		return 0
	}
	return distuv.Poisson{Lambda: mean, Src: l.src}.Rand()
}

func (l luck) about1(c float64) float64 { return about1(c, l.src) }

func (l luck) normal() float64 { return l.NormFloat64() }

// Expectation is chance without luck: what happens on average.
type expectation struct{}

func (expectation) binomial(n, p float64) float64 { return n * clamp(p, 0, 1) }
func (expectation) poisson(mean float64) float64  { return mean }
func (expectation) about1(float64) float64        { return 1 }
func (expectation) normal() float64               { return 0 }
