import Diagnostics
import Pages
import QPDF

/// What the finisher asks of a document, whatever its pages are drawn like: made on processors that have nothing to do,
/// while others draw.
struct FinishingFacts: Sendable {
  let links: Begun<DrawnLinks>
  let margins: Begun<MarginBoxes>
  let figures: Begun<FigureBoxes>
  let attachments: Begun<Result<[DeflatedBytes], any Error>>

  init(_ document: PagedDocument, profile: PDFProfile) {
    links = Begun { DrawnLinks(of: document) }
    margins = Begun { MarginBoxes(of: document) }
    figures = Begun { FigureBoxes(of: document) }
    let files = profile == .accessibleWithData ? document.attachments : []
    attachments = Begun { Result { try files.concurrentMap { try DeflatedBytes($0.bytes) } } }
  }
}
