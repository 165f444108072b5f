import Geometry

/// The text that cairo wrote, made the same on every run.
struct SVGText {
  var text: String

  init(_ text: String) { self.text = text }

  /// Cairo numbers surfaces over the whole process; here they count from 1 in order of appearance.
  func renumbered() -> SVGText {
    var numbers: [Substring: Int] = [:]
    var output = ""
    var rest = Substring(text)
    while let found = rest.range(of: "surface") {
      let digits = rest[found.upperBound...].prefix { $0.isASCII && $0.isNumber }
      output += rest[..<found.upperBound]
      if !digits.isEmpty {
        let number = numbers[digits] ?? numbers.count + 1
        numbers[digits] = number
        output += String(number)
      }
      rest = rest[digits.endIndex...]
    }
    return SVGText(output + rest)
  }

  /// States the size of the paper: cairo writes points without saying on what.
  func inMillimetres(_ size: Size) -> SVGText {
    guard let start = text.range(of: "<svg "), let end = text[start.upperBound...].firstIndex(of: ">"),
      let width = attribute("width", in: start.upperBound..<end),
      let height = attribute("height", in: start.upperBound..<end)
    else { return self }
    var copy = text
    copy.replaceSubrange(height, with: "height=\"\(millimetres(size.height))mm\"")
    copy.replaceSubrange(width, with: "width=\"\(millimetres(size.width))mm\"")
    return SVGText(copy)
  }

  private func attribute(_ name: String, in range: Range<String.Index>) -> Range<String.Index>? {
    guard let start = text[range].range(of: " \(name)=\""),
      let close = text[start.upperBound..<range.upperBound].firstIndex(of: "\"")
    else { return nil }
    return text.index(after: start.lowerBound)..<text.index(after: close)
  }

  private func millimetres(_ length: Length) -> String {
    let hundredths = Int((length.millimetres * 100).rounded())
    return hundredths % 100 == 0 ? "\(hundredths / 100)" : "\(Double(hundredths) / 100)"
  }
}

extension StringProtocol where SubSequence == Substring {
  /// The first place of `needle`; no need of Foundation for it.
  func range(of needle: String) -> Range<String.Index>? {
    guard let first = needle.first else { return nil }
    var at = startIndex
    while let start = self[at...].firstIndex(of: first) {
      if self[start...].hasPrefix(needle) { return start..<index(start, offsetBy: needle.count) }
      at = index(after: start)
    }
    return nil
  }
}
