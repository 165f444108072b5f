/// What maps cost: a full page of the 101 departments of France, and further maps on the same outlines.
///
///     swift run --package-path Benchmarks --configuration release maps
///
/// Run at the root of the project. Prints milliseconds, the best of five rounds, and bytes.
@main
struct Maps {
  static func main() throws {
    let bench = try Bench()
    let blank = (one: try bench.blank(pages: 1), many: try bench.blank(pages: Bench.many))
    for kind in Bench.Kind.allCases {
      let laidOut = try bench.best { _ = try bench.frame(kind, 0) }
      let one = try bench.document([bench.frame(kind, 0)]) - blank.one
      let many = try bench.document((0..<Bench.many).map { try bench.frame(kind, $0) }) - blank.many
      let again = try bench.document(Array(repeating: bench.frame(kind, 0), count: Bench.many)) - blank.many
      print("\(kind.rawValue): laid out in \(rounded(laidOut)) ms, drawn in \(one)")
      print("  each further one drawn in \((many - one).divided(by: Bench.many - 1))")
      print("  the same again drawn in \((again - one).divided(by: Bench.many - 1))")
    }
  }
}
