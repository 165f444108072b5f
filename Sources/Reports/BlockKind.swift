import Diagnostics
import Layout

/// A kind of fenced block. A new kind is one file under `Blocks/` and one line in `all`.
struct BlockKind: Sendable {
  let name: String
  /// Whether Markdown may follow the keys.
  var takesText = false
  /// Makes the block, and its nodes in the structure.
  let compose: @Sendable (inout FenceFields, inout Composer) throws -> [any Block]

  static let all: [BlockKind] = [
    .cover,
    .contents,
    .sheet,
    .page,
    .include,
    .source,
    .tiles,
    .box,
    .text,
    .quality,
    .evolution,
    .bars,
    .stack,
    .share,
    .histogram,
    .strip,
    .dumbbell,
    .line,
    .step,
    .area,
    .multiples,
    .sparkline,
    .dots,
    .bullet,
    .boxes,
    .slope,
    .bump,
    .scatter,
    .waterfall,
    .map,
    .circles,
    .locator,
    .cartogram,
    .categories,
    .table,
    .overview,
  ]

  static func named(_ word: Fence.Word) throws -> BlockKind {
    guard let kind = all.first(where: { $0.name == word.text }) else {
      throw Failure(Messages.unknownBlock(word, known: all.map(\.name)))
    }
    return kind
  }
}
