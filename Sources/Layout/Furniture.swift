import Geometry
import Pages
import Typesetting

/// What stands in the margins of every page but the cover.
public struct Furniture: Hashable, Sendable {
  /// Head, left: the report, and this edition of it.
  public var report, edition: String
  /// Head, right: the date of the data.
  public var date: String
  /// Foot, left.
  public var sender: String

  public init(report: String, edition: String, date: String, sender: String) {
    (self.report, self.edition, self.date, self.sender) = (report, edition, date, sender)
  }

  /// Sets head and foot onto a page; drawn, not read. `number` counts from 1.
  func add(to page: inout Frame, number: Int, of count: Int, kit: LayoutKit) throws {
    let grid = kit.grid
    var marks = Frame(size: page.size)
    let style = kit.theme.text.running
    let strong = style.weight(600).colored(kit.theme.colors.navy)
    let right = grid.size.width - grid.right
    let name = try kit.typesetter.line(report, strong)
    marks.set(name, x: grid.left, baseline: .mm(14))
    marks.set(try kit.typesetter.line(edition, style), x: grid.left + name.width + .mm(2), baseline: .mm(14))
    marks.set(try kit.typesetter.line(date, style), right: right, baseline: .mm(14))
    marks.rule(y: .mm(16.6), from: grid.left, to: right, kit.theme.colors.lightRule)
    let foot = grid.top + grid.height + .mm(10)
    marks.set(try kit.typesetter.line(sender, style), x: grid.left, baseline: foot)
    let pageNumber = StyledText("\(number)", strong) + StyledText(" / \(count)", style)
    marks.set(try kit.typesetter.line(pageNumber), right: right, baseline: foot)
    page.place(marks.asArtifact(.pagination), at: .zero, owner: .artifact(.pagination))
  }
}
