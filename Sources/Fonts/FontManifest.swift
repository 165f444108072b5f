import Diagnostics
import Settings

/// What `fonts/fonts.yaml` declares, with every file found.
struct FontManifest: Sendable {
  struct Entry: Sendable {
    var file: FontFile
    /// OpenType features, as HarfBuzz writes them: `tnum`, `-liga`.
    var features: [String]
  }

  private(set) var entries: [FontID: Entry] = [:]
  /// The hyphenation patterns of each language, by its tag.
  private(set) var patterns: [String: String] = [:]

  /// All mistakes are reported, a file that is not installed included.
  init(_ setting: Setting, base: String) throws {
    var reader = SettingReader(setting, of: "the font manifest")
    let folders = reader.required("folders") { try $0.oneOrMore().map { try $0.string() } } ?? []
    let finder = FontFinder(folders: folders, base: base)
    let fonts = reader.required("families") { try Self.families($0, finder) }
    let patterns = reader.optional("hyphenation") { try Self.patterns($0, finder) }
    try reader.finish()
    entries = fonts ?? [:]
    self.patterns = patterns ?? [:]
  }

  private static func families(_ setting: Setting, _ finder: FontFinder) throws -> [FontID: Entry] {
    var collector = Collector()
    var entries: [FontID: Entry] = [:]
    for pair in try setting.mapping() {
      let family = try collector.attempt { try Self.family(pair.key, pair.value, finder) }
      entries.merge(family ?? [:]) { first, _ in first }
    }
    try collector.check()
    return entries
  }

  private static func family(
    _ name: String, _ setting: Setting, _ finder: FontFinder
  ) throws -> [FontID: Entry] {
    var reader = SettingReader(setting, of: "a font family")
    let package = reader.string("package")
    let features = reader.optional("features") { try $0.oneOrMore().map(feature) } ?? []
    let files = reader.required("files") { try $0.mapping() } ?? []
    var entries: [FontID: Entry] = [:]
    for pair in files {
      do {
        let path = try finder.find(pair.value, package: package)
        entries[try fontID(name, pair)] = Entry(file: FontFile(path: path), features: features)
      } catch let failure as Failure {
        reader.report(failure.diagnostics)
      }
    }
    try reader.finish()
    return entries
  }

  private static func patterns(_ setting: Setting, _ finder: FontFinder) throws -> [String: String] {
    var found: [String: String] = [:]
    for pair in try setting.mapping() {
      var reader = SettingReader(pair.value, of: "hyphenation patterns")
      let package = reader.string("package")
      found[pair.key] = reader.required("file") { try finder.find($0, package: package) }
      try reader.finish()
    }
    return found
  }

  private static func feature(_ setting: Setting) throws -> String {
    let name = try setting.string()
    guard Shaper.isFeature(name) else { throw Failure(FontMessage.badFeature(name, at: setting.span)) }
    return name
  }

  /// `400` or `400 italic`.
  private static func fontID(_ family: String, _ pair: Setting.Pair) throws -> FontID {
    let words = pair.key.split(separator: " ")
    let italic = words.count == 2 && words[1] == "italic"
    guard let first = words.first, words.count == 1 || italic, let weight = Int(first),
      (1...1000).contains(weight)
    else { throw Failure(FontMessage.badWeight(pair.key, at: pair.keySpan)) }
    return FontID(family, weight, italic: italic)
  }
}
