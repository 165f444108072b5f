import Testing

@testable import Language

@Suite struct NumberTests {
  let french = Language.french

  @Test func thousandsAreGroupedByANarrowNoBreakSpace() {
    #expect(french.number(1_997_006, decimals: 0) == "1\u{202F}997\u{202F}006")
    #expect(french.number(1068, decimals: 0) == "1\u{202F}068")
    #expect(french.number(999, decimals: 0) == "999")
    #expect(french.number(1e12, decimals: 0) == "1\u{202F}000\u{202F}000\u{202F}000\u{202F}000")
  }

  @Test func decimalsFollowAComma() {
    #expect(french.number(33.4, decimals: 1) == "33,4")
    #expect(french.number(5, decimals: 2) == "5,00")
    #expect(french.number(1234.5, decimals: 1) == "1\u{202F}234,5")
  }

  @Test func roundingIsHalfAwayFromZeroOnTheDecimalValue() {
    #expect(french.number(2.675, decimals: 2) == "2,68")
    #expect(french.number(1.005, decimals: 2) == "1,01")
    #expect(french.number(0.5, decimals: 0) == "1")
    #expect(french.number(2.5, decimals: 0) == "3")
    #expect(french.number(-2.5, decimals: 0) == "\u{2212}3")
    #expect(french.number(999_999.6, decimals: 0) == "1\u{202F}000\u{202F}000")
    #expect(french.number(9.995, decimals: 2) == "10,00")
    #expect(french.number(0.049, decimals: 1) == "0,0")
    #expect(french.number(0.05, decimals: 1) == "0,1")
    #expect(french.number(0.0049, decimals: 2) == "0,00")
  }

  @Test func signsAreTrueAndZeroHasNone() {
    #expect(french.number(-12, decimals: 0) == "\u{2212}12")
    #expect(french.number(12, decimals: 0, signed: true) == "+12")
    #expect(french.number(-0.04, decimals: 1, signed: true) == "0,0")
    #expect(french.number(0.04, decimals: 1, signed: true) == "0,0")
    #expect(french.number(-0.0, decimals: 0) == "0")
  }

  @Test func veryLargeAndVerySmallNumbersKeepTheirDigits() {
    #expect(
      french.number(1e16, decimals: 0)
        == "10\u{202F}000\u{202F}000\u{202F}000\u{202F}000\u{202F}000")
    #expect(french.number(.leastNonzeroMagnitude, decimals: 2) == "0,00")
    #expect(french.number(1e-7, decimals: 7) == "0,0000001")
  }

  @Test func whatIsNotANumberIsNotAvailable() {
    #expect(french.number(.nan, decimals: 1) == "nd")
    #expect(french.number(.infinity, decimals: 1) == "nd")
  }

  @Test func englishHasCommasAndAPoint() {
    #expect(Language.english.number(1_997_006.25, decimals: 1) == "1,997,006.3")
    #expect(Language.english.number(-1.5, decimals: 1) == "\u{2212}1.5")
  }
}
