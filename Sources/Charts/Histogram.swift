import Figures
import Geometry
import Language
import Pages
import Quantities
import Statistics
import Typesetting

/// How many members fall into each bin of a measure: contiguous bars, the median, the weighted mean.
///
/// A bin holds its lower edge and not its upper one; the last bin holds both.
public struct Histogram: Sendable {
  struct Bin: Hashable {
    var range: Range<Double>
    var members: [Member]
  }

  let table: Tabulation
  let column: Tabulation.Column
  let bins: [Bin]
  let width: Double
  /// Of the published values.
  let median: Double?
  /// The value of the whole, and its name: "France 317".
  let mean: (name: String, value: Double)?
  let hidden: [Member]
  /// How many published values no bin holds: given edges may leave some out.
  let outside: Int
  /// Where bins differ in width, their height is the number per width of the narrowest: their area is the number.
  let isUniform: Bool
  /// The rule asks for more bins than anyone draws, and got as many as are drawn.
  public var isCut: Bool { bins.count == Bins.most }
  /// There are values, and no bin holds one.
  public var isEmptied: Bool { outside > 0 && count == 0 }
  /// The edges are multiples of the width.
  let isRound: Bool

  /// - Parameters:
  ///   - table: one row a member; its first column is the measure. A total row, where the measure is a rate, is the
  ///     weighted mean.
  ///   - binWidth: in units of the measure; by default a round number that makes about 18 bins.
  ///   - rule: how bins are made, in place of a width.
  public init(_ table: Tabulation, binWidth: Double? = nil, rule: BinRule? = nil) {
    self.table = table
    column =
      table.columns.first ?? Tabulation.Column(expression: "", label: "", unit: Unit(.one), kind: .count)
    let rows = table.rows.filter { $0.role == .member }
    let values = rows.compactMap { row in row.first.finite.map { (row.member, $0.value) } }
    hidden = rows.filter { $0.first.finite == nil }.map(\.member)
    let sorted = values.map(\.1).sorted()
    median = Self.median(sorted)
    let total = table.rows.first { $0.role == .total }
    mean = column.kind == .rate ? total?.first.finite.map { (total?.member.label ?? "", $0.value) } : nil
    let range = (sorted.first ?? 0)...(sorted.last ?? 0)
    let wanted = Ticks(inside: range, count: 18).step
    let rule = rule ?? .width(binWidth.flatMap { $0 > 0 ? $0 : nil } ?? wanted)
    let counted = Bins(sorted, rule)
    let placed = Dictionary(grouping: values) { counted.index(of: $0.1) }
    bins = zip(counted.edges, counted.edges.dropFirst()).enumerated().map { index, edges in
      Bin(range: edges.0..<edges.1, members: placed[index]?.map(\.0) ?? [])
    }
    outside = placed[nil]?.count ?? 0
    isUniform = counted.isUniform
    width = bins.map { $0.range.upperBound - $0.range.lowerBound }.min() ?? wanted
    if case .width = rule { isRound = true } else { isRound = false }
  }

  private static func median(_ sorted: [Double]) -> Double? {
    guard !sorted.isEmpty else { return nil }
    let middle = sorted.count / 2
    return sorted.count % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2
  }

  var count: Int { bins.reduce(0) { $0 + $1.members.count } }
  var tallest: Int { bins.map(\.members.count).max() ?? 0 }

  /// What a bin's bar reaches on the vertical axis.
  func height(_ bin: Bin) -> Double {
    let count = Double(bin.members.count)
    return isUniform ? count : count * width / (bin.range.upperBound - bin.range.lowerBound)
  }

  /// The bins of few members, apart from the mass: their members are named.
  var isolated: [Int] {
    guard let mode = bins.indices.max(by: { bins[$0].members.count < bins[$1].members.count }) else {
      return []
    }
    let gap = bins.indices.first { $0 > mode && bins[$0].members.isEmpty }
    guard let gap else { return [] }
    return bins.indices.filter { $0 > gap && (1...2).contains(bins[$0].members.count) }
  }
}

extension Histogram: Picture {
  public func naturalHeight(width: Length, kit: Kit) throws -> Length { 182 }

  public func frame(size: Size, kit: Kit) throws -> Frame {
    bins.isEmpty ? Frame(size: size) : try plot(kit).frame(size: size, kit: kit)
  }

  /// The bars, the lines of median and mean, a count over each bar, and the names of those that stand alone.
  func plot(_ kit: Kit) -> Plot {
    var plot = Plot(x: edgeAxis(kit.language), y: countAxis(kit.language), marks: bars(kit.theme.colors.bar))
    plot.annotations = references(kit)
    plot.labels =
      bins.filter { !$0.members.isEmpty }.map { count($0, kit) }
      + isolated.reversed().map { names(bins[$0], kit) }
    plot.right = 8
    return plot
  }

  private func bars(_ color: Color) -> [Mark] {
    bins.enumerated().map { index, bin in
      .rect(
        Datum(bin.range.lowerBound, 0), Datum(bin.range.upperBound, height(bin)), color,
        joint: index == 0 ? 0 : 0.7)
    }
  }

  private func countAxis(_ language: Language) -> NumberAxis {
    let heights = bins.map(height) + (isUniform ? [1] : [])
    var numbers = NumberForm(heights, unit: Unit(.count("")), kind: .count, language: language)
    numbers.scale = .one
    return NumberAxis(heights, numbers: numbers, count: isUniform ? min(5, max(1, tallest)) : 5)
  }

