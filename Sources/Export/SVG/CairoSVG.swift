/// What Cairo wrote as SVG, made fit for paper and the same on every run.
struct CairoSVG {
  private(set) var bytes: [UInt8]

  init(_ bytes: some Sequence<UInt8>) { self.bytes = Array(bytes) }

  /// Cairo numbers surfaces over the whole process; here they count from 1 in order of appearance.
  func renumbered() -> CairoSVG {
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
    return CairoSVG(output)
  }

  /// The same picture under another opening tag and what describes it.
  func opened(by opening: String) -> CairoSVG {
    guard let start = bytes.firstRange(of: Array("<svg ".utf8)),
      let end = bytes[start.upperBound...].firstIndex(of: UInt8(ascii: ">"))
    else { return self }
    return CairoSVG(bytes[..<start.lowerBound] + Array(opening.utf8) + bytes[(end + 1)...])
  }
}
