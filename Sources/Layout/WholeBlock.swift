import Dispatch
import Geometry
import Pages
import Synchronization

/// A block that is never divided, and whose frame depends on the width it is given alone: a figure, a row, tiles.
public protocol WholeBlock: Block {
  /// The frame for a width, at its natural height.
  func whole(width: Length, kit: LayoutKit) throws -> Frame
}

extension WholeBlock {
  public func next(in region: Region, kit: LayoutKit) throws -> Portion {
    let frame = try whole(width: region.width, kit: kit)
    return frame.height <= region.height + .hair ? .laid(frame, rest: nil) : .waits
  }
}

/// The frames of whole blocks, made ahead of the flow on all processors: where they stand does not change them.
struct WholeFrames: Sendable {
  private let frames: [Int: Result<Frame, any Error>]

  static let none = WholeFrames(frames: [:])

  private init(frames: [Int: Result<Frame, any Error>]) { self.frames = frames }

  init(_ blocks: [any Block], width: Length, kit: LayoutKit) {
    let whole = blocks.indices.compactMap { index in
      (blocks[index] as? any WholeBlock).map { (index: index, block: $0) }
    }.filter { !$0.block.readsPages }
    let made = Mutex<[Int: Result<Frame, any Error>]>([:])
    DispatchQueue.concurrentPerform(iterations: whole.count) { at in
      let (index, block) = whole[at]
      let frame = Result { try block.whole(width: width, kit: kit) }
      made.withLock { $0[index] = frame }
    }
    frames = made.withLock { $0 }
  }

  /// The frame of the block at an index of the report, if it is one of these; throws what making it threw.
  subscript(index: Int) -> Frame? {
    get throws { try frames[index]?.get() }
  }
}
