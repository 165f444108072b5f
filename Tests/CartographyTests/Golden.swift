import Pages
import TestSupport
import Testing

/// A frame is as it was recorded (and looked at): `TestSupport.difference`.
func expectGolden(_ frame: Frame, _ name: String, sourceLocation: SourceLocation = #_sourceLocation) throws {
  let difference = try difference(of: frame, fromGolden: "Cartography/\(name)")
  #expect(difference == nil, sourceLocation: sourceLocation)
}
