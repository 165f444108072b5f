import Diagnostics
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
    var figures: FigureList
    /// What of the report asks for the contents.
    var source: Span
  }

  /// Where the list of figures stands: with the contents, or at the end of the report.
  enum FigureList: String, CaseIterable {
    case here, end
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

  /// The title "Sommaire", the sections, the figures if they stand here, and the signs used.
  func contentsBlocks(language: Language, in structure: inout Structure, under place: Place) -> [any Block] {
    let (words, parent) = (language.words, place.node)
    let heading = structure.add(.heading(1), in: parent, title: words.contents)
    let list = structure.add(.contents, in: parent)
    let entries = sections.compactMap { entry($0, in: &structure, under: list) }
    var blocks: [any Block] = [TitleBlock(words.contents, node: heading), ContentsBlock(entries)]
    if place.figures == .here {
      let lead = structure.add(.paragraph, in: parent)
      let listed = figureList(in: &structure, under: parent)
      blocks.append(FigureListBlock(listed, title: words.figures, node: lead))
    }
    return blocks + [signsBlock(words, in: &structure, under: parent)]
  }

  /// Figures, maps and tables with their pages, as they come.
  func figureList(in structure: inout Structure, under parent: NodeID) -> [FigureListBlock.Entry] {
    entries(figures, in: &structure, under: parent)
  }

  /// A list for each of them: those that are counted together, in the order of the first of each.
  func figureLists(in structure: inout Structure, under parent: NodeID) -> [[FigureListBlock.Entry]] {
    var groups: [(noun: Substring, figures: [Figure])] = []
    for figure in figures {
      let noun = figure.label.prefix { !$0.isWhitespace }
      if let index = groups.firstIndex(where: { $0.noun == noun }) {
        groups[index].figures.append(figure)
      } else {
        groups.append((noun, [figure]))
      }
    }
    return groups.map { entries($0.figures, in: &structure, under: parent) }
  }

  private func entries(
    _ figures: [Figure], in structure: inout Structure, under parent: NodeID
  ) -> [FigureListBlock.Entry] {
    let list = structure.add(.contents, in: parent)
    return figures.map { figure in
      FigureListBlock.Entry(
        label: figure.label, title: figure.title, target: figure.node,
        node: structure.addEntry(in: list).link)
    }
  }

  private func signsBlock(
    _ words: Words, in structure: inout Structure, under parent: NodeID
  ) -> SignsBlock {
    let signs = [
      (words.secret, words.secretMeaning), (words.unavailable, words.unavailableMeaning),
      (words.revised, words.revisedMeaning),
    ]
    let signsNode = structure.add(.paragraph, in: parent)
    let signList = structure.add(.list, in: parent)
    structure[signList].numbering = .sign
    let listedSigns = signs.map { SignsBlock.Sign($0.0, $0.1, in: &structure, under: signList) }
    let remark = structure.add(.paragraph, in: parent)
    return SignsBlock(words.signs, listedSigns, remark: words.rounded, node: signsNode, remarkNode: remark)
  }

  private func entry(_ section: Section, in structure: inout Structure, under list: NodeID) -> ContentsBlock
    .Entry?
  {
    guard let first = section.parts.first else { return nil }
    let parts = section.number == nil || section.parts.count < 2 ? [] : section.parts
    let (item, link) = structure.addEntry(in: list)
    let inner = parts.isEmpty ? nil : structure.add(.contents, in: item)
    return ContentsBlock.Entry(
      number: section.number, title: section.title, target: first.node, node: link,
      parts: parts.map { part in
        ContentsBlock.Entry(
          title: part.title, target: part.node, node: structure.addEntry(in: inner ?? list).link)
      })
  }
}

extension Structure {
  /// An item of a list of contents, and the link in it that leads to what it names.
  fileprivate mutating func addEntry(in list: NodeID) -> (item: NodeID, link: NodeID) {
    let item = add(.contentsItem, in: list)
    return (item, add(.link, in: add(.reference, in: item)))
  }
}
