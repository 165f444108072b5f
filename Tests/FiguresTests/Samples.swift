import Fonts
import Geometry
import Language
import Pages
import Quantities
import Testing
import Typesetting

@testable import Figures

extension Kit {
  static let synthetic = Kit(
    typesetter: Typesetter(fonts: .synthetic, language: .french), theme: Theme())
}

func day(_ text: String) throws -> CalendarDate { try #require(CalendarDate(iso: text)) }

/// No two texts meet.
func expectApart(_ frame: Frame, _ comment: String = "", sourceLocation: SourceLocation = #_sourceLocation) {
  let texts = frame.texts().map { ($0.text, $0.box.expanded(by: -0.05)) }
  for (index, a) in texts.enumerated() {
    for b in texts[(index + 1)...] where a.1.intersects(b.1) {
      Issue.record("\(a.0) over \(b.0) \(comment)", sourceLocation: sourceLocation)
    }
  }
}
