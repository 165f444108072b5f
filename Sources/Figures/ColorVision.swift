import Pages

/// How people see colours: the trichromat, and who lacks one kind of cone.
public enum ColorVision: String, Hashable, Sendable, CaseIterable {
  case normal, protanopia, deuteranopia, tritanopia

  /// Rows of the matrix on linear sRGB at severity 1 (Machado, Oliveira and Fernandes 2009, table 1).
  private var rows: [[Double]] {
    switch self {
    case .normal: [[1, 0, 0], [0, 1, 0], [0, 0, 1]]
    case .protanopia:
      [
        [0.152286, 1.052583, -0.204868], [0.114503, 0.786281, 0.099216], [-0.003882, -0.048116, 1.051998],
      ]
    case .deuteranopia:
      [
        [0.367322, 0.860646, -0.227968], [0.280085, 0.672501, 0.047413], [-0.011820, 0.042940, 0.968881],
      ]
    case .tritanopia:
      [
        [1.255528, -0.076749, -0.178779], [-0.078411, 0.930809, 0.147602], [0.004733, 0.691367, 0.303900],
      ]
    }
  }

  /// Whether every eye tells two colours apart that stand in one figure.
  public static func areDistinct(_ a: Color, _ b: Color) -> Bool {
    allCases.allSatisfy { $0.distance(a, b) >= distinct }
  }

  /// The least distance of such colours: a rule of the house.
  static let distinct = 0.1

  /// How far two colours look apart: the distance in OKLab (Ottosson 2020), where 1 lies between black and white.
  public func distance(_ a: Color, _ b: Color) -> Double {
    let (p, q) = (OKLab(seen(a)), OKLab(seen(b)))
    let (dl, da, db) = (p.l - q.l, p.a - q.a, p.b - q.b)
    return (dl * dl + da * da + db * db).squareRoot()
  }

  /// Linear light as it is seen.
  private func seen(_ color: Color) -> [Double] {
    let light = color.linear
    return rows.map { row in min(max(zip(row, light).reduce(0) { $0 + $1.0 * $1.1 }, 0), 1) }
  }
}

/// Lightness from 0 to 1, and two axes of hue.
struct OKLab {
  let l, a, b: Double

  init(_ linear: [Double]) {
    func root(_ r: Double, _ g: Double, _ b: Double) -> Double {
      cubeRoot(r * linear[0] + g * linear[1] + b * linear[2])
    }
    let long = root(0.4122214708, 0.5363325363, 0.0514459929)
    let medium = root(0.2119034982, 0.6806995451, 0.1073969566)
    let short = root(0.0883024619, 0.2817188376, 0.6299787005)
    l = 0.2104542553 * long + 0.7936177850 * medium - 0.0040720468 * short
    a = 1.9779984951 * long - 2.4285922050 * medium + 0.4505937099 * short
    b = 0.0259040371 * long + 0.7827717662 * medium - 0.8086757660 * short
  }

  init(_ color: Color) { self.init(color.linear) }

  /// Of a grey of the same luminance: what a print in black shows.
  static func greyness(_ color: Color) -> Double { cubeRoot(color.luminance) }
}

extension Color {
  /// Linear red, green and blue (IEC 61966-2-1).
  fileprivate var linear: [Double] {
    [red, green, blue].map { Color(red: $0, green: $0, blue: $0).luminance }
  }
}
