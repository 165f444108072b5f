import Figures
import Geometry
import Language
import Pages
import Quantities
import Typesetting

/// A key figure: label, value with its unit, change over its interval, and a sparkline or a comparison.
public struct Tile: Sendable {
  public enum Grade: Hashable, Sendable {
    /// Three across a page.
    case large
    /// Four across a sheet.
    case small
  }

  public var label: String
  public var value: Published<Quantity>
  public var change: Published<Quantity>?
  /// The days that the change is over.
  public var days: Int?
  /// A fifth line, in place of the sparkline: "29e sur 101, 1,0 % du total".
  public var comparison: String?
  public var sparkline: Sparkline?
  /// The figure that the sparkline is in the structure of the document.
  public var trend: NodeID?
  public var grade: Grade
  /// A cumulative that falls is marked "(r)".
  public var fallIsRevision: Bool

  public init(
    _ label: String, value: Published<Quantity>, change: Published<Quantity>? = nil, days: Int? = nil,
    comparison: String? = nil, sparkline: Sparkline? = nil, trend: NodeID? = nil, grade: Grade = .large,
    fallIsRevision: Bool = true
  ) {
    (self.label, self.value, self.change, self.days) = (label, value, change, days)
    (self.comparison, self.sparkline, self.trend, self.grade) = (comparison, sparkline, trend, grade)
    self.fallIsRevision = fallIsRevision
  }
}

extension Tile: Picture {
  /// Six lines of the grid; with the line between rows of tiles, they keep a pitch of seven.
  /// A tile of figures alone is lower.
  public func naturalHeight(width: Length, kit: Kit) throws -> Length {
    kit.theme.page.baseline * (sparkline == nil && comparison == nil ? 4.5 : 6)
  }

  public func frame(size: Size, kit: Kit) throws -> Frame {
    let line = kit.theme.page.baseline
    var frame = Frame(size: size, baseline: line)
    frame.rule(across: .zero...size.width, y: 0.375, kit.theme.colors.navy, 0.75)
    frame.write(try fitted(label, kit.theme.text.tileLabel, size.width, kit), x: .zero, baseline: line)
    frame.write(try figure(size.width, kit), x: .zero, baseline: line * 3)
    if let change = try changeLine(kit) { frame.write(change, x: .zero, baseline: line * 4.15) }
    if let sparkline {
      let top = line * 6 - Sparkline.height
      let drawn = try sparkline.frame(size: Size(width: size.width, height: Sparkline.height), kit: kit)
      if top + drawn.height <= size.height {
        frame.place(drawn, at: Point(x: .zero, y: top), owner: trend.map(Owner.node))
      }
    } else if let comparison {
      let text = try fitted(comparison, kit.theme.text.tileChange, size.width, kit)
      frame.write(text, x: .zero, baseline: line * 5.15)
    }
    return frame
  }

  /// One line, made smaller (to the floor of 6 pt) where it is too wide.
  private func fitted(_ text: String, _ style: TextStyle, _ width: Length, _ kit: Kit) throws -> Frame {
    let line = try kit.typesetter.line(text, style)
    guard line.width > width else { return line }
    var smaller = style
    smaller.size = max(6, style.size * (width.ratio(to: line.width) * 0.999))
    return try kit.typesetter.line(text, smaller)
  }

  private func figure(_ width: Length, _ kit: Kit) throws -> Frame {
    var style = kit.theme.text.tileFigure
    if grade == .small { style.size = 21 }
    let natural = try figure(style, kit)
    guard natural.width > width else { return natural }
    style.size = style.size * (width.ratio(to: natural.width) * 0.98)
    return try figure(style, kit)
  }

  private func figure(_ style: TextStyle, _ kit: Kit) throws -> Frame {
    guard let quantity = value.value else {
      return try kit.typesetter.line(kit.language.text(value), style.colored(kit.theme.colors.grey))
    }
    let parts = kit.language.amountParts(quantity)
    let number = StyledText(parts.number, style)
    if parts.unit.isEmpty { return try kit.typesetter.line(number) }
    return try kit.typesetter.line(number + StyledText("\u{A0}" + parts.unit, kit.theme.text.tileUnit))
  }

  private func changeLine(_ kit: Kit) throws -> Frame? {
    guard let text = changeText(kit.language) else { return nil }
    let style = kit.theme.text.tileChange
    let bold = StyledText(text.amount, style.weight(600).colored(kit.theme.colors.ink))
    return try kit.typesetter.line(bold + StyledText(text.rest, style))
  }

  /// "+340,2 M€" and " en 9 jours".
  private func changeText(_ language: Language) -> (amount: String, rest: String)? {
    // What has no value is not said to have no change either.
    guard let change, value.value != nil || change.value != nil else { return nil }
    let during = days.map { " " + language.during(days: $0) } ?? ""
    guard let quantity = change.value else { return (language.text(change), during) }
    let revised = fallIsRevision && quantity.value < 0 && quantity.kind != .rate
    return (
      language.amount(quantity, signed: true), during + (revised ? " " + language.words.revised : "")
    )
  }

  public func alternative(language: Language) -> String {
    let say = Sentences(language)
    let amount = value.value.map { language.phrase($0) } ?? language.text(value)
    var text = say.say(.tile, ["label": label, "amount": amount])
    if let change, let days {
      let signed = change.value.map { language.amount($0, signed: true) } ?? language.text(change)
      text += " " + say.say(.tileChange, ["change": signed, "during": language.during(days: days)])
    }
    return text
  }

  public func reading(language: Language) -> String? { nil }
}
