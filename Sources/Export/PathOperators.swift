import Geometry
import Pages

/// Shapes of many points, and those beside them, as the operators of a page (ISO 32000-1, 8.5), written without Cairo: a
/// map takes a tenth of the time, and its coordinates, whole numbers of a small unit, two thirds of the bytes.
struct PathOperators: Hashable {
  /// What is drawn, in coordinates of its own.
  struct Body: Hashable {
    let bytes: [UInt8]
    /// Of all bytes, found once: the lines of a base map are looked up for every map.
    private let digest: Int

    init(bytes: [UInt8]) {
      self.bytes = bytes
      var hasher = Hasher()
      bytes.withUnsafeBytes { hasher.combine(bytes: $0) }
      digest = hasher.finalize()
    }

    static func == (a: Body, b: Body) -> Bool { a.digest == b.digest && a.bytes == b.bytes }

    func hash(into hasher: inout Hasher) { hasher.combine(digest) }
  }

  struct Piece: Hashable {
    /// `0.125 0 0 0.125 56.7 80 cm`.
    var placing: [UInt8]
    var opacity: Opacity
    var body: Body
  }

  /// How much fills and strokes cover, from 0 to 1.
  struct Opacity: Hashable {
    var fill = 1.0
    var stroke = 1.0

    static let full = Opacity()

    /// Of the graphics state that a page names it by.
    var name: String { "velin-\(Int((fill * 1000).rounded()))-\(Int((stroke * 1000).rounded()))" }
  }

  private(set) var pieces: [Piece] = []

  /// All pieces one after the other.
  ///
  /// - Parameter forms: names of forms that draw a body.
  func bytes(_ forms: [Body: String] = [:]) -> [UInt8] {
    var bytes: [UInt8] = []
    for piece in pieces {
      bytes += "q\n".utf8
      bytes += piece.placing
      if piece.opacity != .full { bytes += "/\(piece.opacity.name) gs\n".utf8 }
      if let form = forms[piece.body] { bytes += "/\(form) Do\n".utf8 } else { bytes += piece.body.bytes }
      bytes += "Q\n".utf8
    }
    return bytes
  }

  /// Shorter paths are a gain only beside a long one: the place where these operators stand has a mark of its own.
  private static let fewest = 40

  static func isLong(_ shape: Shape) -> Bool { shape.path.elements.count >= fewest }

  /// Whether a shape is drawn with plain colours alone.
  static func suit(_ shape: Shape) -> Bool {
    switch shape.fill {
    case .color(let color): color.alpha > 0
    case nil: shape.stroke != nil
    case .hatch, .dots: false
    }
  }

  /// A shape in coordinates of its own.
  struct Written {
    /// Eighths of a point where they are exact, as maps have them; else hundredths.
    let unit: Double
    let opacity: Opacity
    let body: Body

    init(_ shape: Shape) {
      unit = shape.path.isOnEighths ? 8 : 100
      var (opacity, body) = (Opacity(), OperatorWriter())
      if case .color(let color) = shape.fill {
        body.color(color, "rg")
        opacity.fill = color.alpha
      }
      if let stroke = shape.stroke {
        body.add(stroke, unit)
        opacity.stroke = stroke.color.alpha
      }
      body.add(shape.path, unit)
      let rule = shape.evenOdd ? "*" : ""
      body.word(shape.fill == nil ? "S" : shape.stroke == nil ? "f" + rule : "B" + rule)
      (self.opacity, self.body) = (opacity, Body(bytes: body.bytes))
    }
  }

  /// - Parameter transform: from the shape's coordinates to those of the page.
  mutating func add(_ shape: Written, _ transform: Transform) {
    let unit = shape.unit
    var placing = OperatorWriter()
    for value in [
      transform.a / unit, transform.b / unit, transform.c / unit, transform.d / unit, transform.tx.points,
      transform.ty.points,
    ] {
      placing.number(value)
    }
    placing.word("cm")
    pieces.append(Piece(placing: placing.bytes, opacity: shape.opacity, body: shape.body))
  }
}

/// Writes operands and operators of a page.
private struct OperatorWriter {
  private(set) var bytes: [UInt8] = []

