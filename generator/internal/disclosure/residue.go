package disclosure

import "math/bits"

// A residue is a whole number modulo the Mersenne prime 2^61 − 1. Sums of
// small whole numbers that are equal modulo it are equal, but for one chance
// in two quintillion.
type residue uint64

const prime = 1<<61 - 1

func (a residue) add(b residue) residue {
	sum := a + b
	if sum >= prime {
		sum -= prime
	}
	return sum
}

func (a residue) negative() residue {
	if a == 0 {
		return 0
	}
	return prime - a
}

func (a residue) times(b residue) residue {
	high, low := bits.Mul64(uint64(a), uint64(b))
	folded := residue(low&prime) + residue(high<<3|low>>61)
	if folded >= prime {
		folded -= prime
	}
	return folded
}

// inverse is 1/a, by Fermat's little theorem; a is not 0.
func (a residue) inverse() residue {
	result := residue(1)
	for exponent := uint64(prime - 2); exponent > 0; exponent >>= 1 {
		if exponent&1 == 1 {
			result = result.times(a)
		}
		a = a.times(a)
	}
	return result
}

// mixed scatters the numbers from 0 on over the residues (SplitMix64; Steele,
// Lea and Flood, OOPSLA 2014), so that linear hashes need no random source.
func mixed(seed, number uint64) residue {
	z := seed + (number+1)*0x9e3779b97f4a7c15
	z = (z ^ z>>30) * 0xbf58476d1ce4e5b9
	z = (z ^ z>>27) * 0x94d049bb133111eb
	return residue((z ^ z>>31) % prime)
}
