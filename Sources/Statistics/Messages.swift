import Diagnostics

/// All that this target says to a user, in one place.
enum Messages {
  // MARK: Tables

  static func notATable(at place: Diagnostic.Place, found: String) -> Diagnostic {
    Diagnostic(
      code: "not-a-table", "found \(found), expected a table of comma-separated values", at: place,
      hint: "download the file again; the server may have answered with an error page")
  }

  /// `line`: where a row is missed, 1-based.
  static func emptyTable(_ path: String, line: Int = 1) -> Diagnostic {
    Diagnostic(
      code: "empty-table", "found no row, expected a header line and at least one row",
      at: .row(path: path, line: line, column: 1, text: nil),
      hint: "the download may have failed; the last good file is the one to keep")
  }

  static func missingColumn(_ name: String, path: String, header: String, known: [String]) -> Diagnostic {
    let meant = suggestion(for: name, among: known).map { "did you mean `\($0)`? " } ?? ""
    return Diagnostic(
      code: "missing-column", "the column `\(name)` is not in the header",
      at: .row(path: path, line: 1, column: 1, text: header),
      hint: "\(meant)columns are \(known.joined(separator: ", "))")
  }

  static func raggedRow(_ row: CSVRow, expected: Int) -> Diagnostic {
    Diagnostic(
      code: "ragged-row", "found \(row.count) fields, expected \(expected) as in the header",
      at: row.place(column: min(row.count, expected)),
      hint: "a field that holds a comma stands in double quotes")
  }

  /// `line` is that of the first row.
  static func repeatedRow(of line: Int, at place: Diagnostic.Place) -> Diagnostic {
    Diagnostic(
      code: "repeated-row",
      "found a second row with the date, territory and codes of line \(line), expected one", at: place,
      hint: "keep the right one; a column that tells them apart belongs into `by` of the dictionary")
  }

  static func unclosedQuote(at place: Diagnostic.Place) -> Diagnostic {
    Diagnostic(
      code: "unclosed-quote", "a field opens with a quote that is never closed", at: place,
      hint: "double the quotes inside a quoted field")
  }

  static func strayQuote(at place: Diagnostic.Place) -> Diagnostic {
    Diagnostic(
      code: "stray-quote", "found a quote inside a field, expected quotes around the whole of it", at: place,
      hint: "double the quotes inside a quoted field")
  }

  static func notANumber(_ text: String, column: String, at place: Diagnostic.Place) -> Diagnostic {
    Diagnostic(
      code: "not-a-number", "found `\(text)` in the column `\(column)`, expected a number such as 1234.5",
      at: place, hint: "leave the field empty where nothing is published")
  }

  static func notADate(_ text: String, at place: Diagnostic.Place) -> Diagnostic {
    Diagnostic(
      code: "not-a-date", "found `\(text)`, expected a day such as 2021-04-11", at: place,
      hint: "days are written year-month-day, with zeros")
  }

  static func unknownCode(_ text: String, level: String, at place: Diagnostic.Place) -> Diagnostic {
    Diagnostic(
      code: "unknown-code", "`\(text)` is not a code of `\(level)`", at: place,
      hint: "correct it, or add the code to the nomenclature that the dictionary names")
  }

  // MARK: The dictionary

  static func unknownLevel(_ name: String, known: [String], at span: Span) -> Diagnostic {
    unknown("level", name, known: known, at: span, category: .badConfiguration)
  }

  /// The dictionary names a measure that the cube does not declare.
  static func undeclaredMeasure(_ name: String, known: [String], at span: Span) -> Diagnostic {
    unknown("measure", name, known: known, at: span, category: .badConfiguration)
  }

  // MARK: Expressions

  static func unknownCube(_ name: String, known: [String], at span: Span) -> Diagnostic {
    unknown("cube", name, known: known, at: span)
  }

  static func unknownMeasure(_ name: String, cube: String, known: [String], at span: Span) -> Diagnostic {
    let last = String(name.split(separator: ".").last ?? "")
    let meant = suggestion(for: last, among: known).map { "did you mean `\(cube).\($0)`? " } ?? ""
    return Diagnostic(
      code: "unknown-measure", "`\(name)` is not a measure", at: span,
      hint: "\(meant)measures of \(cube): \(known.joined(separator: ", "))")
  }

