import Pages
import Typesetting

extension StyledText {
  /// The same text with a node of its own for each link in it, under the node of the text.
  func withLinkNodes(in structure: inout Structure, under node: NodeID) -> StyledText {
    var text = self
    var open: (link: Link, node: NodeID)?
    for index in text.runs.indices {
      guard let link = text.runs[index].link else {
        open = nil
        continue
      }
      let owner = open?.link == link ? open?.node : nil
      let linkNode = owner ?? structure.add(.link, in: node)
      open = (link, linkNode)
      text.runs[index].owner = linkNode
    }
    return text
  }
}
