import Diagnostics
import QPDF

/// A moment in UTC, in the two spellings that a PDF needs.
struct PDFDate: Hashable {
  /// `2021-04-11T08:00:00Z`
  let iso: String

  /// From ISO 8601 in UTC, to the second.
  init(_ iso: String) throws {
    let pattern = "0000-00-00T00:00:00Z"
    let fits =
      iso.utf8.count == pattern.utf8.count
      && zip(iso.utf8, pattern.utf8).allSatisfy {
        $1 == UInt8(ascii: "0") ? (0x30...0x39).contains($0) : $0 == $1
      }
    guard fits else { throw Failure(ExportMessage.badDate(iso)) }
    self.iso = iso
  }

  /// `D:20210411080000Z`
  var value: PDFValue { .text("D:" + iso.filter(\.isNumber) + "Z") }
}
