import Diagnostics
import Language
import Layout
import Pages
import Quantities
import Statistics

extension BlockKind {
  /// What the figures of several cubes show of their own quality: gaps, falls, levels that do not add up.
  static let quality = BlockKind(name: "quality") { fields, composer in
    let title = try fields.required("title").map(composer.text) ?? ""
    guard let names = fields.required("cubes") else { return [] }
    let (catalog, language) = (composer.edition.catalog, composer.language)
    let rows = try names.split(",").compactMap { name -> TableBlock.Row? in
      let cube = try composer.cube(named: name)
      if try composer.isAwaited(cube.name, at: name.span) { return nil }
      let quality = try catalog.quality(of: cube, edition: composer.edition.date)
      return TableBlock.Row(.plain, QualityRow(quality: quality, cube: cube, language: language).cells)
    }
    let words = language.quality
    let heads = [
      words.scheme, words.snapshots, words.missingWeeks, words.levels, words.unlocated, words.falls,
    ]
    let caption = Caption(label: composer.label(language.words.table), title: title)
    let block = TableBlock(
      caption, columns: heads.map { TableBlock.Column($0, .text) }, rows: rows, notes: [],
      in: &composer.structure, under: composer.section)
    composer.outline.figures.append(
      Outline.Figure(label: caption.label ?? "", title: title, node: block.nodes.table))
    return [block]
  }
}

/// The findings on one cube, in the report's language.
struct QualityRow {
  let quality: DataQuality
  let cube: Cube
  let language: Language

  private static let mostFalls = 2

  private var words: QualityWords { language.quality }

  var cells: [TableBlock.Cell] {
    [language.typography(cube.label), snapshots, weeks, levels, unlocated, falls].map {
      .text(language.typography($0))
    }
  }

  private var snapshots: String {
    let period = language.period(from: quality.first, to: quality.snapshot.date)
    let count = language.number(Double(quality.count), decimals: 0)
    return language.say(words.snapshotsText, ["count": count, "period": period])
  }

  /// "21, 44 en 2020; 1 en 2021": by ISO year.
  private var weeks: String {
    let years = Dictionary(grouping: quality.missingWeeks) { $0.isoWeek.year }
    guard !years.isEmpty else { return words.none }
    return years.sorted { $0.key < $1.key }.map { year, weeks in
      language.say(
        words.weeksOfYear,
        ["weeks": language.list(ranges(weeks.map(\.isoWeek.week))), "year": String(year)])
    }.joined(separator: " ; ")
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
    guard !quality.gaps.isEmpty else { return words.oneLevel }
    let gaps = quality.gaps.filter { ($0.difference.value?.value.magnitude ?? 1) >= 0.5 }
    guard !gaps.isEmpty else { return words.agree }
    return gaps.map { gap in
      let name = words.levelNames[gap.level] ?? gap.level
      guard let difference = gap.difference.value else {
        return language.say(words.hiddenLevel, ["level": name])
      }
      return language.say(
        words.gap, ["level": name, "amount": language.amount(difference, signed: true)])
    }.joined(separator: " ; ")
  }

  /// The amount where it is one, and its part of the whole.
  private var unlocated: String {
    guard let amount = quality.unlocated.value, let share = quality.unlocatedShare.value, amount.value != 0
    else { return words.nothing }
    let part = share.value < 0.0005 ? words.tiny : language.amount(share)
    guard amount.unit.measure == .euro else { return part }
    return language.say(words.unlocatedText, ["amount": language.amount(amount), "share": part])
  }

  private var falls: String {
    guard cube.measures.first?.kind == .stock else { return words.notCumulative }
    guard !quality.falls.isEmpty else { return words.none }
    let largest = quality.falls.sorted { $0.amount.value > $1.amount.value }.prefix(Self.mostFalls)
    var texts = largest.sorted { $0.date < $1.date }.map { fall in
      language.say(
        words.fall, ["amount": language.amount(fall.amount), "date": language.date(fall.date)])
    }
    let further = quality.falls.count - texts.count
    if further > 0 { texts.append(language.further(further)) }
    return texts.joined(separator: " ; ")
  }
}
