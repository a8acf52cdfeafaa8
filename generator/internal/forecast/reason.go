package forecast

import "congbo/generator/internal/model"

// A Reason says why something can't be forecast, so that a page can say it in
// words. Which of its fields are set follows from the code.
type Reason struct {
	Code       Code
	Found      int               // TooFewYears: years there are; TooFewPeople: people, 0 where withheld
	Needed     int               // TooFewYears, TooFewPeople
	Year       int               // CellsWithheld: the first such year; NothingPlanned: the last year of records
	Measure    model.Measure     // MissingTable, CellsWithheld
	Dimensions []model.Dimension // MissingTable, CellsWithheld, CodesChanged
}

// A Code names a reason.
type Code string

// The reasons.
const (
	NothingPlanned Code = "nothing-planned" // no scenario, or no horizon after the records
	TooFewYears    Code = "too-few-years"   // of records without a gap
	TooFewPeople   Code = "too-few-people"  // in the last year
	MissingTable   Code = "missing-table"   // none with these dimensions and this measure
	CellsWithheld  Code = "cells-withheld"  // too many, or the one that matters
	CodesChanged   Code = "codes-changed"   // places were others a few years ago
)

const (
	neededYears = 5       // of records before there is a forecast
	testedYears = 3       // of records behind an origin of the back-test
	mostFilled  = 1. / 3. // share of a year's people whose cells may be estimated from margins
)
