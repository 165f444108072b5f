/// Where a language puts spaces and which marks it uses, as `typography` applies them.
struct Orthography: Hashable {
  /// What stands between a word and this mark; empty means the mark touches the word.
  let before: [Character: String]
  let openQuote: String
  let closeQuote: String
  /// Between a quotation mark and what it encloses.
  let insideQuotes: String
  /// Before a unit that follows a number in prose.
  let beforeUnit: [String: String]
  /// Words that do not part from the number after them: "n°", "p.".
  let beforeNumber: Set<String>
  /// Names of months, which do not part from the day before them.
  let months: Set<String>
}

extension Language {
  /// Prose with the spaces, quotation marks, apostrophes and dots of the language.
  ///
  /// It leaves numbers, codes and addresses as they are, and changes nothing when applied again.
  /// Lines and paragraphs must have been split before: every space is one of prose.
  public func typography(_ text: String) -> String {
    let quoted = withQuotes(Array(text))
    let words = String(withDots(withApostrophes(quoted)))
    return joinedPairs(spaced(words))
  }

  // MARK: - Marks

  private func withApostrophes(_ text: [Character]) -> [Character] {
    text.indices.map { place in
      guard text[place] == "'", place > 0, text[place - 1].isLetter else { return text[place] }
      return "\u{2019}"
    }
  }

  private func withDots(_ text: [Character]) -> [Character] {
    var result: [Character] = []
    var place = 0
    while place < text.count {
      let dots = text[place...].prefix { $0 == "." }.count
      result.append(contentsOf: dots == 3 ? ["…"] : text[place..<place + max(dots, 1)])
      place += max(dots, 1)
    }
    return result
  }

  /// Straight quotation marks open and close by turns; an odd one makes all stay, since its partner is unknown.
  private func withQuotes(_ text: [Character]) -> [Character] {
    guard text.count(where: { $0 == "\"" }).isMultiple(of: 2) else { return text }
    var open = false
    return text.flatMap { character -> [Character] in
      guard character == "\"" else { return [character] }
      open.toggle()
      return Array(open ? orthography.openQuote : orthography.closeQuote)
    }
  }

  // MARK: - Spaces

  /// Puts the right space before each high mark and inside each quotation.
  private func spaced(_ text: String) -> String {
    let text = Array(text)
    var result: [Character] = []
    var place = 0
    while place < text.count {
      let character = text[place]
      place += 1
      if let space = spaceBefore(character, after: result, followedBy: place < text.count ? text[place] : nil)
      {
        while let last = result.last, isSpace(last) { result.removeLast() }
        result.append(contentsOf: space)
      }
      result.append(character)
      if orthography.openQuote == String(character), !orthography.insideQuotes.isEmpty {
        while place < text.count, isSpace(text[place]) { place += 1 }
        result.append(contentsOf: orthography.insideQuotes)
      }
    }
    return String(result)
  }

  /// The space a mark wants before it; `nil` when the mark is left alone.
  private func spaceBefore(
    _ mark: Character, after text: [Character], followedBy next: Character?
  ) -> String? {
    if orthography.closeQuote == String(mark) {
      return orthography.insideQuotes.isEmpty ? nil : orthography.insideQuotes
    }
    guard let space = orthography.before[mark] else { return nil }
    // `https://…`, `12:30`, `?a=b`: a mark inside a word belongs to it.
    if let next, next.isLetter || next.isNumber || next == "/" { return nil }
    // At the start of a text, a space says that a word in another style came before; nothing says so else.
    guard let word = text.last(where: { !isSpace($0) }) else { return text.isEmpty ? nil : space }
    // "(?)" and "?!" stay as they are.
    let stays = word == "(" || word == "[" || word == "!" || word == "?"
    return stays || isAddress(text) ? nil : space
  }

  /// Whether the word being written is an address, whose marks are its own.
  private func isAddress(_ text: [Character]) -> Bool {
    let word = text.suffix(while: { !isSpace($0) })
    return String(word).contains("://")
  }

  /// A number's groups, a number and its unit, a day and its month, "n°" and its number: pairs that a line's end
  /// must not part.
  private func joinedPairs(_ text: String) -> String {
    let words = text.split(separator: " ", omittingEmptySubsequences: false)
    guard var result = words.first.map(String.init) else { return text }
    // How the groups before have begun a number: "8 119" may go on with "179".
    var inNumber = false
    for (first, second) in zip(words, words.dropFirst()) {
      inNumber = continuesNumber(first, with: second, started: inNumber)
      result += inNumber ? marks.group : space(between: bare(first), and: second)
      result += second
    }
    return result
  }

  /// One to three digits, then exactly three: a number typed with plain spaces. "2020 340" is two numbers.
  private func continuesNumber(_ first: Substring, with second: Substring, started: Bool) -> Bool {
    let head = started ? first : bare(first)
    let tail = second.prefix { $0.isNumber }
    let ends = second.dropFirst(tail.count).first.map { !$0.isLetter } ?? true
    return isDigits(head) && (started || head.count <= 3 && head.first != "0") && tail.count == 3 && ends
  }

  private func space(between first: Substring, and second: Substring) -> String {
    let startsWithDigit = second.first?.isNumber ?? false
    if orthography.beforeNumber.contains(first.lowercased()) {
      return startsWithDigit ? Space.noBreak : " "
    }
    let name = String(second.prefix { $0.isLetter || $0 == "%" || $0 == "€" })
    if let space = orthography.beforeUnit[name], first.last?.isNumber == true { return space }
    return orthography.months.contains(name) && isDay(first) ? Space.noBreak : " "
  }

  private func isDay(_ word: Substring) -> Bool {
    word == calendar.firstDay || (Int(word).map { (1...31).contains($0) } ?? false)
  }

  private func isDigits(_ word: Substring) -> Bool { !word.isEmpty && word.allSatisfy(\.isNumber) }

  /// Without the parenthesis or the quotation mark it starts with.
  private func bare(_ word: Substring) -> Substring { word.drop { !$0.isLetter && !$0.isNumber } }

  private func isSpace(_ character: Character) -> Bool {
    character == " " || character == "\u{A0}" || character == "\u{202F}"
  }
}

extension Array where Element == Character {
  /// The longest end all of whose characters fit.
  fileprivate func suffix(while fits: (Character) -> Bool) -> ArraySlice<Character> {
    let start = lastIndex { !fits($0) }.map { $0 + 1 } ?? startIndex
    return self[start...]
  }
}
