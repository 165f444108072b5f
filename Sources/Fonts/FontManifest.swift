import Diagnostics

/// What `fonts/fonts.yaml` declares, with every file found.
struct FontManifest: Sendable {
  struct Entry: Sendable {
    var file: FontFile
    /// OpenType features, as HarfBuzz writes them: `tnum`, `-liga`.
    var features: [String]
  }

  var entries: [FontID: Entry] = [:]
}
