import Pages
import QPDF

/// Writes the bookmarks panel: each entry goes under the last one of a lower level.
struct OutlineWriter {
  let file: PDFFile
  let document: PagedDocument
  let pages: [PDFObject]

  private struct Entry {
    var object: PDFObject
    var level: Int
    var children: [Entry] = []
  }

  /// The root of the outline; `nil` where there is no bookmark.
  func write() -> PDFObject? {
    let bookmarks = document.bookmarks.filter { pages.indices.contains($0.page) }
    guard !bookmarks.isEmpty else { return nil }
    let root = file.add(.dictionary(["Type": .name("Outlines")]))
    var rest = bookmarks[...]
    link(entries(below: 0, of: &rest), under: root)
    return root
  }

  /// Takes entries off the front as long as they stand deeper than `level`.
  private func entries(below level: Int, of rest: inout ArraySlice<PagedDocument.Bookmark>) -> [Entry] {
    var entries: [Entry] = []
    while let bookmark = rest.first, bookmark.level > level {
      rest.removeFirst()
      let height = document.pages[bookmark.page].frame.height
      let object = file.add(
        .dictionary([
          "Title": .text(bookmark.title.printable),
          "Dest": .destination(pages[bookmark.page], y: bookmark.y, pageHeight: height),
        ]))
      let children = self.entries(below: bookmark.level, of: &rest)
      entries.append(Entry(object: object, level: bookmark.level, children: children))
    }
    return entries
  }

  /// An outline opens with its first level shown: the root counts those, closed entries count below zero.
  private func link(_ entries: [Entry], under parent: PDFObject, isRoot: Bool = true) {
    guard let first = entries.first, let last = entries.last else { return }
    parent.set("First", .object(first.object))
    parent.set("Last", .object(last.object))
    parent.set("Count", .integer(isRoot ? entries.count : -entries.count))
    for (index, entry) in entries.enumerated() {
      entry.object.set("Parent", .object(parent))
      if index > 0 { entry.object.set("Prev", .object(entries[index - 1].object)) }
      if index + 1 < entries.count { entry.object.set("Next", .object(entries[index + 1].object)) }
      link(entry.children, under: entry.object, isRoot: false)
    }
  }
}
