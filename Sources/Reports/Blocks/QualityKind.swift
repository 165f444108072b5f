import Diagnostics
import Language
import Layout
import Pages
import Quantities
import Statistics

extension BlockKind {
  /// What the figures of a cube show of their own quality: gaps, falls, levels that do not add up.
  static let quality = BlockKind(name: "quality") { fields, composer in
    guard let name = fields.required("cube") else { return [] }
    let title = try fields.word("title").map(composer.text)
    let catalog = composer.edition.catalog
    guard let cube = catalog.cube(name.text) else {
      throw Failure(Messages.unknownCube(name, known: catalog.cubes.map(\.name)))
    }
    let quality = try catalog.quality(of: cube, edition: composer.edition.date)
    let heading = composer.structure.add(
      .heading(3), in: composer.section, title: title ?? composer.language.typography(cube.label))
    let list = composer.structure.add(.list, in: composer.section)
    let rows = QualityRows(quality: quality, cube: cube, language: composer.language).rows.map { row in
      let item = composer.structure.add(.listItem, in: list)
      return LabelRowsBlock.Row(
        label: row.label, text: row.text, node: composer.structure.add(.listBody, in: item))
    }
    return [
      BoxBlock(
        title ?? composer.language.typography(cube.label), [LabelRowsBlock(rows)], node: heading)
    ]
  }
}

/// The findings as labels and texts, in the report's language.
struct QualityRows {
  let quality: DataQuality
  let cube: Cube
  let language: Language

  private static let mostFalls = 2

  private var words: QualityWords { language.quality }

  var rows: [(label: String, text: String)] {
    var rows = [(words.snapshots, snapshots), (words.missingWeeks, weeks)]
    if !quality.gaps.isEmpty { rows.append((words.levels, levels)) }
    if let text = unlocated { rows.append((words.unlocated, text)) }
    if cube.measures.first?.kind == .stock { rows.append((words.falls, falls)) }
    rows.append((words.secrecy, secrecy))
    return rows
  }

  private var snapshots: String {
    let period = language.period(from: quality.first, to: quality.snapshot.date)
    let count = language.number(Double(quality.count), decimals: 0)
    let text = language.say(words.snapshotsText, ["count": count, "period": period])
    guard let previous = quality.snapshot.previous, let days = quality.snapshot.days else { return text }
    let before = language.say(
      words.previous, ["date": language.date(previous), "interval": language.days(days)])
    return text + language.typography("; ") + before
  }

  /// "21, 44 en 2020; 1 en 2021": by ISO year.
  private var weeks: String {
    let years = Dictionary(grouping: quality.missingWeeks) { $0.isoWeek.year }
    guard !years.isEmpty else { return words.none }
    let texts = years.sorted { $0.key < $1.key }.map { year, weeks in
      language.say(
        words.weeksOfYear,
        ["weeks": language.list(ranges(weeks.map(\.isoWeek.week))), "year": String(year)])
    }
    return texts.joined(separator: language.typography("; "))
  }

  /// Three or more in a row become one range: "30–33".
  private func ranges(_ weeks: [Int]) -> [String] {
    var runs: [ClosedRange<Int>] = []
    for week in weeks.sorted() {
      if let last = runs.last, week == last.upperBound + 1 {
        runs[runs.count - 1] = last.lowerBound...week
      } else {
        runs.append(week...week)
      }
    }
    return runs.flatMap { run in
      run.count < 3 ? run.map(String.init) : ["\(run.lowerBound)–\(run.upperBound)"]
    }
  }

  private var levels: String {
    let gaps = quality.gaps.filter { gap in
      guard let value = gap.difference.value?.value else { return true }
      return value.magnitude >= 0.5
    }
    guard !gaps.isEmpty else { return words.agree }
    return gaps.map { gap in
      let name = words.levelNames[gap.level] ?? gap.level
      let amount = gap.difference.value.map { language.amount($0, signed: true) }
      return language.say(words.gap, ["level": name, "amount": amount ?? language.text(gap.difference)])
    }.joined(separator: language.typography("; "))
  }

  private var unlocated: String? {
    guard let amount = quality.unlocated.value else { return nil }
    guard amount.value != 0, let share = quality.unlocatedShare.value else { return words.none }
    return language.say(
      words.unlocatedText, ["amount": language.amount(amount), "share": language.amount(share)])
  }

  private var falls: String {
    guard !quality.falls.isEmpty else { return words.none }
    let largest = quality.falls.sorted { $0.amount.value > $1.amount.value }.prefix(Self.mostFalls)
    var texts = largest.sorted { $0.date < $1.date }.map { fall in
      language.say(
        words.fall, ["amount": language.amount(fall.amount), "date": language.date(fall.date)])
    }
    let further = quality.falls.count - texts.count
    if further > 0 { texts.append(language.say(words.further, ["count": String(further)])) }
    return texts.joined(separator: language.typography("; "))
  }

  private var secrecy: String {
    var contributors = cube.contributors
    if case .count(let noun)? = cube.measure(cube.contributors)?.unit.measure { contributors = noun }
    return language.say(
      words.threshold,
      ["count": language.number(cube.minimum, decimals: 0), "contributors": contributors])
  }
}
