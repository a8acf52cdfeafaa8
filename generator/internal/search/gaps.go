package search

import "strings"

// digits write 6 bits: five of a number, and whether more follow.
const digits = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz-_"

// encode writes ascending numbers as the gaps between them, each in digits of
// five bits, the lowest first: most gaps of a frequent word are one character,
// and few different ones, which gzip likes.
func encode(numbers []int) string {
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

// insert appends a number to an ascending list unless it stands there already.
func insert(numbers []int, n int) []int {
	if len(numbers) > 0 && numbers[len(numbers)-1] == n {
		return numbers
	}
	return append(numbers, n)
}
