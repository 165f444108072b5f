internal import CCairo

extension Context {
  /// Marks what `body` draws in a PDF; other surfaces take no notice.
  ///
  /// `name` is one that Cairo knows (`Span`, `P`, `Link` …). A tag in a group is refused.
  public func tagged(_ name: String, attributes: String = "", _ body: () throws -> Void) throws {
    guard groupDepth == 0 else { throw CairoError.tagInGroup(name) }
    cairo_tag_begin(pointer, name, attributes)
    try checkStatus()
    defer { cairo_tag_end(pointer, name) }
    try body()
  }

  /// A link area in a PDF. `area` is in user space; the link covers its bounds on the page.
  public func link(to address: String, over area: Rectangle) throws {
    let corners = [
      Position(x: area.x, y: area.y), Position(x: area.x + area.width, y: area.y),
      Position(x: area.x, y: area.y + area.height),
      Position(x: area.x + area.width, y: area.y + area.height),
    ].map(matrix.apply)
    let (xs, ys) = (corners.map(\.x), corners.map(\.y))
    guard let left = xs.min(), let right = xs.max(), let top = ys.min(), let bottom = ys.max() else { return }
    let attributes =
      "rect=[\(left) \(top) \(right - left) \(bottom - top)] uri='\(Self.escaped(address))'"
    try tagged("Link", attributes: attributes) {}
    try checkStatus()
  }

  /// Cairo copies an address as it is into the attribute and then into the file: what could end either is encoded.
  private static func escaped(_ address: String) -> String {
    let hex = Array("0123456789ABCDEF")
    return address.utf8.map { byte in
      let isPlain = byte > 0x20 && byte < 0x7F && !Array("\\'()<>\"`{}|^".utf8).contains(byte)
      return isPlain
        ? String(UnicodeScalar(byte)) : "%\(hex[Int(byte >> 4)])\(hex[Int(byte & 0xF)])"
    }.joined()
  }
}