  /// Edges that are multiples of a width are written at every second one.
  private func edgeAxis(_ language: Language) -> EdgeAxis {
    let edges = bins.map(\.range.lowerBound) + bins.suffix(1).map(\.range.upperBound)
    let ticks = edges.filter { edge in
      let pairs = edge / (width * 2)
      return !isRound || (pairs - pairs.rounded()).magnitude < 1e-6
    }
    let numbers = numbers(language)
    return EdgeAxis(edges, ticks: ticks, numbers: numbers, title: numbers.unitName(language))
  }

  /// All in one scale, and with as many decimals.
  private func numbers(_ language: Language) -> NumberForm {
    let ends = [bins.first?.range.lowerBound ?? 0, bins.last?.range.upperBound ?? 1]
    let form = NumberForm(ends, unit: column.unit, kind: column.kind, language: language)
    return form.telling(bins.map(\.range.lowerBound) + [ends[1]], step: width)
  }

  private func references(_ kit: Kit) -> [Annotation] {
    let (say, numbers, colors) = (Sentences(kit.language), numbers(kit.language), kit.theme.colors)
    let middle = median.map { value in
      Annotation.upright(
        value, name: say.say(.medianLabel, ["amount": numbers.telling([value], step: value).text(value)]),
        Pen(colors.accent, 1))
    }
    let weighted = mean.map { mean in
      Annotation.upright(
        mean.value, name: say.say(.meanLabel, ["name": mean.name, "amount": numbers.text(mean.value)]),
        Pen(colors.ink, 0.9, dash: [2.2, 1.6]))
    }
    return [middle, weighted].compactMap(\.self)
  }

  private func top(_ bin: Bin) -> Datum {
    Datum((bin.range.lowerBound + bin.range.upperBound) / 2, height(bin))
  }

  private func count(_ bin: Bin, _ kit: Kit) -> PlotLabel {
    let style = kit.theme.text.axis.colored(kit.theme.colors.ink)
    var label = PlotLabel(
      String(bin.members.count), style, at: top(bin), radius: 0, hasLeader: false)
    (label.side, label.span, label.isOptional) = (.above, bin.range.lowerBound...bin.range.upperBound, true)
    return label
  }

  /// Over the count, one name a line.
  private func names(_ bin: Bin, _ kit: Kit) -> PlotLabel {
    let lines = bin.members.enumerated().map { offset, member in
      StyledText(member.shortLabel + (offset < bin.members.count - 1 ? "," : ""), kit.theme.text.mapLabel)
    }
    var label = PlotLabel(lines, at: top(bin), radius: kit.theme.text.axis.leading)
    label.side = .above
    return label
  }
}

// MARK: - Words

extension Histogram {
  private func quantity(_ value: Double) -> Quantity { Quantity(value, column.unit, column.kind) }

  private func bounds(_ bin: Bin, _ language: Language) -> String {
    let numbers = numbers(language)
    return language.interval(
      from: numbers.amount(bin.range.lowerBound), to: numbers.amount(bin.range.upperBound),
      closed: bin.range == bins.last?.range)
  }

  private var level: String { bins.lazy.flatMap(\.members).first?.level ?? "" }

  /// "départements"; "valeurs" for a level without a word of its own.
  private func members(_ language: Language) -> String {
    LevelNouns(language).plural(level) ?? LevelNouns(language).anyValue
  }

  public func subtitle(language: Language) -> String? {
    let say = Sentences(language)
    let width = language.phrase(quantity(width))
    guard isUniform else { return say.say(.histogramDensity, ["width": width]) }
    if isRound { return say.say(.histogramSubtitle, ["width": width]) }
    return say.say(.histogramClosure, ["count": String(bins.count)])
  }

  public func alternative(language: Language) -> String {
    let say = Sentences(language)
    guard let first = bins.first, let last = bins.last,
      let peak = bins.first(where: { $0.members.count == tallest })
    else { return column.label }
    var sentences = [
      say.say(
        .histogram,
        [
          "label": say.inSentence(column.label), "members": say.count(count, of: level),
          "low": numbers(language).amount(first.range.lowerBound),
          "high": language.phrase(quantity(last.range.upperBound)),
        ]),
      say.say(.histogramPeak, ["class": bounds(peak, language), "count": String(tallest)]),
    ]
    if let median {
      sentences.append(say.say(.histogramMedian, ["amount": language.phrase(quantity(median))]))
    }
    if let mean {
      sentences.append(say.say(.histogramMean, ["amount": language.phrase(quantity(mean.value))]))
    }
    if outside > 0 { sentences.append(say.say(.histogramOutside, ["count": String(outside)])) }
    if !hidden.isEmpty {
      sentences.append(say.say(.rankedHidden, ["names": language.list(hidden.map(\.label))]))
    }
    return sentences.joined(separator: " ")
  }

  public func reading(language: Language) -> String? {
    guard let median, let peak = bins.first(where: { $0.members.count == tallest }) else { return nil }
    let say = Sentences(language)
    let beyond = outside > 0 ? " " + say.say(.histogramOutside, ["count": String(outside)]) : ""
    return say.say(
      .histogramReading,
      [
        "count": String(tallest), "total": String(count + outside), "members": members(language),
        "class": bounds(peak, language),
        "median": language.phrase(quantity(median)),
      ]) + beyond
  }
}
