import Diagnostics
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
  /// What of the report names them.
  public var source: Span?

  public init(report: String, edition: String, date: String, sender: String, source: Span? = nil) {
    (self.report, self.edition, self.date, self.sender) = (report, edition, date, sender)
    self.source = source
  }

  /// Sets head and foot onto a page; drawn, not read. `number` counts from 1.
  func add(to page: inout Frame, number: Int, of count: Int, kit: LayoutKit) throws {
    let head = try placing(at: source) { try self.head(page.size, kit) }
    let foot = try placing(at: source) { try self.foot(page.size, number: number, of: count, kit) }
    page.place(head.asArtifact(.header), at: .zero, owner: .artifact(.header))
    page.place(foot.asArtifact(.footer), at: .zero, owner: .artifact(.footer))
  }

  private func head(_ size: Size, _ kit: LayoutKit) throws -> Frame {
    var head = Frame(size: size)
    let grid = kit.grid
    let style = kit.theme.text.running
    let right = size.width - grid.right
    let name = try kit.typesetter.line(report, strong(kit))
    head.set(name, x: grid.left, baseline: .mm(14))
    head.set(try kit.typesetter.line(edition, style), x: grid.left + name.width + .mm(2), baseline: .mm(14))
    head.set(try kit.typesetter.line(date, style), right: right, baseline: .mm(14))
    head.rule(y: .mm(16.6), from: grid.left, to: right, kit.theme.colors.lightRule)
    return head
  }

  private func foot(_ size: Size, number: Int, of count: Int, _ kit: LayoutKit) throws -> Frame {
    var foot = Frame(size: size)
    let grid = kit.grid
    let style = kit.theme.text.running
    let baseline = grid.top + grid.height + .mm(10)
    foot.set(try kit.typesetter.line(sender, style), x: grid.left, baseline: baseline)
    let pageNumber = StyledText("\(number)", strong(kit)) + StyledText(" / \(count)", style)
    foot.set(try kit.typesetter.line(pageNumber), right: size.width - grid.right, baseline: baseline)
    return foot
  }

  private func strong(_ kit: LayoutKit) -> TextStyle {
    kit.theme.text.running.weight(600).colored(kit.theme.colors.navy)
  }
}
