import Diagnostics
import Figures
import Typesetting

/// All that this target says to a user, in one place.
enum Messages {
  static func unclosedPlaceholder(at span: Span) -> Diagnostic {
    Diagnostic(
      code: "unclosed-placeholder", "`{{` without `}}` on the same line", at: span,
      hint: "write `{{ measure }}`, for instance `{{ fds.amount }}`")
  }

  /// A finding that other lines share.
  static func also(_ finding: Diagnostic, on lines: [String]) -> Diagnostic {
    guard !lines.isEmpty else { return finding }
    var finding = finding
    finding.message +=
      ", also asked for on \(lines.count == 1 ? "line" : "lines") \(lines.joined(separator: ", "))"
    return finding
  }

  static func notBegun(_ finding: Diagnostic) -> Diagnostic {
    Diagnostic(
      .warning, .findings, code: "not-begun", finding.message, at: finding.place,
      hint: "what shows nothing else is left out, and beside other figures its own read `nd`")
  }

  static func unpublishedTitle(_ placeholder: Markdown.Placeholder, sign: String) -> Diagnostic {
    Diagnostic(
      code: "unpublished-title",
      "the title asks for `\(placeholder.text)`, which reads `\(sign)` in this edition",
      at: placeholder.span,
      hint: "let the title say something that is published, or write it without this figure")
  }

  static func nothingToMap(_ word: Fence.Word) -> Diagnostic {
    Diagnostic(
      .warning, .findings, code: "nothing-to-map", "no territory has a published value of `\(word.text)`",
      at: word.span, hint: "ask for another level, another filter or a later day")
  }

  static func oneClass(_ word: Fence.Word, values: Int, low: Double, high: Double) -> Diagnostic {
    func text(_ value: Double) -> String {
      let tenths = Int((value * 10).rounded())
      return tenths % 10 == 0 ? "\(tenths / 10)" : "\(tenths / 10).\(abs(tenths % 10))"
    }
    return Diagnostic(
      .warning, .findings, code: "one-class",
      "all \(values) values, from \(text(low)) to \(text(high)), fall into one class", at: word.span,
      hint: "choose bounds between them, or a method such as `quantile 5`")
  }

  static func emptyComment(_ path: String) -> Diagnostic {
    Diagnostic(
      code: "empty-comment", "the comment of this edition says nothing", at: .file(path: path),
      hint: "write it, or take `include: comment` out of the box")
  }

  static func unsupportedMarkdown(_ what: String, at span: Span) -> Diagnostic {
    Diagnostic(
      code: "unsupported-markdown", "a report has no use for Markdown's `\(what)`", at: span,
      hint: "headings, paragraphs, lists, emphasis, links and fenced blocks are set on the page")
  }

  static func missingNote(_ label: Fence.Word) -> Diagnostic {
    Diagnostic(
      code: "missing-note", "`\(label.text)` calls a note that this text does not have", at: label.span,
      hint: "write `\(label.text): the note` on a line of its own, or `\\\(label.text)` for the characters")
  }

  static func unusedNote(_ label: Fence.Word) -> Diagnostic {
    Diagnostic(
      code: "unused-note", "nothing calls the note `\(label.text)`, so it would not be printed",
      at: label.span,
      hint: "write `\(label.text)` where the note is to be called, in the same text or block")
  }

  static func noteTwice(_ label: Fence.Word) -> Diagnostic {
    Diagnostic(
      code: "note-twice", "there is another note `\(label.text)` in this text", at: label.span,
      hint: "give each note a label of its own; one note may be called many times")
  }

  static func noteOutOfPlace(at span: Span) -> Diagnostic {
    Diagnostic(
      code: "note-out-of-place",
      "this note is called from a title, from another note or from the notes of tiles", at: span,
      hint: "call it from a paragraph or a list")
  }

  static func notAParagraph(at span: Span) -> Diagnostic {
    Diagnostic(
      code: "not-a-paragraph", "a footnote holds paragraphs alone", at: span,
      hint: "put lists, headings and blocks into the text")
  }

  static func noColon(_ line: Fence.Word) -> Diagnostic {
    Diagnostic(
      code: "no-colon", "found `\(line.text)`, expected `key: value`", at: line.span,
      hint: "text of the block comes after an empty line")
  }

