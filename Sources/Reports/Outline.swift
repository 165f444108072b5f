import Language
import Layout
import Pages

/// The titles of a report as its contents show them, gathered while composing.
struct Outline {
  struct Section {
    var title: String
    var number: String?
    var section: NodeID
    var parts: [Part] = []
  }

  struct Part {
    var title: String
    var node: NodeID
  }

  struct Figure {
    var label: String
    var title: String
    var node: NodeID
  }

  /// Where the contents stand among the blocks.
  struct Place {
    var index: Int
    var node: NodeID
  }

  private(set) var sections: [Section] = []
  private var numbered = 0
  var figures: [Figure] = []
  var contents: Place?

  var current: Section? { sections.last }

  mutating func open(_ title: String, numbered isNumbered: Bool, section: NodeID) {
    if isNumbered { numbered += 1 }
    sections.append(Section(title: title, number: isNumbered ? "\(numbered)" : nil, section: section))
  }

  mutating func add(_ title: String, node: NodeID) {
    guard !sections.isEmpty else { return }
    sections[sections.count - 1].parts.append(Part(title: title, node: node))
  }

  /// The title "Sommaire", the sections, the figures, and the signs used.
  func contentsBlocks(language: Language, in structure: inout Structure, under parent: NodeID) -> [any Block]
  {
    let words = language.words
    let heading = structure.add(.heading(1), in: parent, title: words.contents)
    let list = structure.add(.contents, in: parent)
    let entries = sections.compactMap { entry($0, in: &structure, under: list) }
    let lead = structure.add(.paragraph, in: parent)
    let figureList = structure.add(.contents, in: parent)
    let listed = figures.map { figure in
      FigureListBlock.Entry(
        label: figure.label, title: figure.title, target: figure.node,
        node: structure.add(.contentsItem, in: figureList))
    }
    let signs = [
      SignsBlock.Sign(words.secret, words.secretMeaning),
      SignsBlock.Sign(words.unavailable, words.unavailableMeaning),
      SignsBlock.Sign(words.revised, words.revisedMeaning),
    ]
    let signsNode = structure.add(.paragraph, in: parent)
    return [
      TitleBlock(words.contents, node: heading), ContentsBlock(entries),
      FigureListBlock(words.figures, listed, node: lead),
      SignsBlock(words.signs, signs, remark: words.rounded, node: signsNode),
    ]
  }

  private func entry(_ section: Section, in structure: inout Structure, under list: NodeID) -> ContentsBlock
    .Entry?
  {
    guard let first = section.parts.first else { return nil }
    let parts = section.number == nil || section.parts.count < 2 ? [] : section.parts
    return ContentsBlock.Entry(
      number: section.number, title: section.title, target: first.node,
      node: structure.add(.contentsItem, in: list),
      parts: parts.map { part in
        ContentsBlock.Entry(
          title: part.title, target: part.node, node: structure.add(.contentsItem, in: list))
      })
  }
}
