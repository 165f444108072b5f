import Foundation
import Geometry
import Pages

/// What is different between a frame and the one kept under this name in Tests/Goldens; `nil` where nothing is.
///
/// `RECORD=1` keeps the frame as it is, and still tells of a difference, so that no run passes by recording.
public func difference(of frame: Frame, fromGolden name: String) throws -> String? {
  let file = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .appending(path: "Goldens/\(name).txt")
  let found = frame.golden
  if ProcessInfo.processInfo.environment["RECORD"] == "1" {
    try FileManager.default.createDirectory(
      at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try found.write(to: file, atomically: true, encoding: .utf8)
    return "recorded \(name)"
  }
  guard FileManager.default.fileExists(atPath: file.path) else {
    return "\(name) has no golden: look at its picture, then run the tests once with RECORD=1"
  }
  let wanted = try String(contentsOf: file, encoding: .utf8)
  guard found != wanted else { return nil }
  let pairs = zip(found.split(separator: "\n"), wanted.split(separator: "\n"))
  let first = pairs.first { $0 != $1 }
  return "\(name): found \(first?.0 ?? "another length") where \(first?.1 ?? "it ended") was"
}

extension Frame {
  /// Every text with its x, baseline and width, then every shape with its bounds, number of elements, fill and stroke.
  public var golden: String {
    let texts = texts().map { text in
      "text \(round(text.origin.x)) \(round(text.origin.y)) \(round(text.width)) \(text.text)"
    }
    let shapes = shapes().map { shape in
      let box = shape.path.bounds ?? Rect(origin: .zero, size: .zero)
      let bounds = [box.minX, box.minY, box.maxX, box.maxY].map(round).joined(separator: " ")
      return "shape \(bounds) \(shape.path.elements.count) \(paint(shape.fill)) \(stroke(shape.stroke))"
    }
    let size = "size \(round(width)) \(round(height))"
    return ([size] + texts + shapes).joined(separator: "\n") + "\n"
  }
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