  mutating func add(_ stroke: Stroke, _ unit: Double) {
    color(stroke.color, "RG")
    number(stroke.width.points * unit)
    word("w")
    number(stroke.cap.code)
    word("J")
    number(stroke.join.code)
    word("j")
    guard !stroke.dash.isEmpty else { return }
    word("[")
    for length in stroke.dash { number(length.points * unit) }
    word("] 0 d")
  }

  /// All in one stretch of memory: this is where the time of a map goes.
  mutating func add(_ path: Path, _ unit: Double) {
    bytes += [UInt8](unsafeUninitializedCapacity: path.elements.count * Digits.mostOfElement) {
      memory, count in
      var digits = Digits(memory: memory)
      for element in path.elements { digits.add(element, unit) }
      count = digits.count
    }
  }

  mutating func color(_ color: Color, _ operation: String) {
    for value in [color.red, color.green, color.blue] { number(value) }
    word(operation)
  }

  mutating func word(_ text: String) {
    bytes += text.utf8
    bytes.append(0x0A)
  }

  private mutating func digits(_ value: UInt) {
    if value >= 10 { digits(value / 10) }
    bytes.append(UInt8(ascii: "0") + UInt8(truncatingIfNeeded: value % 10))
  }

  /// To a hundred-thousandth: a colour, a width, a place on the page.
  mutating func number(_ value: Double) {
    let scaled = Int((value * 100_000).rounded())
    if scaled < 0 { bytes.append(UInt8(ascii: "-")) }
    digits(scaled.magnitude / 100_000)
    var rest = scaled.magnitude % 100_000
    if rest > 0 { bytes.append(UInt8(ascii: ".")) }
    while rest > 0 {
      bytes.append(UInt8(ascii: "0") + UInt8(truncatingIfNeeded: rest / 10_000))
      rest = rest % 10_000 * 10
    }
    bytes.append(0x20)
  }
}

/// Writes the elements of a path into memory that has room for them.
private struct Digits {
  /// Three points of a curve, each number with sign and space, and the operator.
  static let mostOfElement = 6 * (mostOfNumber + 1) + 2
  private static let mostOfNumber = 10

  let memory: UnsafeMutableBufferPointer<UInt8>
  private(set) var count = 0

  init(memory: UnsafeMutableBufferPointer<UInt8>) { self.memory = memory }

  mutating func add(_ element: Path.Element, _ unit: Double) {
    switch element {
    case .move(let p):
      add(p, unit)
      add("m")
    case .line(let p):
      add(p, unit)
      add("l")
    case .curve(let a, let b, let p):
      for point in [a, b, p] { add(point, unit) }
      add("c")
    case .close: add("h")
    }
  }

  private mutating func add(_ operation: Unicode.Scalar) {
    byte(UInt8(truncatingIfNeeded: operation.value))
    byte(0x0A)
  }

  private mutating func add(_ p: Point, _ unit: Double) {
    add(Int((p.x.points * unit).rounded()))
    add(Int((p.y.points * unit).rounded()))
  }

  /// Clamped to nine digits: no page reaches so far.
  private mutating func add(_ value: Int) {
    if value < 0 { byte(UInt8(ascii: "-")) }
    var rest = min(value.magnitude, 999_999_999)
    var place: UInt = 1
    while place * 10 <= rest { place *= 10 }
    while place > 0 {
      byte(UInt8(ascii: "0") + UInt8(truncatingIfNeeded: rest / place))
      rest %= place
      place /= 10
    }
    byte(0x20)
  }

  private mutating func byte(_ value: UInt8) {
    memory[count] = value
    count += 1
  }
}

extension Path {
  fileprivate var isOnEighths: Bool {
    func isOn(_ p: Point) -> Bool {
      let (x, y) = (p.x.points * 8, p.y.points * 8)
      return x == x.rounded() && y == y.rounded()
    }
    return elements.allSatisfy { element in
      switch element {
      case .move(let p), .line(let p): isOn(p)
      case .curve(let a, let b, let p): isOn(a) && isOn(b) && isOn(p)
      case .close: true
      }
    }
  }
}

extension Stroke.Cap {
  fileprivate var code: Double {
    switch self {
    case .butt: 0
    case .round: 1
    case .square: 2
    }
  }
}

extension Stroke.Join {
  fileprivate var code: Double {
    switch self {
    case .miter: 0
    case .round: 1
    case .bevel: 2
    }
  }
}
