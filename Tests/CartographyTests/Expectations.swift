import Pages
import TestSupport
import Testing

/// No two texts meet and none reaches beyond the frame.
func expectReadable(_ frame: Frame, sourceLocation: SourceLocation = #_sourceLocation) {
  for problem in unreadable(in: frame) { Issue.record("\(problem)", sourceLocation: sourceLocation) }
}
