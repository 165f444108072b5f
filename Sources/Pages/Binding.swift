import Geometry

extension PagedDocument {
  /// Documents one behind the other, as the sections of one. The first has their contents: its links to the files of the
  /// others lead to their first pages instead.
  ///
  /// Attachments are left out: each document has them already, and two may share a name.
  public static func bound(_ parts: [Part], properties: Properties) -> PagedDocument {
    var volume = PagedDocument(
      pages: [], structure: Structure(language: properties.language), bookmarks: [], properties: properties)
    let offsets = parts.map { volume.structure.graft($0.document.structure, title: $0.title) }
    let places = zip(parts, offsets).map { ($0.file, NodeID($1)) }
    let targets = Dictionary(places) { first, _ in first }
    for (index, part) in parts.enumerated() {
      volume.append(
        part, number: index, change: FrameChange(offset: offsets[index], targets: index == 0 ? targets : [:]))
    }
    return volume
  }

  /// One document of a volume.
  public struct Part: Sendable {
    public var document: PagedDocument
    public var title: String
    /// What links to it are called.
    public var file: String

    public init(_ document: PagedDocument, title: String, file: String) {
      (self.document, self.title, self.file) = (document, title, file)
    }
  }

  private mutating func append(_ part: Part, number: Int, change: FrameChange) {
    let first = pages.count
    var change = change
    for var drawing in part.document.drawings {
      drawing.frame = change.applied(to: drawing.frame)
      if drawings.contains(drawing) { continue }
      if drawings.contains(where: { $0.id == drawing.id }) {
        let name = Drawing.ID("\(drawing.id.name)-\(number)")
        change.drawings[drawing.id] = name
        drawing.id = name
      }
      drawings.append(drawing)
    }
    for var page in part.document.pages {
      page.frame = change.applied(to: page.frame)
      pages.append(page)
    }
    bookmarks.append(Bookmark(title: part.title, level: 1, page: first, y: .zero))
    for var bookmark in part.document.bookmarks where bookmark.title != part.title {
      bookmark.page += first
      bookmark.level += 1
      bookmarks.append(bookmark)
    }
  }
}

/// What changes in a frame that becomes part of another document.
private struct FrameChange {
  /// Added to the index of every node.
  var offset: Int
  /// Nodes of the volume, by the address that links to them.
  var targets: [String: NodeID]
  var drawings: [Drawing.ID: Drawing.ID] = [:]

  func applied(to frame: Frame) -> Frame {
    var changed = Frame(size: frame.size, baseline: frame.baseline)
    for placed in frame.items {
      changed.add(item(placed.item), at: placed.origin, owner: placed.owner.map(owner))
    }
    return changed
  }

  private func owner(_ owner: Owner) -> Owner {
    switch owner {
    case .node(let id): .node(id.moved(by: offset))
    case .artifact: owner
    }
  }

  private func item(_ item: Frame.Item) -> Frame.Item {
    switch item {
    case .group(let frame, let transform, let clip): .group(applied(to: frame), transform, clip: clip)
    case .link(let size, .node(let id)): .link(size, .node(id.moved(by: offset)))
    case .link(let size, .address(let address)):
      .link(size, targets[address].map(Link.node) ?? .address(address))
    case .use(let id, let transform): .use(drawings[id] ?? id, transform)
    case .glyphs, .shape: item
    }
  }
}
