import Geometry

/// What Cairo wrote as SVG, made fit for paper and the same on every run.
struct SVGText {
  private(set) var bytes: [UInt8]

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  /// Cairo numbers surfaces over the whole process; here they count from 1 in order of appearance.
  func renumbered() -> SVGText {
    let mark = Array("surface".utf8)
    var numbers: [ArraySlice<UInt8>: Int] = [:]
    var output: [UInt8] = []
    output.reserveCapacity(bytes.count)
    var next = bytes.startIndex
    while next < bytes.endIndex {
      guard bytes[next] == mark[0], bytes[next...].starts(with: mark) else {
        output.append(bytes[next])
        next += 1
        continue
      }
      let digits = bytes[(next + mark.count)...].prefix { (0x30...0x39).contains($0) }
      output += mark
      if !digits.isEmpty {
        let number = numbers[digits] ?? numbers.count + 1
        numbers[digits] = number
        output += Array(String(number).utf8)
      }
      next = digits.endIndex
    }
    return SVGText(output)
  }

  /// States the size of the paper in millimetres; the view box stays in points.
  func inMillimetres(_ size: Size) -> SVGText {
    guard let end = bytes.firstRange(of: Array("viewBox".utf8)) else { return self }
    let head = String(decoding: bytes[..<end.lowerBound], as: UTF8.self)
    guard let start = head.firstRange(of: "<svg ") else { return self }
    var attributes = head[start.upperBound...].split(separator: " ").map(String.init)
    for (index, attribute) in attributes.enumerated() {
      if attribute.hasPrefix("width=") { attributes[index] = "width=\"\(millimetres(size.width))mm\"" }
      if attribute.hasPrefix("height=") { attributes[index] = "height=\"\(millimetres(size.height))mm\"" }
    }
    let tag = head[..<start.upperBound] + attributes.joined(separator: " ") + " "
    return SVGText(Array(tag.utf8) + bytes[end.lowerBound...])
  }

  /// To the hundredth; whole numbers without decimals.
  private func millimetres(_ length: Length) -> String {
    let hundredths = (length.millimetres * 100).rounded()
    let whole = Int((hundredths / 100).rounded())
    return Double(whole) * 100 == hundredths ? "\(whole)" : "\(hundredths / 100)"
  }
}
