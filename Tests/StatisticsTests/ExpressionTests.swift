import Diagnostics
import Testing

@testable import Statistics

@Suite struct ExpressionTests {
  private func message(_ text: String) throws -> String {
    try Town.open { catalog, _ throws in
      try #require(throws: Failure.self) { try catalog.expression(text) }.diagnostics
        .map(\.humanText).joined(separator: "\n")
    }
  }

  @Test(arguments: [
    (
      "loan.amuont / population",
      """
      report.md:1:8: error[unknown-measure]: `loan.amuont` is not a measure
        1 | value: loan.amuont / population
          |        ^~~~~~~~~~~
          = help: did you mean `loan.amount`? measures of loan: amount, loans
      """
    ),
    (
      "aid.amount / laon.amount",
      """
      report.md:1:21: error[unknown-cube]: `laon` is not a cube
        1 | value: aid.amount / laon.amount
          |                     ^~~~~~~~~~~
          = help: did you mean `loan`? known are aid, loan, population
      """
    ),
    (
      "aid.amount.chnge",
      """
      report.md:1:8: error[unknown-facet]: `chnge` is not a facet of a measure
        1 | value: aid.amount.chnge
          |        ^~~~~~~~~~~~~~~~
          = help: did you mean `change`? known are value, change, pace, mean28, previous
      """
    ),
    (
      "aid",
      """
      report.md:1:8: error[unknown-measure]: `aid` is not a measure
        1 | value: aid
          |        ^~~
          = help: measures of aid: amount, firms
      """
    ),
    (
      "aid.amount where sectoin = A",
      """
      report.md:1:25: error[unknown-level]: `sectoin` is not a level
        1 | value: aid.amount where sectoin = A
          |                         ^~~~~~~
          = help: did you mean `section`? known are FR, departement, region, section, taille
      """
    ),
    (
      "aid.amount where section = Q",
      """
      report.md:1:35: error[unknown-code]: `Q` is not a code of `section`
        1 | value: aid.amount where section = Q
          |                                   ^
          = help: correct it, or add the code to the nomenclature that the dictionary names
      """
    ),
    (
      "aid.amount where section A",
      """
      report.md:1:33: error[bad-expression]: found `A`, expected `=` and a code
        1 | value: aid.amount where section A
          |                                 ^
      """
    ),
    (
      "aid.amount at 2021-02-30",
      """
      report.md:1:22: error[bad-expression]: found `2021-02-30`, expected a day such as 2021-04-11
        1 | value: aid.amount at 2021-02-30
          |                      ^~~~~~~~~~
      """
    ),
    (
      "(aid.amount / population",
      """
      report.md:1:32: error[bad-expression]: found the end, expected `)`
        1 | value: (aid.amount / population
          |                                ^
      """
    ),
    (
      "aid.amount /",
      """
      report.md:1:20: error[bad-expression]: found the end, expected a measure
        1 | value: aid.amount /
          |                    ^
      """
    ),
    (
      "aid.amount * 2",
      """
      report.md:1:19: error[bad-expression]: found `*`, expected `/`, `-`, `where`, `in` or `at`
        1 | value: aid.amount * 2
          |                   ^
      """
    ),
    (
      "é.amount",
      """
      report.md:1:8: error[unknown-cube]: `é` is not a cube
        1 | value: é.amount
          |        ^~~~~~~~
          = help: known are aid, loan, population
      """
    ),
  ])
  func aMistakeIsShown(text: String, expected: String) throws { #expect(try message(text) == expected) }

  @Test func anExpressionKnowsItsCubes() throws {
    try Town.open { catalog, _ throws in
      let both = try catalog.expression("share(aid.amount) / loan.amount")
      #expect(both.cubes == ["aid", "loan"])
      #expect(both.cube == "aid")
      #expect(try catalog.expression("population").cube == nil)
      #expect(catalog.cubes(namedIn: "max-name aid.amount / loan.loans by region") == ["aid", "loan"])
    }
  }

  /// `a - b - c` is `(a - b) - c`, and a quotient binds closer than a difference.
  @Test func operatorsBindAsInArithmetic() throws {
    try Town.open { catalog, _ throws in
      #expect(try catalog.number("aid.amount - aid.amount.change - aid.amount.previous") == .value(0))
      #expect(try catalog.number("aid.firms - aid.amount / aid.amount.change") == .value(120 - 14.5))
      #expect(try catalog.number("(aid.amount - aid.amount.previous) / aid.firms") == .value(100.0 / 120))
    }
  }
}
