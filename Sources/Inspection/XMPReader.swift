/// The few values of an XMP packet that matter here.
struct XMPReader {
  private let packet: String

  init(_ bytes: [UInt8]) { packet = String(decoding: bytes, as: UTF8.self) }

  /// The text of a property, as an element or as an attribute; the first of several.
  func value(_ name: String) -> String? {
    if let element = between("<\(name)>", "</\(name)>") {
      guard let item = element.firstRange(of: "<rdf:li") else { return unescaped(element) }
      let rest = element[item.upperBound...]
      guard let start = rest.firstIndex(of: ">"), let end = rest.firstRange(of: "</rdf:li>") else {
        return nil
      }
      return unescaped(rest[rest.index(after: start)..<end.lowerBound])
    }
    return between(" \(name)=\"", "\"").map(unescaped)
  }

  private func between(_ start: String, _ end: String) -> Substring? {
    guard let from = packet.firstRange(of: start),
      let to = packet[from.upperBound...].firstRange(of: end)
    else { return nil }
    return packet[from.upperBound..<to.lowerBound]
  }

  private func unescaped(_ text: Substring) -> String {
    var result = String(text)
    let entities = [("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&apos;", "'"), ("&amp;", "&")]
    for (entity, character) in entities { result.replace(entity, with: character) }
    return result
  }
}
