import Fonts
import Geometry
import Language
import Pages

/// Turns styled text into frames. Thread-safe; shaped words are shared by all that use one typesetter.
public struct Typesetter: Sendable {
  public let fonts: FontLibrary
  public let language: Language

  public init(fonts: FontLibrary, language: Language) {
    self.fonts = fonts
    self.language = language
  }
}
