import Figures
import Geometry
import Pages
import Typesetting

/// The signs of a map in words, under one another, with how many territories have each.
struct SwatchList {
  private static let pitch: Length = 12.5
  private static let swatch = Size(width: 14, height: 8.5)

  struct Entry {
    var paint: Paint
    var words: String
    /// `nil` where nothing is counted.
    var count: Int?
    /// Printed in the place of the count.
    var value: String?
    /// Kept above it, where a new group starts.
    var space: Length = 0
  }

  let entries: [Entry]
  /// At the left of the head, over the words.
  let heading: String
  let kit: Kit
  /// Long words stand on several lines, each as high as those of text; else they are set smaller.
  var wraps = false

  func height(width: Length) throws -> Length {
    try entries.reduce(Self.pitch) { try $0 + Self.pitch + $1.space + extra($1, width: width) }
  }

  private var style: TextStyle { kit.theme.text.axis.colored(kit.theme.colors.ink) }

  /// What an entry of several lines takes more than one of a line.
  private func extra(_ entry: Entry, width: Length) throws -> Length {
    wraps ? try block(entry, width: width).height - style.leading : 0
  }

  private func block(_ entry: Entry, width: Length) throws -> Frame {
    try kit.wrapped(entry.words, style, measure: width - Self.swatch.width - 24)
  }

  func frame(width: Length) throws -> Frame {
    var frame = Frame(size: Size(width: width, height: try height(width: width)))
    let style = kit.theme.text.axis
    var y: Length = 8
    let counted = try kit.typesetter.line(MapWords(kit.language).count, style)
    if !heading.isEmpty {
      try write(heading, style, at: Point(x: 0, y: y), room: width - counted.width - 4, into: &frame)
    }
    frame.write(counted, x: width, baseline: y, anchor: .end)
    for entry in entries {
      y = y + Self.pitch + entry.space
      try draw(entry, baseline: y, width: width, into: &frame)
      y = y + (try extra(entry, width: width))
    }
    return frame
  }

  private func draw(_ entry: Entry, baseline y: Length, width: Length, into frame: inout Frame) throws {
    let box = Rect(origin: Point(x: 0.2, y: y - 6.8), size: Self.swatch)
    frame.add(
      Shape(.rectangle(box), fill: entry.paint, stroke: Stroke(kit.theme.colors.outline, 0.35)))
    let count = try kit.typesetter.line(
      entry.value ?? entry.count.map { $0 == 0 ? "–" : kit.language.number(Double($0), decimals: 0) } ?? "",
      style)
    frame.write(count, x: width, baseline: y, anchor: .end)
    let left = box.maxX + 4
    if wraps {
      let words = try block(entry, width: width)
      return frame.place(words, at: Point(x: left, y: y - words.baseline))
    }
    let room = width - left - count.width - 4
    try write(entry.words, style, at: Point(x: left, y: y), room: room, into: &frame)
  }

  /// Smaller where it is too long, down to 6 pt, then on two lines.
  private func write(
    _ words: String, _ style: TextStyle, at place: Point, room: Length, into frame: inout Frame
  ) throws {
    let line = try kit.typesetter.line(words, style)
    let share = min(room.ratio(to: max(line.width, 1)), 1)
    if style.size * share >= 6 {
      let fitted = share < 1 ? try kit.typesetter.line(words, style.sized(style.size * share)) : line
      return frame.write(fitted, x: place.x, baseline: place.y)
    }
    // Two lines of 6 pt fit between two rows.
    var tight = style.sized(6)
    tight.leading = 6
    let small = try kit.typesetter.block(
      StyledText(words, tight), measure: room, style: ParagraphStyle(.left))
    frame.place(small, at: Point(x: place.x, y: place.y - 2.2 - small.height / 2))
  }

  /// What is secret and what is not available, told even where there is none.
  static func gaps(secret: (Paint, Int), unavailable: (Paint, Int), kit: Kit) -> [Entry] {
    let words = kit.language.words
    return [
      Entry(
        paint: secret.0, words: words.secret + words.colon + words.secretMeaning, count: secret.1, space: 4),
      Entry(
        paint: unavailable.0, words: words.unavailable + words.colon + words.unavailableMeaning,
        count: unavailable.1),
    ]
  }
}
