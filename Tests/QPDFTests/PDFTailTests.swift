import Testing

@testable import QPDF

@Suite struct PDFTailTests {
  /// A page, and a dictionary that is to be replaced.
  private func base() throws -> [UInt8] {
    let plain = """
      %PDF-1.7
      1 0 obj
      <</Type/Catalog/Pages 2 0 R/Extra 4 0 R>>
      endobj
      2 0 obj
      <</Type/Pages/Kids[3 0 R]/Count 1>>
      endobj
      3 0 obj
      <</Type/Page/Parent 2 0 R/MediaBox[0 0 100 200]>>
      endobj
      4 0 obj
      <</Old true>>
      endobj

      """
    let text = plain.split(separator: "\n", omittingEmptySubsequences: false)
    let places = (1...4).map { number in
      text.prefix { $0 != "\(number) 0 obj" }.reduce(0) { $0 + $1.utf8.count + 1 }
    }
    let table = places.map { String("0000000000\($0)".suffix(10)) + " 00000 n \n" }.joined()
    let end = "trailer\n<</Size 5/Root 1 0 R>>\nstartxref\n\(plain.utf8.count)\n%%EOF\n"
    let file = try PDFFile(Array("\(plain)xref\n0 5\n0000000000 65535 f \n\(table)\(end)".utf8))
    file.trailer.set("Info", .object(file.add(.dictionary(["Title": .text("Essai")]))))
    return try file.written()
  }

  @Test func objectsBehindAFileBelongToIt() throws {
    let bytes = try base()
    let file = try PDFFile(bytes)
    var tail = try PDFTail(behind: bytes, of: file)
    // More than one stream holds.
    let numbers = (0..<450).map { tail.add(PDFSource("<</Number \($0)>>").bytes) }
    var list = PDFSource("<</New true/All[")
    for number in numbers { list.reference(number) }
    list.append("]>>")
    tail.set(try #require(file.root["Extra"]?.number), list.bytes)
    let changed = try PDFFile(tail.written())
    #expect(changed.pages.count == 1)
    #expect(changed.trailer["Info"]?["Title"]?.text == "Essai")
    let extra = try #require(changed.root["Extra"])
    #expect(extra["Old"] == nil && extra["New"]?.boolean == true)
    #expect(extra["All"]?.items.map { $0["Number"]?.integer } == (0..<450).map { $0 })
    try changed.check()
  }

  @Test func theNameOfTheFileFollowsFromItsObjects() throws {
    let bytes = try base()
    func name(_ value: Int) throws -> [[UInt8]?] {
      var tail = try PDFTail(behind: bytes, of: PDFFile(bytes))
      _ = tail.add(PDFSource("<</Number \(value)>>").bytes)
      return try #require(PDFFile(tail.written()).trailer["ID"]?.items.map(\.bytes))
    }
    #expect(try name(1) == name(1))
    #expect(try name(1)[0] == name(2)[0])
    #expect(try name(1)[1] != name(2)[1])
  }

  @Test func aFileWithoutATableOfPackedObjectsIsRefused() throws {
    let file = try PDFFile(base())
    var form = PDFFile.Form()
    form.packsObjects = false
    let plain = try file.written(form)
    #expect(throws: QPDFError.self) { try PDFTail(behind: plain, of: PDFFile(plain)) }
  }

  @Test(arguments: [0, 7, 10, 99, 1000, 123_456_789, -12])
  func numbersAreSpelled(_ number: Int) {
    var source = PDFSource("")
    source.append(number)
    #expect(String(decoding: source.bytes, as: UTF8.self) == "\(number)")
  }
}
