import Figures
import Pages
import Typesetting

/// A line to compare with: a number with a name, or a summary of the values shown.
public enum Reference: Hashable, Sendable {
  case value(Double, name: String)
  case median
  /// Of the values, each counted once.
  case mean

  func value(_ values: [Double]) -> Double? {
    switch self {
    case .value(let value, _): value
    case .median: values.median
    case .mean: values.isEmpty ? nil : values.reduce(0) { $0 + $1 / Double(values.count) }
    }
  }

  func name(_ amount: String, _ kit: Kit) -> String {
    switch self {
    case .value(_, let name): "\(name) \(amount)"
    case .median: "\(kit.language.words.median) \(amount)"
    case .mean: "\(kit.language.words.mean) \(amount)"
    }
  }

  func color(_ colors: ThemeColors) -> Color {
    switch self {
    case .value, .mean: colors.ink
    case .median: colors.accent
    }
  }

  func line(_ values: [Double], _ numbers: NumberForm, _ kit: Kit) -> RowPlot.Reference? {
    value(values).map {
      RowPlot.Reference($0, name: name(numbers.amount($0), kit), color: color(kit.theme.colors))
    }
  }

  func level(_ values: [Double], _ numbers: NumberForm, _ kit: Kit) -> Annotation? {
    value(values).map {
      .level($0, name: name(numbers.amount($0), kit), color: color(kit.theme.colors))
    }
  }
}
