import Cartography
import Export
import Figures
import Fonts
import Geometry
import Language
import Pages
import Quantities
import Settings
import Statistics
import Typesetting

/// Maps of invented values on the outlines of France, at the size of a full page.
struct Bench {
  /// `land`: the base map alone.
  enum Kind: String, CaseIterable { case land, choropleth, circles, locator }

  struct Cost: CustomStringConvertible {
    var milliseconds: Double
    var bytes: Int

    static func - (a: Cost, b: Cost) -> Cost {
      Cost(milliseconds: a.milliseconds - b.milliseconds, bytes: a.bytes - b.bytes)
    }

    func divided(by count: Int) -> Cost {
      Cost(milliseconds: milliseconds / Double(count), bytes: bytes / count)
    }

    var description: String { "\(rounded(milliseconds)) ms, \(bytes) bytes" }
  }

  /// How many maps the document of several holds.
  static let many = 101

  private let atlas: Atlas
  private let fonts: FontLibrary
  private let kit: Kit
  private let size = Size(width: 482, height: 378)

  init() throws {
    atlas = try Atlas.load(path: "data/atlas/france.atlas")
    fonts = try FontLibrary.load(manifest: try fileText("fonts/fonts.yaml"))
    kit = Kit(typesetter: Typesetter(fonts: fonts, language: .french), theme: Theme())
  }

  /// Values differ from map to map, outlines do not.
  func frame(_ kind: Kind, _ seed: Int) throws -> Frame {
    switch kind {
    case .choropleth:
      return try Choropleth(values(seed, .rate), atlas: atlas, breaks: [20, 40, 60, 80]).frame(
        size: size, kit: kit)
    case .land: return try LocatorMap([], atlas: atlas).frame(size: size, kit: kit)
    case .circles: return try SymbolMap(values(seed, .stock), atlas: atlas).frame(size: size, kit: kit)
    case .locator:
      let codes = atlas.territories(level: "departement")
      let place = codes[seed * 4 % codes.count]
      let member = Member(level: place.level, code: place.code, label: place.name)
      return try LocatorMap(member, atlas: atlas).frame(size: size, kit: kit)
    }
  }

  private func values(_ seed: Int, _ kind: Quantities.Kind) -> Tabulation {
    let unit = kind == .rate ? Unit(.euro, per: .count("habitants")) : Unit.euro
    let column = Tabulation.Column(expression: "amount", label: "Montant", unit: unit, kind: kind)
    let rows = atlas.territories(level: "departement").enumerated().map { index, place in
      Tabulation.Row(
        member: Member(level: place.level, code: place.code, label: place.name),
        values: [.value(Quantity(Double((index * 37 + seed * 11) % 101 + 1), unit, kind))])
    }
    let snapshot = Snapshot(date: CalendarDate(dayNumber: 18_728), previous: nil, source: "Invention")
    return Tabulation(columns: [column], rows: rows, snapshot: snapshot)
  }

  /// A page for each frame, with nothing else on it.
  func document(_ frames: [Frame]) throws -> Cost {
    var bytes = 0
    let document = paged(frames)
    let time = try best { bytes = try PDFExporter.pdf(document, fonts: fonts).count }
    return Cost(milliseconds: time, bytes: bytes)
  }

  func blank(pages: Int) throws -> Cost {
    try document(Array(repeating: Frame(size: .a4), count: pages))
  }

  private func paged(_ frames: [Frame]) -> PagedDocument {
    var structure = Structure(language: "fr")
    let pages = frames.enumerated().map { index, map in
      let box = Rect(origin: Point(x: 56, y: 74), size: size)
      let node = structure.add(.figure, alternative: "Carte")
      var frame = Frame(size: .a4)
      frame.place(map, at: box.origin, owner: .node(node))
      return PagedDocument.Page(frame: frame, label: "\(index + 1)")
    }
    return PagedDocument(
      pages: pages, structure: structure, bookmarks: [],
      properties: .init(title: "Mesure", author: "Vélin", language: "fr", created: "2021-04-11T00:00:00Z"))
  }

  /// Milliseconds of the best of five rounds.
  func best(_ work: () throws -> Void) rethrows -> Double {
    let clock = ContinuousClock()
    let times = try (0..<5).map { _ in try clock.measure(work) }
    guard let least = times.min() else { return 0 }
    return Double(least.components.attoseconds) / 1e15 + Double(least.components.seconds) * 1e3
  }
}

/// To a hundredth.
func rounded(_ value: Double) -> Double { (value * 100).rounded() / 100 }
