import Figures
import Geometry
import Language
import Pages
import Quantities
import Statistics
import Typesetting

/// Two values a row on one axis, joined: a territory (full dot) beside its reference (open dot), or two dates.
public struct Dumbbell: Sendable {
  let table: Tabulation
  let rows: [Tabulation.Row]
  let names: [String]

  /// - Parameters:
  ///   - table: one row a member; the first column is the full dot, the second the open one.
  ///   - names: of the two dots, in place of the columns' labels.
  public init(_ table: Tabulation, names: [String] = []) {
    self.table = table
    rows = table.rows.filter { $0.depth == 0 && $0.role != .total && $0.role != .unlocated }
    self.names = names
  }

  private func name(_ column: Int) -> String {
    if names.indices.contains(column) { return names[column] }
    return table.columns.indices.contains(column) ? table.columns[column].label : ""
  }

  /// Members that have a value in one column alone: in the other, they are inside what is left over.
  private var onesided: [Tabulation.Row] {
    rows.filter { !$0.isRemainder && ($0.value(0).finite == nil) != ($0.value(1).finite == nil) }
  }

  /// What the first exceeds the second by; not available of two remainders that do not hold the same members.
  private func gap(_ row: Tabulation.Row) -> Published<Quantity> {
    guard !row.isRemainder || onesided.isEmpty else { return .unavailable }
    return row.value(0).combined(with: row.value(1)) { Quantity($0.value - $1.value, $0.unit, $0.kind) }
  }

  private var numbers: [Double] {
    rows.flatMap { [$0.value(0).number, $0.value(1).number] }.filter(\.isFinite)
  }
}

extension Dumbbell: RowPicture {
  public var tables: [Tabulation] { [table.naming(names)] }

  private static let radius: Length = 3.1

  public func naturalHeight(width: Length, kit: Kit) throws -> Length {
    let named = try names(at: plot(kit).drawing(width: width, kit: kit), kit)
    return try plot(kit, hasLegend: named == nil).height(width: width, kit: kit)
  }

  public func frame(size: Size, kit: Kit) throws -> Frame {
    let drawing = try plot(kit).drawing(width: size.width, kit: kit)
    guard let names = try names(at: drawing, kit) else {
      return try plot(kit, hasLegend: true).frame(size: size, kit: kit)
    }
    var frame = Frame(size: size)
    frame.place(drawing.frame, at: .zero)
    for (name, place) in names { frame.place(name, at: place) }
    return frame
  }

  /// - Parameter hasLegend: for names without room beside the dots.
  private func plot(_ kit: Kit, hasLegend: Bool = false) -> RowPlot {
    let axis = NumberAxis(numbers, numbers: form(kit.language), tight: true)
    var plot = RowPlot(grid(kit), axis: axis, marks: marks(kit))
    guard hasLegend else { return plot }
    plot.legend = [
      LegendEntry(.color(kit.theme.colors.accent), name(0), shape: .dot),
      LegendEntry(.color(kit.theme.colors.ink), name(1), shape: .ring),
    ]
    return plot
  }

  private func marks(_ kit: Kit) -> [Mark] {
    let colors = kit.theme.colors
    return rows.indices.flatMap { index -> [Mark] in
      let own = Datum(rows[index].value(0).number, Double(index))
      let other = Datum(rows[index].value(1).number, Double(index))
      return [
        .link(own, gap(rows[index]).finite == nil ? Datum(own.x, .nan) : other, Pen(colors.other, 1.8)),
        .dot(other, radius: Self.radius, colors.ink, open: true),
        .dot(own, radius: Self.radius, colors.accent, open: false),
      ]
    }
  }

