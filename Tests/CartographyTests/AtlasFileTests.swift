import Cartography
import Diagnostics
import Foundation
import Testing

@Suite struct AtlasFileTests {
  private func problem(_ body: () throws -> Atlas) -> Diagnostic? {
    do {
      _ = try body()
      return nil
    } catch {
      return (error as? Failure)?.diagnostics.first
    }
  }

  @Test func theShippedFileIsSmall() throws {
    #expect(try Data(contentsOf: URL(filePath: FranceAtlas.path)).count < 500_000)
  }

  @Test func whatIsWrittenIsReadAgain() throws {
    let bytes = try [UInt8](Data(contentsOf: URL(filePath: FranceAtlas.path)))
    let atlas = try FranceAtlas.loaded.get()
    #expect(atlas.encoded() == bytes)
  }

  @Test func aMissingFileExitsWith66() {
    let problem = problem { try Atlas.load(path: "no/such.atlas") }
    #expect(problem?.code == "cannot-read")
    #expect(problem?.category.rawValue == 66)
    #expect(
      problem?.humanText == """
        error[cannot-read]: cannot read no/such.atlas: No such file or directory
            = help: check the path; relative paths start at the file that names them
        """)
  }

  @Test func anotherFileIsNoAtlas() {
    #expect(problem { try Atlas.decode(Array("PNG".utf8), path: "x") }?.code == "not-an-atlas")
    #expect(problem { try Atlas.decode([], path: "x") }?.code == "not-an-atlas")
  }

  @Test func anotherVersionIsNamed() throws {
    var bytes = Array(try squares().encoded())
    bytes[10] = 9
    let problem = problem { try Atlas.decode(bytes, path: "x") }
    #expect(problem?.code == "atlas-version")
    #expect(problem?.message == "found an atlas of format 9, expected format 3")
  }

  @Test func aFileCutShortIsBroken() throws {
    let bytes = try squares().encoded()
    for length in 11..<bytes.count {
      #expect(problem { try Atlas.decode(Array(bytes[..<length]), path: "x") }?.code == "atlas-broken")
    }
    #expect(problem { try Atlas.decode(bytes + [0], path: "x") }?.code == "atlas-broken")
  }

  /// Whatever a byte becomes, reading ends with an atlas or an error.
  @Test func aSpoiltByteNeverTraps() throws {
    let bytes = try squares().encoded()
    for place in 11..<bytes.count {
      for value: UInt8 in [0, 1, 0x7F, 0x80, 0xFF] {
        var spoilt = bytes
        spoilt[place] = value
        let code = problem { try Atlas.decode(spoilt, path: "x") }?.code
        #expect(code == nil || code == "atlas-broken")
      }
    }
  }
}
