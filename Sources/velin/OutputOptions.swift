import ArgumentParser
import Diagnostics
import Export

/// What the files of a run promise to their readers.
struct OutputOptions: ParsableArguments {
  @Option(
    help: """
      What PDFs conform to: ua1+a3a (PDF/UA-1 and PDF/A-3a), ua1+a2a (the same without attachments), plain \
      (neither).
      """)
  var pdfProfile = PDFProfile.accessibleWithData.rawValue

  @Option(
    help: "How text stands in SVG: outlines (looks the same everywhere) or text (where fonts are installed).")
  var svgText = SVGLettering.outlines.rawValue

  @Option(help: .hidden)
  var password: String?

  func lettering() throws -> SVGLettering {
    guard let lettering = SVGLettering(rawValue: svgText) else {
      throw Failure(OutputMessage.unknownLettering(svgText))
    }
    return lettering
  }

  func profile() throws -> PDFProfile {
    if password != nil { throw Failure(OutputMessage.encryption()) }
    guard let profile = PDFProfile(rawValue: pdfProfile) else {
      throw Failure(OutputMessage.unknownProfile(pdfProfile))
    }
    return profile
  }
}

/// What a user can read about the options of files.
enum OutputMessage {
  static func unknownProfile(_ word: String) -> Diagnostic {
    let known = PDFProfile.allCases.map(\.rawValue)
    return Diagnostic(
      .error, .usage, code: "unknown-profile",
      "`\(word)` is not a profile; profiles are \(known.joined(separator: ", "))",
      hint: suggestion(for: word, among: known).map { "did you mean `\($0)`?" })
  }

  static func unknownLettering(_ word: String) -> Diagnostic {
    let known = SVGLettering.allCases.map(\.rawValue)
    return Diagnostic(
      .error, .usage, code: "unknown-lettering",
      "found `--svg-text \(word)`, expected \(known.joined(separator: " or "))",
      hint: suggestion(for: word, among: known).map { "did you mean `\($0)`?" })
  }

  static func badEpoch(_ text: String) -> Diagnostic {
    Diagnostic(
      .error, .usage, code: "bad-source-date",
      "found `\(text)` in SOURCE_DATE_EPOCH, expected seconds since 1970-01-01 in UTC",
      hint: "for instance `SOURCE_DATE_EPOCH=$(git log -1 --format=%ct)`, or unset it: files then carry the "
        + "edition's date")
  }

  static func encryption() -> Diagnostic {
    Diagnostic(
      .error, .usage, code: "encryption-refused", "a password was asked for, and Vélin never encrypts",
      hint: "an archive must be readable without a key (ISO 19005-3, 6.1.3), and assistive technology must "
        + "reach the text (ISO 14289-1, 7.16); restrict who can fetch the file instead")
  }
}
