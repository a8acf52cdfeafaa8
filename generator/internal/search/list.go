package search

import (
	"slices"
	"strings"
)

// digits write six bits each.
const digits = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz-_"

// encode writes an ascending list of numbers as short as it can, in one of two
// ways, both of which gzip packs close to what the list holds of information.
//
// As gaps, where the list is sparse: each number less the one before, less
// one, in digits of five bits, the lowest first; the sixth bit says that
// another digit follows.
//
// As a bitmap behind a full stop, where it is dense: six numbers a digit, the
// lowest number in the lowest bit.
func encode(numbers []int) string {
	gaps := encodeGaps(numbers)
	if len(numbers) > 0 && 1+slices.Max(numbers)/6 < len(gaps)-1 {
		return encodeBitmap(numbers)
	}
	return gaps
}

func encodeGaps(numbers []int) string {
	var out strings.Builder
	next := 0
	for _, n := range numbers {
		gap := n - next
		for ; gap >= 32; gap >>= 5 {
			out.WriteByte(digits[gap&31|32])
		}
		out.WriteByte(digits[gap])
		next = n + 1
	}
	return out.String()
}

func encodeBitmap(numbers []int) string {
	bits := make([]byte, 1+slices.Max(numbers)/6)
	for _, n := range numbers {
		bits[n/6] |= 1 << (n % 6)
	}
	for i, b := range bits {
		bits[i] = digits[b]
	}
	return "." + string(bits)
}

// insert appends a number to an ascending list unless it stands there already.
func insert(numbers []int, n int) []int {
	if len(numbers) > 0 && numbers[len(numbers)-1] == n {
		return numbers
	}
	return append(numbers, n)
}
