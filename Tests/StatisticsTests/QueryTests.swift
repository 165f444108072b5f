import Diagnostics
import Quantities
import Testing

@testable import Statistics

@Suite struct QueryTests {
  private func number(_ text: String, _ edition: CalendarDate = Town.last) throws -> Published<Double> {
    try Town.open { catalog, _ throws in try catalog.number(text, edition) }
  }

  // MARK: Snapshots and flows

  @Test func anEditionReadsTheLastSnapshotOnOrBeforeItsDate() throws {
    #expect(try number("aid.amount", Town.day("2021-01-04")) == .value(1000))
    #expect(try number("aid.amount", Town.day("2021-01-05")) == .value(1350))
    #expect(try number("aid.amount", Town.day("2021-12-31")) == .value(1450))
  }

  @Test func aChangeKnowsItsRealInterval() throws {
    try Town.open { catalog, _ throws in
      let cube = try #require(catalog.cube("aid"))
      let snapshot = try catalog.snapshot(of: cube, edition: Town.day("2021-01-20"))
      #expect(snapshot.date == Town.last)
      #expect(snapshot.previous == Town.day("2021-01-05"))
      #expect(snapshot.days == 10)
      #expect(try catalog.number("aid.amount.change") == .value(100))
      #expect(try catalog.number("aid.amount.pace") == .value(10))
      #expect(try catalog.number("aid.amount.previous") == .value(1350))
    }
  }

  @Test func theFirstSnapshotHasNoChange() throws {
    #expect(try number("aid.amount.change", Town.day("2020-12-02")) == .unavailable)
  }

