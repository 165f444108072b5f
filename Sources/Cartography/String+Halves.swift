extension String {
  /// The two parts of a compound name, as equal as they can be; the whole where it is one word.
  var halves: [String] {
    let breaks = indices.filter { self[$0] == "-" || self[$0] == " " }
    let middle = Double(count) / 2
    let best = breaks.min {
      (Double(distance(from: startIndex, to: $0)) - middle).magnitude
        < (Double(distance(from: startIndex, to: $1)) - middle).magnitude
    }
    guard let best else { return [self] }
    let head = self[best] == "-" ? self[...best] : self[..<best]
    return [String(head), String(self[index(after: best)...])]
  }
}
