import Diagnostics
import Pages
import Quantities
import Settings
import Statistics

extension BuiltEdition {
  /// The report that the edition was made from, and the cells behind each of its figures.
  static func attachments(of report: SourceFile, figures: [FigureData]) -> [PagedDocument.Attachment] {
    let name = report.path.split(separator: "/").last.map(String.init) ?? report.path
    var attachments = [
      PagedDocument.Attachment(
        name: name, mediaType: "text/markdown", title: name, relationship: .source,
        bytes: Array(report.text.utf8))
    ]
    var taken: Set<String> = [name]
    var uncounted = 0
    for figure in figures {
      if figure.label == nil { uncounted += 1 }
      let stem = figure.label.map(\.fileName) ?? "data-\(uncounted)"
      for table in figure.tables {
        let name = Self.free(stem, taken: &taken)
        let title = [figure.label, figure.title].compactMap { $0 }.joined(separator: ". ")
        attachments.append(
          PagedDocument.Attachment(
            name: name, mediaType: "text/csv", title: title, relationship: .data, node: figure.node,
            bytes: Array(table.csv.utf8)))
      }
    }
    return attachments
  }

  /// `carte-1.csv`, or `carte-1-2.csv` where that is taken.
  private static func free(_ stem: String, taken: inout Set<String>) -> String {
    var (name, number) = ("\(stem).csv", 1)
    while !taken.insert(name).inserted {
      number += 1
      name = "\(stem)-\(number).csv"
    }
    return name
  }
}

extension String {
  /// "Carte 1" as `carte-1`: letters and digits that every file system and mail program takes.
  fileprivate var fileName: String {
    lowercased().split { !$0.isASCII || !($0.isLetter || $0.isNumber) }.joined(separator: "-")
  }
}

extension Tabulation {
  /// The published cells as CSV (RFC 4180): one row a member, values unscaled, to fourteen digits, `s` for what is secret
  /// and `nd` for what is not available. The first line names the columns, each measure with its unit.
  var csv: String {
    let measures = columns.map { column in
      // Members of one measure are told apart by their names.
      let isAlone = columns.count { $0.expression == column.expression } == 1
      let name = isAlone ? "" : column.name.map { ", \($0)" } ?? ""
      return "\(column.expression)\(name) (\(column.unit.symbol))"
    }
    let heads = ["level", "code", "label", "row"] + measures
    let level = rows.first { $0.role == .member }?.member.level
    let lines = rows.map { row in
      // A group of one stands for its member.
      let role = row.role == .group && row.member.level == level ? .member : row.role
      return [row.member.level, row.member.code, row.member.label, role.word] + row.values.map(\.csvField)
    }
    return ([heads] + lines).map { $0.map(\.csvQuoted).joined(separator: ",") + "\r\n" }.joined()
  }
}

extension Published<Quantity> {
  fileprivate var csvField: String {
    switch self {
    case .value(let quantity):
      // 1997006 rather than 1997006.0
      Int(exactly: quantity.value).map(String.init) ?? "\(quantity.value.withoutNoise)"
    case .secret: "s"
    case .unavailable: "nd"
    }
  }
}

extension Double {
  /// To fourteen digits: beyond them, sums of binary fractions differ from those of the published decimals.
  fileprivate var withoutNoise: Double {
    guard isFinite, self != 0 else { return self }
    var power = 1.0
    while magnitude * power < 1e13 { power *= 10 }
    while magnitude * power >= 1e14 { power /= 10 }
    return (self * power).rounded() / power
  }
}

extension Tabulation.Row.Role {
  fileprivate var word: String {
    switch self {
    case .member: "member"
    case .group: "group"
    case .remainder: "remainder"
    case .unlocated: "unlocated"
    case .total: "total"
    }
  }
}

extension Unit {
  /// `EUR`, `EUR/habitant`; `1` for a number without dimension.
  fileprivate var symbol: String { per.map { "\(measure.symbol)/\($0.symbol)" } ?? measure.symbol }
}

extension Unit.Measure {
  fileprivate var symbol: String {
    switch self {
    case .euro: "EUR"
    case .hour: "h"
    case .day: "d"
    case .count(let noun): noun
    case .one: "1"
    }
  }
}

extension String {
  fileprivate var csvQuoted: String {
    let signs = Array(",\"\r\n".utf8)
    guard utf8.contains(where: signs.contains) else { return self }
    return "\"" + split(separator: "\"", omittingEmptySubsequences: false).joined(separator: "\"\"") + "\""
  }
}
