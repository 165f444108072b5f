import Cartography
import Diagnostics
import Figures
import Fonts
import Language
import Quantities
import Settings
import Statistics
import Typesetting

/// One run of a report for one date: what its text and figures are made with.
struct Edition: Sendable {
  var catalog: Catalog
  var date: CalendarDate
  var parameters: Parameters
  var kit: Kit
  var fonts: FontLibrary
  var atlas: Atlas?
  var front: FrontMatter
  var comment: SourceFile?
  /// The cubes that the report asks for and whose first snapshot is still to come.
  var awaited: Set<String> = []
  /// Where the report stands.
  private let folder: String
  private let log: InputLog?

  var language: Language { kit.language }

  /// Opens everything that the front matter names; every missing file is reported, and stood in for, so that the rest of
  /// the report is checked too. `nil` where there is no date.
  init?(
    _ front: FrontMatter, parameters: Parameters, folder: String, cache: String?, log: InputLog?,
    _ found: inout Collector
  ) throws {
    self.log = log
    self.front = front
    self.folder = folder
    self.parameters = parameters
    guard let date = parameters.date else {
      found.add(Messages.noDate())
      return nil
    }
    self.date = date
    var collector = found
    defer { found = collector }
    func open<T>(_ setting: Setting?, _ body: (String) throws -> T) throws -> T? {
      guard let setting else { return nil }
      return try collector.attempt {
        let path = Self.path(try setting.string(), parameters: parameters, folder: folder)
        return try placing(at: setting.span) { try body(path) }
      }
    }
    var mistakes = Collector()
    let outlines = Self.outlines(front.atlas, parameters: parameters, folder: folder, log: log)
    let catalog = try open(front.data) { path in
      try Catalog.load(
        dictionary: fileText(path, noting: log), root: Self.folder(of: path), cache: cache, noting: log,
        &mistakes)
    }
    collector.add(mistakes.diagnostics)
    let fonts = try open(front.fonts) { path in
      try FontLibrary.load(manifest: fileText(path, noting: log), noting: log)
    }
    let theme = try open(front.theme) { try Theme.read(Setting.parse(fileText($0, noting: log))) } ?? Theme()
    atlas = try open(front.atlas) { _ in try outlines?.value.get() } ?? nil
    comment = try open(front.comment) { try fileText($0, noting: log) }
    let language = try collector.attempt { try Self.language(front.language) }
    self.catalog = catalog ?? .unread
    self.fonts = fonts ?? .synthetic
    kit = Kit(typesetter: Typesetter(fonts: self.fonts, language: language ?? .french), theme: theme)
  }

  /// The outlines are the largest of the files: another processor reads them meanwhile.
  private static func outlines(
    _ setting: Setting?, parameters: Parameters, folder: String, log: InputLog?
  ) -> Begun<Result<Atlas, any Error>>? {
    guard let name = try? setting?.string() else { return nil }
    let path = path(name, parameters: parameters, folder: folder)
    return Begun {
      Result { try Atlas.load(path: path, noting: log) }
    }
  }

  private static func language(_ setting: Setting?) throws -> Language {
    guard let setting else { return .french }
    guard let language = Language.named(try setting.string()) else {
      throw Failure(
        Messages.unknownLanguage(try setting.string(), known: Language.all.map(\.tag), at: setting.span))
    }
    return language
  }

  /// A file that the report names by a path from its folder.
  func file(beside text: String) throws -> SourceFile {
    try fileText(Self.path(text, parameters: parameters, folder: folder), noting: log)
  }

  /// Fills `{{ parameter }}` and starts relative paths at the report.
  private static func path(_ text: String, parameters: Parameters, folder: String) -> String {
    var path = ""
    var rest = Substring(text)
    while let open = rest.firstIndex(of: "{"), let close = rest[open...].firstIndex(of: "}") {
      path += rest[..<open]
      let name = rest[open..<close].filter { $0 != "{" && $0 != " " }
      path += parameters[name]?.plain ?? ""
      rest = rest[close...].drop { $0 == "}" }
    }
    path += rest
    return path.hasPrefix("/") || folder.isEmpty ? path : plainPath("\(folder)/\(path)")
  }

  static func folder(of path: String) -> String {
    path.lastIndex(of: "/").map { String(path[..<$0]) } ?? "."
  }
}
