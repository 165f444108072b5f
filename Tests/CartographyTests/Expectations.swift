import Geometry
import Pages
import Testing

/// No two texts meet and none reaches beyond the frame.
func expectReadable(_ frame: Frame, sourceLocation: SourceLocation = #_sourceLocation) {
  let texts = frame.texts().filter { !$0.text.allSatisfy(\.isWhitespace) }
  let page = Rect(origin: .zero, size: frame.size).expanded(by: 0.01)
  for (index, text) in texts.enumerated() {
    #expect(page.contains(text.box), "\(text.text) is clipped", sourceLocation: sourceLocation)
    for other in texts[(index + 1)...] where text.box.expanded(by: -0.05).intersects(other.box) {
      Issue.record("\(text.text) meets \(other.text)", sourceLocation: sourceLocation)
    }
  }
}
