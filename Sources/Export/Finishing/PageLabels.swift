import QPDF

/// What a reader's page box shows: ranges of numbers that count up, and single labels.
enum PageLabels {
  static func value(_ labels: [String]) -> PDFValue {
    var numbers: [PDFValue] = []
    var expected: Int?
    for (page, label) in labels.enumerated() {
      // "007" and "+7" are not how a reader would write the number 7.
      let number = Int(label).flatMap { $0 > 0 && "\($0)" == label ? $0 : nil }
      if let number, number == expected {
        expected = number + 1
        continue
      }
      let style: [String: PDFValue] =
        if let number {
          ["S": .name("D"), "St": .integer(number)]
        } else {
          ["P": .text(label.printable)]
        }
      numbers += [.integer(page), .dictionary(style)]
      expected = number.map { $0 + 1 }
    }
    return .dictionary(["Nums": .array(numbers)])
  }
}
