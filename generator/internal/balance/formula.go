package balance

import (
	"cmp"
	"math"
	"slices"
)

// herfindahl is the sum of squared shares: 1 where one code has everybody, 1/n
// where n have equally many. It is the probability that two people drawn with
// replacement bear the same code. (Hirschman, National Power and the Structure
// of Foreign Trade, 1945; Herfindahl, Concentration in the U.S. Steel Industry,
// 1950; the square root that Hirschman took is left out, as is usual.)
//
// It can't say which codes are large, nor whether they should be.
func herfindahl(counts []float64) float64 {
	total, squares := sumOf(counts), 0.0
	for _, n := range counts {
		share := n / total
		squares += share * share
	}
	return squares
}

// normalised maps a Herfindahl index over n codes to 0 (equally many) to 1.
func normalised(h float64, n int) float64 {
	even := 1 / float64(n)
	return (h - even) / (1 - even)
}

// quotient is the location quotient: the share of a field in a place divided
// by its share in all places; 1 where the place is like the whole, 2 where it
// has twice its share. (Haig, Regional Survey of New York, 1927; Isard, Methods
// of Regional Analysis, 1960, chapter 7.)
//
// It can't say whether the whole has enough: a place may stand at 1 in a field
// that lacks people everywhere. It jumps where few people are counted.
func quotient(cell, row, column, total float64) float64 {
	return (cell / row) / (column / total)
}

// gini is the locational Gini coefficient of a field: half the relative mean
// difference between its shares in places and the shares that the places have
// in all fields; 0 where they are the same, towards 1 where the smallest place
// has all of the field. It is the area between the Lorenz curve, places ordered
// by their quotient, and the diagonal, doubled. (Krugman, Geography and Trade,
// 1991, appendix D.)
//
// It can't say where the field is, nor how large it is.
func gini(counts, even []float64) float64 {
	order := make([]int, len(counts))
	for i := range order {
		order[i] = i
	}
	slices.SortStableFunc(order, func(i, j int) int { return cmp.Compare(counts[i]*even[j], counts[j]*even[i]) })
	all, whole := sumOf(counts), sumOf(even)
	area, below := 0.0, 0.0
	for _, i := range order {
		share, width := counts[i]/all, even[i]/whole
		area += width * (below + share/2)
		below += share
	}
	return 1 - 2*area
}

// theil is Theil's T of people over inhabitants: the sum of people's shares
// times the logarithm of people's share over inhabitants' share; 0 where each
// place has as many people as inhabitants call for, without an upper bound but
// that of the smallest place. (Theil, Economics and Information Theory, 1967,
// chapter 4.)
//
// It can't say how many people a place needs, and hides which place lacks them.
func theil(counts, inhabitants []float64) float64 {
	all, whole := sumOf(counts), sumOf(inhabitants)
	sum := 0.0
	for i, n := range counts {
		sum += theilPart(n/all, inhabitants[i]/whole)
	}
	return sum
}

// theilPart is what one place adds: more than 0 where it has more than its
// share.
func theilPart(share, due float64) float64 {
	if share == 0 {
		return 0
	}
	return share * math.Log(share/due)
}

// dissimilarity is half the sum of absolute differences between two sets of
// shares: the part of the people who would have to bear another code for the
// structures to be the same; 0 to 1. (Duncan and Duncan, A methodological
// analysis of segregation indexes, American Sociological Review 20, 1955.)
//
// It can't say whether the target is right, nor how hard a move is.
func dissimilarity(counts, target []float64) float64 {
	all, whole := sumOf(counts), sumOf(target)
	sum := 0.0
	for i, n := range counts {
		sum += dissimilarityPart(n/all, target[i]/whole)
	}
	return sum
}

// dissimilarityPart is what one code adds.
func dissimilarityPart(share, target float64) float64 { return math.Abs(share-target) / 2 }

// sumOf adds from the first to the last, so that the result has the same bits
// everywhere.
func sumOf(numbers []float64) float64 {
	sum := 0.0
	for _, x := range numbers {
		sum += x
	}
	return sum
}
