import Diagnostics

/// The cubes that a report asks for and that have no snapshot yet on the day of its edition. What shows nothing else is
/// left out: a section, a page, a paragraph, a block, a line of a table. Beside figures of others theirs are "nd".
struct AwaitedCubes {
  let names: Set<String>
  /// What was left out, and what is not available.
  private var findings: [Diagnostic] = []
  /// The rank of the title that was left out with all that stands under it.
  private var level: Int?

  init(_ names: Set<String>) { self.names = names }

  /// Whether an element stands under a title that was left out.
  mutating func hides(_ element: Element) -> Bool {
    guard let level else { return false }
    if case .heading(let own, _, _) = element, own <= level { self.level = nil }
    return self.level != nil
  }

  /// Whether an element fails because of these cubes alone; if so, it is noted.
  mutating func leavesOut(_ element: Element, _ failure: Failure) -> Bool {
    guard !names.isEmpty, !failure.diagnostics.isEmpty, failure.diagnostics.allSatisfy(\.isNoSnapshot) else {
      return false
    }
    note(failure)
    if case .heading(let own, _, _) = element { level = own }
    return true
  }

  mutating func note(_ failure: Failure) { findings += failure.diagnostics }

  /// One a cube, with all its places.
  var warnings: [Diagnostic] { findings.gathered.map(Messages.notBegun) }
}

extension Diagnostic {
  fileprivate var isNoSnapshot: Bool { code == "no-snapshot" }

  /// "12", or with its path where that is not `path`: "methode.md:12".
  fileprivate func line(besides path: String?) -> String? {
    guard case .span(let span) = place else { return nil }
    return (span.file.path == path ? "" : "\(span.file.path):") + "\(span.position.line)"
  }

  fileprivate var path: String? { if case .span(let span) = place { span.file.path } else { nil } }
}

extension [Diagnostic] {
  /// A cube without a snapshot is told of once, with all the lines that ask for it.
  var gathered: [Diagnostic] {
    var gathered: [Diagnostic] = []
    for finding in self
    where !finding.isNoSnapshot || !gathered.contains(where: { $0.message == finding.message }) {
      gathered.append(finding)
    }
    return gathered.map { first in
      guard first.isNoSnapshot else { return first }
      let own = first.line(besides: first.path)
      var lines: [String] = []
      for finding in self where finding.message == first.message {
        guard let line = finding.line(besides: first.path), line != own, !lines.contains(line) else {
          continue
        }
        lines.append(line)
      }
      return Messages.also(first, on: lines)
    }
  }
}
