import Diagnostics
import Memos
import Synchronization

internal import CHyphen

/// Divides words into syllables by the patterns of a language (Liang 1983), read by libhyphen.
///
/// The patterns are read when a word first needs them; threads may share one hyphenator.
public final class Hyphenator: Sendable {
  private let path: String
  private let patterns = Once<Patterns?>()
  private let known = Mutex(RecentAnswers<String, [Int]>(most: 4096))

  /// `path`: a pattern file of libhyphen, in UTF-8.
  public init(path: String) { self.path = path }

  /// Bytes of a lower-case word after which it may be divided: two letters at least before, three after.
  func divisions(of word: String) throws -> [Int] {
    let patterns = patterns.value { Patterns(path: path) }
    guard let patterns else { throw Failure(TextMessage.unreadablePatterns(path)) }
    return known.withLock { known in
      if let divisions = known.find(word) { return divisions }
      let divisions = patterns.divisions(of: word)
      known.keep(divisions, for: word)
      return divisions
    }
  }
}

/// An open pattern file.
private final class Patterns: Sendable {
  // Safe to share: libhyphen only reads a dictionary once it is loaded, and it is used under the hyphenator's lock.
  nonisolated(unsafe) private let dictionary: UnsafeMutablePointer<HyphenDict>

  init?(path: String) {
    guard let dictionary = hnj_hyphen_load(path) else { return nil }
    self.dictionary = dictionary
  }

  deinit { hnj_hyphen_free(dictionary) }

  func divisions(of word: String) -> [Int] {
    let length = word.utf8.count
    // libhyphen writes up to five bytes past the word.
    var marks = [CChar](repeating: 0, count: length + 5)
    var replacements: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>?
    var (positions, cuts): (UnsafeMutablePointer<Int32>?, UnsafeMutablePointer<Int32>?)
    let failed = hnj_hyphen_hyphenate3(
      dictionary, word, Int32(length), &marks, nil, &replacements, &positions, &cuts, 2, 3, 2, 3)
    release(replacements, positions, cuts, count: length)
    guard failed == 0 else { return [] }
    var byte = 0
    // One mark a character; an odd one allows a division after it.
    return zip(word.unicodeScalars, marks).compactMap { scalar, mark in
      byte += UTF8.width(scalar)
      return mark & 1 == 1 && byte < length ? byte : nil
    }
  }

  private func release(
    _ replacements: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>?,
    _ positions: UnsafeMutablePointer<Int32>?, _ cuts: UnsafeMutablePointer<Int32>?, count: Int
  ) {
    if let replacements {
      for index in 0..<count { free(replacements[index]) }
    }
    free(replacements)
    free(positions)
    free(cuts)
  }
}
