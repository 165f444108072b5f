import Diagnostics
import Memos
import Settings

/// The fonts of the manifest, opened when first used and shared.
public struct FontLibrary: Sendable {
  private let store: Store

  /// Every name resolves; each character is one glyph half an em wide. For tests that no font package may break, and for
  /// checking the rest of a report whose fonts are not there.
  public static var synthetic: FontLibrary { FontLibrary(manifest: nil) }

  init(manifest: FontManifest?, log: InputLog? = nil) { store = Store(manifest: manifest, log: log) }

  /// Reads the manifest and finds all of its files. `root` is the folder that the manifest's own path starts at.
  /// The fonts and patterns that are opened are noted in `log`.
  public static func load(
    manifest: SourceFile, root: String = ".", noting log: InputLog? = nil
  ) throws -> FontLibrary {
    let base = FontFinder.join(root, FontFinder.folder(of: manifest.path))
    return FontLibrary(manifest: try FontManifest(Setting.parse(manifest), base: base), log: log)
  }

  /// The file of hyphenation patterns for a language (BCP 47), or for the language without its variant; `nil` where
  /// the manifest names none.
  public func hyphenation(for language: String) -> String? {
    let patterns = store.manifest?.patterns ?? [:]
    let path = patterns[language] ?? patterns[String(language.prefix { $0 != "-" })]
    if let path { store.log?.note(path) }
    return path
  }

  /// The font of this name; an error where the manifest has none or the file is no font.
  public func font(_ id: FontID) throws -> Font { try store.font(id) }

  public func file(for id: FontID) throws -> FontFile {
    guard let file = try font(id).file else { throw Failure(FontMessage.noFile(id)) }
    return file
  }

  /// The bytes of the font's file, while it is open.
  public func bytes(for id: FontID) throws -> MappedFile {
    guard let bytes = try font(id).bytes else { throw Failure(FontMessage.noFile(id)) }
    return bytes
  }

  public func metrics(for id: FontID) throws -> FontMetrics { try font(id).metrics }
}

private final class Store: Sendable {
  let manifest: FontManifest?
  let log: InputLog?
  private let open = OnceStore<FontID, Result<Font, any Error>>()

  init(manifest: FontManifest?, log: InputLog?) { (self.manifest, self.log) = (manifest, log) }

  func font(_ id: FontID) throws -> Font {
    try open.value(id) { Result { try make(id) } }.get()
  }

  private func make(_ id: FontID) throws -> Font {
    guard let manifest else { return Font(synthetic: id) }
    guard let entry = manifest.entries[id] else {
      throw Failure(FontMessage.unknown(id, known: Array(manifest.entries.keys)))
    }
    log?.note(entry.file.path)
    guard let shaper = Shaper(file: entry.file, features: entry.features) else {
      throw Failure(FontMessage.unreadable(entry.file))
    }
    return Font(id: id, file: entry.file, shaper: shaper, features: entry.features)
  }
}
