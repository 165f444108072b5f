import Figures
import Language
import Quantities
import Statistics

/// What a map says in words.
struct MapSentences {
  let values: TerritoryValues
  let language: Language
  /// The values of the whole that this is a part of, whose median is told; `nil`: it is no part.
  private let whole: [Double]?
  private let words: MapWords
  private let text: ValueText

  init(_ values: TerritoryValues, of whole: [Double]? = nil, language: Language) {
    (self.values, self.whole, self.language) = (values, whole, language)
    words = MapWords(language)
    text = ValueText(values, language: language)
  }

  /// What, the extremes, then the median of a rate or the total of amounts, and what is hidden.
  var alternative: String {
    let count = "\(values.rows.count) \(words.territories(values.level))"
    let what = sentence("\(language.words.map)\(language.words.colon)\(values.column.label), \(count)")
    return ([what] + [extremes, middle, gaps].compactMap { $0 }).joined(separator: " ")
  }

  var extremes: String? {
    let ranked = values.ranked
    guard let high = ranked.first, let low = ranked.last else { return sentence(words.noValue) }
    guard ranked.count > 1 else {
      return sentence(
        "\(named(high.member, .none))\(language.words.colon)\(text.phrase(high.quantity.value))")
    }
    let (top, bottom) = (named(high.member, .none), named(low.member, .none))
    return sentence(
      language.clauses([
        "\(words.highest)\(language.words.colon)\(top), \(text.phrase(high.quantity.value))",
        "\(words.lowest)\(language.words.colon)\(bottom), \(text.phrase(low.quantity.value))",
      ]))
  }

  private var middle: String? {
    if values.column.kind == .rate {
      let name = language.words.median.capitalizedFirst + (whole == nil ? "" : " " + scope)
      return median.map { sentence("\(name)\(language.words.colon)\(text.phrase($0))") }
    }
    return values.total?.value.map {
      let name = isSumOfPublished($0.value) ? words.published : language.words.total
      return sentence("\(name)\(language.words.colon)\(language.phrase($0))")
    }
  }

  private var median: Double? { whole.map { Quantiles($0).median } ?? values.median?.value }

  /// "des départements", "de l’ensemble des départements".
  private var scope: String {
    (whole == nil ? words.of : words.ofAll).replacing("{levels}", with: words.territories(values.level))
  }

  /// Whether the total is that of what is published, beside parts that are withheld.
  private func isSumOfPublished(_ total: Double) -> Bool {
    guard values.secretCount > 0 else { return false }
    let sum = (values.rows + values.unlocated).compactMap(\.value.value?.value).reduce(0, +)
    return abs(sum - total) <= 1e-9 * abs(total)
  }

  /// How many territories each class holds, from high to low.
  func counts(_ counts: [Int], of classes: ValueClasses) -> String? {
    guard counts.contains(where: { $0 > 0 }) else { return nil }
    let parts = zip(classes.words(text), counts).reversed().map { "\($0)\(language.words.colon)\($1)" }
    return sentence(
      "\(words.classes)\(language.words.colon)\(parts.joined(separator: language.words.semicolon))")
  }

  private var gaps: String? {
    let missing = values.unavailableCount > 1 ? words.missing.last : words.missing.first
    let parts = [(values.secretCount, words.hidden), (values.unavailableCount, missing ?? "")]
      .filter { $0.0 > 0 }.map { "\($0.0) \($0.1)" }
    return parts.isEmpty ? nil : sentence(parts.joined(separator: ", "))
  }

  /// Reads the highest value aloud beside the median.
  var reading: String? {
    guard let high = values.ranked.first else { return nil }
    let claim =
      if values.column.isChange {
        named(high.member, .none) + language.words.colon
          + "\(text.number(high.quantity.value)) \(text.unitLabel)"
      } else if let verb = verb(after: high.member) {
        "\(named(high.member, .none)) \(verb) \(text.phrase(high.quantity.value))"
      } else {
        "\(named(high.member, .in)), \(text.phrase(high.quantity.value))"
      }
    guard values.column.kind == .rate, let median else { return sentence(claim) }
    let times = times(high.quantity.value, over: median)
    let pattern = times >= 2 ? words.timesMedian : words.besideMedian
    let words = pattern.replacing("{times}", with: language.spelled(times))
      .replacing("{of}", with: scope).replacing("{median}", with: text.amount(median))
    return sentence(claim + ", " + words)
  }

  /// More than so many times, both of the values and of the numbers that are printed beside it.
  private func times(_ value: Double, over median: Double) -> Int {
    guard median > 0 else { return 0 }
    let ratio = min(value / median, text.rounded(value) / text.rounded(median))
    guard ratio.isFinite, ratio < 1e6 else { return 0 }
    return Int((ratio - 1e-9).rounded(.up)) - 1
  }

  /// The unit and the date: "Euros par habitant, au 11 avril 2021". A change has two dates, which its caption says.
  var subtitle: String {
    let unit = text.unitName
    let name = unit.first?.isLetter == true ? unit.capitalizedFirst : "\(words.inUnit) \(unit)"
    let date = values.column.spansInterval ? "" : ", \(words.at) \(language.date(values.date))"
    return language.typography(name + date)
  }

  private func named(_ member: Member, _ preposition: Preposition) -> String {
    language.withArticle(member, preposition)
  }

  /// `nil` where none is sure to be true: who owes money later has not received it.
  private func verb(after member: Member) -> String? {
    let verbs: [String]
    switch values.column.unit.measure {
    case .euro where values.column.isReceived: verbs = words.received
    case .euro, .one: return nil
    case .hour, .day, .count: verbs = words.has
    }
    let isPlural = member.article == 4 && language.tag.hasPrefix("fr")
    return isPlural ? verbs.last : verbs.first
  }

  var unlocated: String? {
    let parts = values.unlocated.compactMap { row in
      row.value.value.map {
        "\(language.phrase($0)) \(row.isPlace ? row.member.label : row.member.label.lowercasedFirst)"
      }
    }
    let list = parts.joined(separator: ", ")
    return parts.isEmpty ? nil : language.typography("\(words.notShown)\(language.words.colon)\(list)")
  }

  private func sentence(_ text: String) -> String { language.typography(text + ".") }
}

extension Language {
  /// A territory in a sentence: "la Corse", "dans le Rhône".
  func withArticle(_ member: Member, _ preposition: Preposition = .none) -> String {
    withArticle(member.label, article: member.article ?? 0, preposition: preposition)
  }
}
