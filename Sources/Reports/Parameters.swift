import Diagnostics
import Quantities

/// The values that one edition gives to its report's parameters.
struct Parameters: Sendable {
  enum Value: Hashable, Sendable {
    case date(CalendarDate)
    case integer(Int)
    case text(String)
  }

  private var values: [String: Value] = [:]

  /// Checks what was set against what the report declares; every mistake is reported.
  init(_ given: [BuildRequest.Parameter], declared: [FrontMatter.Parameter]) throws {
    var collector = Collector()
    for parameter in given where !declared.contains(where: { $0.name == parameter.name }) {
      collector.add(Messages.unknownParameter(parameter.name, known: declared.map(\.name)))
    }
    for parameter in declared {
      guard let text = given.last(where: { $0.name == parameter.name })?.value else {
        collector.add(Messages.missingParameter(parameter.name, type: parameter.type))
        continue
      }
      if let value = Self.value(text, parameter.type) {
        values[parameter.name] = value
      } else {
        collector.add(Messages.badParameter(parameter.name, found: text, type: parameter.type))
      }
    }
    try collector.check()
  }

  subscript(name: String) -> Value? { values[name] }

  /// The edition's date: the parameter `date`.
  var date: CalendarDate? {
    if case .date(let date)? = values["date"] { date } else { nil }
  }

  private static func value(_ text: String, _ type: FrontMatter.ParameterType) -> Value? {
    switch type {
    case .date: CalendarDate(iso: text).map(Value.date)
    case .integer: Int(text).map(Value.integer)
    case .text: .text(text)
    }
  }
}

extension Parameters.Value {
  /// As file names hold it: `2021-04-11`.
  var plain: String {
    switch self {
    case .date(let date): date.iso
    case .integer(let number): String(number)
    case .text(let text): text
    }
  }
}
