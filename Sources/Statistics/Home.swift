import Diagnostics
import Quantities

/// The territory that a sheet is about: expressions that name no other are about it.
public struct Home: Hashable, Sendable {
  /// `departement`
  public var level: String
  public var member: Member
  /// The territories that hold it, the nearest first, without the whole country.
  public var ancestors: [Member]
}

extension Catalog {
  /// The territories of a level, each as a home: those that have figures of their own.
  public func homes(at level: String) -> [Home] {
    guard let depth = contents.territories.firstIndex(where: { $0.name == level }), depth > 0 else {
      return []
    }
    return contents.territories[depth].entries.filter { $0.population != nil }.map { entry in
      Home(level: level, member: entry.member, ancestors: ancestors(of: entry, depth: depth))
    }
  }

  private func ancestors(of entry: Level.Entry, depth: Int) -> [Member] {
    guard depth > 1, let code = entry.parent, let above = contents.territories[depth - 1][code] else {
      return []
    }
    return [above.member] + ancestors(of: above, depth: depth - 1)
  }

  /// The whole country.
  public var country: Member {
    contents.territories.first?.entries.first?.member ?? Member(level: "FR", code: "FR", label: "FR")
  }

  /// The levels of territories, from the whole country to the finest.
  public var territorialLevels: [String] { contents.territories.map(\.name) }
}
