import Diagnostics
import Pages
import Typesetting

/// What readers may fail to see in the colours of a theme: text and marks too pale for the paper, colours that look alike
/// to some, steps that print alike in grey.
public enum PaletteCheck {
  /// Contrast that text, and that marks, need on the paper (WCAG 2.1, 1.4.3 and 1.4.11).
  private static let (text, marks) = (4.5, 3.0)
  /// The least distance of two neighbouring classes, and of two categories that need not meet, to any eye (OKLab).
  private static let step = 0.06
  /// Categories that a figure may have side by side.
  private static let together = 5
  /// The least step of a sequential palette in grey (lightness from 0 to 1).
  private static let grey = 0.07

  /// Warnings with the codes `low-contrast`, `confusable-colors` and `grey-steps`, each with its pair.
  public static func findings(_ colors: ThemeColors) -> [Diagnostic] {
    contrasts(colors) + likeAccent(colors) + findings(colors.categorical, .categorical)
      + findings(colors.sequential, .sequential) + findings(colors.diverging, .diverging)
  }

  /// The same of the colours of one palette, but for their contrast with the paper.
  public static func findings(_ colors: [Color], _ kind: Palette.Kind) -> [Diagnostic] {
    switch kind {
    case .categorical:
      pairs(colors.prefix(together), kind, least: ColorVision.distinct)
        + colors.dropFirst(together).flatMap { color in
          colors.prefix { $0 != color }.flatMap { pairs([$0, color], kind, least: step) }
        }
    case .sequential: neighbours(colors, kind) + greys(colors)
    case .diverging: neighbours(colors, kind)
    }
  }

  /// Series that would seem to be what the accent marks.
  private static func likeAccent(_ colors: ThemeColors) -> [Diagnostic] {
    colors.categorical.compactMap { color in
      let eye = ColorVision.allCases.first { $0.distance(color, colors.accent) < step }
      return eye.map { PaletteMessage.likeAccent(color, colors.accent, to: $0) }
    }
  }

  private static func contrasts(_ colors: ThemeColors) -> [Diagnostic] {
    let words = [
      ("ink", colors.ink), ("navy", colors.navy), ("grey", colors.grey), ("accent", colors.accent),
    ]
    let shapes =
      [("blue", colors.blue), ("bar", colors.bar), ("other", colors.other), ("outline", colors.outline)]
      + colors.categorical.enumerated().map { ("categorical \($0 + 1)", $1) }
    let grounds = [("white", Color.white), ("vellum", colors.vellum)]
    let faint =
      words.flatMap { word in grounds.map { (word, $0, text) } } + shapes.map { ($0, grounds[0], marks) }
    return faint.compactMap { mark, ground, least in
      let ratio = mark.1.contrast(with: ground.1)
      return ratio < least ? PaletteMessage.lowContrast(mark, on: ground, ratio: ratio, least: least) : nil
    }
  }

  /// Two colours of which any may stand beside the other, with the first eye that confuses them.
  private static func pairs(_ colors: some Collection<Color>, _ palette: Palette.Kind, least: Double)
    -> [Diagnostic]
  {
    colors.enumerated().flatMap { index, color in
      colors.dropFirst(index + 1).compactMap { other in
        let eye = ColorVision.allCases.first { $0.distance(color, other) < least }
        return eye.map { PaletteMessage.confusable(color, other, in: palette, to: $0) }
      }
    }
  }

  /// Steps of an ordered palette.
  private static func neighbours(_ colors: [Color], _ palette: Palette.Kind) -> [Diagnostic] {
    zip(colors, colors.dropFirst()).flatMap { pairs([$0, $1], palette, least: step) }
  }

  private static func greys(_ colors: [Color]) -> [Diagnostic] {
    zip(colors, colors.dropFirst()).compactMap { a, b in
      let step = abs(OKLab.greyness(a) - OKLab.greyness(b))
      return step < grey ? PaletteMessage.greySteps(a, b) : nil
    }
  }
}

extension Color {
  /// `#14284B`.
  var hex: String {
    "#"
      + [red, green, blue].map { part in
        let text = String(Int((part * 255).rounded()), radix: 16, uppercase: true)
        return text.count < 2 ? "0" + text : text
      }.joined()
  }
}
