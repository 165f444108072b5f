import Cairo
import Diagnostics
import Geometry
import Pages

/// The drawings of a document, each recorded when it is first placed: a PDF then holds it once.
///
/// What a drawing draws outside its frame is cut.
final class DrawingStore {
  private let drawings: [Drawing.ID: Drawing]
  private var recorded: [Drawing.ID: Recording] = [:]

  struct Recording {
    var surface: RecordingSurface
    var size: Size
  }

  init(_ drawings: [Drawing]) {
    self.drawings = Dictionary(drawings.map { ($0.id, $0) }) { first, _ in first }
  }

  /// `record` draws the frame on a context of the recording.
  func recording(of id: Drawing.ID, record: (Frame, Context) throws -> Void) throws -> Recording {
    if let recording = recorded[id] { return recording }
    guard let drawing = drawings[id] else { throw Failure(ExportMessage.unknownDrawing(id)) }
    let size = drawing.frame.size
    let surface = try RecordingSurface(
      extents: Rectangle(x: 0, y: 0, width: size.width.points, height: size.height.points))
    try record(drawing.frame, try Context(surface))
    let recording = Recording(surface: surface, size: size)
    recorded[id] = recording
    return recording
  }
}
