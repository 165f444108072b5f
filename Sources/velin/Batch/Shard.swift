import Diagnostics

/// One of the parts that a batch is divided into, so that several machines build it.
struct Shard: Hashable {
  static let whole = Shard(index: 1, count: 1)

  /// From 1.
  let index: Int
  let count: Int

  var isWhole: Bool { count == 1 }

  /// Every `count`th member, so that no part has only large territories.
  func members<Member>(of all: [Member]) -> [Member] {
    stride(from: index - 1, to: all.count, by: count).map { all[$0] }
  }

  /// As file names and messages say it: `2-of-4`.
  var name: String { "\(index)-of-\(count)" }
}

extension Shard {
  /// `2/4`; where nothing was given, what GitLab CI says of a job with `parallel:`, else the whole.
  init(_ given: String?) throws {
    if let given {
      self = try Self.read(given, from: "--shard \(given)")
    } else {
      let (index, count) = (Console.environment("CI_NODE_INDEX"), Console.environment("CI_NODE_TOTAL"))
      // GitLab gives jobs that are alone a total of 1 and no index. Otherwise one without the other is half a word.
      let isAlone = index == nil && (count ?? "1") == "1"
      let said = "CI_NODE_INDEX=\(index ?? "") CI_NODE_TOTAL=\(count ?? "")"
      self = isAlone ? .whole : try Self.read("\(index ?? "")/\(count ?? "")", from: said)
    }
  }

  private static func read(_ text: String, from source: String) throws -> Shard {
    let parts = text.split(separator: "/", omittingEmptySubsequences: false).map { Int($0) }
    guard parts.count == 2, let index = parts[0], let count = parts[1], count >= 1,
      (1...count).contains(index)
    else { throw Failure(BatchMessage.badShard(source)) }
    return Shard(index: index, count: count)
  }
}
