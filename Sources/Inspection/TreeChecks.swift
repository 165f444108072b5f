import QPDF

/// Whether marks, structure and the way back between them agree: what validators take on trust.
struct TreeChecks {
  let file: PDFFile
  let pages: [PDFObject]
  let contents: [PageContent]
  let root: TaggedElement

  /// A mark of a page.
  private struct Mark: Hashable {
    var page: Int
    var number: Int
  }

  func check(_ list: inout FindingList) {
    let parents = file.root["StructTreeRoot"]?["ParentTree"]?.numberTree() ?? [:]
    let owners = checkElements(&list)
    for (page, content) in contents.enumerated() {
      checkPage(page, content, owners: owners, parents: parents, &list)
    }
    checkAnnotations(parents, &list)
  }

  /// The element of each mark; each must be owned once, exist, and each element must name its parent.
  private func checkElements(_ list: inout FindingList) -> [Mark: Int] {
    var owners: [Mark: Int] = [:]
    let known = contents.map { Set($0.marks.map(\.number)) }
    func visit(_ element: TaggedElement, under parent: Int) {
      if element.object > 0, element.parent != parent {
        list.add(
          "wrong-parent", "\(element.type) \(element.object) names another element as its parent", "7.1")
      }
      for kid in element.kids {
        switch kid {
        case .element(let inner): visit(inner, under: element.object)
        case .annotation: break
        case .content(let page, let number, _):
          guard let page, known[page].contains(number) else {
            let place = page.map { "page \($0 + 1)" } ?? "no page"
            list.add(
              "missing-mark", "\(element.type) has mark \(number) of \(place), which is not there", "7.1")
            continue
          }
          if owners.updateValue(element.object, forKey: Mark(page: page, number: number)) != nil {
            list.add("shared-mark", "mark \(number) of page \(page + 1) stands twice in the structure", "7.1")
          }
        }
      }
    }
    visit(root, under: file.root["StructTreeRoot"]?.number ?? 0)
    return owners
  }

  private func checkPage(
    _ page: Int, _ content: PageContent, owners: [Mark: Int], parents: [Int: PDFObject],
    _ list: inout FindingList
  ) {
    for mark in content.marks where owners[Mark(page: page, number: mark.number)] == nil {
      list.add("orphan-mark", "mark \(mark.number) of page \(page + 1) is not in the structure", "7.1")
    }
    if pages[page]["Tabs"]?.name != "S" {
      list.add("tab-order", "page \(page + 1) does not follow the structure with the tab key", "7.18.3")
    }
    guard !content.marks.isEmpty else { return }
    guard let entry = pages[page]["StructParents"]?.integer.flatMap({ parents[$0] }) else {
      return list.add("parent-tree", "page \(page + 1) has no entry in the parent tree", "7.1")
    }
    let elements = entry.items
    let differs = content.marks.contains { mark in
      !elements.indices.contains(mark.number)
        || elements[mark.number].number != owners[Mark(page: page, number: mark.number)]
    }
    if differs { list.add("parent-tree", "page \(page + 1): parent tree and structure disagree", "7.1") }
  }

  /// Each annotation stands in the structure, leads back to its element, and says what it is for.
  private func checkAnnotations(_ parents: [Int: PDFObject], _ list: inout FindingList) {
    var holders: [Int: TaggedElement] = [:]
    for element in root.all {
      for case .annotation(let object) in element.kids { holders[object] = element }
    }
    for (page, object) in pages.enumerated() {
      for annotation in object["Annots"]?.items ?? [] {
        let place = "an annotation of page \(page + 1)"
        guard let holder = holders[annotation.number] else {
          list.add("orphan-annotation", "\(place) is not in the structure", "7.18.1")
          continue
        }
        if annotation["Subtype"]?.name == "Link", holder.type != "Link" {
          list.add("link-element", "\(place) is a link in an element \(holder.type)", "7.18.5")
        }
        if annotation["StructParent"]?.integer.flatMap({ parents[$0] })?.number != holder.object {
          list.add("parent-tree", "\(place): parent tree and structure disagree", "7.18.1")
        }
        if (annotation["Contents"]?.text ?? "").isEmpty {
          list.add("no-description", "\(place) does not say what it is for", "7.18.1")
        }
      }
    }
  }
}
