import Fonts
import Geometry
import Pages

/// The look of a report: page, grid, colours, text roles. Read from a file under `layouts/themes/`.
public struct Theme: Hashable, Sendable {
  public var page = PageGrid()
  public var colors = ThemeColors()
  public var text: TextRoles
  /// What a map may be coloured with in place of the theme's own colours, by name.
  public var palettes: [String: Palette] = [:]

  public init() { text = TextRoles(colors: colors) }
}

/// The page and its columns. Everything stands on the baseline grid.
public struct PageGrid: Hashable, Sendable {
  public var size = Size.a4
  public var left = Length.mm(20)
  public var right = Length.mm(20)
  public var top = Length.mm(26)
  public var bottom = Length.mm(24)
  public var columns = 12
  public var gutter = Length.mm(4)
  /// Distance between baselines of running text.
  public var baseline: Length = 14

  public init() {}

  public var measure: Length { size.width - left - right }
  public var height: Length { size.height - top - bottom }

  /// The width of `n` columns with the gutters between them.
  public func width(columns n: Int) -> Length {
    let one = (measure - gutter * Double(columns - 1)) / Double(columns)
    return one * Double(n) + gutter * Double(n - 1)
  }
}

/// Colours by what they are for.
public struct ThemeColors: Hashable, Sendable {
  public var ink = Color(0x1B1F27)
  public var navy = Color(0x14284B)
  public var grey = Color(0x4A525E)
  /// "Look here": the latest value, the mean, a figure's number; nothing else is red.
  public var accent = Color(0x9B3420)
  /// The emphasised mark.
  public var blue = Color(0x173D65)
  /// The default mark.
  public var bar = Color(0x6A98B8)
  /// "Autres".
  public var other = Color(0x8A929D)
  public var outline = Color(0x6B7480)
  public var rule = Color(0xC4C9D1)
  public var hair = Color(0xE1E4E9)
  public var vellum = Color(0xF7F4EC)
  public var band = Color(0xEFE9DA)
  /// From low to high.
  public var sequential = [0xE6EDF2, 0xB9CEDD, 0x7FA8C4, 0x3F7BA3, 0x123F66].map { Color($0) }
  public var diverging = [0x7A2417, 0xCB8470, 0xF1EFEA, 0x86AEC9, 0x123F66].map { Color($0) }
  /// The first five for any figure; those after them are told apart from one another, though not all side by side. None
  /// is like the accent, which means "look here".
  public var categorical = [
    0x173D65, 0xBD7200, 0x006654, 0x825999, 0x659F98, 0x5A398C, 0x7864C6, 0xA09264, 0x9D6B74, 0x441C40,
  ].map { Color($0) }

  public init() {}

  /// "nd": hatched.
  public var noData: Paint {
    .hatch(line: Color(0x7A828E), width: 0.5, pitch: 3, ground: .white)
  }

  /// "s": dotted.
  public var secret: Paint {
    .dots(dot: Color(0x5D6570), radius: 0.62, pitch: 3.2, ground: Color(0xF3EFE4))
  }
}

/// Text styles by role. Serif: all that is a sentence. Sans: all that is data, label or furniture.
public struct TextRoles: Hashable, Sendable {
  public var coverTitle, coverSubtitle, pageTitle, sheetTitle, lead, body, boxBody, sideBody: TextStyle
  public var overline, figureTitle, minorHeading, figureSubtitle: TextStyle
  public var tileLabel, tileFigure, tileUnit, tileChange: TextStyle
  public var tableBody, tableHead, rowLabel, axis, mapLabel, notes, footnote: TextStyle
  public var running, contentsSection, contentsEntry: TextStyle

  public init(colors c: ThemeColors) {
    func serif(_ size: Length, _ leading: Length, _ color: Color, weight: Int = 400) -> TextStyle {
      TextStyle(FontID("serif", weight), size, leading: leading, color: color)
    }
    func sans(_ size: Length, _ leading: Length, _ color: Color, weight: Int = 400) -> TextStyle {
      TextStyle(FontID("sans", weight), size, leading: leading, color: color)
    }
    func display(_ size: Length, _ leading: Length) -> TextStyle {
      TextStyle(FontID("serif-display"), size, leading: leading, color: c.navy)
    }
    coverTitle = display(50, 56)
    coverSubtitle = serif(17, 21, c.ink)
    pageTitle = display(25, 28)
    sheetTitle = display(36, 42)
    lead = serif(13, 17.5, c.ink)
    body = serif(10.5, 14, c.ink)
    boxBody = serif(11, 14, c.ink)
    sideBody = serif(10.5, 14, c.ink)
    overline = sans(8, 10, c.accent, weight: 600)
    figureTitle = sans(9, 12, c.navy, weight: 600)
    minorHeading = sans(9, 12, c.navy, weight: 600)
    figureSubtitle = sans(7.5, 9.5, c.grey)
    tileLabel = sans(7.5, 9.5, c.navy, weight: 600)
    tileFigure = TextStyle(FontID("sans-display", 500), 25, leading: 28, color: c.navy)
    tileUnit = TextStyle(FontID("sans-display", 500), 10, leading: 12, color: c.navy)
    tileChange = sans(7.5, 9.5, c.grey)
    tableBody = sans(7.5, .pt(35.0 / 3), c.ink)
    tableHead = sans(7, 9, c.navy, weight: 600)
    rowLabel = sans(8, 14, c.ink)
    axis = sans(7, 8.5, c.grey)
    mapLabel = sans(6.25, 7.5, c.ink)
    notes = sans(7, .pt(28.0 / 3), c.grey)
    footnote = serif(8, 10.5, c.ink)
    running = sans(7.5, 9.5, c.grey)
    contentsSection = serif(13, 17.5, c.navy)
    contentsEntry = sans(8, 12.5, c.grey)
  }
}
