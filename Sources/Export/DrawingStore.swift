import Cairo
import Diagnostics
import Pages

/// The drawings of a document, each recorded when it is first placed: a PDF then holds it once.
///
/// What a drawing draws outside its frame is cut.
final class DrawingStore {
  private let drawings: [Drawing.ID: Drawing]
  private var recorded: [Drawing.ID: RecordingSurface] = [:]

  init(_ drawings: [Drawing]) {
    self.drawings = Dictionary(drawings.map { ($0.id, $0) }) { first, _ in first }
  }

  /// `record` draws the frame on a context of the recording.
  func recording(of id: Drawing.ID, record: (Frame, Context) throws -> Void) throws -> RecordingSurface {
    if let surface = recorded[id] { return surface }
    guard let drawing = drawings[id] else { throw Failure(ExportMessage.unknownDrawing(id)) }
    let size = drawing.frame.size
    let surface = try RecordingSurface(
      extents: Rectangle(x: 0, y: 0, width: size.width.points, height: size.height.points))
    try record(drawing.frame, try Context(surface))
    recorded[id] = surface
    return surface
  }
}
