/// What a PDF promises to its readers.
public enum PDFProfile: String, Hashable, Sendable, CaseIterable {
  /// Accessible (PDF/UA-1) and archivable with the data behind its figures (PDF/A-3a).
  case accessibleWithData = "ua1+a3a"
  /// Accessible (PDF/UA-1) and archivable (PDF/A-2a), without attachments.
  case accessible = "ua1+a2a"
  /// Neither structure nor archive: for programs that read pages alone.
  case plain

  /// The part of ISO 19005 that it conforms to; `nil` for none.
  var archivePart: Int? {
    switch self {
    case .accessibleWithData: 3
    case .accessible: 2
    case .plain: nil
    }
  }

  var isTagged: Bool { archivePart != nil }
}
