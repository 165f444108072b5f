/// The smallest element first (a binary heap).
struct Heap<Element: Comparable> {
  private var elements: [Element] = []

  mutating func insert(_ element: Element) {
    elements.append(element)
    var child = elements.count - 1
    while child > 0, elements[child] < elements[(child - 1) / 2] {
      elements.swapAt(child, (child - 1) / 2)
      child = (child - 1) / 2
    }
  }

  mutating func popFirst() -> Element? {
    guard let first = elements.first else { return nil }
    elements.swapAt(0, elements.count - 1)
    elements.removeLast()
    var parent = 0
    while let child = [2 * parent + 1, 2 * parent + 2].filter({ $0 < elements.count })
      .min(by: { elements[$0] < elements[$1] }), elements[child] < elements[parent]
    {
      elements.swapAt(child, parent)
      parent = child
    }
    return first
  }
}

/// Finds the points near a place: the plane cut into square cells.
struct GridIndex {
  private static let size = 2000
  private let low: GridPoint
  private let columns: Int
  private var cells: [[Int]]

  init(_ points: some Sequence<GridPoint>) {
    var (low, high) = (GridPoint(x: .max, y: .max), GridPoint(x: .min, y: .min))
    for point in points {
      low = GridPoint(x: min(low.x, point.x), y: min(low.y, point.y))
      high = GridPoint(x: max(high.x, point.x), y: max(high.y, point.y))
    }
    self.low = low
    columns = low.x > high.x ? 0 : (high.x - low.x) / Self.size + 1
    let rows = low.x > high.x ? 0 : (high.y - low.y) / Self.size + 1
    cells = Array(repeating: [], count: columns * rows)
  }

  private func cell(_ point: GridPoint) -> Int {
    (point.y - low.y) / Self.size * columns + (point.x - low.x) / Self.size
  }

  mutating func insert(_ id: Int, at point: GridPoint) { cells[cell(point)].append(id) }

  mutating func remove(_ id: Int, at point: GridPoint) {
    let cell = cell(point)
    if let place = cells[cell].firstIndex(of: id) { cells[cell].remove(at: place) }
  }

  /// Whether `test` holds for every point in the cells that the box around `corners` touches.
  func all(around corners: [GridPoint], _ test: (Int) -> Bool) -> Bool {
    let xs = corners.map(\.x).sorted()
    let ys = corners.map(\.y).sorted()
    let from = cell(GridPoint(x: xs[0], y: ys[0]))
    let to = cell(GridPoint(x: xs[xs.count - 1], y: ys[ys.count - 1]))
    for row in from / columns...to / columns {
      for column in from % columns...to % columns where !cells[row * columns + column].allSatisfy(test) {
        return false
      }
    }
    return true
  }
}
