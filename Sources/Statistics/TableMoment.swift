/// One snapshot of a table: its rows by territory, and what may not be shown of them.
struct TableMoment: Sendable {
  /// Neighbouring rows of one territory.
  struct Run: Sendable {
    var place: Table.Place
    var rows: Range<Int>
  }

  /// In the order of the file.
  let runs: [Run]
  private let runsOfPlace: [Table.Place: [Int]]
  let suppression: Suppression

  init(_ places: ArraySlice<Table.Place>, suppression: Suppression) {
    var runs: [Run] = []
    for (row, place) in zip(places.indices, places) {
      if runs.last?.place == place {
        runs[runs.count - 1].rows = runs[runs.count - 1].rows.lowerBound..<row + 1
      } else {
        runs.append(Run(place: place, rows: row..<row + 1))
      }
    }
    self.runs = runs
    runsOfPlace = Dictionary(grouping: runs.indices) { runs[$0].place }
    self.suppression = suppression
  }

  var isEmpty: Bool { runs.isEmpty }

  func runs(of place: Table.Place) -> [Run] { runsOfPlace[place]?.map { runs[$0] } ?? [] }
}
