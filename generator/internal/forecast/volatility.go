package forecast

import (
	"math"
	"math/rand/v2"

	"gonum.org/v1/gonum/stat/distuv"
)

// A volatility is what the records tell about how much a flow varies from year
// to year beyond chance: the posterior weights of coefficients of variation.
type volatility struct {
	information []float64 // by coefficient: of the logarithm of the flow's level
	cumulated   []float64 // weights, summed up to each coefficient
	years       int
}

const (
	coefficients = 41
	coefficient  = 0.01 // step
	usual        = 0.07 // mean of the prior, an exponential distribution
)

// volatilityOf weighs coefficients of variation by how well a negative
// binomial distribution around what was expected, whose level is free, explains
// what was observed (the level integrated out by Laplace's approximation). One
// observation, or none, leaves the prior.
func volatilityOf(observed, expected []float64) volatility {
	v := volatility{years: len(observed)}
	level := sumOf(observed) / max(sumOf(expected), 1e-9)
	logs := make([]float64, coefficients)
	for i := range logs {
		c := float64(i) * coefficient
		information := 0.0
		logs[i] = -c / usual
		for t := range observed {
			mean := level * expected[t]
			if mean > 0 {
				logs[i] += logNegativeBinomial(observed[t], mean, c)
				information += mean / (1 + c*c*mean)
			}
		}
		v.information = append(v.information, information)
		if information > 0 {
			logs[i] -= math.Log(information) / 2
		}
	}
	v.cumulated = cumulate(logs)
	return v
}

// logNegativeBinomial is the log-likelihood of a count with this mean and the
// variance mean + (c·mean)², up to a term that depends on the count alone.
func logNegativeBinomial(count, mean, c float64) float64 {
	if c == 0 {
		return count*math.Log(mean) - mean
	}
	k := 1 / (c * c)
	above, _ := math.Lgamma(count + k)
	below, _ := math.Lgamma(k)
	return above - below + k*math.Log(k/(k+mean)) + count*math.Log(mean/(k+mean))
}

// cumulate turns log-weights into cumulated weights that end at 1.
func cumulate(logs []float64) []float64 {
	best := math.Inf(-1)
	for _, l := range logs {
		best = max(best, l)
	}
	sum := 0.0
	cumulated := make([]float64, len(logs))
	for i, l := range logs {
		sum += math.Exp(l - best)
		cumulated[i] = sum
	}
	for i := range cumulated {
		cumulated[i] /= sum
	}
	return cumulated
}

// pick returns the position that a random number between 0 and 1 falls to.
func pick(cumulated []float64, at float64) int {
	for i, c := range cumulated {
		if at < c {
			return i
		}
	}
	return len(cumulated) - 1
}

// A swing is one draw of a volatility.
type swing struct {
	yearly float64 // coefficient of variation from year to year
	level  float64 // that of the level, chance in counts included
	shared float64 // that of the level, chance in counts excluded
}

func (v volatility) draw(random *rand.Rand) swing {
	i := pick(v.cumulated, random.Float64())
	c := float64(i) * coefficient
	s := swing{yearly: c, shared: c / math.Sqrt(float64(max(1, v.years)))}
	if v.information[i] > 0 {
		s.level = 1 / math.Sqrt(v.information[i])
	}
	return s
}

// about1 draws a factor with mean 1 and this coefficient of variation.
func about1(c float64, src rand.Source) float64 {
	if c <= 0 {
		return 1
	}
	shape := 1 / (c * c)
	return distuv.Gamma{Alpha: shape, Beta: shape, Src: src}.Rand()
}
