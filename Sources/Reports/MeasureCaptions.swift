import Figures
import Language
import Quantities
import Statistics

/// What a figure calls its measures: their name in the dictionary, and what is taken of them.
struct MeasureCaptions {
  private let catalog: Catalog
  private let edition: CalendarDate
  private let language: Language

  init(_ composer: Composer) {
    (catalog, edition, language) = (composer.edition.catalog, composer.edition.date, composer.language)
  }

  /// "Montant versé, variation du 2 au 11 avril 2021, Bretagne".
  ///
  /// - Parameter isSeries: of many days, each with its interval.
  func label(_ column: Tabulation.Column, of expression: Expression, isSeries: Bool = false) -> String {
    let parts =
      [column.label, change(column, of: expression, isSeries: isSeries)]
      + filters(of: expression).map { $0.member.shortLabel }
    return language.typography(parts.compactMap { $0 }.joined(separator: ", "))
  }

  /// What all measures leave out: "section : Hébergement et restauration". `nil` where they leave out nothing.
  func scope(commonTo expressions: [Expression]) -> String? {
    guard let first = expressions.first else { return nil }
    let common = filters(of: first).filter { filter in
      expressions.allSatisfy { filters(of: $0).contains { $0.member == filter.member } }
    }
    let parts = common.map { level, member in
      "\(catalog.label(ofLevel: level).lowercasedFirst)\(language.words.colon)\(member.label)"
    }
    return parts.isEmpty ? nil : language.typography(language.clauses(parts))
  }

  /// "variation du 2 au 11 avril 2021", "écart", "part de l’ensemble".
  private func change(_ column: Tabulation.Column, of expression: Expression, isSeries: Bool) -> String? {
    let say = Sentences(language)
    if expression.isShare { return say.say(.shareCaption) }
    guard column.isChange else { return nil }
    guard column.spansInterval else { return say.say(.differenceCaption) }
    guard !isSeries, let snapshot = snapshot(of: expression), let from = snapshot.previous else {
      return say.say(.changesCaption)
    }
    return say.say(.changeCaption, ["period": language.period(from: from, to: snapshot.date)])
  }

  private func snapshot(of expression: Expression) -> Snapshot? {
    guard let cube = expression.cube.flatMap(catalog.cube) else { return nil }
    return try? catalog.snapshot(of: cube, edition: expression.date ?? edition)
  }

  /// Those that the report wrote: not the territory of a sheet, which all of its figures are about.
  private func filters(of expression: Expression) -> [(level: String, member: Member)] {
    expression.filters.compactMap { filter in
      let isHome = catalog.home?.level == filter.dimension && catalog.home?.member.code == filter.code
      guard !isHome, let member = catalog.member(filter.code, of: filter.dimension) else { return nil }
      return (filter.dimension, member)
    }
  }
}