  /// `next` is the line where another block opens; `nil` at the end of the text.
  static func unclosedBlock(_ opening: Fence.Word, _ mark: String, before next: Int?) -> Diagnostic {
    let end = next.map { "line \($0), where another opens" } ?? "the end of the text"
    return Diagnostic(
      code: "unclosed-block", "the block that opens here is not closed before \(end)",
      at: opening.split(" ")[0].span, hint: "add a line \(mark) after the last line of the block")
  }

  static func takesNoText(_ text: Fence.Word, kind: Fence.Word) -> Diagnostic {
    Diagnostic(
      code: "takes-no-text",
      "found text in a block `\(kind.text)`, expected keys alone: this block takes no text", at: text.span,
      hint: "put text behind the block, or into a block `text`; keys stand before the first empty line")
  }

  /// `free`: columns beside the block before.
  static func rowTooWide(_ columns: Fence.Word, free: Int) -> Diagnostic {
    Diagnostic(
      code: "row-too-wide",
      "found `columns: \(columns.text)` after a block that leaves \(free) of the page's 12 columns",
      at: columns.span,
      hint: "write `columns: \(free)`, or put text or a block of 12 columns between them")
  }

  static func unplacedNames(_ names: [String], at span: Span) -> Diagnostic {
    let told = names.prefix(3).map { "`\($0.replacing("\n", with: ", "))`" }.joined(separator: ", ")
    let more = names.count > 3 ? " and \(names.count - 3) more" : ""
    return Diagnostic(
      .note, .findings, code: "unplaced-names",
      "this picture has no room for \(told)\(more), and lists what it leaves out under it", at: span,
      hint: "give it more `columns` or `height`, or name less")
  }

  static func sharedColors(_ shared: [SeriesColors.Shared], at span: Span) -> Diagnostic {
    let told = shared.prefix(3).map { "`\($0.series)` that of `\($0.other)`" }.joined(separator: ", ")
    let more = shared.count > 3 ? " and \(shared.count - 3) more" : ""
    return Diagnostic(
      .note, .findings, code: "shared-colors",
      "the palette is used up, and here a series has the colour of one of another figure: \(told)\(more)",
      at: span,
      hint: "list more `categorical` colours in the theme, or show fewer series in colour")
  }

  static func noCentre(_ word: Fence.Word) -> Diagnostic {
    Diagnostic(
      code: "no-centre", "found `around: \(word.text)`, whose value is not published here", at: word.span,
      hint: "write a number and its name, such as `300 Objectif`, or `median`")
  }

  static func idleColor(_ series: String, at span: Span) -> Diagnostic {
    Diagnostic(
      .note, .findings, code: "idle-color", "no figure shows a series `\(series)` in colour", at: span,
      hint: "write it as figures name it, or take it out of `colors`")
  }

  static func notCategories(_ levels: [String], at kind: Fence.Word) -> Diagnostic {
    Diagnostic(
      code: "not-categories",
      "found `by: \(levels.joined(separator: " > "))`, expected a level of territories and what each is divided into",
      at: kind.span, hint: "for instance `by: region > section`")
  }

  static func circlesOfRate(_ expression: String, kind: String, at word: Fence.Word) -> Diagnostic {
    Diagnostic(
      code: "circles-of-rate",
      "`\(expression)` is a \(kind), and areas of circles stand for what can be added up", at: word.span,
      hint: "colour it with `map`, or show an amount; `rates: yes` draws it anyway, and the page says so")
  }

  static func onlyParagraphs(_ found: String, in place: String) -> Diagnostic {
    Diagnostic(
      code: "only-paragraphs", "found \(found) in \(place), expected paragraphs alone",
      hint: "write it as a paragraph, or put it outside")
  }

  static func textTwice(_ text: Fence.Word) -> Diagnostic {
    Diagnostic(
      code: "text-twice", "found text in a block whose text is the file that `file` names", at: text.span,
      hint: "keep one of them")
  }

  static func keyTwice(_ key: Fence.Word, first line: Int) -> Diagnostic {
    Diagnostic(
      code: "key-twice", "the key `\(key.text)` stands twice in this block, first on line \(line)",
      at: key.span, hint: "keep one of them")
  }

