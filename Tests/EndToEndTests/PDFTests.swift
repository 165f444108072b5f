import Foundation
import Testing

/// What the command promises of its PDFs.
@Suite struct PDFTests {
  private func made(_ workshop: Workshop, _ options: [String] = [], _ environment: [String: String] = [:])
    throws
    -> Data
  {
    let outcome = try workshop.run(
      ["build", "report.md", "--set", "date=2021-04-11", "--set", "number=1", "--cache", "none"] + options,
      environment: environment)
    try #require(outcome.code == 0, "\(outcome.errors)")
    return try workshop.read(Workshop.edition)
  }

  @Test func runZoneAndLocaleChangeNoByte() throws {
    try Workshop.open { workshop in
      let first = try made(workshop)
      let places = [
        ["TZ": "Pacific/Auckland", "LC_ALL": "tr_TR.UTF-8", "LANG": "tr_TR.UTF-8"],
        ["TZ": "America/Martinique", "LC_ALL": "C", "LANG": "C"],
        ["LC_NUMERIC": "de_DE.UTF-8", "LANGUAGE": "de"],
      ]
      for place in places { #expect(try made(workshop, [], place) == first) }
    }
  }

  @Test func theDateOfFilesCanBeGiven() throws {
    try Workshop.open { workshop in
      let editions = try made(workshop)
      let given = try made(workshop, [], ["SOURCE_DATE_EPOCH": "1618221722"])
      #expect(given != editions)
      #expect(given == (try made(workshop, [], ["SOURCE_DATE_EPOCH": "1618221722", "TZ": "Asia/Tokyo"])))
      let shown = try workshop.run(["inspect", Workshop.edition]).output
      #expect(shown.contains("D:20210412100202Z"))
    }
  }

  @Test func aDateThatIsNoneIsRefused() throws {
    try Workshop.open { workshop in
      let outcome = try workshop.run(
        ["build", "report.md", "--set", "date=2021-04-11", "--set", "number=1", "--cache", "none"],
        environment: ["SOURCE_DATE_EPOCH": "hier"])
      #expect(outcome.code == 64)
      #expect(outcome.errors.hasPrefix("error[bad-source-date]: found `hier` in SOURCE_DATE_EPOCH"))
      #expect(try workshop.read(Workshop.edition) == Workshop.lastGood)
    }
  }

  @Test func anUnknownProfileIsShownWithTheOneThatIsMeant() throws {
    try expectRefusal(
      64,
      """
      error[unknown-profile]: `ua1+a3` is not a profile; profiles are ua1+a3a, ua1+a2a, plain
          = help: did you mean `ua1+a3a`?
      """, "--pdf-profile", "ua1+a3"
    ) { _ in }
  }

  @Test func encryptionIsRefusedWithItsReason() throws {
    try expectRefusal(
      64,
      """
      error[encryption-refused]: a password was asked for, and Vélin never encrypts
          = help: an archive must be readable without a key (ISO 19005-3, 6.1.3), and assistive technology must reach the text (ISO 14289-1, 7.16); restrict who can fetch the file instead
      """, "--password", "secret"
    ) { _ in }
  }

  @Test func eachProfileKeepsWhatItPromises() throws {
    try Workshop.open { workshop in
      for (profile, promise, code) in [
        ("ua1+a3a", "PDF/UA-1, PDF/A-3A", 0), ("ua1+a2a", "PDF/UA-1, PDF/A-2A", 0), ("plain", "none", 1),
      ] {
        _ = try made(workshop, ["--pdf-profile", profile])
        let outcome = try workshop.run(["inspect", Workshop.edition])
        #expect(outcome.output.contains("  profiles    \(promise)\n"))
        #expect(outcome.code == Int32(code), "\(outcome.errors)")
        #expect(outcome.output.contains("report.md  text/markdown, Source") == (profile == "ua1+a3a"))
      }
    }
  }

  /// The whole document in reading order, as other programs find it.
  @Test func theStructureReadsLikeTheDocument() throws {
    try Workshop.open { workshop in
      _ = try made(workshop)
      let text = try Shell.run("pdfinfo", ["-struct-text", Workshop.edition], in: workshop.folder)
      try expectGolden("Structure/small.txt", withoutPictures(text))
    }
  }
}