  static func unknownFacet(_ name: String, known: [String], at span: Span) -> Diagnostic {
    unknown("facet of a measure", name, known: known, at: span)
  }

  static func unexpected(_ found: String, expected: String, at span: Span) -> Diagnostic {
    Diagnostic(code: "bad-expression", "found \(found), expected \(expected)", at: span)
  }

  static func noHolder(level: String, at span: Span) -> Diagnostic {
    Diagnostic(
      code: "no-holder", "no `\(level)` holds the territory of this sheet", at: span,
      hint: "`in \(level)` is for sheets of a finer level; `where \(level) = …` names one")
  }

  static func noTable(_ cube: String, dimensions: [String], at span: Span?) -> Diagnostic {
    Diagnostic(
      code: "no-such-breakdown", "`\(cube)` is not published by \(dimensions.joined(separator: " and "))",
      at: span.map(Diagnostic.Place.span), hint: "the dictionary lists the tables of each cube")
  }

  static func notAdditive(_ measure: String, at span: Span?) -> Diagnostic {
    Diagnostic(
      code: "not-additive", "`\(measure)` counts distinct things: its sum over parts is not published",
      at: span.map(Diagnostic.Place.span), hint: "ask for a level that the source publishes")
  }

  static func noSnapshot(_ cube: String, before date: String) -> Diagnostic {
    Diagnostic(
      code: "no-snapshot", "`\(cube)` has no snapshot on or before \(date)",
      hint: "choose a later edition date")
  }

  static func noSnapshot(_ cube: String, at date: String) -> Diagnostic {
    Diagnostic(
      code: "no-snapshot-then", "`\(cube)` has no snapshot on or before \(date)",
      hint: "choose a later date after `at`")
  }

  static func stale(_ cube: String, snapshot: String, age: Int, limit: Int, at span: Span) -> Diagnostic {
    Diagnostic(
      code: "stale-data",
      "`\(cube)` was last published on \(snapshot), \(age) days before the edition; "
        + "its limit is \(limit) days",
      at: span,
      hint: "update the data, raise `fresh:` in the dictionary, or build with --allow-stale")
  }

  static func geometricNeedsPositive(low: Double) -> Diagnostic {
    Diagnostic(
      code: "geometric-needs-positive",
      "geometric classes need values over zero, and the lowest is \(shortest(low))",
      hint: "take `quantile` or `jenks`, or leave out what is not over zero")
  }

  static func unknownColumn(_ name: String, path: String, known: [String]) -> Diagnostic {
    let meant = suggestion(for: name, among: known).map { "did you mean `\($0)`? " } ?? ""
    return Diagnostic(
      .error, .usage, code: "unknown-column", "the table has no column `\(name)`", at: .file(path: path),
      hint: "\(meant)columns are \(known.joined(separator: ", "))")
  }

  static func notANumber(_ text: String, at place: Diagnostic.Place) -> Diagnostic {
    Diagnostic(
      code: "not-a-number", "found `\(text)`, expected a number, or nothing where there is no value",
      at: place)
  }

  static func noNumbers(_ column: String, path: String) -> Diagnostic {
    Diagnostic(
      code: "no-values", "the column `\(column)` holds no number in the rows that were asked for",
      at: .file(path: path))
  }

  private static func shortest(_ value: Double) -> String {
    value.rounded() == value && value.magnitude < 1e15 ? String(Int(value)) : String(value)
  }

  private static func unknown(
    _ what: String, _ name: String, known: [String], at span: Span,
    category: Diagnostic.Category = .badData
  ) -> Diagnostic {
    let meant = suggestion(for: name, among: known).map { "did you mean `\($0)`? " } ?? ""
    return Diagnostic(
      .error, category, code: "unknown-\(what.prefix { $0 != " " })", "`\(name)` is not a \(what)", at: span,
      hint: "\(meant)known are \(known.joined(separator: ", "))")
  }
}
