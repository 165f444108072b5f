/// Where a word may be divided at the end of a line.
enum WordDivision {
  struct Point: Hashable {
    /// Bytes before the division.
    var byte: Int
    var mark: Mark
    /// As that of a breakpoint.
    var penalty = 50.0

    /// What the line then ends in.
    enum Mark: Hashable {
      /// A hyphen that is not in the word.
      case added
      /// A hyphen of the word.
      case hyphen
      case slash
    }
  }

  /// After hyphens between letters, after slashes and soft hyphens; where there is a hyphenator and none of these
  /// stands in the word, also between syllables. Never in a word with a digit or a capital, which may be a number, a
  /// code, a name or an acronym.
  static func points(in word: String, hyphenator: Hyphenator?) throws -> [Point] {
    let written = writtenPoints(in: word)
    guard written.isEmpty, let hyphenator, let core = core(of: word) else { return written }
    return try hyphenator.divisions(of: core.letters).map { byte in
      // Two letters before a hyphen tell a reader little of the word.
      let short = core.letters.divided(at: byte).head.count == 2
      return Point(byte: core.start + byte, mark: .added, penalty: short ? 300 : 120)
    }
  }

  private static func writtenPoints(in word: String) -> [Point] {
    guard word.utf8.contains(where: { $0 == 0x2D || $0 == 0x2F || $0 == 0xC2 || $0 == 0xE2 }) else {
      return []
    }
    let scalars = Array(word.unicodeScalars)
    var points: [Point] = []
    var byte = 0
    for (index, scalar) in scalars.enumerated() {
      byte += UTF8.width(scalar)
      switch scalar {
      case "\u{AD}": points.append(Point(byte: byte, mark: .added))
      case "-", "\u{2010}":
        if letters(in: scalars, before: index), letters(in: scalars, after: index) {
          points.append(Point(byte: byte, mark: .hyphen))
        }
      case "/":
        // Three characters on each side: addresses and pairs of words, not `s/nd` or `km/h`.
        if index >= 3, index + 3 < scalars.count, scalars[index + 1] != "/" {
          points.append(Point(byte: byte, mark: .slash))
        }
      default: break
      }
    }
    return points.filter { $0.byte < byte }
  }

  private static func letters(in scalars: [Unicode.Scalar], before index: Int) -> Bool {
    index >= 2 && scalars[(index - 2)..<index].allSatisfy(\.properties.isAlphabetic)
  }

  private static func letters(in scalars: [Unicode.Scalar], after index: Int) -> Bool {
    index + 2 < scalars.count && scalars[(index + 1)...(index + 2)].allSatisfy(\.properties.isAlphabetic)
  }

  /// The lower-case letters after an elided article and without marks around them: `l’efficacité,` → `efficacité`.
  private static func core(of word: String) -> (letters: String, start: Int)? {
    let scalars = word.unicodeScalars
    let head = scalars.lastIndex { $0 == "’" || $0 == "'" }.map { scalars.index(after: $0) }
    let tail = scalars[(head ?? scalars.startIndex)...]
    guard let first = tail.firstIndex(where: \.properties.isAlphabetic) else { return nil }
    let letters = tail[first...].prefix(while: \.properties.isLowercase)
    let rest = tail[letters.endIndex...]
    guard letters.count >= 5, !rest.contains(where: isLetterOrDigit),
      !scalars[..<first].contains(where: { $0.properties.numericType != nil || $0.properties.isUppercase })
    else { return nil }
    return (String(letters), word.utf8.distance(from: word.startIndex, to: first))
  }

  private static func isLetterOrDigit(_ scalar: Unicode.Scalar) -> Bool {
    scalar.properties.isAlphabetic || scalar.properties.numericType != nil
  }
}