  static func unreadable(_ reason: String, at span: Span) -> Diagnostic {
    Diagnostic(.error, .badConfiguration, code: "unreadable", reason, at: span)
  }

  static func notAColor(_ text: String, at span: Span) -> Diagnostic {
    Diagnostic(
      .error, .badConfiguration, code: "not-a-color",
      "found `\(text)`, expected a colour such as \"#14284B\"",
      at: span, hint: "write six hexadecimal digits after #, in quotes")
  }

  static func shortPalette(at span: Span) -> Diagnostic {
    Diagnostic(
      .error, .badConfiguration, code: "short-palette", "found fewer than two colours, expected two or more",
      at: span, hint: "list them from low to high: [\"#E6EDF2\", \"#123F66\"]")
  }

  /// No palette has this name, or one of another kind has it.
  static func notAPalette(
    _ name: String, _ kind: Palette.Kind, among palettes: [String: Palette], at span: Span
  ) -> Diagnostic {
    let known = palettes.filter { $0.value.kind == kind }.keys.sorted()
    let found = palettes[name].map { "`\(name)`, a \($0.kind.rawValue) palette" } ?? "`\(name)`"
    let hint =
      if known.isEmpty {
        "the theme names no \(kind.rawValue) palette; list some under `palettes`"
      } else {
        suggestion(for: name, among: known).map { "did you mean `\($0)`?" }
          ?? "the theme has \(known.map { "`\($0)`" }.joined(separator: ", "))"
      }
    return Diagnostic(
      .error, .badConfiguration, code: "not-a-palette",
      "found \(found), expected the name of a \(kind.rawValue) palette of the theme", at: span, hint: hint)
  }

  static func notAFont(_ text: String, at span: Span) -> Diagnostic {
    Diagnostic(
      .error, .badConfiguration, code: "not-a-font",
      "found `\(text)`, expected a family and a weight such as `serif 400`", at: span,
      hint: "families and weights stand in fonts/fonts.yaml")
  }

  static func noFrontMatter(at span: Span) -> Diagnostic {
    Diagnostic(
      .error, .badConfiguration, code: "no-front-matter",
      "a report starts with settings between two lines `---`", at: span,
      hint: "for instance `report: …`, `edition: …`, `data: ../data/aides.yaml`")
  }

  static func unknownParameter(_ name: String, known: [String]) -> Diagnostic {
    Diagnostic(
      .error, .usage, code: "unknown-parameter", "the report has no parameter `\(name)`",
      hint: "parameters are \(known.joined(separator: ", "))")
  }

  static func missingParameter(_ name: String, type: FrontMatter.ParameterType) -> Diagnostic {
    Diagnostic(
      .error, .usage, code: "missing-parameter", "the report needs the parameter `\(name)`",
      hint: "add `--set \(name)=\(example(type))`")
  }

  static func badParameter(_ name: String, found: String, type: FrontMatter.ParameterType) -> Diagnostic {
    Diagnostic(
      .error, .usage, code: "bad-parameter", "found `\(found)` for `\(name)`, expected \(noun(type))",
      hint: "for instance `--set \(name)=\(example(type))`")
  }

  private static func example(_ type: FrontMatter.ParameterType) -> String {
    switch type {
    case .date: "2021-04-11"
    case .integer: "52"
    case .text: "…"
    }
  }

  private static func noun(_ type: FrontMatter.ParameterType) -> String {
    switch type {
    case .date: "a day of the calendar such as 2021-04-11"
    case .integer: "a whole number"
    case .text: "a text"
    }
  }

  static func notALevel(_ word: Fence.Word, known: [String]) -> Diagnostic {
    Diagnostic(
      .error, .badConfiguration, code: "unknown-level",
      "found `\(word.text)`, expected a level of territories", at: word.span,
      hint: "levels are \(known.joined(separator: ", "))")
  }

  static func needsTerritory(at span: Span) -> Diagnostic {
    Diagnostic(
      .error, .usage, code: "needs-territory", "the report has a sheet for each territory; none was chosen",
      at: span, hint: "`velin build` makes them all; choose some with `--only 29,75`")
  }

  static func wrongPages(_ count: Int, expected: Int, at span: Span) -> Diagnostic {
    Diagnostic(
      code: "wrong-page-count", "the sheet takes \(count) pages, expected \(expected)", at: span,
      hint: "give figures a smaller `height:`, or shorten a text")
  }

