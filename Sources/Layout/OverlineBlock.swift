import Geometry
import Pages
import Typesetting

/// The head of a later page of a sheet: the section, and what the sheet is about, on line 1.
public struct OverlineBlock: Block {
  public var placement = Placement(above: 28, below: 14, keepsWithNext: true, startsPage: true)
  public var section: String
  public var subject: String

  public init(section: String, subject: String) { (self.section, self.subject) = (section, subject) }

  public func next(in region: Region, kit: LayoutKit) throws -> Portion {
    let style = kit.theme.text.overline
    var frame = Frame(size: Size(width: region.width, height: kit.grid.baseline), baseline: kit.grid.baseline)
    let name = try kit.typesetter.line(section, style)
    let artifact = Owner.artifact(.header)
    frame.set(name, baseline: kit.grid.baseline, owner: artifact)
    let about = try kit.typesetter.line(subject, style.colored(kit.theme.colors.navy))
    frame.set(about, x: name.width + .mm(2), baseline: kit.grid.baseline, owner: artifact)
    return .laid(frame, rest: nil)
  }
}
