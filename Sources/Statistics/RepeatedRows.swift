import Diagnostics

extension Table {
  /// What a row is about.
  struct Key: Hashable, Sendable {
    var date: Int32
    var place: Place
    var codes: [Int32]
  }

  /// Each row about the date, the territory and the codes of a row before it, with the first such row.
  func repeatedRows() -> [(first: Int, again: Int)] {
    let packed = packedKeys()
    if zip(packed, packed.dropFirst()).allSatisfy({ $0 < $1 }) { return [] }
    let sorted = packed.sorted()
    guard zip(sorted, sorted.dropFirst()).contains(where: { $0 == $1 }) else { return [] }
    // Only now, because it is slow: which rows, and whether they are really the same.
    var first: [Key: Int] = [:]
    var repeated: [(first: Int, again: Int)] = []
    for row in dates.indices {
      let key = Key(date: dates[row], place: places[row], codes: codes.map { $0[row] })
      if let before = first[key] { repeated.append((before, row)) } else { first[key] = row }
    }
    return repeated
  }

  /// A number for each row, the same for the same date, territory and codes. They rise where the file is sorted.
  ///
  /// The numbers of very large nomenclatures may wrap round, so that rows of one number may still differ.
  private func packedKeys() -> [UInt64] {
    let start = dates.min() ?? 0
    let columns = [dates.map { $0 - start }, places.map { Int32($0.level) }, places.map(\.entry)] + codes
    var keys = [UInt64](repeating: 0, count: count)
    for column in columns {
      let size = UInt64(column.max() ?? 0) + 1
      for row in keys.indices { keys[row] = keys[row] &* size &+ UInt64(truncatingIfNeeded: column[row]) }
    }
    return keys
  }
}

extension TableBuilder {
  /// Reports the rows that stand twice in the file, as many as `most`: one of them is wrong, and nobody knows which.
  mutating func reportRepeatedRows(in bytes: UnsafeBufferPointer<UInt8>, most: Int) {
    for (first, again) in table.repeatedRows().prefix(most) {
      let line = 1 + bytes[..<starts[first]].count { $0 == 0x0A }
      let place = CSVReader.place(ofLineAt: starts[again], in: bytes, path: schema.path)
      collector.add(Messages.repeatedRow(of: line, at: place))
    }
  }
}
