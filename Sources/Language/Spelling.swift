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
    guard mayHoldOrdinal(text) else { return [] }
    var found: [Range<String.Index>] = []
    var start = text.startIndex
    while start < text.endIndex {
      guard isWord(text[start]) else {
        start = text.index(after: start)
        continue
      }
      let end = text[start...].firstIndex { !isWord($0) } ?? text.endIndex
      if let suffix = raisedSuffix(of: text[start..<end], followedBy: text[end...]) { found.append(suffix) }
      start = end
    }
    return found
  }

  /// Most texts are a name or a number: those are told apart without reading them letter by letter.
  private func mayHoldOrdinal(_ text: String) -> Bool {
    var hasLetter = false
    var hasNumber = false
    for byte in text.utf8 {
      hasLetter = hasLetter || (0x61...0x7A).contains(byte)
      hasNumber = hasNumber || (0x30...0x39).contains(byte) || byte == 0x49 || byte == 0x56 || byte == 0x58
    }
    return hasLetter && hasNumber
  }

  private func raisedSuffix(of word: Substring, followedBy rest: Substring) -> Range<String.Index>? {
    if let kept = spelling.numberWords[String(word)], startsWithNumber(rest) {
      return word.index(word.startIndex, offsetBy: kept)..<word.endIndex
    }
    let digits = word.prefix { $0.isASCII && $0.isNumber }
    let roman = word.prefix { "IVX".contains($0) }
    let raisable = digits.isEmpty ? spelling.raisedAfterRoman : spelling.raised
    // One capital alone would take "Xe" and the like for a century.
    let end = digits.isEmpty ? (roman.count > 1 ? roman.endIndex : word.endIndex) : digits.endIndex
    let suffix = word[end...]
    return raisable.contains(String(suffix)) ? suffix.startIndex..<suffix.endIndex : nil
  }

  private func startsWithNumber(_ rest: Substring) -> Bool {
    guard let space = rest.first, space.isWhitespace else { return false }
    return rest.dropFirst().first?.isNumber ?? false
  }

  /// A code such as `1e_2` is one word, so that its letters stay where they are.
  private func isWord(_ character: Character) -> Bool {
    character.isLetter || character.isNumber || character == "_"
  }
}
