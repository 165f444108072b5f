import QPDF
import Testing

@Suite struct ContentScannerTests {
  private func operators(_ content: String) -> [String] {
    var scanner = ContentScanner(Array(content.utf8))
    var found: [String] = []
    while let next = scanner.next() {
      let words = next.operands.map { scanner.text($0) } + [scanner.text(next.range)]
      found.append(words.joined(separator: " "))
    }
    return found
  }

  @Test func operandsStandBeforeTheirOperator() {
    #expect(operators("q 1 0 0 -1 0 841.9 cm\n/x5 gs f*") == ["q", "1 0 0 -1 0 841.9 cm", "/x5 gs", "f*"])
  }

  @Test func aMarkIsReadAsItsTokens() {
    #expect(operators("/Span<</MCID 3>>BDC EMC") == ["/Span << /MCID 3 >> BDC", "EMC"])
  }

  @Test func whatLooksLikeAnOperatorInAStringIsNone() {
    #expect(operators(#"[(a\) Tj (f) b)-20<0A f>]TJ"#) == [#"[ (a\) Tj (f) b) -20 <0A f> ] TJ"#])
  }

  @Test func commentsAreSkipped() { #expect(operators("q % f S\nQ") == ["q", "Q"]) }

  @Test func constantsAreOperands() { #expect(operators("true null x") == ["true null x"]) }

  @Test func anOpenStringEndsWithTheContent() { #expect(operators("q (abc") == ["q"]) }

  @Test func anInlineImageIsToldOf() {
    var scanner = ContentScanner(Array("q BI /W 1 ID x EI Q".utf8))
    #expect(scanner.next() != nil)
    #expect(scanner.next() == nil)
    #expect(scanner.foundInlineImage)
  }
}
