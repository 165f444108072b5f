import TestSupport
import Testing

@testable import Statistics

@Suite struct SparseSystemTests {
  private func system(_ rows: [[Int: Double]], unknowns: Int) -> SparseSystem {
    var system = SparseSystem(unknowns: unknowns)
    for row in rows {
      for (unknown, factor) in row { system.add(unknown, factor: factor) }
      system.endEquation()
    }
    return system
  }

  @Test func aloneItIsKnown() {
    #expect(system([[0: 1]], unknowns: 1).determined() == [0])
    #expect(system([], unknowns: 2).determined() == [])
  }

  @Test func twoInOneEquationAreNot() { #expect(system([[0: 1, 1: 1]], unknowns: 2).determined() == []) }

  @Test func aRingOfSumsHidesAll() {
    let ring: [[Int: Double]] = [[0: 1, 1: 1], [2: 1, 3: 1], [0: 1, 2: 1], [1: 1, 3: 1]]
    #expect(system(ring, unknowns: 4).determined() == [])
  }

  @Test func whatCancelsOutIsKnown() {
    // x + y + z and y + z are known: so is x, and neither y nor z.
    #expect(system([[0: 1, 1: 1, 2: 1], [1: 1, 2: 1]], unknowns: 3).determined() == [0])
  }

  /// Beside ranks of dense rows.
  @Test(arguments: 0..<60) func aKnownUnknownIsInNoNullVector(seed: Int) {
    var dice = Dice(seed: UInt64(seed))
    let unknowns = dice.roll(2...9)
    let rows = (0..<dice.roll(1...8)).map { _ -> [Double] in
      (0..<unknowns).map { _ in Double([-1, 0, 0, 1].randomElement(using: &dice) ?? 0) }
    }
    let sparse = system(
      rows.map { row in Dictionary(uniqueKeysWithValues: row.enumerated().filter { $1 != 0 }.map { ($0, $1) })
      },
      unknowns: unknowns)
    // An unknown is fixed where the rank does not grow with an equation that names it alone.
    let expected = (0..<unknowns).filter { unknown in
      let alone = (0..<unknowns).map { $0 == unknown ? 1.0 : 0 }
      return Self.rank(rows) == Self.rank(rows + [alone])
    }
    #expect(sparse.determined() == expected)
  }

  private static func rank(_ rows: [[Double]]) -> Int {
    var rows = rows
    var rank = 0
    for column in (rows.first ?? []).indices {
      guard
        let pivot = rows.indices.dropFirst(rank).max(by: { abs(rows[$0][column]) < abs(rows[$1][column]) }),
        abs(rows[pivot][column]) > 1e-9
      else { continue }
      rows.swapAt(rank, pivot)
      for other in rows.indices where other > rank {
        let factor = rows[other][column] / rows[rank][column]
        for at in rows[other].indices { rows[other][at] -= factor * rows[rank][at] }
      }
      rank += 1
    }
    return rank
  }
}
