import Testing

@testable import QPDF

@Suite struct DeflatedBytesTests {
  /// From nothing to what a first guess of the size falls short of.
  @Test(arguments: [0, 1, 5000, 1_000_000])
  func bytesComeBack(_ count: Int) throws {
    let plain = (0..<count).map { UInt8(truncatingIfNeeded: $0 / 4096) }
    #expect(try DeflatedBytes(plain).inflated() == plain)
  }

  @Test func otherBytesAreRefused() {
    #expect(throws: QPDFError.self) { try DeflatedBytes(deflated: [1, 2, 3, 4, 5]).inflated() }
  }
}