  /// 28 days before the last snapshot, 17 of 35 days after the first: 1000 + 350 × 17 / 35 = 1170.
  @Test func theMeanOverTwentyEightDaysIsInterpolated() throws {
    #expect(try number("aid.amount.mean28") == .value((1450 - 1170) / 28))
    #expect(
      try number("aid.amount.mean28", Town.day("2020-12-20")) == .unavailable, "the series is too young")
  }

  @Test func aFallIsANegativeFlow() throws {
    #expect(try number("aid.amount.change where departement = N1") == .value(-10))
    try Town.open { catalog, _ throws in
      let series = try catalog.series(
        catalog.expression("aid.amount where departement = N1"), edition: Town.last)
      #expect(series.points.map { $0.value.value?.value } == [100, 150, 140])
      #expect(series.flows.map { $0.value.value?.value } == [50, -10])
      #expect(series.flows.map(\.days) == [35, 10])
      #expect(series.flows.allSatisfy { $0.value.value?.kind == .flow })
    }
  }

  /// A mean that falls is news, not a revision of the source.
  @Test func theChangeOfARateIsARate() throws {
    try Town.open { catalog, _ throws in
      let series = try catalog.series(catalog.expression("aid.amount / aid.firms"), edition: Town.last)
      #expect(series.flows.map { $0.value.value?.kind } == [.rate, .rate])
    }
  }

  @Test func aSeriesStopsAtTheEdition() throws {
    try Town.open { catalog, _ throws in
      let series = try catalog.series(catalog.expression("aid.amount"), edition: Town.day("2021-01-09"))
      #expect(series.points.map(\.date) == [Town.day("2020-12-01"), Town.day("2021-01-05")])
    }
  }

  @Test func atReadsAnotherDay() throws {
    #expect(try number("aid.amount at 2020-12-20") == .value(1000))
    #expect(try number("aid.amount.change at 2021-01-05") == .value(350))
  }

  // MARK: Levels

  @Test func whereNamesATerritoryAndACode() throws {
    #expect(try number("aid.amount where departement = S2") == .value(530))
    #expect(try number("aid.amount where region = N") == .value(460))
    #expect(try number("aid.amount where departement = S2 and section = AUTRES") == .value(100))
  }

  @Test func whatALevelLacksIsAddedUpFromTheOneBelow() throws {
    #expect(try number("aid.amount where section = A") == .value(860), "departments to the country")
    #expect(try number("aid.amount where region = N and section = A") == .value(300))
    #expect(try number("loan.loans where section = A") == .value(12), "regions to the country")
  }

  @Test func distinctCountsAreReadNeverAddedUp() throws {
    #expect(try number("aid.firms") == .value(120), "not the 125 of the regions and the rest")
    #expect(try number("aid.firms where region = N") == .value(45), "not the 50 of its departments")
    let failure = try #require(throws: Failure.self) { try number("aid.firms where section = A") }
    #expect(
      failure.diagnostics.map(\.humanText) == [
        """
        report.md:1:8: error[not-additive]: `firms` counts distinct things: its sum over parts is not published
          1 | value: aid.firms where section = A
            |        ^~~~~~~~~~~~~~~~~~~~~~~~~~~
            = help: ask for a level that the source publishes
        """
      ])
  }

  @Test func aTotalOfTheSourceIsNotAddedToItsParts() throws {
    #expect(try number("loan.amount") == .value(150))
    try Town.open { catalog, _ throws in
      #expect(try catalog.rows("loan.amount", by: ["section"]) == ["A 120", "B 30"])
    }
  }

  @Test func whatNoTableHoldsIsSaid() throws {
    let failure = try #require(throws: Failure.self) { try number("loan.amount where departement = N1") }
    #expect(
      failure.diagnostics.map(\.message) == ["`loan` is not published by departement"])
  }

  @Test func whatTheFirstMembersLeaveOfTheTotalIsARow() throws {
    try Town.open { catalog, _ throws in
      let query = Query(
        [try catalog.parse("loan.amount", at: Span(SourceFile(path: "", text: ""), 0..<0))], by: ["section"],
        top: 1, total: true)
      let table = try catalog.tabulate(query, edition: Town.last).withRest(named: "Autres")
      #expect(table.rows.map(\.member.label) == ["Agriculture", "Autres", "France"])
      #expect(table.rows.map { $0.values[0].value?.value } == [120, 30, 150])
      #expect(table.rows[1].role == .remainder)
    }
  }

  // MARK: Rows that are not there

  /// A place without any row is not withheld cell by cell: the source tells nothing of it.
  @Test func aPlaceThatTheTableDoesNotNameIsNotAvailable() throws {
    let rows = Town.sections.split(separator: "\n").filter { !$0.contains(",N2,") }
    try Town.open(["amounts.csv": rows.joined(separator: "\n") + "\n"]) { catalog, _ throws in
      #expect(try catalog.number("aid.amount where departement = N2 and section = A") == .unavailable)
      #expect(try catalog.number("aid.amount where departement = N1 and section = AUTRES") == .secret)
    }
  }

  /// Nor is a code that a snapshot does not name at all: a month that it does not reach.
  @Test func aCodeThatTheSnapshotDoesNotNameIsNotAvailable() throws {
    let rows = Town.sections.split(separator: "\n").filter { !$0.contains(",AUTRES,") }
    try Town.open(["amounts.csv": rows.joined(separator: "\n") + "\n"]) { catalog, _ throws in
      #expect(try catalog.number("aid.amount where departement = N1 and section = AUTRES") == .unavailable)
    }
  }

  @Test func aRowThatIsNotThereIsWhatTheDictionarySays() throws {
    #expect(try number("aid.amount where departement = N1 and section = AUTRES") == .secret)
    #expect(try number("loan.amount where region = S and section = B") == .value(0))
    #expect(try number("aid.amount where taille = 00", Town.day("2021-01-05")) == .unavailable)
  }

  @Test func anEmptyFieldIsNotAvailable() throws {
    let totals = try #require(Town.files["totals.csv"])
      .replacing("2021-01-15,departement,N1,140,20", with: "2021-01-15,departement,N1,,20")
    try Town.open(["totals.csv": totals]) { catalog, _ throws in
      #expect(try catalog.number("aid.amount where departement = N1") == .unavailable)
      #expect(try catalog.number("aid.amount.change where departement = N1") == .unavailable)
    }
  }

  // MARK: Ratios, differences, shares

  @Test func aRatioHasTheUnitsOfBoth() throws {
    try Town.open { catalog, _ throws in
      let value = try catalog.value(
        catalog.expression("aid.amount / population where departement = N1"), edition: Town.last)
      #expect(value == .value(Quantity(14, Unit(.euro, per: .count("habitants")), .rate)))
      let share = try catalog.value(
        catalog.expression("aid.amount / aid.amount.previous"), edition: Town.last)
      #expect(share.value?.unit == .share)
    }
  }

  @Test func aDivisionByNothingIsNotAvailable() throws {
    #expect(try number("aid.amount / population where departement = ND") == .unavailable)
    #expect(try number("aid.amount / loan.amount where region = ND") == .unavailable)
  }

  @Test func sharesAreOfTheCountryOrOfAllCodes() throws {
    #expect(try number("share(aid.amount) where region = N") == .value(460.0 / 1450))
    #expect(try number("share(aid.amount) where departement = S2 and section = B") == .value(130.0 / 530))
  }

  // MARK: Tables

  @Test func groupsCarryTheirOwnValuesAndMembersFollowByCode() throws {
    try Town.open { catalog, _ throws in
      #expect(
        try catalog.rows("aid.amount", by: ["region", "departement"], total: true) == [
          "N 460", "  N1 140", "  N2 320", "S 980", "  S1 450", "  S2 530", "ND 10", "FR 1450",
        ])
    }
  }

  @Test func rowsAreRankedAndTheRemainderComesLast() throws {
    try Town.open { catalog, _ throws in
      #expect(try catalog.rows("aid.amount", by: ["section"]) == ["A 860", "B 490", "AUTRES 100"])
      #expect(try catalog.rows("aid.amount", by: ["departement"]).last == "ND 10")
      #expect(
        try catalog.rows("aid.amount", by: ["departement"], order: .code)
          == ["N1 140", "N2 320", "S1 450", "S2 530", "ND 10"])
      #expect(try catalog.rows("aid.amount", by: ["departement"], top: 2) == ["S2 530", "S1 450"])
      #expect(try catalog.rows("aid.amount", by: []) == ["FR 1450"])
    }
  }

  @Test func whatPartsLeaveOfTheWholeIsShownByItsName() throws {
    try Town.open { catalog, _ throws in
      #expect(
        try catalog.rows("aid.amount", by: ["taille"], order: .code)
          == ["00 500", "01 400", "Taille non connue 550"])
    }
  }

  // MARK: Freshness

  @Test(arguments: [("2021-01-29", true), ("2021-01-30", false)])
  func aSourceIsFreshUpToItsLimit(edition: String, isFresh: Bool) throws {
    try Town.open { catalog, _ throws in
      let file = SourceFile(path: "report.md", text: "aid.amount")
      func check(_ cube: String) throws {
        try catalog.checkFreshness(of: cube, edition: Town.day(edition), at: Span(file, 0..<10))
      }
      try check("loan")  // it declares no limit
      if isFresh {
        try check("aid")
      } else {
        let failure = try #require(throws: Failure.self) { try check("aid") }
        #expect(failure.diagnostics.map(\.code) == ["stale-data"])
        #expect(failure.diagnostics[0].message.contains("2021-01-15, 15 days before"))
      }
    }
  }

  // MARK: Files

  @Test func rowsNeedNotBeInOrder() throws {
    let lines = try #require(Town.files["totals.csv"]).split(separator: "\n")
    let shuffled = ([lines[0]] + lines.dropFirst().reversed()).joined(separator: "\r\n") + "\r\n"
    try Town.open(["totals.csv": shuffled]) { catalog, _ throws in
      #expect(try catalog.number("aid.amount where departement = S2") == .value(530))
      #expect(try catalog.number("aid.amount.change") == .value(100))
    }
  }

  @Test func columnsNeedNotBeInOrder() throws {
    let rows = try #require(Town.files["totals.csv"]).split(separator: "\n").map { line in
      ([Substring("x")] + line.split(separator: ",").reversed()).joined(separator: ",")
    }
    try Town.open(["totals.csv": rows.joined(separator: "\n")]) { catalog, _ throws in
      #expect(try catalog.number("aid.amount where departement = S2") == .value(530))
    }
  }
}
