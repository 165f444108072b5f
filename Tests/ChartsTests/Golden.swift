import Foundation
import Geometry
import Pages
import Testing
import Typesetting

/// A frame as text, compared with the one kept beside the tests. `RECORD=1` writes it anew, and still fails.
func expectGolden(_ frame: Frame, _ name: String, sourceLocation: SourceLocation = #_sourceLocation) throws {
  let file = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .appending(path: "Goldens/Charts/\(name).txt")
  let found = dump(frame)
  if ProcessInfo.processInfo.environment["RECORD"] == "1" {
    try FileManager.default.createDirectory(
      at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try found.write(to: file, atomically: true, encoding: .utf8)
    Issue.record("recorded \(name)", sourceLocation: sourceLocation)
    return
  }
  let wanted = try String(contentsOf: file, encoding: .utf8)
  let difference = zip(found.split(separator: "\n"), wanted.split(separator: "\n")).first { $0 != $1 }
  #expect(
    found == wanted, "\(name): found \(difference?.0 ?? "") where \(difference?.1 ?? "another length") was",
    sourceLocation: sourceLocation)
}

private func dump(_ frame: Frame) -> String {
  let texts = frame.texts().map { text in
    "text \(round(text.origin.x)) \(round(text.origin.y)) \(round(text.width)) \(text.text)"
  }
  let shapes = frame.shapes().map { shape in
    let box = shape.path.bounds ?? Rect(origin: .zero, size: .zero)
    let bounds = [box.minX, box.minY, box.maxX, box.maxY].map(round).joined(separator: " ")
    return "shape \(bounds) \(shape.path.elements.count) \(paint(shape.fill)) \(stroke(shape.stroke))"
  }
  return (["size \(round(frame.width)) \(round(frame.height))"] + texts + shapes).joined(separator: "\n")
    + "\n"
}

private func round(_ length: Length) -> String { String(format: "%.1f", length.points + 1e-6) }

private func paint(_ paint: Paint?) -> String {
  switch paint {
  case nil: "-"
  case .color(let color): hex(color)
  case .hatch: "hatch"
  case .dots: "dots"
  }
}

private func stroke(_ stroke: Stroke?) -> String {
  stroke.map { "\(round($0.width)) \(hex($0.color))" } ?? "-"
}

private func hex(_ color: Color) -> String {
  [color.red, color.green, color.blue, color.alpha]
    .map { String(format: "%02X", Int(($0 * 255).rounded())) }.joined()
}
