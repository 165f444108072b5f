import Geometry
import Pages

/// What stands before the picture of a page: its size, its language, its title, and all that it says.
struct SVGHead {
  let opening: String

  /// Outlines are one image to assistive technology, told by its description; text is read as it stands.
  init(of document: PagedDocument, page: Int, _ lettering: SVGLettering) {
    let frame = document.pages[page].frame
    let language = SVG.escaped(document.properties.language)
    let label = document.pages[page].label
    let title = document.properties.title + (label.isEmpty ? "" : ", " + label)
    let size = "width=\"\(Self.millimetres(frame.width))mm\" height=\"\(Self.millimetres(frame.height))mm\""
    let box = "viewBox=\"0 0 \(SVG.number(frame.width)) \(SVG.number(frame.height))\""
    let names = "xmlns=\"http://www.w3.org/2000/svg\" xmlns:xlink=\"http://www.w3.org/1999/xlink\""
    let role =
      switch lettering {
      case .outlines: "role=\"img\" aria-labelledby=\"title\" aria-describedby=\"desc\""
      case .text: "role=\"document\" aria-labelledby=\"title\""
      }
    let reading = PageReading(of: frame, in: document.structure).paragraphs
    opening = """
      <svg \(names) version="1.1" \(size) \(box) lang="\(language)" xml:lang="\(language)" \(role)>
      <title id="title">\(SVG.escaped(title))</title>
      <desc id="desc">\(SVG.escaped(reading.joined(separator: "\n")))</desc>
      """
  }

  /// To the hundredth; whole numbers without decimals.
  private static func millimetres(_ length: Length) -> String {
    let hundredths = (length.millimetres * 100).rounded()
    let whole = Int((hundredths / 100).rounded())
    return Double(whole) * 100 == hundredths ? "\(whole)" : "\(hundredths / 100)"
  }
}

/// How SVG spells values.
enum SVG {
  /// To the thousandth of a point.
  static func number(_ value: Double) -> String {
    guard let thousandths = Int(exactly: (value * 1000).rounded()) else { return "0" }
    let (whole, part) = abs(thousandths).quotientAndRemainder(dividingBy: 1000)
    var digits = part == 0 ? "" : "." + String(String(1000 + part).dropFirst())
    while digits.last == "0" { digits.removeLast() }
    return (thousandths < 0 ? "-" : "") + "\(whole)" + digits
  }

  static func number(_ length: Length) -> String { number(length.points) }

  static func point(_ p: Point) -> String { number(p.x) + " " + number(p.y) }

  /// As content or attribute; characters that XML cannot hold are left out.
  static func escaped(_ text: String) -> String {
    text.split(separator: "\n", omittingEmptySubsequences: false).map { line in
      String(line).printable.unicodeScalars.map { scalar in
        switch scalar {
        case "&": "&amp;"
        case "<": "&lt;"
        case ">": "&gt;"
        case "\"": "&quot;"
        default: String(Character(scalar))
        }
      }.joined()
    }.joined(separator: "\n")
  }

  /// `#14284b`
  static func color(_ color: Color) -> String {
    let parts = [color.red, color.green, color.blue].map { component in
      String(String(0x100 + Int((min(max(component, 0), 1) * 255).rounded()), radix: 16).dropFirst())
    }
    return "#" + parts.joined()
  }
}
