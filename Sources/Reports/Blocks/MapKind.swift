import Cartography
import Diagnostics
import Figures
import Language
import Layout
import Statistics
import Typesetting

extension BlockKind {
  /// A choropleth of a rate.
  static let map = BlockKind(name: "map") { fields, composer in
    var parts = try FigureParts(&fields, &composer)
    let atlas = try composer.atlas(for: fields.fence)
    parts.outlines = atlas.source
    let written = fields.required("classes")
    let classes = try written.flatMap { word in try fields.attempt { try ClassChoice(word) } }
    let within = try fields.word("within").flatMap { word in
      try fields.attempt { try TerritoryChoice(word, composer, atlas) }
    }
    let mark = try fields.word("mark").flatMap { word in
      try fields.attempt { try TerritoryChoice(word, composer, atlas) }
    }
    let inset = try fields.word("inset").flatMap { word in
      try fields.attempt { try TerritoryChoice(word, composer, atlas) }
    }
    let labels = fields.choice("label", Choropleth.Labels.self)
    let totals = fields.choice("totals", YesNo.self) ?? .no
    let centre = try fields.word("around").flatMap { word in try fields.attempt { try CentreChoice(word) } }
    var style = Choropleth.Style(&fields, &composer)
    if fields.choice("form", MapForm.self) == .tiles {
      style.form = .tiles
      fields.refuse(["inset", "scale", "label"], on: "tiles")
    }
    let circles = try fields.word("circles").flatMap { word in
      if style.form == .tiles { fields.report(Messages.badValue(word, expected: "no circles on tiles")) }
      return try fields.attempt { try composer.expression(word) }
    }
    guard var asked = try FigureQuery(&fields, &composer, isWhole: true), let level = asked.query.by.last,
      let classes
    else {
      return []
    }
    fields.checkTerritories(level, of: atlas)
    fields.check(mark, is: level)
    fields.check(inset, enlargesPartOf: within.map { atlas.extract($0.finest) } ?? atlas)
    guard !fields.collector.hasErrors else { return [] }
    if let circles { asked.query.values.append(circles) }
    let table = try asked.tabulation(composer)
    if circles != nil { fields.checkArea(table.columns.last, of: "circles") }
    style.around = try centre?.centre(of: table, level: level, composer.language)
    style.labels = labels ?? (within == nil ? .none : .all)
    if case .continuous = classes { style.isContinuous = true }
    style.marked = mark.map { Set($0.members.map(\.code)) } ?? []
    if within == nil, let written { composer.checkClasses(classes, written, of: table.values(level: level)) }
    let part = atlas.part(within, inset, composer.language)
    // Classes are those of the whole country, so that the maps of all its parts compare.
    let map = try Choropleth(
      within == nil ? table : table.extract(on: part), circles: circles.map { _ in table.columns.count - 1 },
      atlas: part,
      breaks: classes.breaks(of: table.values(level: level)),
      whole: within == nil ? nil : table.values(level: level), level: level, style: style,
      isShare: asked.query.values[0].isShareOfWhole, allowTotals: totals == .yes)
    composer.checkValues(of: table, level: level, fields.fence)
    let remarks = [
      within?.remark(fields.fence, composer.language), map.unlocatedNote(language: composer.language),
      map.totalNote(language: composer.language),
    ].compactMap { $0 }
    let noun = composer.language.words.map
    let remark = remarks.isEmpty ? nil : composer.language.clauses(remarks)
    return parts.blocks(
      map, noun: noun, snapshot: table.snapshot, cube: asked.cube, remark: remark, &composer)
  }
}

extension Composer {
  /// A map of one colour says nothing: its classes may be those of another time.
  fileprivate mutating func checkClasses(_ classes: ClassChoice, _ word: Fence.Word, of values: [Double]) {
    guard case .bounds(let bounds) = classes, values.count > bounds.count else { return }
    let used = Set(values.map { value in bounds.count { $0 <= value } })
    if used.count == 1, let low = values.min(), let high = values.max() {
      warn(Messages.oneClass(word, values: values.count, low: low, high: high))
    }
  }
}

