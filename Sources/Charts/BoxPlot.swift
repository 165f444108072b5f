import Figures
import Geometry
import Language
import Pages
import Quantities
import Statistics
import Typesetting

/// The spread of the members of each group: a box from the first to the third quartile, the median in it, whiskers
/// to the last values within 1.5 times the box, dots beyond.
///
/// After John W. Tukey, Exploratory Data Analysis (1977); quartiles of type 7 (Hyndman and Fan, 1996). A group of
/// fewer than five values is drawn as dots: a box would pretend to know more.
public struct BoxPlot: Sendable {
  struct Group: Hashable {
    var name: Tabulation.Row?
    var label: String
    var values: [(member: Member, value: Double)]

    static func == (a: Group, b: Group) -> Bool { a.label == b.label && a.name == b.name }
    func hash(into hasher: inout Hasher) { hasher.combine(label) }

    var quantiles: Quantiles { Quantiles(values.map(\.value)) }
    var isBox: Bool { values.count >= 5 }

    /// The least and the greatest value within 1.5 times the box.
    var whiskers: (low: Double, high: Double)? {
      guard let low = quantiles(0.25), let high = quantiles(0.75) else { return nil }
      let reach = 1.5 * (high - low)
      let inside = quantiles.sorted.filter { $0 >= low - reach && $0 <= high + reach }
      return inside.first.flatMap { first in inside.last.map { (first, $0) } }
    }

    var outliers: [(member: Member, value: Double)] {
      guard isBox, let whiskers else { return values }
      return values.filter { $0.value < whiskers.low || $0.value > whiskers.high }
    }
  }

  let table: Tabulation
  let groups: [Group]
  let scale: NumberAxis.Form

  /// - Parameters:
  ///   - table: groups with their members (`region > departement`), or members alone: then one box a column.
  ///   - most: so many groups, those of the highest medians; `nil` for all.
  public init(
    _ table: Tabulation, names: [String] = [], most: Int? = nil, scale: NumberAxis.Form = .linear
  ) {
    self.scale = scale
    let grouped = Self.groups(of: table)
    if grouped.contains(where: { $0.values.count > 1 }) {
      let sorted = grouped.sorted { a, b in
        let (x, y) = (a.quantiles.median ?? -.infinity, b.quantiles.median ?? -.infinity)
        return x == y ? a.label < b.label : x > y
      }
      groups = Array(sorted.prefix(most ?? sorted.count))
      var kept = table.keeping(groups.compactMap(\.name?.member))
      let level = grouped.first?.name?.member.level ?? ""
      kept.excerpt = Excerpt(of: level, shown: groups.count, whole: sorted.count)
      self.table = kept
    } else {
      self.table = table.naming(names)
      let alike = table.columns.indices.filter { table.columns[$0].unit == table.columns[0].unit }
      groups = alike.map { column in
        Group(
          name: nil, label: names.indices.contains(column) ? names[column] : table.columns[column].label,
          values: table.rows.filter { $0.role == .member }.compactMap { row in
            row.value(column).finite.map { (row.member, $0.value) }
          })
      }
    }
  }

  private static func groups(of table: Tabulation) -> [Group] {
    var groups: [Group] = []
    for row in table.rows where row.role == .group || row.role == .member {
      if row.role == .group {
        // A group of one stands for its member.
        let alone = row.value(0).finite.map { [(member: row.member, value: $0.value)] } ?? []
        groups.append(Group(name: row, label: row.member.label, values: alone))
      } else if row.depth > 0, let last = groups.indices.last, let value = row.value(0).finite {
        let opens = groups[last].values.first?.member == groups[last].name?.member
        groups[last].values = (opens ? [] : groups[last].values) + [(row.member, value.value)]
      }
    }
    return groups
  }
}

extension Tabulation {
  /// These groups alone, each with its members.
  fileprivate func keeping(_ groups: [Member]) -> Tabulation {
    var copy = self
    var isKept = false
    copy.rows = rows.filter { row in
      if row.depth == 0 { isKept = row.role == .total || groups.contains(row.member) }
      return isKept
    }
    return copy
  }
}

extension BoxPlot: RowPicture {
  public var tables: [Tabulation] { [table] }

  public func naturalHeight(width: Length, kit: Kit) throws -> Length {
    try plot(kit).height(width: width, kit: kit)
  }

  public func frame(size: Size, kit: Kit) throws -> Frame { try plot(kit).frame(size: size, kit: kit) }

  private var numbers: [Double] { groups.flatMap { $0.values.map(\.value) } }

