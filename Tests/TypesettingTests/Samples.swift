import Fonts
import Geometry
import Language
import Pages
import Settings
import Typesetting

let projectRoot = #filePath.split(separator: "/").dropLast(3).reduce("") { $0 + "/" + $1 }

/// With the fonts of the project.
func realTypesetter() throws -> Typesetter {
  Typesetter(
    fonts: try FontLibrary.load(manifest: fileText(projectRoot + "/fonts/fonts.yaml")), language: .french)
}

/// With the font that has no file, and the French patterns.
func plainTypesetter() throws -> Typesetter {
  let patterns = try realTypesetter().fonts.hyphenation(for: "fr").map(Hyphenator.init)
  return Typesetter(fonts: .synthetic, language: .french, hyphenator: patterns)
}

/// Each character of the synthetic font is 5 pt wide.
let ten = TextStyle(FontID("serif"), 10, leading: 14, color: .black)

extension Typesetter {
  /// The text of each line as it looks: an added hyphen is a soft one.
  func words(_ text: String, measure: Length, style: ParagraphStyle) throws -> [String] {
    try lines(StyledText(text, ten), measure: measure, style: style).map { line in
      line.texts().map(\.text).joined().asSeen
    }
  }
}

extension String {
  var asSeen: String { String(map { $0 == "\u{AD}" ? "-" : $0 }) }
}

let prose =
  "Le fonds de solidarité verse chaque mois une aide aux entreprises dont le chiffre d’affaires a baissé. "
  + "L’administration fiscale instruit les demandes, publie chaque semaine les montants cumulés par "
  + "département, par section d’activité et par classe d’effectifs, et les arrondit au dixième le plus proche."
