import Quantities
import TestSupport
import Testing

@testable import Statistics

/// Cells of few contributors, and those that would give them away.
@Suite struct SecrecyTests {
  private func rows(_ amounts: String, _ text: String, by levels: [String]) throws -> [String] {
    try Town.open(["amounts.csv": "date,departement,section,amount,firms\n" + amounts]) { catalog, _ throws in
      try catalog.rows(text, by: levels, order: .code)
    }
  }

  private let table = """
    2021-01-15,N1,A,100,12
    2021-01-15,N1,B,40,2
    2021-01-15,N2,A,200,20
    2021-01-15,N2,B,120,10
    2021-01-15,S1,A,250,20
    2021-01-15,S1,B,200,20
    2021-01-15,S2,A,300,20
    2021-01-15,S2,B,130,20

    """

  @Test func aCellUnderThreeContributorsIsSecret() throws {
    let rows = try rows(table, "aid.amount where section = B", by: ["departement"])
    #expect(rows[0] == "N1 s")
  }

  /// N1's B is hidden; so is another cell of its department, of its region, and the fourth that closes the rectangle.
  @Test func noSumGivesItAway() throws {
    #expect(
      try rows(table, "aid.amount where section = B", by: ["departement"])
        == ["N1 s", "N2 s", "S1 200", "S2 130"])
    #expect(
      try rows(table, "aid.amount where section = A", by: ["departement"])
        == ["N1 s", "N2 s", "S1 250", "S2 300"])
    #expect(try rows(table, "aid.amount", by: ["section"]) == ["A 850", "B 490"], "sums stay true")
    #expect(try rows(table, "aid.amount where section = B", by: ["region"]) == ["N 160", "S 330"])
  }

  /// What has no place on the map is hidden as any other cell, and its row says so.
  @Test func aHiddenCellWithoutPlaceKeepsItsRow() throws {
    let small = table.replacing("N1,B,40,2", with: "N1,B,40,9") + "2021-01-15,ND,A,9,3\n2021-01-15,ND,B,8,2\n"
    #expect(try rows(small, "aid.amount where section = B", by: ["departement"]).last == "ND s")
    #expect(
      try rows(table, "aid.amount where section = B", by: ["departement"]).last == "S2 130", "no such row")
  }

  @Test func whatIsComputedFromASecretIsSecret() throws {
    try Town.open(["amounts.csv": "date,departement,section,amount,firms\n" + table]) { catalog, _ throws in
      let cell = "where departement = N1 and section = B"
      for text in [
        "aid.amount", "aid.firms", "aid.amount / aid.firms", "share(aid.amount)",
        "aid.firms - aid.firms.previous",
      ] {
        #expect(try catalog.number("\(text) \(cell)") == .secret, "\(text)")
      }
    }
  }

  /// Two cells of one firm each: what the total leaves for both would tell each firm the other's.
  @Test func hiddenCellsOfTooFewContributorsHideAnother() {
    func cell(_ level: Int8, _ entry: Int32) -> Suppression.Cell {
      Suppression.Cell(place: Table.Place(level: level, entry: entry), codes: [])
    }
    let rows: [(cell: Suppression.Cell, contributors: Double)] = [
      (cell(0, 0), 30), (cell(1, 0), 1), (cell(1, 1), 1), (cell(1, 2), 8), (cell(1, 3), 20),
    ]
    let suppression = Suppression(rows, minimum: 3, parents: [[-1], [0, 0, 0, 0]])
    #expect((0..<4).map { suppression.isHidden(cell(1, $0)) } == [true, true, true, false])
    #expect(!suppression.isHidden(cell(0, 0)))
  }

  @Test func aTrueZeroIsShown() throws {
    let zero = table.replacing("N1,B,40,2", with: "N1,B,0,0")
    #expect(
      try rows(zero, "aid.amount where section = B", by: ["departement"])
        == ["N1 0", "N2 120", "S1 200", "S2 130"])
  }

  /// A region of one department: its sum is that department.
  @Test func aSumOfOneCellIsHiddenWithIt() throws {
    let lone = """
      2021-01-15,N1,A,100,2
      2021-01-15,S1,A,250,20
      2021-01-15,S2,A,300,30

      """
    try Town.open(["amounts.csv": "date,departement,section,amount,firms\n" + lone]) { catalog, _ throws in
      #expect(try catalog.number("aid.amount where region = N and section = A") == .secret)
      #expect(try catalog.number("aid.amount where region = S and section = A") == .secret)
      #expect(try catalog.number("aid.amount where section = A") == .value(650))
    }
  }

  @Test func aTotalOfTheSourceIsPartOfTheSum() throws {
    let loans = """
      date,region,section,amount,loans
      2021-01-10,N,A,70,7
      2021-01-10,N,B,30,2
      2021-01-10,N,T,100,9
      2021-01-10,S,A,50,5
      2021-01-10,S,B,80,8
      2021-01-10,S,T,130,13

      """
    try Town.open(["loans.csv": loans]) { catalog, _ throws in
      #expect(
        try catalog.rows("loan.amount where region = N", by: ["section"], order: .code) == ["A s", "B s"])
      #expect(
        try catalog.rows("loan.amount where region = S", by: ["section"], order: .code) == ["A s", "B s"])
      #expect(try catalog.number("loan.amount where region = N") == .value(100))
    }
  }

  @Test func theMinimumIsThatOfTheDictionary() throws {
    let strict = Town.dictionary.replacing(
      "contributors: firms\n", with: "contributors: firms\n    minimum: 11\n")
    try Town.open(dictionary: strict) { catalog, _ throws in
      #expect(try catalog.number("aid.amount where departement = N1 and section = B") == .secret)
      #expect(try catalog.number("aid.amount where departement = N2 and section = B") == .secret)
    }
  }

  /// Hidden values come last, in the order of the nomenclature: their place does not tell their size.
  @Test func aHiddenCellHasNoPlaceInTheRanking() throws {
    try Town.open(["amounts.csv": "date,departement,section,amount,firms\n" + table]) { catalog, _ throws in
      #expect(
        try catalog.rows("aid.amount where section = B", by: ["departement"])
          == ["S1 200", "S2 130", "N1 s", "N2 s"])
    }
  }

  // MARK: Random tables

  private static let places = (0..<7).map { Table.Place(level: 2, entry: Int32($0)) }
  /// Seven departments in three regions, of which one has a single department.
  private static let parents: [[Int32]] = [[-1], [0, 0, 0], [0, 0, 0, 1, 1, 1, 2]]

  private func randomTable(_ dice: inout Dice) -> [(cell: Suppression.Cell, contributors: Double)] {
    let sections = Int32(dice.roll(1...5))
    var rows: [(Suppression.Cell, Double)] = []
    for place in Self.places {
      for section in 0..<sections where dice.roll(0...5) > 0 {
        let few = dice.roll(0...3) == 0
        rows.append(
          (
            Suppression.Cell(place: place, codes: [section]),
            Double(few ? dice.roll(0...2) : dice.roll(3...40))
          ))
      }
    }
    return rows
  }

  @Test func noHiddenCellOfARandomTableCanBeComputed() {
    var dice = Dice(seed: 20_210_411)
    for _ in 0..<200 {
      let rows = randomTable(&dice)
      let suppression = Suppression(rows, minimum: 3, parents: Self.parents)
      for (cell, contributors) in rows where contributors > 0 && contributors < 3 {
        #expect(suppression.isHidden(cell))
      }
      let published = Publication(rows, suppression, parents: Self.parents)
      #expect(published.computable().isEmpty, "\(rows)")
    }
  }

  /// The check is one that fails: without secondary suppression, cells can be computed.
  @Test func hidingOnlySmallCellsWouldNotDo() {
    var dice = Dice(seed: 5)
    let rows = randomTable(&dice)
    let published = Publication(rows, parents: Self.parents) { cell in
      rows.contains { $0.cell == cell && $0.contributors > 0 && $0.contributors < 3 }
    }
    #expect(!published.computable().isEmpty)
  }

  @Test func theSameTableHidesTheSameCells() {
    var dice = Dice(seed: 8)
    let rows = randomTable(&dice)
    let first = Suppression(rows, minimum: 3, parents: Self.parents)
    for _ in 0..<10 {
      #expect(Suppression(rows, minimum: 3, parents: Self.parents).hidden == first.hidden)
    }
  }

  /// Snapshots of the same rows share their equations: what one hides does not depend on the one before.
  @Test func sharedEquationsHideTheSameCells() {
    var dice = Dice(seed: 13)
    let recent = RecentEquations()
    for _ in 0..<20 {
      let rows = randomTable(&dice)
      let lattice = CellLattice(rows.map(\.cell), parents: Self.parents)
      let table = recent.equations(of: rows.map { lattice.key($0.cell) }, in: lattice)
      let shared = Suppression(table, contributors: rows.map(\.contributors), minimum: 3)
      #expect(shared.hidden == Suppression(rows, minimum: 3, parents: Self.parents).hidden)
    }
  }

  @Test func aTableWithoutSmallCellsHidesNothing() {
    let rows = Self.places.map { (cell: Suppression.Cell(place: $0, codes: [0]), contributors: 3.0) }
    #expect(Suppression(rows, minimum: 3, parents: Self.parents).hidden.isEmpty)
  }
}

