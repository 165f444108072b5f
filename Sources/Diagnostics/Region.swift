/// Where a finding points, as other programs count: lines and columns from 1, columns in Unicode code points, the
/// end column just after the last character.
struct Region: Hashable, Sendable {
  var path: String
  var line: Int?
  var columns: Range<Int>?
  /// The line itself.
  var text: String?
}

extension Diagnostic {
  var region: Region? {
    switch place {
    case .span(let span):
      let (line, column, text) = span.position
      return Self.region(span.file.path, line, column, width: span.columns, text)
    case .row(let path, let line, let column, let width, let text):
      return Self.region(path, line, column, width: width, text)
    case .file(let path): return Region(path: plainPath(path))
    case nil: return nil
    }
  }

  /// `column` and `width` in characters, which may be several code points each.
  private static func region(_ path: String, _ line: Int, _ column: Int, width: Int, _ text: String?)
    -> Region
  {
    let lead = text.map { $0.prefix(column - 1).unicodeScalars.count } ?? column - 1
    let marked = text.map { $0.dropFirst(column - 1).prefix(width).unicodeScalars.count } ?? width
    return Region(
      path: plainPath(path), line: line, columns: (lead + 1)..<(lead + 1 + max(1, marked)), text: text)
  }
}

extension Span {
  /// Characters that are pointed at, on the first line; at least one.
  var columns: Int {
    let bytes = file.text.utf8
    guard bytes.count >= range.upperBound else { return 1 }
    let start = bytes.index(bytes.startIndex, offsetBy: range.lowerBound)
    let end = bytes.index(bytes.startIndex, offsetBy: range.upperBound)
    return max(1, file.text[start..<end].prefix { !$0.isNewline }.count)
  }
}

/// A path without detours: `layouts/../data/aides.yaml` is `data/aides.yaml`. Symbolic links are not followed.
public func plainPath(_ path: String) -> String {
  var parts: [Substring] = []
  for part in path.split(separator: "/") where part != "." {
    if part == "..", let last = parts.last, last != ".." {
      parts.removeLast()
    } else if part != ".." || !path.hasPrefix("/") {
      parts.append(part)
    }
  }
  let plain = parts.joined(separator: "/")
  return path.hasPrefix("/") ? "/" + plain : plain.isEmpty ? "." : plain
}
