import Geometry
import Pages

/// What nobody could read of a picture: texts that meet, and texts that reach beyond the frame.
public func unreadable(in frame: Frame) -> [String] {
  let texts = frame.texts().filter { !$0.text.allSatisfy(\.isWhitespace) }
  let page = Rect(origin: .zero, size: frame.size).expanded(by: 0.01)
  return texts.enumerated().flatMap { index, text -> [String] in
    let clipped = page.contains(text.box) ? [] : ["\(text.text) is clipped"]
    let met = texts[(index + 1)...].filter { text.box.expanded(by: -0.05).intersects($0.box) }
    return clipped + met.map { "\(text.text) meets \($0.text)" }
  }
}