  private func form(_ language: Language) -> NumberForm {
    let head = table.columns.first
    return NumberForm(
      numbers, unit: head?.unit ?? Unit(.one), kind: head?.kind ?? .count, signed: head?.isChange == true,
      language: language)
  }

  private func plot(_ kit: Kit) -> RowPlot {
    let form = form(kit.language)
    let axis = NumberAxis(numbers, numbers: form, form: scale, origin: false, tight: true, count: 5)
    let (style, small) = (kit.theme.text.rowLabel, kit.theme.text.axis)
    let medians = groups.map { $0.quantiles.median.map { form.text($0) } ?? kit.language.text(.unavailable) }
    let counts = groups.map { String($0.values.count) }
    let grid = RowGrid(
      groups.map { group in
        RowGrid.Row(kit.language.typography(group.label))
      },
      [
        RowGrid.Column(kit.language.words.median, small, medians, style, kit: kit),
        RowGrid.Column(
          kit.language.columnUnit(Unit(.count(""))), small, counts, style.colored(kit.theme.colors.grey),
          rank: 1, kit: kit),
      ], pitch: 16)
    var plot = RowPlot(grid, axis: axis, marks: groups.indices.flatMap { marks($0, kit) })
    plot.labels = farthest(kit)
    return plot
  }

  private func marks(_ index: Int, _ kit: Kit) -> [Mark] {
    let (group, y, colors) = (groups[index], Double(index), kit.theme.colors)
    let dots = group.outliers.map { outlier in
      Mark.dot(Datum(drawn(outlier.value), y), radius: 2, colors.bar, open: group.isBox)
    }
    guard group.isBox, let low = group.quantiles(0.25), let high = group.quantiles(0.75),
      let median = group.quantiles.median, let whiskers = group.whiskers
    else { return dots }
    return [
      .link(Datum(drawn(whiskers.low), y), Datum(drawn(whiskers.high), y), Pen(colors.outline, 0.8)),
      .tick(Datum(drawn(whiskers.low), y), length: 5, width: 0.8, colors.outline),
      .tick(Datum(drawn(whiskers.high), y), length: 5, width: 0.8, colors.outline),
      .bar(Datum(drawn(low), y), Datum(drawn(high), y), thickness: 9, colors.bar),
      .tick(Datum(drawn(median), y), length: 11, width: 1.6, colors.ink),
    ] + dots
  }

  private func drawn(_ value: Double) -> Double { scale == .log && value <= 0 ? .nan : value }

  /// The three values farthest out, named.
  private func farthest(_ kit: Kit) -> [PlotLabel] {
    let out = groups.enumerated().flatMap { index, group in
      group.isBox ? group.outliers.map { (row: index, outlier: $0) } : []
    }
    return out.sorted { $0.outlier.value > $1.outlier.value }.prefix(3).map { row, outlier in
      PlotLabel(
        outlier.member.shortLabel, kit.theme.text.mapLabel, at: Datum(drawn(outlier.value), Double(row)),
        radius: 2.5, hasLeader: false)
    }
  }

  // MARK: Words

  public func subtitle(language: Language) -> String? {
    form(language).axisTitle + Sentences(language).suffix(scale)
  }

  /// The members in the boxes; a group of one stands for its member.
  private var members: [Tabulation.Row] {
    let level = table.rows.first { $0.role == .member }?.member.level
    return table.rows.filter { $0.role == .member || ($0.role == .group && $0.member.level == level) }
  }

  public func alternative(language: Language) -> String {
    let facts = TableFacts(table, rows: members, language: language)
    let form = form(language)
    let known = groups.filter { !$0.values.isEmpty }
    func sentence(_ group: Group?) -> String? {
      group.flatMap { group in
        guard let median = group.quantiles.median, let low = group.quantiles(0), let high = group.quantiles(1)
        else { return nil }
        return facts.say.say(
          .boxRow,
          [
            "name": group.label, "median": form.amount(median), "low": form.amount(low),
            "high": form.amount(high),
          ])
      }
    }
    return TableFacts.text(
      facts.subject(.boxChart), sentence(known.first), known.count > 1 ? sentence(known.last) : nil,
      facts.hidden)
  }

  public func reading(language: Language) -> String? {
    guard let group = groups.first(where: \.isBox), let low = group.quantiles(0.25),
      let high = group.quantiles(0.75), let median = group.quantiles.median
    else { return nil }
    let form = form(language)
    return Sentences(language).say(
      .boxReading,
      [
        "name": group.label, "low": form.amount(low), "high": form.amount(high),
        "median": form.amount(median),
      ])
  }
}