/// What an outsider knows of a table: the shown cells and how cells add up. Written apart from the program's own way, in
/// whole numbers modulo a prime, so that a mistake in one is seen by the other.
private struct Publication {
  private static let prime = 1_000_003

  private var unknowns: [Suppression.Cell] = []
  /// Coefficients of the unknowns in each equation.
  private var equations: [[Int]] = []

  init(
    _ rows: [(cell: Suppression.Cell, contributors: Double)], _ suppression: Suppression, parents: [[Int32]]
  ) {
    self.init(rows, parents: parents, isHidden: suppression.isHidden)
  }

  init(
    _ rows: [(cell: Suppression.Cell, contributors: Double)], parents: [[Int32]],
    isHidden: (Suppression.Cell) -> Bool
  ) {
    // Every department, region and the country, for every section and for all: a cell is the sum of base cells.
    var members: [Suppression.Cell: [Int]] = [:]
    for (index, row) in rows.enumerated() {
      let region = parents[2][Int(row.cell.place.entry)]
      let places = [
        row.cell.place, Table.Place(level: 1, entry: region), Table.Place(level: 0, entry: 0),
      ]
      for place in places {
        for code in [row.cell.codes[0], Suppression.Cell.allCodes] {
          members[Suppression.Cell(place: place, codes: [code]), default: []].append(index)
        }
      }
    }
    unknowns = rows.map(\.cell)
    for (cell, parts) in members where !isHidden(cell) {
      var equation = [Int](repeating: 0, count: rows.count)
      for part in parts { equation[part] = 1 }
      equations.append(equation)
    }
    hidden = rows.indices.filter { isHidden(rows[$0].cell) }
  }

