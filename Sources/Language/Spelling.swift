/// Numbers and ordinals in words.
struct Spelling: Hashable {
  /// The words of 0…100.
  let numbers: [String]
  /// The suffix of the first ordinal (masculine, feminine) and of the others.
  let firstOrdinal: [String]
  let ordinals: [String]
  /// Suffixes set raised after a number, and those raised after capitals I, V, X.
  let raised: Set<String>
  let raisedAfterRoman: Set<String>
  /// "no" before a number: its "o" is raised.
  let numberWords: [String: Int]
}

extension Language {
  /// "neuf", "vingt et un", "quatre-vingt-onze"; above a hundred, or below zero, the figure.
  public func spelled(_ count: Int) -> String {
    spelling.numbers.indices.contains(count) ? spelling.numbers[count] : number(Double(count), decimals: 0)
  }

  /// "1er", "1re", "2e".
  public func ordinal(_ rank: Int, feminine: Bool = false) -> String {
    let first = spelling.firstOrdinal[feminine ? 1 : 0]
    if rank == 1 { return "1" + first }
    let teen = (11...13).contains(rank % 100)
    return String(rank) + spelling.ordinals[teen ? 0 : min(rank % 10, spelling.ordinals.count - 1)]
  }

  /// Where a text holds an ordinal's suffix to be raised: the "er" of "1er", the "e" of "XXe", the "o" of "no 52".
  public func ordinalSuffixes(in text: String) -> [Range<String.Index>] {
    let scalars = text.unicodeScalars
    // Most texts are a name or a number, and are told apart at once.
    guard scalars.contains(where: { $0.isLetter }), scalars.contains(where: startsOrdinal) else { return [] }
    var found: [Range<String.Index>] = []
    var rest = scalars[...]
    while let start = rest.firstIndex(where: { isWord($0) }) {
      let end = rest[start...].firstIndex { !isWord($0) } ?? rest.endIndex
      rest = rest[end...]
      if let suffix = raisedSuffix(of: scalars[start..<end], followedBy: rest) { found.append(suffix) }
    }
    return found
  }

  private func raisedSuffix(
    of word: Substring.UnicodeScalarView, followedBy rest: Substring.UnicodeScalarView
  ) -> Range<String.Index>? {
    guard let first = word.first else { return nil }
    if first.isDigit {
      return raised(word.drop { $0.isDigit }, among: spelling.raised)
    }
    if isRoman(first) {
      // One capital alone would take "Xe" and the like for a century.
      let suffix = word.drop(while: isRoman)
      return word.dropFirst().first.map(isRoman) == true
        ? raised(suffix, among: spelling.raisedAfterRoman) : nil
    }
    guard rest.first?.isSpace == true, rest.dropFirst().first?.isDigit == true,
      let kept = spelling.numberWords[String(word)]
    else { return nil }
    return word.index(word.startIndex, offsetBy: kept)..<word.endIndex
  }

  private func raised(_ suffix: Substring.UnicodeScalarView, among known: Set<String>) -> Range<String.Index>?
  {
    !suffix.isEmpty && known.contains(String(suffix)) ? suffix.startIndex..<suffix.endIndex : nil
  }

  private func startsOrdinal(_ scalar: Unicode.Scalar) -> Bool { scalar.isDigit || isRoman(scalar) }

  private func isRoman(_ scalar: Unicode.Scalar) -> Bool { scalar == "I" || scalar == "V" || scalar == "X" }

  /// A code such as `1e_2` is one word, so that its letters stay where they are.
  private func isWord(_ scalar: Unicode.Scalar) -> Bool { scalar.isWordPart || scalar == "_" }
}
