import Diagnostics
import Pages
import Settings
import Typesetting

extension SettingReader {
  /// Palettes by their names: `greens: { kind: sequential, colors: ["#EDF8E9", …], source: ColorBrewer }`.
  mutating func palettes(_ key: String) -> [String: Palette] {
    var palettes: [String: Palette] = [:]
    for pair in optional(key, { try $0.mapping() }) ?? [] {
      nested(pair.value, of: "the palette `\(pair.key)`") { palettes[pair.key] = Palette(&$0) }
    }
    return palettes
  }
}

extension Palette {
  fileprivate init?(_ reader: inout SettingReader) {
    let kind = reader.required("kind") { try $0.choice(Kind.self) }
    let colors = reader.required("colors") { setting in
      let colors = try setting.list().map { try $0.color() }
      guard colors.count > 1 else { throw Failure(Messages.shortPalette(at: setting.span)) }
      return colors
    }
    let source = reader.required("source") { try $0.string() }
    guard let kind, let colors, let source else { return nil }
    self.init(kind, colors, source: source)
  }
}

extension Setting {
  /// A list of colours, or the name of a palette of this kind.
  func colors(_ kind: Palette.Kind, of palettes: [String: Palette]) throws -> [Color] {
    guard case .scalar(let name, _) = value else { return try list().map { try $0.color() } }
    guard let palette = palettes[name], palette.kind == kind else {
      throw Failure(Messages.notAPalette(name, kind, among: palettes, at: span))
    }
    return palette.colors
  }
}