  private var hidden: [Int] = []

  /// Hidden base cells whose value follows from what is shown: whose unit vector is a combination of the equations.
  func computable() -> [Suppression.Cell] {
    var basis: [(pivot: Int, row: [Int])] = []
    for equation in equations {
      let rest = reduced(equation, basis)
      if let pivot = rest.firstIndex(where: { $0 != 0 }) { basis.append((pivot, normalised(rest, pivot))) }
    }
    return hidden.filter { index in
      var unit = [Int](repeating: 0, count: unknowns.count)
      unit[index] = 1
      return reduced(unit, basis).allSatisfy { $0 == 0 }
    }.map { unknowns[$0] }
  }

  private func reduced(_ row: [Int], _ basis: [(pivot: Int, row: [Int])]) -> [Int] {
    basis.reduce(row) { row, known in
      let factor = row[known.pivot]
      guard factor != 0 else { return row }
      return zip(row, known.row).map { (($0 - factor * $1) % Self.prime + Self.prime) % Self.prime }
    }
  }

  private func normalised(_ row: [Int], _ pivot: Int) -> [Int] {
    // The inverse by Fermat's little theorem.
    var (inverse, power, exponent) = (1, row[pivot], Self.prime - 2)
    while exponent > 0 {
      if exponent % 2 == 1 { inverse = inverse * power % Self.prime }
      power = power * power % Self.prime
      exponent /= 2
    }
    return row.map { $0 * inverse % Self.prime }
  }
}
