import Diagnostics
import Fonts
import Geometry
import Pages
import Settings
import Typesetting

extension Theme {
  /// Reads a theme file. What it does not name keeps the default look; every mistake is reported at once.
  static func read(_ setting: Setting) throws -> Theme {
    var theme = Theme()
    var reader = SettingReader(setting, of: "a theme")
    if let page = reader.optional("page", { $0 }) { theme.page.read(page, &reader) }
    theme.palettes = reader.palettes("palettes")
    if let colors = reader.optional("colors", { $0 }) {
      theme.colors.read(colors, named: theme.palettes, &reader)
    }
    theme.text = TextRoles(colors: theme.colors)
    if let text = reader.optional("text", { $0 }) { theme.text.read(text, &reader) }
    try reader.finish()
    return theme
  }
}

extension SettingReader {
  /// Reads a nested mapping with a reader of its own and keeps its findings.
  mutating func nested(_ setting: Setting, of subject: String, _ body: (inout SettingReader) -> Void) {
    var inner = SettingReader(setting, of: subject)
    body(&inner)
    do {
      try inner.finish()
    } catch let failure as Failure {
      report(failure.diagnostics)
    } catch {
      report([Messages.unreadable("\(error)", at: setting.span)])
    }
  }

  mutating func length(_ key: String, _ unit: (Double) -> Length, into length: inout Length) {
    if let value = double(key) { length = unit(value) }
  }
}

extension PageGrid {
  /// Margins and gutter in millimetres, the baseline in points.
  fileprivate mutating func read(_ setting: Setting, _ outer: inout SettingReader) {
    outer.nested(setting, of: "a theme's page") { reader in
      reader.length("left", Length.mm, into: &left)
      reader.length("right", Length.mm, into: &right)
      reader.length("top", Length.mm, into: &top)
      reader.length("bottom", Length.mm, into: &bottom)
      reader.length("gutter", Length.mm, into: &gutter)
      reader.length("baseline", Length.pt, into: &baseline)
      columns = reader.integer("columns") ?? columns
    }
  }
}

extension ThemeColors {
  fileprivate static let single: [(String, WritableKeyPath<ThemeColors, Color> & Sendable)] = [
    ("ink", \.ink), ("navy", \.navy), ("grey", \.grey), ("accent", \.accent), ("blue", \.blue),
    ("bar", \.bar),
    ("other", \.other), ("outline", \.outline), ("rule", \.rule), ("hair", \.hair), ("vellum", \.vellum),
    ("band", \.band),
  ]

  fileprivate static let scales: [(Palette.Kind, WritableKeyPath<ThemeColors, [Color]> & Sendable)] = [
    (.sequential, \.sequential), (.diverging, \.diverging), (.categorical, \.categorical),
  ]

  /// Single colours, and scales: a list of colours, or the name of a palette.
  fileprivate mutating func read(
    _ setting: Setting, named palettes: [String: Palette], _ outer: inout SettingReader
  ) {
    outer.nested(setting, of: "a theme's colors") { reader in
      for (name, path) in Self.single {
        if let color = reader.optional(name, { try $0.color() }) { self[keyPath: path] = color }
      }
      for (kind, path) in Self.scales {
        if let colors = reader.optional(kind.rawValue, { try $0.colors(kind, of: palettes) }) {
          self[keyPath: path] = colors
        }
      }
    }
  }
}

extension TextRoles {
  fileprivate static let roles: [(String, WritableKeyPath<TextRoles, TextStyle> & Sendable)] = [
    ("cover-title", \.coverTitle), ("cover-subtitle", \.coverSubtitle), ("page-title", \.pageTitle),
    ("sheet-title", \.sheetTitle), ("lead", \.lead), ("body", \.body), ("box-body", \.boxBody),
    ("side-body", \.sideBody), ("overline", \.overline), ("figure-title", \.figureTitle),
    ("minor-heading", \.minorHeading), ("figure-subtitle", \.figureSubtitle), ("tile-label", \.tileLabel),
    ("tile-figure", \.tileFigure), ("tile-unit", \.tileUnit), ("tile-change", \.tileChange),
    ("table-body", \.tableBody), ("table-head", \.tableHead), ("row-label", \.rowLabel), ("axis", \.axis),
    ("map-label", \.mapLabel), ("notes", \.notes), ("footnote", \.footnote), ("running", \.running),
    ("contents-section", \.contentsSection), ("contents-entry", \.contentsEntry),
  ]

  /// Each role: `font: serif 400`, `size: 10.5`, `leading: 14` (points), `color: "#1B1F27"`.
  fileprivate mutating func read(_ setting: Setting, _ outer: inout SettingReader) {
    outer.nested(setting, of: "a theme's text") { reader in
      for (name, path) in Self.roles {
        guard let role = reader.optional(name, { $0 }) else { continue }
        var style = self[keyPath: path]
        reader.nested(role, of: "the text role `\(name)`") { style.read(&$0) }
        self[keyPath: path] = style
      }
    }
  }
}

extension TextStyle {
  fileprivate mutating func read(_ reader: inout SettingReader) {
    if let font = reader.optional("font", { try $0.font() }) { self.font = font }
    reader.length("size", Length.pt, into: &size)
    reader.length("leading", Length.pt, into: &leading)
    if let color = reader.optional("color", { try $0.color() }) { self.color = color }
  }
}

extension Setting {
  func color() throws -> Color {
    guard let color = Color(hex: try string()) else {
      throw Failure(Messages.notAColor(try string(), at: span))
    }
    return color
  }

  /// `serif 400` or `sans 600 italic`.
  fileprivate func font() throws -> FontID {
    let words = try string().split(separator: " ").map(String.init)
    guard words.count == 2 || (words.count == 3 && words[2] == "italic"), let weight = Int(words[1]) else {
      throw Failure(Messages.notAFont(try string(), at: span))
    }
    return FontID(words[0], weight, italic: words.count == 3)
  }
}
