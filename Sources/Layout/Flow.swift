import Diagnostics
import Geometry
import Pages

/// Stacks blocks in regions of one size: pages, or the cell of a row.
struct Flow {
  let size: Size
  let kit: LayoutKit
  /// Finished regions; each is as high as what stands in it.
  private(set) var frames: [Frame] = []
  /// What was laid already, so that another pass with new page numbers draws nothing twice.
  private(set) var memo: [Step: Portion]
  private var open: Frame
  private var foot: PageFoot
  private var gap = Length.zero
  /// What is wrong with blocks that cannot be laid; the others are laid all the same, so that all of it is told.
  private var collector = Collector()

  /// A block's turn: its place in the report and the regions it was offered until then.
  struct Step: Hashable {
    var block: Int
    var regions: [Region]
  }

  init(size: Size, kit: LayoutKit, memo: [Step: Portion] = [:], notes: [Footnote] = []) {
    (self.size, self.kit, self.memo) = (size, kit, memo)
    foot = PageFoot(notes, kit: kit)
    open = Frame(size: Size(width: size.width, height: .zero))
  }

  /// All blocks, in as many regions as they need. `notes`: those that stand at the foot of their regions.
  static func lay(
    _ blocks: [any Block], size: Size, kit: LayoutKit, memo: [Step: Portion] = [:], notes: [Footnote] = []
  ) throws -> Flow {
    var flow = Flow(size: size, kit: kit, memo: memo, notes: notes)
    do {
      for chain in chains(blocks) { try flow.add(chain, of: blocks) }
    } catch let failure as Failure {
      flow.collector.add(failure.diagnostics)
    }
    try flow.collector.check()
    if !flow.isFresh { flow.turn() }
    return flow
  }

  /// Runs of blocks of which all but the last keep with the next.
  private static func chains(_ blocks: [any Block]) -> [Range<Int>] {
    var chains: [Range<Int>] = []
    var start = 0
    for index in blocks.indices {
      let next = index + 1 < blocks.count ? blocks[index + 1] : nil
      // What starts a page parts even from what would keep with it.
      let keeps = blocks[index].placement.keepsWithNext && next?.placement.startsPage == false
      if keeps { continue }
      chains.append(start..<(index + 1))
      start = index + 1
    }
    return chains
  }

  private var isFresh: Bool { open.isEmpty }

  private mutating func turn() {
    foot.set(on: &open, height: size.height)
    frames.append(open)
    open = Frame(size: Size(width: size.width, height: .zero))
    gap = .zero
  }

  /// Lays a chain on this page if its last block can start here, else on the next, else as it comes.
  private mutating func add(_ chain: Range<Int>, of blocks: [any Block]) throws {
    if blocks[chain.lowerBound].placement.startsPage, !isFresh { turn() }
    if try together(chain, of: blocks) { return }
    if !isFresh {
      turn()
      if try together(chain, of: blocks) { return }
    }
    for index in chain where try !together(index..<(index + 1), of: blocks) {
      turn()
      guard try together(index..<(index + 1), of: blocks) else { throw tooTall(blocks[index]) }
    }
  }

  /// Lays a chain without a break before its last block; `false`, and nothing laid, where there is no room.
  private mutating func together(_ chain: Range<Int>, of blocks: [any Block]) throws -> Bool {
    let before = self
    for index in chain {
      guard try lay(blocks[index], at: index) else {
        (frames, open, foot, gap) = (before.frames, before.open, before.foot, before.gap)
        return false
      }
    }
    return true
  }

  /// Lays one block, over as many pages as it takes; `false` where not even its start has room.
  private mutating func lay(_ block: any Block, at index: Int) throws -> Bool {
    var step = Step(block: index, regions: [])
    var rest: (any Block)? = block
    while let part = rest {
      let top = isFresh ? .zero : (open.height + max(gap, part.placement.above)).roundedUp(to: kit.step)
      switch try offer(part, below: top, step: &step, readsPages: block.readsPages) {
      case .waits:
        if step.regions.count == 1 { return false }
        guard !isFresh else { throw tooTall(block) }
        turn()
      case .laid(let frame, let next):
        open.place(frame, at: Point(x: .zero, y: top))
        open.size.height = top + frame.height
        gap = part.placement.below
        rest = next
        if next != nil { turn() }
      }
    }
    return true
  }

  /// Offers the room above the foot of the page, and less of it where the notes that a portion calls need some.
  private mutating func offer(
    _ part: any Block, below top: Length, step: inout Step, readsPages: Bool
  ) throws -> Portion {
    var part = part
    var height = size.height - top - foot.height
    var wanting: Footnote?
    while true {
      step.regions.append(Region(width: size.width, height: height, isFresh: isFresh))
      let portion = try portion(of: part, step: step, readsPages: readsPages)
      guard case .laid(let frame, _) = portion else {
        if isFresh, let wanting { throw Failure(LayoutMessage.noRoom(for: wanting, on: size.height)) }
        return portion
      }
      let called = try foot.adding(calledIn: frame)
      if called.height == foot.height || top + frame.height + called.height <= size.height + .hair {
        foot = called
        return portion
      }
      wanting = called.last
      step.regions.removeLast()
      height = height - kit.step
      if let whole = part as? any ReadyBlock { part = try whole.ready(width: size.width, kit: kit) }
    }
  }

  /// `readsPages`: of the whole block, for what is left of a list of contents prints page numbers too.
  private mutating func portion(of block: any Block, step: Step, readsPages: Bool) throws -> Portion {
    if !readsPages, let known = memo[step] { return known }
    let region = step.regions[step.regions.count - 1]
    let kit = kit
    let portion = try collector.attempt {
      try placing(at: block.placement.source) { try block.next(in: region, kit: kit) }
    }
    memo[step] = portion
    return portion ?? .laid(Frame(size: Size(width: region.width, height: .zero)), rest: nil)
  }

  private func tooTall(_ block: any Block) -> Failure {
    Failure(LayoutMessage.tooTall(size.height)).placed(at: block.placement.source)
  }
}
