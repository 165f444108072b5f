import Pages
import Typesetting

extension StyledText {
  /// The same text with a node of its own for each link, call of a note and passage of another language in it, under
  /// the node of the text. `[cash flow](lang:en)` is English, and leads nowhere.
  func withLinkNodes(in structure: inout Structure, under node: NodeID) -> StyledText {
    var text = self
    var open: (link: Link, node: NodeID)?
    for index in text.runs.indices {
      guard let link = text.runs[index].link else {
        open = nil
        continue
      }
      let known = open?.link == link ? open?.node : nil
      let inline = known ?? structure.addInline(link, in: node)
      open = (link, inline)
      text.runs[index].owner = inline
      if link.language != nil { text.runs[index].link = nil }
    }
    return text
  }
}

extension Structure {
  fileprivate mutating func addInline(_ link: Link, in node: NodeID) -> NodeID {
    if case .node(let target) = link, self[target].role == .note {
      return add(.link, in: add(.reference, in: node))
    }
    guard let language = link.language else { return add(.link, in: node) }
    let span = add(.span, in: node)
    self[span].language = language
    return span
  }
}

extension Link {
  /// BCP 47, of a passage in another language.
  fileprivate var language: String? {
    guard case .address(let address) = self, address.hasPrefix("lang:") else { return nil }
    return String(address.dropFirst("lang:".count))
  }
}
