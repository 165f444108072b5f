import Diagnostics
import Statistics

/// How an author wants the classes of a map: `quantile 5`, `jenks 5 rounded`, `stddev`, `q6`, or bounds of their own.
enum ClassChoice {
  case method(ClassMethod, rounded: Bool)
  case bounds([Double])
  /// A colour for each value.
  case continuous

  private static let expected =
    "a method such as `quantile 5`, `equal 5`, `jenks 5`, `stddev`, `q6`, `geometric 5` (of 2 to 12 classes;"
    + " each may end in `rounded`),"
    + " `continuous`, or bounds such as `200, 250, 330`"

  init(_ word: Fence.Word) throws {
    let words = word.text.split(separator: " ").map(String.init)
    if words == ["continuous"] {
      self = .continuous
    } else if let first = words.first, first.first?.isLetter == true {
      let isRounded = words.last == "rounded"
      let counts = words.dropFirst().dropLast(isRounded ? 1 : 0)
      guard counts.count <= 1, let method = Self.method(first, count: counts.first) else {
        throw Failure(Messages.badValue(word, expected: Self.expected))
      }
      self = .method(method, rounded: isRounded)
    } else {
      self = .bounds(try Self.bounds(word))
    }
  }

  private static func bounds(_ word: Fence.Word) throws -> [Double] {
    var bounds: [Double] = []
    for piece in word.split(",") {
      guard let bound = Double(piece.text), bound.isFinite else {
        throw Failure(Messages.badValue(piece, expected: Self.expected))
      }
      if let last = bounds.last, last >= bound {
        throw Failure(Messages.badValue(piece, expected: "bounds that rise"))
      }
      bounds.append(bound)
    }
    return bounds
  }

  private static func method(_ name: String, count: String?) -> ClassMethod? {
    let number = count.map { Int($0) ?? 0 }
    if let number, !(2...12).contains(number) { return nil }
    switch name {
    case "quantile": return .quantile(number ?? 5)
    case "equal": return .equal(number ?? 5)
    case "jenks": return .jenks(number ?? 5)
    case "stddev": return .standardDeviation(number ?? 5)
    case "geometric": return .geometric(number ?? 5)
    case "q6": return count == nil ? .q6 : nil
    default: return nil
    }
  }

  /// The bounds between classes of these values.
  func breaks(of values: [Double]) throws -> [Double] {
    switch self {
    case .continuous: return []
    case .bounds(let bounds): return bounds
    case .method(let method, let rounded):
      let breaks = try method.breaks(of: values)
      guard rounded, let low = values.min(), let high = values.max() else { return breaks }
      return breaks.rounded(within: low...high)
    }
  }
}

extension Tabulation {
  /// The published values of a column at one level: what classes are cut from.
  func values(level: String, column: Int = 0) -> [Double] {
    rows.filter { ($0.role == .member || $0.role == .group) && $0.member.level == level }
      .compactMap { $0.values[column].value?.value }
  }
}
