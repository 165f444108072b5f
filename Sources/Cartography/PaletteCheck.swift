import Diagnostics
import Pages
import Typesetting

/// What readers may fail to see in the colours of a theme: text and marks too pale for the paper, colours that look alike
/// to some, steps that print alike in grey.
public enum PaletteCheck {
  /// Contrast that text, and that marks, need on the paper (WCAG 2.1, 1.4.3 and 1.4.11).
  private static let (text, marks) = (4.5, 3.0)
  /// The least distance of two categories, and of two neighbouring classes, to any eye (OKLab).
  private static let (category, step) = (0.1, 0.06)
  /// The least step of a sequential palette in grey (lightness from 0 to 1).
  private static let grey = 0.07

  /// Warnings with the codes `low-contrast`, `confusable-colors` and `grey-steps`, each with its pair.
  public static func findings(_ colors: ThemeColors) -> [Diagnostic] {
    contrasts(colors)
      + pairs(colors.categorical, "categorical", least: category, neighbours: false)
      + pairs(colors.sequential, "sequential", least: step, neighbours: true)
      + pairs(colors.diverging, "diverging", least: step, neighbours: true)
      + greys(colors.sequential)
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
      return ratio < least ? MapMessage.lowContrast(mark, on: ground, ratio: ratio, least: least) : nil
    }
  }

  /// The first eye to which two colours look alike.
  private static func pairs(
    _ colors: [Color], _ palette: String, least: Double, neighbours: Bool
  ) -> [Diagnostic] {
    colors.indices.flatMap { i in
      colors.indices.filter { neighbours ? $0 == i + 1 : $0 > i }.compactMap { j in
        let worst = ColorVision.allCases.first { $0.distance(colors[i], colors[j]) < least }
        return worst.map { MapMessage.confusable(colors[i], colors[j], in: palette, to: $0) }
      }
    }
  }

  private static func greys(_ colors: [Color]) -> [Diagnostic] {
    zip(colors, colors.dropFirst()).compactMap { a, b in
      let step = abs(OKLab.greyness(a) - OKLab.greyness(b))
      return step < grey ? MapMessage.greySteps(a, b) : nil
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
