import Diagnostics
import Settings
import Synchronization

/// The fonts of the manifest, opened when first used and shared.
public struct FontLibrary: Sendable {
  private let store: Store

  /// Every name resolves; each character is one glyph half an em wide. For tests that no font package may break.
  public static var synthetic: FontLibrary { FontLibrary(manifest: nil) }

  init(manifest: FontManifest?) { store = Store(manifest: manifest) }

  /// Reads the manifest and finds all of its files. `root` is the folder that the manifest's own path starts at.
  public static func load(manifest: SourceFile, root: String = ".") throws -> FontLibrary {
    let base = FontFinder.join(root, FontFinder.folder(of: manifest.path))
    return FontLibrary(manifest: try FontManifest(Setting.parse(manifest), base: base))
  }

  /// The file of hyphenation patterns for a language (BCP 47), or for the language without its variant; `nil` where
  /// the manifest names none.
  public func hyphenation(for language: String) -> String? {
    let patterns = store.manifest?.patterns ?? [:]
    return patterns[language] ?? patterns[String(language.prefix { $0 != "-" })]
  }

  /// The font of this name; an error where the manifest has none or the file is no font.
  public func font(_ id: FontID) throws -> Font { try store.font(id) }

  public func file(for id: FontID) throws -> FontFile {
    guard let file = try font(id).file else { throw Failure(FontMessage.noFile(id)) }
    return file
  }

  public func metrics(for id: FontID) throws -> FontMetrics { try font(id).metrics }
}

private final class Store: Sendable {
  let manifest: FontManifest?
  private let open = Mutex<[FontID: Font]>([:])

  init(manifest: FontManifest?) { self.manifest = manifest }

  func font(_ id: FontID) throws -> Font {
    try open.withLock { open in
      if let font = open[id] { return font }
      let font = try make(id)
      open[id] = font
      return font
    }
  }

  private func make(_ id: FontID) throws -> Font {
    guard let manifest else { return Font(synthetic: id) }
    guard let entry = manifest.entries[id] else {
      throw Failure(FontMessage.unknown(id, known: Array(manifest.entries.keys)))
    }
    guard let shaper = Shaper(file: entry.file, features: entry.features) else {
      throw Failure(FontMessage.unreadable(entry.file))
    }
    return Font(id: id, file: entry.file, shaper: shaper, features: entry.features)
  }
}
