import Geometry
import Pages
import Typesetting

extension Kit {
  /// A picture and, at its foot, a list of the names that found no place in it: no name is lost.
  ///
  /// - Parameters:
  ///   - phrase: what the list says; it has a place for `{names}`.
  ///   - share: how much of the height the list may take.
  ///   - draw: fills a size, and tells which names it left out.
  public func listing(
    _ size: Size, as phrase: Sentences.Phrase = .unplaced, share: Double = 0.5,
    _ draw: (Size) throws -> (frame: Frame, unplaced: [String])
  ) throws -> Frame {
    var drawn = try draw(size)
    var (height, listed) = (Length.zero, [String]())
    // A list takes height from the picture, which may then hold fewer names.
    for _ in 0..<6 where !drawn.unplaced.allSatisfy(listed.contains) {
      listed += drawn.unplaced.filter { !listed.contains($0) }
      height = try list(listed, as: phrase, width: size.width, most: size.height * share)?.height ?? .zero
      drawn = try draw(Size(width: size.width, height: size.height - height))
    }
    guard !listed.isEmpty else { return drawn.frame }
    var whole = Frame(size: size)
    whole.place(drawn.frame, at: .zero)
    // A smaller picture may have room for what the larger one had none for: then there is nothing to list.
    if let list = try list(drawn.unplaced, as: phrase, width: size.width, most: height) {
      whole.place(list, at: Point(x: .zero, y: size.height - height))
    }
    whole.unplaced = drawn.unplaced
    return whole
  }

  /// "Sans place dans le graphique : A, B.": `nil` where there is nothing to list.
  public func list(
    _ names: [String], as phrase: Sentences.Phrase = .unplaced, width: Length, most: Length = 10_000
  ) throws -> Frame? {
    guard !names.isEmpty else { return nil }
    let text = Sentences(language).say(
      phrase, ["names": names.joined(separator: ", ").replacing("\n", with: ", ")])
    let style = theme.text.axis
    let lines = try wrapped(
      text, style, measure: width, lines: max(1, Int((most.ratio(to: style.leading) + 0.01).rounded(.down))))
    var frame = Frame(size: Size(width: width, height: lines.height + 3))
    frame.place(lines, at: Point(x: .zero, y: 3))
    return frame
  }
}
