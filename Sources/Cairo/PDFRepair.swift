/// Puts right in place what Cairo 1.16 writes wrong in a PDF, so that strict readers accept it.
/// No byte moves.
///
/// - An object that is numbered but never written (with links) keeps a place in the table: it is freed.
/// - A form used twice on a page stands twice in the page's resources: the second entry is blanked.
/// - The tree over the marks is freed where the caller writes one of its own.
/// - The outline's root counts its entries below zero: the sign is dropped.
struct PDFRepair {
  private var bytes: [UInt8]
  private let dropsStructure: Bool

  static func repaired(_ bytes: [UInt8], dropsStructure: Bool = false) -> [UInt8] {
    var repair = PDFRepair(bytes: bytes, dropsStructure: dropsStructure)
    repair.walkObjects()
    return repair.bytes
  }

  /// The table has one entry of 20 bytes for each object: its offset, its generation, in use or free.
  private mutating func walkObjects() {
    guard let pointer = bytes.lastRange(of: "startxref\n"), let table = number(at: pointer.upperBound),
      bytes.starts(with: "xref\n0 ", at: table), let count = number(at: table + 7),
      let first = bytes.firstRange(of: "\n", in: (table + 7)..<bytes.count)?.upperBound,
      first + count * 20 <= bytes.count
    else { return }
    for object in 1..<max(1, count) {
      let entry = first + object * 20
      guard let offset = number(at: entry) else { continue }
      let head = "\(object) 0 obj"
      if bytes.starts(with: head, at: offset), !isDropped(at: offset + head.utf8.count) {
        repairDictionary(at: offset)
      } else {
        write("0000000000 65535 f ", at: entry)
      }
    }
  }

  /// An element of the structure, where that goes.
  private func isDropped(at offset: Int) -> Bool {
    dropsStructure && bytes.starts(with: "\n<< /Type /StructElem", at: offset)
  }

  private mutating func repairDictionary(at offset: Int) {
    let rest = offset..<bytes.count
    guard let end = bytes.firstRange(of: "endobj", in: rest)?.lowerBound else { return }
    let dictionary = offset..<(bytes.firstRange(of: "stream", in: offset..<end)?.lowerBound ?? end)
    if let forms = bytes.firstRange(of: "/XObject <<", in: dictionary),
      let close = bytes.firstRange(of: ">>", in: forms.upperBound..<dictionary.upperBound)
    {
      blankRepeatedNames(in: forms.upperBound..<close.lowerBound)
    }
    if bytes.firstRange(of: "/Type /Outlines", in: dictionary) != nil,
      let sign = bytes.firstRange(of: "/Count -", in: dictionary)
    {
      write(" ", at: sign.upperBound - 1)
    }
  }

  /// Entries are `/name 6 0 R`.
  private mutating func blankRepeatedNames(in range: Range<Int>) {
    var seen: Set<ArraySlice<UInt8>> = []
    let starts = range.filter { bytes[$0] == UInt8(ascii: "/") }
    for (start, end) in zip(starts, starts.dropFirst() + [range.upperBound]) {
      let name = bytes[start..<end].prefix { $0 != UInt8(ascii: " ") }
      if !seen.insert(name).inserted {
        write(String(repeating: " ", count: end - start), at: start)
      }
    }
  }

  private mutating func write(_ text: String, at offset: Int) {
    bytes.replaceSubrange(offset..<(offset + text.utf8.count), with: text.utf8)
  }

  private func number(at offset: Int) -> Int? {
    guard bytes.indices.contains(offset) else { return nil }
    let digits = bytes[offset...].prefix { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
    return Int(String(decoding: digits, as: UTF8.self))
  }
}

extension [UInt8] {
  fileprivate func starts(with text: String, at offset: Int) -> Bool {
    indices.contains(offset) && self[offset...].starts(with: text.utf8)
  }

  fileprivate func firstRange(of text: String, in range: Range<Int>) -> Range<Int>? {
    let length = text.utf8.count
    guard let first = text.utf8.first, range.count >= length else { return nil }
    for start in range.lowerBound...(range.upperBound - length)
    where self[start] == first && self[start...].starts(with: text.utf8) {
      return start..<(start + length)
    }
    return nil
  }

  fileprivate func lastRange(of text: String) -> Range<Int>? {
    let length = text.utf8.count
    guard count >= length else { return nil }
    for start in stride(from: count - length, through: 0, by: -1) where starts(with: text, at: start) {
      return start..<(start + length)
    }
    return nil
  }
}
