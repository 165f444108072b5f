import Cartography
import Diagnostics
import Figures
import Language
import Statistics

/// Where two colours of a map meet: at the value of the whole (`total`), at the `median` of its territories, or at a
/// number, which may have a name: `300 Objectif`.
struct CentreChoice {
  private enum Kind { case total, median, number(Double, name: String?) }

  private let word: Fence.Word
  private let kind: Kind

  init(_ word: Fence.Word) throws {
    self.word = word
    let words = word.text.split(separator: " ", maxSplits: 1).map(String.init)
    switch words {
    case ["total"]: kind = .total
    case ["median"]: kind = .median
    default:
      guard let number = words.first.flatMap(Double.init), number.isFinite else {
        let expected = "`total`, `median`, or a number that may have a name, such as `300 Objectif`"
        throw Failure(Messages.badValue(word, expected: expected))
      }
      kind = .number(number, name: words.dropFirst().first)
    }
  }

  /// - Parameter table: with the territories of `level`, and the whole, in its first column.
  /// - Throws: `no-centre` where the value is not published.
  func centre(of table: Tabulation, level: String, _ language: Language) throws -> Choropleth.Centre {
    switch kind {
    case .number(let value, let name): return Choropleth.Centre(value, name: name.map(language.typography))
    case .median:
      guard let median = Quantiles(table.values(level: level)).median else { break }
      return Choropleth.Centre(median, name: language.words.median)
    case .total:
      guard let row = table.rows.last(where: { $0.role == .total }), let value = row.values[0].value else {
        break
      }
      return Choropleth.Centre(value.value, name: row.member.label)
    }
    throw Failure(Messages.noCentre(word))
  }
}
