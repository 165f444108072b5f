import QPDF

extension PDFObject {
  /// The entries of a number tree (ISO 32000-1, 7.9.7).
  func numberTree(depth: Int = 0) -> [Int: PDFObject] {
    guard depth < 32 else { return [:] }
    var entries: [Int: PDFObject] = [:]
    let numbers = self["Nums"]?.items ?? []
    for index in stride(from: 0, to: numbers.count - 1, by: 2) {
      if let key = numbers[index].integer { entries[key] = numbers[index + 1] }
    }
    for kid in self["Kids"]?.items ?? [] { entries.merge(kid.numberTree(depth: depth + 1)) { $1 } }
    return entries
  }

  /// The entries of a name tree (ISO 32000-1, 7.9.6), in order.
  func nameTree(depth: Int = 0) -> [(name: String, value: PDFObject)] {
    guard depth < 32 else { return [] }
    let names = self["Names"]?.items ?? []
    let own = stride(from: 0, to: names.count - 1, by: 2).map { (names[$0].text ?? "", names[$0 + 1]) }
    return own + (self["Kids"]?.items ?? []).flatMap { $0.nameTree(depth: depth + 1) }
  }
}
