import Figures
import Geometry
import Language
import Pages
import Quantities
import Statistics
import Typesetting

/// Small bar charts: one panel a group, or a measure, all with the same rows and on the same axis.
public struct BarMultiples: Sendable {
  let table: Tabulation
  let names: [String]
  let highlight: [String]
  private let panels: TablePanels

  /// - Parameters:
  ///   - table: groups and their members, or one column a panel, all in the unit of the first.
  ///   - names: of the panels, in place of their own.
  ///   - highlight: codes of the members that stand out.
  ///   - ordered: bars stand in the order of the table, and not by size.
  public init(
    _ table: Tabulation, names: [String] = [], highlight: [String] = [],
    ordered: Bool = false
  ) {
    (self.table, self.names, self.highlight) = (table, names, highlight)
    panels = TablePanels(table, ordered: ordered)
  }

  private func name(_ panel: Int) -> String {
    names.indices.contains(panel) ? names[panel] : panels.panels[panel].name
  }

  private func numbers(_ language: Language) -> NumberForm {
    let column = table.columns.first
    return NumberForm(
      panels.numbers, unit: column?.unit ?? Unit(.one), kind: column?.kind ?? .count,
      signed: column?.isChange == true, language: language)
  }
}

extension BarMultiples: RowPicture {
  public var tables: [Tabulation] { [table.isGrouped ? table : table.naming(names)] }

  public func naturalHeight(width: Length, kit: Kit) throws -> Length {
    try facets(width, kit).height(width: width, kit: kit)
  }

  public func frame(size: Size, kit: Kit) throws -> Frame {
    try facets(size.width, kit).frame(size: size, kit: kit)
  }

  private func facets(_ width: Length, _ kit: Kit) throws -> Facets {
    // The first member stands on top.
    let members = Array(panels.members.reversed())
    var names = CategoryAxis(members.map(\.shortLabel))
    names.side = max(min(110, width * 0.3), min(try names.widestWord(kit), width * 0.5))
    let pitch = (try names.side(kit: kit).map(\.text.height).max() ?? 8.5) + 2
    // Narrower panels before a second row of them, each with all names.
    let each = (width - names.side) / Double(max(panels.panels.count, 1)) - 13
    let least = min(78, max(each, 44))
    let axis = try axis(width: max(each, least), kit)
    let plots = panels.panels.indices.map { plot($0, members, axis, names, kit) }
    return Facets(plots, least: least, plotHeight: pitch * Double(max(members.count, 2)))
  }

  private func plot(
    _ panel: Int, _ members: [Member], _ axis: NumberAxis, _ names: CategoryAxis, _ kit: Kit
  ) -> Plot {
    let (numbers, colors) = (numbers(kit.language), kit.theme.colors)
    let values = members.map { panels.panels[panel].values[$0] ?? .unavailable }
    let bars = members.indices.map { row -> Mark in
      let strong = highlight.contains(members[row].code)
      return .bar(
        Datum(0, Double(row)), Datum(values[row].number, Double(row)), thickness: 6.5,
        strong ? colors.accent : colors.bar)
    }
    let zero = Mark.link(Datum(0, -0.5), Datum(0, Double(members.count) - 0.5), Pen(colors.ink, 0.6))
    var plot = Plot(x: axis, y: names, marks: bars + [zero])
    plot.labels = members.indices.map { row in
      var label = PlotLabel(
        numbers.text(values[row]), kit.theme.text.axis.colored(colors.ink),
        at: Datum(values[row].finite?.value ?? 0, Double(row)), radius: 0.5, hasLeader: false)
      label.isOptional = values[row].value != nil
      return label
    }
    plot.title = name(panel)
    plot.zeroLine = false
    return plot
  }

  /// With room for a number behind the longest bar of a panel so wide.
  private func axis(width: Length, _ kit: Kit) throws -> NumberAxis {
    let (all, numbers) = (panels.numbers, numbers(kit.language))
    let (low, high) = (min(all.min() ?? 0, 0), max(all.max() ?? 0, 0))
    let widest = try all.map { try kit.name(numbers.text($0), kit.theme.text.axis).width }.max() ?? .zero
    let number = widest + 4
    let share = width > number ? number.ratio(to: width - number) : 1
    let room = (high - low) * min(max(share, 0.3), 1)
    return NumberAxis(
      [low < 0 ? low - room : 0, high + room], numbers: numbers, tight: true, count: 2)
  }

  // MARK: Words

  public func subtitle(language: Language) -> String? {
    Sentences(language).say(.barMultiplesSubtitle, ["unit": numbers(language).axisTitle])
  }

  /// Every published bar with its panel, the largest first.
  private var ranked: [(panel: Int, member: Member, value: Quantity)] {
    panels.panels.indices.flatMap { panel in
      panels.members.compactMap { member in
        panels.panels[panel].values[member]?.finite.map { (panel, member, $0) }
      }
    }.enumerated().sorted { a, b in
      (b.element.2.value, a.offset) < (a.element.2.value, b.offset)
    }.map(\.element)
  }

  public func alternative(language: Language) -> String {
    let (say, ranked) = (Sentences(language), ranked)
    let label = say.inSentence(table.columns.first?.label ?? "")
    let head = say.say(
      .barMultiples,
      [
        "count": String(panels.panels.count), "label": "\(label), \(panels.count(language))",
        "date": language.date(table.snapshot.date),
      ])
    func sentence(_ phrase: Sentences.Phrase, _ bar: (panel: Int, member: Member, value: Quantity)) -> String
    {
      say.say(
        phrase,
        ["name": bar.member.label, "panel": name(bar.panel), "amount": language.phrase(bar.value)])
    }
    return TableFacts.text(
      head, ranked.first.map { sentence(.panelsMost, $0) } ?? say.say(.nothingPublished),
      ranked.count > 1 ? ranked.last.map { sentence(.panelsLeast, $0) } : nil)
  }

  public func reading(language: Language) -> String? {
    ranked.first.map { bar in
      Sentences(language).say(
        .linesEndNow,
        ["name": "\(bar.member.label) (\(name(bar.panel)))", "amount": language.phrase(bar.value)])
    }
  }
}
