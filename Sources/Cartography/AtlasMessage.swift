import Diagnostics

/// What can be wrong with an atlas or with the outlines it is compiled from.
enum AtlasMessage {
  private static let rebuild = "compile it again with `velin-atlas build`"

  static func notAnAtlas(path: String) -> Diagnostic {
    Diagnostic(
      code: "not-an-atlas", "found no signature of an atlas at the start, expected `VELINATLAS`",
      at: .file(path: path), hint: rebuild)
  }

  static func wrongVersion(path: String, found: Int, expected: Int) -> Diagnostic {
    Diagnostic(
      code: "atlas-version", "found an atlas of format \(found), expected format \(expected)",
      at: .file(path: path), hint: rebuild)
  }

  static func broken(path: String) -> Diagnostic {
    Diagnostic(
      code: "atlas-broken", "the atlas ends too early or holds an impossible value",
      at: .file(path: path), hint: rebuild)
  }

  static func overlap(_ a: String, _ b: String) -> Diagnostic {
    Diagnostic(
      code: "overlapping-outlines",
      "the outlines of `\(a)` and `\(b)` have an edge in the same direction, expected neighbours that only touch",
      hint: "repair the source: a border is drawn once for each side, with the same points")
  }

  static func empty(_ code: String) -> Diagnostic {
    Diagnostic(
      code: "empty-outline", "nothing is left of the outline of `\(code)` on a grid of one metre",
      hint: "coordinates are longitudes and latitudes in degrees")
  }
}
