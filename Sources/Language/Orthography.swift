/// Where a language puts spaces and which marks it uses, as `typography` applies them.
struct Orthography: Hashable {
  /// What stands between a word and this mark; empty means the mark touches the word.
  let before: [Unicode.Scalar: String]
  let openQuote: Unicode.Scalar
  let closeQuote: Unicode.Scalar
  /// Between a quotation mark and what it encloses.
  let insideQuotes: String
  /// Before a unit that follows a number in prose.
  let beforeUnit: [String: String]
  /// Words that do not part from the number after them: "n°", "p.".
  let beforeNumber: Set<String>
  /// Between a number's groups of three.
  let group: String
  /// Names of months, which do not part from the day before them, and how the first day is written.
  let months: Set<String>
  let firstDay: String
}

extension Language {
  /// Prose with the spaces, quotation marks, apostrophes and dots of the language.
  ///
  /// It leaves digits, codes and addresses as they are, and changes nothing when applied again.
  /// Lines and paragraphs must have been split before: every space is one of prose.
  public func typography(_ text: String) -> String {
    orthography.applied(to: text)
  }
}

extension Orthography {
  fileprivate func applied(to text: String) -> String {
    let quoted = withQuotes(Array(text.unicodeScalars))
    return String(scalars: joinedPairs(spaced(withDots(withApostrophes(quoted)))))
  }
}

private typealias Scalars = [Unicode.Scalar]
private typealias Word = ArraySlice<Unicode.Scalar>

// MARK: - Marks

extension Orthography {
  private func withApostrophes(_ text: Scalars) -> Scalars {
    text.indices.map { place in
      text[place] == "'" && place > 0 && text[place - 1].isLetter ? "\u{2019}" : text[place]
    }
  }

  private func withDots(_ text: Scalars) -> Scalars {
    var result: Scalars = []
    var place = 0
    while place < text.count {
      let dots = text[place...].prefix { $0 == "." }.count
      result.append(contentsOf: dots == 3 ? ["…"] : text[place..<place + max(dots, 1)])
      place += max(dots, 1)
    }
    return result
  }

  /// Straight quotation marks open and close by turns; an odd one makes all stay, since its partner is unknown.
  private func withQuotes(_ text: Scalars) -> Scalars {
    guard text.count(where: { $0 == "\"" }).isMultiple(of: 2) else { return text }
    var open = false
    return text.map { scalar in
      guard scalar == "\"" else { return scalar }
      open.toggle()
      return open ? openQuote : closeQuote
    }
  }
}

// MARK: - Spaces around marks

extension Orthography {
  /// Puts the right space before each high mark and inside each quotation.
  private func spaced(_ text: Scalars) -> Scalars {
    var result: Scalars = []
    var place = 0
    while place < text.count {
      let scalar = text[place]
      place += 1
      let next = place < text.count ? text[place] : nil
      if let space = spaceBefore(scalar, after: result, followedBy: next) {
        result.removeLast(result.count - (result.lastIndex { !$0.isSpace } ?? -1) - 1)
        result.append(contentsOf: space.unicodeScalars)
      }
      result.append(scalar)
      if scalar == openQuote, !insideQuotes.isEmpty {
        place += text[place...].prefix { $0.isSpace }.count
        result.append(contentsOf: insideQuotes.unicodeScalars)
      }
    }
    return result
  }

  /// The space a mark wants before it; `nil` when the mark is left alone.
  private func spaceBefore(
    _ mark: Unicode.Scalar, after text: Scalars, followedBy next: Unicode.Scalar?
  ) -> String? {
    if mark == closeQuote {
      return insideQuotes.isEmpty ? nil : insideQuotes
    }
    guard !mark.isWordPart, let space = before[mark] else { return nil }
    // `https://…`, `12:30`, `?a=b`: a mark inside a word belongs to it.
    if let next, next.isWordPart || next == "/" { return nil }
    // At the start of a text, a space says that a word in another style came before; nothing says so else.
    guard let last = text.last(where: { !$0.isSpace }) else { return text.isEmpty ? nil : space }
    // "(?)" and "?!" stay as they are.
    let stays = last == "(" || last == "[" || last == "!" || last == "?"
    return stays || isAddress(text) ? nil : space
  }

  /// Whether the word being written is an address, whose marks are its own.
  private func isAddress(_ text: Scalars) -> Bool {
    let start = text.lastIndex { $0.isSpace }.map { $0 + 1 } ?? 0
    return text[start...].contains("://".unicodeScalars)
  }
}

// MARK: - Pairs that a line's end must not part

extension Orthography {
  /// A number's groups, a number and its unit, a day and its month, "n°" and its number.
  private func joinedPairs(_ text: Scalars) -> Scalars {
    let words = text.split(separator: " ", omittingEmptySubsequences: false)
    guard let start = words.first else { return text }
    var result = Array(start)
    // Whether the groups before have begun a number: "8 119" may go on with "179".
    var inNumber = false
    for (first, second) in zip(words, words.dropFirst()) {
      inNumber = continuesNumber(first, with: second, started: inNumber)
      let space = inNumber ? group : space(between: bare(first), and: second)
      result.append(contentsOf: space.unicodeScalars)
      result.append(contentsOf: second)
    }
    return result
  }

  /// One to three digits, then exactly three: a number typed with plain spaces. "2020 340" is two numbers.
  private func continuesNumber(_ first: Word, with second: Word, started: Bool) -> Bool {
    let head = started ? first : bare(first)
    guard !head.isEmpty, head.allSatisfy(\.isDigit) else { return false }
    let tail = second.prefix { $0.isDigit }
    let ends = second.dropFirst(tail.count).first.map { !$0.isLetter } ?? true
    return (started || head.count <= 3 && head.first != "0") && tail.count == 3 && ends
  }

  private func space(between first: Word, and second: Word) -> String {
    if second.first?.isDigit == true {
      let word = String(scalars: first).lowercased()
      return beforeNumber.contains(word) ? Space.noBreak : " "
    }
    guard first.first?.isDigit == true else { return " " }
    let name = String(scalars: second.prefix { $0.isLetter || $0 == "%" || $0 == "€" })
    if let space = beforeUnit[name], first.last?.isDigit == true { return space }
    return months.contains(name) && isDay(String(scalars: first)) ? Space.noBreak : " "
  }

  private func isDay(_ word: String) -> Bool {
    word == firstDay || (Int(word).map { (1...31).contains($0) } ?? false)
  }

  /// Without the parenthesis or the quotation mark it starts with.
  private func bare(_ word: Word) -> Word { word.drop { !$0.isWordPart } }
}
