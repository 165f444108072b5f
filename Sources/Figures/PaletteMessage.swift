import Diagnostics
import Pages
import Typesetting

/// What a user can be told about the colours of a theme.
enum PaletteMessage {
  static func lowContrast(
    _ mark: (name: String, color: Color), on ground: (name: String, color: Color), ratio: Double,
    least: Double
  ) -> Diagnostic {
    Diagnostic(
      .warning, .findings, code: "low-contrast",
      "`\(mark.name)` (\(mark.color.hex)) on \(ground.name) (\(ground.color.hex)) has a contrast of "
        + "\(tenths(ratio)) : 1, expected at least \(tenths(least)) : 1",
      hint: "take a darker colour in the theme")
  }

  static func confusable(
    _ a: Color, _ b: Color, in palette: Palette.Kind, to vision: ColorVision
  ) -> Diagnostic {
    Diagnostic(
      .warning, .findings, code: "confusable-colors",
      "\(a.hex) and \(b.hex) of the \(palette.rawValue) palette look alike \(readers(vision))",
      hint: "take colours that differ in lightness too")
  }

  static func likeAccent(_ color: Color, _ accent: Color, to vision: ColorVision) -> Diagnostic {
    Diagnostic(
      .warning, .findings, code: "confusable-colors",
      "\(color.hex) of the categorical palette and `accent` (\(accent.hex)) look alike \(readers(vision))",
      hint: "the accent marks what a figure is about: take another colour for series")
  }

  private static func readers(_ vision: ColorVision) -> String {
    vision == .normal ? "to every reader" : "to readers with \(vision.rawValue)"
  }

  static func greySteps(_ a: Color, _ b: Color) -> Diagnostic {
    Diagnostic(
      .warning, .findings, code: "grey-steps",
      "\(a.hex) and \(b.hex) of the sequential palette are the same grey in black print",
      hint: "let lightness fall evenly from the first colour to the last")
  }

  private static func tenths(_ value: Double) -> String { String((value * 10).rounded(.down) / 10) }
}
