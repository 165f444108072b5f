import Figures
import Geometry
import Language
import Pages
import Quantities
import Statistics
import Typesetting

/// How the members of a whole make up its change between two editions: each bar starts where the one above ends.
///
/// What the published members leave of the published sum has a bar of its own, so that the last bar is the sum.
public struct Waterfall: Sendable {
  struct Step: Hashable {
    var row: Tabulation.Row?
    var name: String
    var value: Published<Quantity>
    /// Where its bar starts.
    var start: Double
    var isSum: Bool
  }

  let table: Tabulation
  let most: Int

  /// - Parameters:
  ///   - table: one row a member and their total; the first column is the change.
  ///   - most: so many members have a bar; the others are added up.
  public init(_ table: Tabulation, most: Int = 10) { (self.table, self.most) = (table, max(1, most)) }

  func steps(_ language: Language) -> [Step] {
    let say = Sentences(language)
    let members = table.rows.filter { $0.depth == 0 && $0.role != .total }
    let named = members.filter { !$0.isRemainder }.sorted {
      $0.value(0).number.magnitude > $1.value(0).number.magnitude
    }
    let known = named.filter { $0.value(0).finite != nil }
    let (kept, rest) = (
      known.prefix(most).sorted { $0.value(0).number > $1.value(0).number }, known.dropFirst(most)
    )
    var sum = 0.0
    var steps: [Step] = []
    func add(_ row: Tabulation.Row?, _ name: String, _ value: Double) {
      steps.append(Step(row: row, name: name, value: .value(quantity(value)), start: sum, isSum: false))
      sum += value
    }
    for row in kept { add(row, row.member.label, row.value(0).number) }
    let others = members.filter { $0.isRemainder && $0.value(0).finite != nil }
    let total = table.rows.first { $0.role == .total }?.value(0).finite?.value
    let left = total.map { $0 - sum } ?? (Array(rest) + others).reduce(0) { $0 + $1.value(0).number }
    let count = rest.count + others.count
    if count > 0 || left.magnitude > 1e-9 * max((total ?? 0).magnitude, sum.magnitude) {
      add(
        nil, count > 0 ? say.say(.otherRows).capitalizedFirst : say.say(.notAttributed).capitalizedFirst, left
      )
    }
    steps += named.filter { $0.value(0).finite == nil }.map {
      Step(row: $0, name: $0.member.label, value: $0.value(0), start: sum, isSum: false)
    }
    steps.append(
      Step(row: nil, name: language.words.total, value: .value(quantity(sum)), start: 0, isSum: true))
    return steps
  }

  private func quantity(_ value: Double) -> Quantity {
    let head = table.columns.first
    return Quantity(value, head?.unit ?? Unit(.one), head?.kind ?? .flow)
  }
}

extension Waterfall: RowPicture {
  public var tables: [Tabulation] { [table] }

  public func naturalHeight(width: Length, kit: Kit) throws -> Length {
    try plot(kit).height(width: width, kit: kit)
  }

  public func frame(size: Size, kit: Kit) throws -> Frame { try plot(kit).frame(size: size, kit: kit) }

  private func form(_ steps: [Step], _ language: Language) -> NumberForm {
    let head = table.columns.first
    return NumberForm(
      steps.map(\.value.number).filter(\.isFinite), unit: head?.unit ?? Unit(.one), kind: head?.kind ?? .flow,
      signed: true, language: language)
  }

  private func plot(_ kit: Kit) -> RowPlot {
    let steps = steps(kit.language)
    let form = form(steps, kit.language)
    let ends = steps.flatMap { step in [step.start, step.start + (step.value.finite?.value ?? 0)] }
    let axis = NumberAxis(ends, numbers: form, tight: true, count: 4)
    let style = kit.theme.text.rowLabel
    let cells = steps.map { step in
      kit.typesetter.styled(form.text(step.value), style.weight(step.isSum ? 600 : style.font.weight))
    }
    let head = kit.typesetter.styled(form.unitLabel, kit.theme.text.axis)
    let rows = steps.map { step in
      step.row.map { RowGrid.Row($0, kit.language) }
        ?? RowGrid.Row(kit.language.typography(step.name), isStrong: step.isSum)
    }
    let grid = RowGrid(rows, [RowGrid.Column(head, cells)])
    return RowPlot(grid, axis: axis, marks: marks(steps, kit))
  }

  private func marks(_ steps: [Step], _ kit: Kit) -> [Mark] {
    let colors = kit.theme.colors
    let palette = colors.diverging
    let (down, up) = palette.count > 3 ? (palette[1], palette[3]) : (colors.other, colors.bar)
    let bars = steps.enumerated().compactMap { index, step -> Mark? in
      guard let value = step.value.finite?.value else { return nil }
      let color = step.isSum ? colors.blue : step.row == nil ? colors.other : value < 0 ? down : up
      return .bar(
        Datum(step.start, Double(index)), Datum(step.start + value, Double(index)), thickness: 9, color)
    }
    // A thin line from the end of each bar to the start of the next.
    let joints = steps.indices.dropLast().map { index -> Mark in
      let end = steps[index].start + (steps[index].value.finite?.value ?? 0)
      return .link(Datum(end, Double(index)), Datum(end, Double(index + 1)), Pen(colors.outline, 0.4))
    }
    return joints + bars
  }

  // MARK: Words

  public func subtitle(language: Language) -> String? {
    let unit = form(steps(language), language).axisTitle
    guard let previous = table.snapshot.previous else { return unit }
    return "\(unit), \(language.period(from: previous, to: table.snapshot.date))"
  }

  public func alternative(language: Language) -> String {
    let steps = steps(language)
    let facts = TableFacts(table, language: language)
    guard let sum = steps.last, let value = sum.value.finite else { return facts.subject(.waterfallChart) }
    let total = facts.say.say(.linesEndNow, ["name": sum.name, "amount": phrase(value, language)])
    return TableFacts.text(facts.subject(.waterfallChart), total, facts.extremes, facts.hidden)
  }

  public func reading(language: Language) -> String? {
    let steps = steps(language)
    guard let step = steps.first(where: { $0.row != nil && $0.value.finite != nil }),
      let value = step.value.finite,
      let sum = steps.last?.value.finite
    else { return nil }
    return Sentences(language).say(
      .waterfallReading,
      ["name": step.name, "amount": phrase(value, language), "total": phrase(sum, language)])
  }

  private func phrase(_ value: Quantity, _ language: Language) -> String {
    language.phrase(value, signed: true)
  }
}
