/// Chooses a place for each label: the set is improved one label at a time until nothing gains (the local search of
/// Christensen, Marks and Shieber, 1995), then two at a time.
struct CalloutSearch {
  typealias Place = CalloutPlacement.Place

  /// Of each label, cheapest first; labels come in order of importance.
  let candidates: [[Place]]
  /// Which of its candidates each label takes.
  private var chosen: [Int?]

  /// What a label without a place costs, and what each of its conflicts does.
  private static let conflict = 10_000.0

  init(candidates: [[Place]]) {
    self.candidates = candidates
    chosen = candidates.map { $0.isEmpty ? nil : 0 }
  }

  var places: [Place?] { candidates.indices.map(place) }

  private func place(_ label: Int) -> Place? { chosen[label].map { candidates[label][$0] } }

  private func cost(_ label: Int) -> Double { place(label)?.cost ?? Self.conflict }

  /// The other labels that a place would clash with.
  private func conflicts(_ candidate: Place, of label: Int) -> [Int] {
    candidates.indices.filter { other in
      other != label && place(other).map { CalloutPlacement.clash(candidate, $0) } == true
    }
  }

  /// One label at a time takes its best place among the others.
  mutating func improve() {
    for _ in 0..<20 {
      let before = chosen
      for label in candidates.indices where chosen[label] != nil {
        let scores = candidates[label].map {
          $0.cost + Self.conflict * Double(conflicts($0, of: label).count)
        }
        chosen[label] = scores.indices.min { scores[$0] < scores[$1] }
      }
      if chosen == before { break }
    }
  }

  /// Labels that clash are left out, the last ones first.
  mutating func leaveOut() {
    for label in candidates.indices.reversed() {
      if let here = place(label), !conflicts(here, of: label).isEmpty { chosen[label] = nil }
    }
  }

  /// A label takes a cheaper place that is free, or that one other label yields, as long as both together gain.
  mutating func exchange() {
    for _ in 0..<5 {
      let before = chosen
      for label in candidates.indices { takeCheaper(label) }
      if chosen == before { break }
    }
  }

  private mutating func takeCheaper(_ label: Int) {
    let now = cost(label)
    for (index, candidate) in candidates[label].enumerated() {
      guard candidate.cost < now else { return }
      let others = conflicts(candidate, of: label)
      guard others.count < 2 else { continue }
      let before = chosen[label]
      chosen[label] = index
      guard let other = others.first else { return }
      if let way = wayOut(of: other, for: now - candidate.cost) {
        chosen[other] = way
        return
      }
      chosen[label] = before
    }
  }

  /// The cheapest place free of conflicts that a label may move to, if that costs less than another gains.
  private func wayOut(of label: Int, for gain: Double) -> Int? {
    candidates[label].firstIndex { $0.cost >= cost(label) + gain || conflicts($0, of: label).isEmpty }
      .flatMap { candidates[label][$0].cost < cost(label) + gain ? $0 : nil }
  }
}
