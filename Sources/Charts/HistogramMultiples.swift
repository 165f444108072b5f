import Figures
import Geometry
import Language
import Pages
import Quantities
import Statistics
import Typesetting

/// Small histograms with the same bins and axes: one panel a group, or a measure.
public struct HistogramMultiples: Sendable {
  let table: Tabulation
  let names: [String]
  let highlight: [String]
  private let panels: TablePanels
  private let edges: [Double]

  /// - Parameters:
  ///   - table: groups and their members, or one column a panel, all in the unit of the first.
  ///   - names: of the panels, in place of their own.
  ///   - rule: how the values of all panels are divided; by default a round width that makes about 12 bins.
  ///   - highlight: the names of the panels that stand out.
  public init(
    _ table: Tabulation, names: [String] = [], rule: BinRule? = nil,
    highlight: [String] = []
  ) {
    (self.table, self.names, self.highlight) = (table, names, highlight)
    panels = TablePanels(table)
    let all = panels.numbers
    let range = (all.min() ?? 0)...(all.max() ?? 0)
    edges = Bins(all, rule ?? .width(Ticks(inside: range, count: 12).step)).edges
  }

  private func name(_ panel: Int) -> String {
    names.indices.contains(panel) ? names[panel] : panels.panels[panel].name
  }

  private func numbers(_ language: Language) -> NumberForm {
    let column = table.columns.first
    return NumberForm(
      panels.numbers, unit: column?.unit ?? Unit(.one), kind: column?.kind ?? .count, language: language)
  }

  /// Bars of unequal bins are as high as their density, in counts per the narrowest.
  private func heights(_ panel: Int) -> [Double] {
    let bins = Bins(panels.panels[panel].numbers, .edges(edges))
    guard !bins.isUniform else { return bins.counts.map(Double.init) }
    return zip(bins.counts, widths).map { Double($0) * least / $1 }
  }

  private var widths: [Double] { zip(edges.dropFirst(), edges).map { $0 - $1 } }
  private var least: Double { widths.min() ?? 1 }
}

extension HistogramMultiples: Picture {
  public var tables: [Tabulation] { [table.isGrouped ? table : table.naming(names)] }

  public func naturalHeight(width: Length, kit: Kit) throws -> Length {
    try facets(kit).height(width: width, kit: kit)
  }

  public func frame(size: Size, kit: Kit) throws -> Frame { try facets(kit).frame(size: size, kit: kit) }

  private func facets(_ kit: Kit) -> Facets {
    let all = panels.panels.indices.map(heights)
    let numbers = numbers(kit.language)
    var counts = NumberForm(all.flatMap(\.self), unit: Unit(.count("")), kind: .count, language: kit.language)
    counts.scale = .one
    let x = EdgeAxis(edges, ticks: edges, numbers: numbers.telling(edges, step: least))
    let y = NumberAxis(all.flatMap(\.self) + [1], numbers: counts, count: 3)
    return Facets(
      panels.panels.indices.map { panel in
        var plot = Plot(x: x, y: y, marks: bars(all[panel], strong: highlight.contains(name(panel)), kit))
        let median = panels.panels[panel].numbers.median
        plot.title = [name(panel), median.map { numbers.telling([$0], step: $0).text($0) }].compactMap(\.self)
          .joined(separator: "\u{2002}")
        plot.annotations = median.map { [.upright($0, name: "", Pen(kit.theme.colors.accent, 0.8))] } ?? []
        return plot
      })
  }

  private func bars(_ heights: [Double], strong: Bool, _ kit: Kit) -> [Mark] {
    heights.enumerated().map { bin, height in
      .rect(
        Datum(edges[bin], 0), Datum(edges[bin + 1], height),
        strong ? kit.theme.colors.blue : kit.theme.colors.bar, joint: bin == 0 ? 0 : 0.5)
    }
  }

  // MARK: Words

  private func phrase(_ value: Double, _ language: Language) -> String {
    let column = table.columns.first
    return language.phrase(Quantity(value, column?.unit ?? Unit(.one), column?.kind ?? .count))
  }

  public func subtitle(language: Language) -> String? {
    Sentences(language).say(.histogramMultiplesSubtitle, ["width": phrase(least, language)])
  }

  /// The panels with published values, the highest median first.
  private var ranked: [(panel: Int, median: Double)] {
    panels.panels.indices.compactMap { panel in
      panels.panels[panel].numbers.median.map { (panel, $0) }
    }.sorted { ($1.median, $0.panel) < ($0.median, $1.panel) }
  }

  public func alternative(language: Language) -> String {
    let (say, ranked) = (Sentences(language), ranked)
    let label = say.inSentence(table.columns.first?.label ?? "")
    let head = say.say(
      .histogramMultiples,
      [
        "count": String(panels.panels.count), "label": "\(label), \(panels.count(language))",
        "date": language.date(table.snapshot.date),
      ])
    return TableFacts.text(
      head, ranked.first.map { sentence($0.panel, $0.median, language) } ?? say.say(.nothingPublished),
      ranked.count > 1 ? ranked.last.map { sentence($0.panel, $0.median, language) } : nil)
  }

  public func reading(language: Language) -> String? {
    ranked.first.map { sentence($0.panel, $0.median, language) }
  }

  private func sentence(_ panel: Int, _ median: Double, _ language: Language) -> String {
    let (say, level) = (Sentences(language), panels.members.first?.level ?? "")
    guard panels.panels[panel].numbers.count > 1 else {
      return say.say(.linesEndNow, ["name": name(panel), "amount": phrase(median, language)])
    }
    return say.say(
      .panelReading,
      [
        "panel": name(panel), "count": String(panels.panels[panel].numbers.count),
        "members": LevelNouns(language).plural(level) ?? LevelNouns(language).anyValue,
        "amount": phrase(median, language),
      ])
  }
}
