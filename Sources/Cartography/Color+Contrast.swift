import Pages

extension Color {
  /// The contrast ratio of two opaque colours (WCAG 2.1), from 1 to 21.
  func contrast(with other: Color) -> Double {
    let (a, b) = (luminance, other.luminance)
    return (max(a, b) + 0.05) / (min(a, b) + 0.05)
  }
}
