import Diagnostics
import Quantities
import Settings

/// What stands between the `---` lines at the head of a report.
struct FrontMatter: Sendable {
  enum ParameterType: String, CaseIterable, Sendable { case date, integer, text }

  struct Parameter: Sendable {
    var name: String
    var type: ParameterType
  }

  var report: Setting
  var subtitle: Setting?
  var edition: Setting
  var sender: String
  var authority: String?
  var diffusion: String?
  var language: Setting?
  /// Files, relative to the report.
  var data: Setting?
  var atlas: Setting?
  var fonts: Setting?
  var theme: Setting?
  var comment: Setting?
  /// Cubes that may be older than their declared freshness.
  var stale: [Setting]
  /// Series that have the first colours of the palette, in this order.
  var colors: [(name: String, span: Span)]
  /// The level of territories that have a sheet each.
  var each: Setting?
  /// How many pages a sheet must fill.
  var pages: (count: Int, span: Span)?
  var parameters: [Parameter]
  /// Where the body starts, in bytes.
  var bodyStart: Int

  /// Throws where there is no front matter to read; mistakes in it are gathered.
  init(_ source: SourceFile, _ found: inout Collector) throws {
    let block = try Self.block(source)
    bodyStart = block.end
    let setting = try Setting.parse(source, in: block.yaml)
    var reader = SettingReader(setting, of: "the front matter")
    let nothing = Setting(.scalar("", quoted: true), at: setting.span)
    report = reader.required("report", { $0 }) ?? nothing
    subtitle = reader.optional("subtitle") { $0 }
    edition = reader.required("edition", { $0 }) ?? nothing
    sender = reader.required("sender", { try $0.string() }) ?? ""
    authority = reader.string("authority")
    diffusion = reader.string("diffusion")
    language = reader.optional("language") { $0 }
    data = reader.required("data") { $0 }
    atlas = reader.optional("atlas") { $0 }
    fonts = reader.required("fonts") { $0 }
    theme = reader.optional("theme") { $0 }
    comment = reader.optional("comment") { $0 }
    each = reader.optional("each") { $0 }
    pages = reader.optional("pages") { (try $0.integer(), $0.span) }
    stale = reader.optional("stale") { try $0.oneOrMore() } ?? []
    colors = reader.optional("colors") { try $0.oneOrMore().map { (try $0.string(), $0.span) } } ?? []
    let pairs = reader.optional("parameters") { try $0.mapping() } ?? []
    var collector = Collector()
    parameters = []
    for pair in pairs {
      if let type = try collector.attempt({ try pair.value.choice(ParameterType.self) }) {
        parameters.append(Parameter(name: pair.key, type: type))
      }
    }
    reader.report(collector.diagnostics)
    try found.attempt { try reader.finish() }
  }

  /// The bytes between the first `---` and the next, and where the text goes on.
  private static func block(_ source: SourceFile) throws -> (yaml: Range<Int>, end: Int) {
    let lines = SourceLines(source)
    guard lines[1].trimmed.text == "---",
      let close = (2...max(2, lines.count)).first(where: {
        $0 <= lines.count && lines[$0].trimmed.text == "---"
      })
    else {
      throw Failure(Messages.noFrontMatter(at: Span(source, 0..<0)))
    }
    let start = lines[2].span.range.lowerBound
    let end = lines[close].span.range
    return (start..<end.lowerBound, min(end.upperBound + 1, source.text.utf8.count))
  }
}