  static func noHome(_ word: Fence.Word) -> Diagnostic {
    Diagnostic(
      code: "no-territory", "`\(word.text)` asks for the territory of a sheet", at: word.span,
      hint: "the front matter of a report with sheets says `each: departement` or another level")
  }

  static func missingKey(_ key: String, of kind: Fence.Word) -> Diagnostic {
    Diagnostic(
      code: "missing-key", "a block `\(kind.text)` needs the key `\(key)`", at: kind.span,
      hint: "add a line `\(key): …`")
  }

  static func unknownKey(_ key: Fence.Word, of kind: String, known: [String]) -> Diagnostic {
    let meant = suggestion(for: key.text, among: known).map { "did you mean `\($0)`? " } ?? ""
    return Diagnostic(
      code: "unknown-key", "`\(key.text)` is not a key of a block `\(kind)`", at: key.span,
      hint: "\(meant)keys are \(known.joined(separator: ", "))")
  }

  static func badValue(_ word: Fence.Word, expected: String) -> Diagnostic {
    Diagnostic(code: "bad-value", "found `\(word.text)`, expected \(expected)", at: word.span)
  }

  /// "2 measures between commas", for `badValue`.
  static func measures(_ count: ClosedRange<Int>) -> String {
    let range =
      count.lowerBound == count.upperBound
      ? "\(count.lowerBound)" : "\(count.lowerBound) to \(count.upperBound)"
    return count.upperBound == 1 ? "one measure" : "\(range) measures between commas"
  }

  static func names(_ found: Int, expected: ClosedRange<Int>, at word: Fence.Word) -> Diagnostic {
    let (least, most) = (expected.lowerBound, expected.upperBound)
    let wanted =
      most == 0
      ? "none: what this figure shows has names of its own"
      : least == most ? "\(most): one for each measure" : "\(least) to \(most): no more than it shows"
    return Diagnostic(
      code: "wrong-names", "found \(found) \(found == 1 ? "name" : "names"), expected \(wanted)",
      at: word.span,
      hint: most == 0 ? "take the line out" : "names stand between semicolons, because they hold commas")
  }

  static func oneOfAMember(at word: Fence.Word) -> Diagnostic {
    Diagnostic(
      code: "several-measures",
      "found several measures of each member, expected one: lines of a member have its name alone",
      at: word.span, hint: "one figure for each measure, or several measures without `by`")
  }

  static func oneOfAGroup(at word: Fence.Word) -> Diagnostic {
    Diagnostic(
      code: "several-measures", "found several measures of groups and their members, expected one",
      at: word.span, hint: "one figure for each measure, or several measures of one level")
  }

  /// What shows values below zero in the place of a stack.
  enum Unstacked { case bars, rows, line }

  static func negativePart(_ name: String, _ value: Double, at word: Fence.Word, _ otherwise: Unstacked)
    -> Diagnostic
  {
    let hint =
      switch otherwise {
      case .bars: "`form: grouped` or, of one measure, `form: diverging` has a place on either side of zero"
      case .rows: "`bars` with `form: diverging` has a place on either side of zero"
      case .line: "`line` has a place on either side of zero"
      }
    return Diagnostic(
      code: "negative-part",
      "found \(value) for \(name), expected parts of zero or more: a stack adds them up", at: word.span,
      hint: hint)
  }

  static func tooManyBars(_ kind: Fence.Word) -> Diagnostic {
    Diagnostic(
      code: "too-many-bars", "more than five bars stand side by side in a row", at: kind.span,
      hint: "`form: stacked` adds up all but five; or give up to five measures in `value`")
  }

  static func mixedUnits(_ first: String, _ other: String, at word: Fence.Word) -> Diagnostic {
    Diagnostic(
      code: "mixed-units", "`\(first)` and `\(other)` have different units, and stand on one axis",
      at: word.span, hint: "one figure for each, or `strip`, where each row has its own scale")
  }

  static func beforeAxis(_ piece: Fence.Word, first: String) -> Diagnostic {
    Diagnostic(
      .warning, .findings, code: "before-axis",
      "`\(piece.text)` is over before \(first), the first day of this figure, and is not drawn",
      at: piece.span,
      hint: "mend its day, move `from`, or take it out")
  }

