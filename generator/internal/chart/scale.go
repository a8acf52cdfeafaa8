package chart

import "math"

// A scale maps numbers to places along one direction of a drawing.
type scale struct {
	low, high float64 // numbers
	from, to  float64 // places of low and high
}

func (s scale) at(x float64) float64 {
	return s.from + (x-s.low)/(s.high-s.low)*(s.to-s.from)
}

// span returns the least and the greatest number of a figure, zero included:
// a length that does not begin at zero deceives.
func (f *Figure) span() (low, high float64) {
	f.each(func(x float64) { low, high = math.Min(low, x), math.Max(high, x) })
	return low, high
}

// each calls visit with every number that is drawn.
func (f *Figure) each(visit func(float64)) {
	for _, s := range f.Series {
		for _, v := range s.Values {
			if v.drawn() {
				visit(v.Number)
			}
		}
		for _, b := range s.Bands {
			for i := range b.Low {
				if !math.IsNaN(b.Low[i]) {
					visit(b.Low[i])
					visit(b.High[i])
				}
			}
		}
	}
	for _, t := range f.Targets {
		visit(t.Value.Number)
	}
}

// reach returns the span of a figure that shows places, not lengths: it may
// leave zero out where all numbers are far from it. The least then stands clear
// of the lowest rule, which else would look like nothing.
func (f *Figure) reach() (low, high float64) {
	low, high = f.span()
	least := math.Inf(1)
	f.each(func(x float64) { least = math.Min(least, x) })
	if low == 0 && least > 0.5*high && least < high {
		return least - (high-least)/10, high
	}
	return low, high
}

// room widens an empty span, so that it can be divided by.
func room(low, high float64) (float64, float64) {
	if high-low <= 0 {
		return low, low + 1
	}
	return low, high
}

// ticks returns round numbers that cover low to high in about n steps of 1, 2
// or 5 times a power of ten.
func ticks(low, high float64, n int) (at []float64, step float64) {
	low, high = room(low, high)
	step = roundStep((high - low) / float64(n))
	first, last := math.Floor(low/step+1e-9), math.Ceil(high/step-1e-9)
	for i := first; i <= last; i++ {
		at = append(at, i*step)
	}
	return at, step
}

func roundStep(rough float64) float64 {
	power := math.Pow(10, math.Floor(math.Log10(rough)))
	for _, m := range []float64{1, 2, 5} {
		if m*power >= rough*(1-1e-9) {
			return m * power
		}
	}
	return 10 * power
}
