import Cartography
import Diagnostics
import Language
import Statistics

/// Territories that a map is about, as an author names them: `departement = 29`, `departement = 22, 29`, `region = 53`,
/// `region of departement = 29`.
struct TerritoryChoice {
  let level: String
  let members: [Member]

  /// The codes of the finest level inside.
  let finest: Set<String>
  /// The territory above the first one; `nil` for the uppermost level.
  let parent: Member?

  /// - Parameter word: its `{{ … }}` are filled from the report's parameters.
  init(_ word: Fence.Word, _ composer: Composer, _ atlas: Atlas) throws {
    let text = try composer.text(word)
    let sides = text.split(separator: "=").map { $0.split(whereSeparator: \.isWhitespace).map(String.init) }
    let known = Set(atlas.territories.map(\.level)).sorted()
    guard sides.count == 2, !sides[1].isEmpty, let below = sides[0].last,
      sides[0].count == 1 || (sides[0].count == 3 && sides[0][1] == "of")
    else {
      throw Failure(Messages.badValue(word, expected: "a level and a code: `\(known.last ?? "region") = 53`"))
    }
    for level in [sides[0][0], below] where !known.contains(level) {
      throw Failure(Messages.notAChoice(word.named(level), known: known))
    }
    let codes = sides[1].joined().split(separator: ",").map(String.init)
    let found = try codes.map { code in
      guard let territory = atlas.territory(level: below, code: code) else {
        let others = atlas.territories(level: below).map(\.code)
        throw Failure(Messages.unknownTerritory(word.named(code), level: below, known: others))
      }
      return territory
    }
    level = sides[0][0]
    let chosen = level == below ? found : found.compactMap { Self.parent(of: $0, atlas) }
    members = chosen.map(\.member)
    finest = chosen.reduce(into: []) { $0.formUnion(atlas.members(of: $1.code, level: $1.level)) }
    parent = chosen.first.flatMap { Self.parent(of: $0, atlas) }.map(\.member)
  }

  /// Which part of the scope a map shows, "carte : Bretagne"; nothing where the author says the scope.
  func remark(_ fence: Fence, _ language: Language) -> String? {
    guard !fence.fields.contains(where: { $0.key.text == "scope" }) else { return nil }
    return language.words.map.lowercasedFirst + language.words.colon + language.list(members.map(\.label))
  }

  private static func parent(of territory: Atlas.Territory, _ atlas: Atlas) -> Atlas.Territory? {
    guard let code = territory.parent, let level = atlas.level(above: territory.level) else { return nil }
    return atlas.territory(level: level, code: code)
  }
}

extension Fence.Word {
  /// The same place, with the part of it that is meant.
  fileprivate func named(_ text: String) -> Fence.Word { Fence.Word(text: text, span: span) }
}

extension Tabulation {
  /// The rows of what an atlas draws alone: neither total nor what has no place.
  func extract(on atlas: Atlas) -> Tabulation {
    var copy = self
    copy.rows = rows.filter { ($0.role == .member || $0.role == .group) && atlas.draws($0.member) }
    return copy
  }
}

extension Atlas {
  func draws(_ member: Member) -> Bool { territory(level: member.level, code: member.code) != nil }
}