  static func fromTooLate(_ word: Fence.Word, last: String) -> Diagnostic {
    badValue(word, expected: "a day not after \(last), the last of this figure's values")
  }

  static func unknownHighlight(_ name: String, known: [String], at word: Fence.Word) -> Diagnostic {
    let some = known.prefix(12).joined(separator: "; ") + (known.count > 12 ? "; …" : "")
    return Diagnostic(
      .warning, .findings, code: "unknown-highlight", "this figure shows no `\(name)` to highlight",
      at: word.span, hint: "it shows \(some); names stand between semicolons, and `top` leaves rows out")
  }

  static func noShares(at kind: Fence.Word) -> Diagnostic {
    Diagnostic(
      .warning, .findings, code: "no-shares",
      "no bar of this figure can be drawn: each has a part that is not published, and no published whole",
      at: kind.span,
      hint: "`form: stacked` draws the published amounts; a coarser `by`, or `where`, may leave no part out")
  }

  static func cutBins(at kind: Fence.Word) -> Diagnostic {
    Diagnostic(
      .warning, .findings, code: "cut-bins",
      "the rule asks for more than \(Bins.most) bins, because a few values lie far from the others",
      at: kind.span,
      hint: "`bins: sturges`, or a number of bins")
  }

  static func notAChange(_ expression: String, at word: Fence.Word) -> Diagnostic {
    Diagnostic(
      code: "not-a-change", "`\(expression)` is not a change, and a waterfall shows how members make one up",
      at: word.span, hint: "ask for `.change`, or for a difference between two dates; `bars` shows a level")
  }

  static func noLogarithm(_ name: String, _ value: String, at word: Fence.Word) -> Diagnostic {
    Diagnostic(
      code: "no-logarithm", "a logarithmic scale has no place for \(value), the value of \(name)",
      at: word.span,
      hint: "`sqrt` gives small values room too, and has a place for zero")
  }

  static func notAChoice(_ word: Fence.Word, known: [String]) -> Diagnostic {
    Diagnostic(
      code: "unknown-choice",
      "found `\(word.text)`, expected one of \(known.map { "`\($0)`" }.joined(separator: ", "))",
      at: word.span,
      hint: suggestion(for: word.text, among: known).map { "did you mean `\($0)`?" })
  }

  static func unknownBlock(_ word: Fence.Word, known: [String]) -> Diagnostic {
    let meant = suggestion(for: word.text, among: known).map { "did you mean `\($0)`? " } ?? ""
    return Diagnostic(
      code: "unknown-block", "`\(word.text)` is not a kind of block", at: word.span,
      hint: "\(meant)kinds are \(known.joined(separator: ", "))")
  }

  static func unknownCube(_ word: Fence.Word, known: [String]) -> Diagnostic {
    Diagnostic(
      code: "unknown-cube", "`\(word.text)` is not a cube", at: word.span,
      hint: "cubes are \(known.joined(separator: ", "))")
  }

  static func noAtlas(_ kind: Fence.Word) -> Diagnostic {
    Diagnostic(
      .error, .badConfiguration, code: "no-atlas", "a map needs outlines, and the front matter names none",
      at: kind.span, hint: "add a line `atlas: ../data/atlas/france.atlas`")
  }

  static func unknownTerritory(_ word: Fence.Word, level: String, known: [String]) -> Diagnostic {
    let shown = known.count > 24 ? known.prefix(24) + ["…"] : known
    return Diagnostic(
      code: "unknown-territory", "the atlas has no territory `\(word.text)` at the level `\(level)`",
      at: word.span, hint: "codes are \(shown.joined(separator: ", "))")
  }

  static func noDate() -> Diagnostic {
    Diagnostic(
      .error, .badConfiguration, code: "no-date", "the report declares no parameter `date`",
      hint: "add `parameters: { date: date }` to the front matter")
  }

  static func unknownLanguage(_ tag: String, known: [String], at span: Span) -> Diagnostic {
    Diagnostic(
      .error, .badConfiguration, code: "unknown-language", "`\(tag)` is not a language that is known",
      at: span,
      hint: "languages are \(known.joined(separator: ", "))")
  }
}
