import Pages

extension Color {
  /// The contrast ratio of two opaque colours (WCAG 2.1), from 1 to 21.
  public func contrast(with other: Color) -> Double {
    let (a, b) = (luminance, other.luminance)
    return (max(a, b) + 0.05) / (min(a, b) + 0.05)
  }

  /// What reads on this ground (4.5 : 1): the ink, else white, else black. One of white and black always does.
  public func readable(_ ink: Color) -> Color {
    [ink, .white].first { contrast(with: $0) >= 4.5 } ?? .black
  }
}
