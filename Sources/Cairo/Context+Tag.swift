internal import CCairo

extension Context {
  /// Marks what `body` draws in a PDF; other surfaces take no notice.
  ///
  /// `name` is one that Cairo knows (`Span`, `P`, `Link` …). A tag in a group is refused.
  public func tagged(_ name: String, attributes: String = "", _ body: () throws -> Void) throws {
    try beginTag(name, attributes: attributes)
    defer { endTag(name) }
    try body()
  }

  /// For marks that begin and end as the owner of what is drawn changes; where one scope holds both, use
  /// `tagged`. Every tag ends before its page, in the reverse order of their beginnings.
  public func beginTag(_ name: String, attributes: String = "") throws {
    guard groupDepth == 0 else { throw CairoError.tagInGroup(name) }
    cairo_tag_begin(pointer, name, attributes)
    try checkStatus()
  }

  public func endTag(_ name: String) { cairo_tag_end(pointer, name) }

  /// An area of the page that leads to an address. `area` is in user space; its bounds on the page count.
  public func link(to address: String, over area: Rectangle) throws {
    try tagged("Link", attributes: "\(bounds(of: area)) uri='\(Self.escaped(address))'") {}
  }

  /// An area of the page that leads to a place of the document, on this page or any other.
  ///
  /// A name that no `destination` bears leads nowhere.
  public func link(toDestination name: String, over area: Rectangle) throws {
    try tagged("Link", attributes: "\(bounds(of: area)) dest='\(Self.escaped(name))'") {}
  }

  /// Names a place of the current page, in user space.
  public func destination(named name: String, at position: Position) throws {
    let place = matrix.apply(position)
    try tagged("cairo.dest", attributes: "name='\(Self.escaped(name))' x=\(place.x) y=\(place.y)") {}
  }

  /// Cairo takes the areas of links in page coordinates.
  private func bounds(of area: Rectangle) -> String {
    let corners = [
      Position(x: area.x, y: area.y), Position(x: area.x + area.width, y: area.y),
      Position(x: area.x, y: area.y + area.height),
      Position(x: area.x + area.width, y: area.y + area.height),
    ].map(matrix.apply)
    let (left, right) = (corners.map(\.x).min() ?? 0, corners.map(\.x).max() ?? 0)
    let (top, bottom) = (corners.map(\.y).min() ?? 0, corners.map(\.y).max() ?? 0)
    return "rect=[\(left) \(top) \(right - left) \(bottom - top)]"
  }

  /// Cairo copies an address as it is, into the attribute and then into the file: what could end either
  /// is encoded.
  private static func escaped(_ address: String) -> String {
    let hex = Array("0123456789ABCDEF")
    return address.utf8.map { byte in
      let isPlain = byte > 0x20 && byte < 0x7F && !Array("\\'()<>\"`{}|^".utf8).contains(byte)
      return isPlain
        ? String(UnicodeScalar(byte)) : "%\(hex[Int(byte >> 4)])\(hex[Int(byte & 0xF)])"
    }.joined()
  }
}
