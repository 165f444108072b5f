/// The fonts of the manifest, opened once and shared.
public struct FontLibrary: Sendable {
  public init() {}
}