  /// The names of the two dots of the first row that has both, and where they stand: under their dots or beside them,
  /// inside the plot; `nil` where one has no room.
  private func names(at drawing: RowDrawing, _ kit: Kit) throws -> [(name: Frame, place: Point)]? {
    guard let row = rows.indices.first(where: { gap(rows[$0]).finite != nil }) else { return [] }
    let (style, layout, x) = (kit.theme.text.mapLabel, drawing.layout, drawing.x)
    let inside = Rect(
      x: layout.plot.lowerBound - 6, y: .zero, width: layout.plot.upperBound - layout.plot.lowerBound + 12,
      height: drawing.height)
    var placement = LabelPlacement(bounds: inside)
    for text in drawing.frame.texts() { placement.block(text.box) }
    for mark in marks(kit) { mark.block(in: &placement, x: x, y: layout.rows) }
    var names: [(name: Frame, place: Point)] = []
    let values = [rows[row].value(0).number, rows[row].value(1).number]
    for column in [0, 1] {
      let color = column == 0 ? kit.theme.colors.accent : kit.theme.colors.ink
      let label = try kit.name(name(column), style.weight(column == 0 ? 600 : 400).colored(color))
      let at = Point(x: x(values[column]), y: layout.middle(row))
      let outwards: Double = values[column] >= values[1 - column] ? 0 : 1
      let below = [0.5, outwards, 1 - outwards].map {
        Point(x: at.x - label.width * $0, y: at.y + Self.radius + 0.6)
      }
      let beside = Point(
        x: outwards == 0 ? at.x + Self.radius + 3 : at.x - Self.radius - 3 - label.width,
        y: at.y - label.height / 2)
      guard let place = placement.place(label.size, at: below + [beside]) else { return nil }
      names.append((label, place))
    }
    return names
  }

  private func form(_ language: Language) -> NumberForm {
    let column = table.columns.first
    return NumberForm(
      numbers, unit: column?.unit ?? Unit(.one), kind: column?.kind ?? .rate,
      signed: column?.isChange == true, language: language)
  }

  private func grid(_ kit: Kit) -> RowGrid {
    let (style, colors, form) = (kit.theme.text.rowLabel, kit.theme.colors, form(kit.language))
    let small = kit.theme.text.axis
    var gaps = form
    gaps.signed = true
    func head(_ text: String, _ style: TextStyle) -> StyledText { kit.typesetter.styled(text, style) }
    func cells(_ style: TextStyle, _ text: (Tabulation.Row) -> String) -> [StyledText] {
      rows.map { kit.typesetter.styled(text($0), style) }
    }
    let bold = style.weight(600).colored(colors.accent)
    let language = kit.language
    return RowGrid(
      rows.map { RowGrid.Row($0, language) },
      [
        RowGrid.Column(
          head(name(0), small.weight(600).colored(colors.accent)), cells(bold) { form.text($0.value(0)) }),
        RowGrid.Column(
          head(name(1), small.colored(colors.ink)), cells(style) { form.text($0.value(1)) }, rank: 1),
        RowGrid.Column(
          head(gapHead(language), small), cells(style) { gaps.text(gap($0)) }, rank: 2),
      ], pitch: 15.75, headroom: 14)
  }

  /// "écart, pts" of shares, else "écart".
  private func gapHead(_ language: Language) -> String {
    Sentences(language).say(table.columns.first?.unit.measure == .one ? .gapPoints : .gap)
  }

  // MARK: Words

  public func subtitle(language: Language) -> String? {
    return "\(form(language).axisTitle), \(language.dataOf(table.snapshot.date).lowercasedStart)"
  }

  public func alternative(language: Language) -> String {
    let facts = TableFacts(table, rows: rows, language: language)
    let label = facts.say.say(.dumbbellLabel, ["own": name(0), "other": name(1)])
    return TableFacts.text(
      facts.subject(.dumbbellChart, label: label), facts.extremes, widest.flatMap { sentence($0, language) },
      facts.hidden)
  }

  /// Why what is left over has no gap.
  public func remark(language: Language) -> String? {
    guard let rest = rows.first(where: \.isRemainder), !onesided.isEmpty else { return nil }
    let names = language.list(onesided.map(\.member.shortLabel))
    return Sentences(language).say(.unlikeRest, ["rest": rest.member.label, "names": names])
  }

  public func reading(language: Language) -> String? {
    (rows.first { gap($0).finite != nil }).flatMap { sentence($0, language) }
  }

  /// The row whose values differ most.
  private var widest: Tabulation.Row? {
    rows.filter { gap($0).finite != nil }.max { gap($0).number.magnitude < gap($1).number.magnitude }
  }

  private func sentence(_ row: Tabulation.Row, _ language: Language) -> String? {
    guard let own = row.value(0).finite, let other = row.value(1).finite, let gap = gap(row).finite else {
      return nil
    }
    let isShare = gap.unit.measure == .one
    let difference = isShare ? language.points(gap.value) : language.amount(gap, signed: true)
    return Sentences(language).say(
      .dumbbellRow,
      [
        "row": row.member.label, "own": name(0), "amount": language.amount(own), "other": name(1),
        "reference": language.amount(other), "gap": difference,
      ])
  }
}

extension String {
  /// "données au 11 avril" inside a line.
  var lowercasedStart: String { prefix(1).lowercased() + dropFirst() }
}