extension Composer {
  /// A map without any value shows nothing.
  mutating func checkValues(of table: Tabulation, level: String, _ fence: Fence) {
    guard table.values(level: level).isEmpty,
      let word = fence.fields.last(where: { $0.key.text == "value" })?.value
    else { return }
    warn(Messages.nothingToMap(word))
  }
}

extension Atlas {
  /// What lies within a choice, with a frame that enlarges another.
  fileprivate func part(
    _ within: TerritoryChoice?, _ inset: TerritoryChoice?, _ language: Language
  ) -> Atlas {
    let part = within.map { extract($0.finest) } ?? self
    guard let inset else { return part }
    return part.enlarging(inset.finest, title: language.list(inset.members.map(\.label)))
  }
}

enum MapForm: String, CaseIterable { case shapes, tiles }

extension Choropleth.Style {
  /// What stands beside the classes: `palette: greens`, `print: patterns`, `scale: yes`,
  /// `distribution: no`.
  init(_ fields: inout FenceFields, _ composer: inout Composer) {
    self.init()
    palette = fields.palette(fields.word("around") == nil ? .sequential : .diverging, &composer)?.colors
    printing = fields.choice("print", Choropleth.Printing.self) ?? .color
    showsScales = fields.choice("scale", YesNo.self) == .yes
    showsDistribution = fields.choice("distribution", YesNo.self) != .no
    if printing == .patterns { fields.refuse(["around", "palette"], on: "patterns of black") }
  }
}

extension FenceFields {
  /// Reports keys that mean nothing beside another choice.
  mutating func refuse(_ keys: [String], on what: String) {
    for field in fence.fields where keys.contains(field.key.text) {
      report(Messages.badValue(field.key, expected: "no `\(field.key.text)` on \(what)"))
    }
  }

  /// Reports rows that are no territories of the atlas.
  mutating func checkTerritories(_ level: String, of atlas: Atlas) {
    let known = Set(atlas.territories.map(\.level)).sorted()
    guard !known.contains(level) else { return }
    let word = fence.fields.last { $0.key.text == "by" }?.value ?? fence.kind
    let levels = known.map { "`\($0)`" }.joined(separator: " or ")
    report(Messages.badValue(word, expected: "territories of the atlas: \(levels)"))
  }

  /// Reports a territory to mark that is none of the map's.
  fileprivate mutating func check(_ mark: TerritoryChoice?, is level: String) {
    guard let mark, mark.level != level, let word = fence.fields.last(where: { $0.key.text == "mark" })?.value
    else { return }
    report(Messages.badValue(word, expected: "a `\(level)`, as the rows of the map are"))
  }

  /// Reports a frame that would show all of the map, or what has a frame already.
  fileprivate mutating func check(_ inset: TerritoryChoice?, enlargesPartOf atlas: Atlas) {
    guard let inset, let word = fence.fields.last(where: { $0.key.text == "inset" })?.value,
      let main = atlas.panels.first(where: { $0.zoomOf == nil && $0.title.isEmpty }) ?? atlas.panels.first
    else { return }
    let shown = main.codes.count(where: inset.finest.contains)
    guard shown == 0 || shown == main.codes.count else { return }
    report(Messages.badValue(word, expected: "a part of the main land, which the map shows without a frame"))
  }

  /// A palette of the theme by its name; what readers may fail to see in it is told here.
  fileprivate mutating func palette(_ kind: Palette.Kind, _ composer: inout Composer) -> Palette? {
    guard let word = word("palette") else { return nil }
    let known = composer.edition.kit.theme.palettes
    guard let palette = known[word.text], palette.kind == kind else {
      report(Messages.notAPalette(word.text, kind, among: known, at: word.span))
      return nil
    }
    for finding in Failure(PaletteCheck.findings(palette.colors, kind)).placed(at: word.span).diagnostics {
      composer.warn(finding)
    }
    return palette
  }
}
