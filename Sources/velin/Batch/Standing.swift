import Settings

/// Decides which sheets of earlier runs stand: made by the same program with the same options from the same files, and
/// still on the disk as they were written.
struct Standing {
  let settings: String
  let folder: String
  /// Where warnings count, a sheet with some is made again, so that they are told again.
  let toleratesWarnings: Bool
  private var digests: [String: String] = [:]

  init(settings: String, folder: String, toleratesWarnings: Bool) {
    (self.settings, self.folder, self.toleratesWarnings) = (settings, folder, toleratesWarnings)
  }

  mutating func holds(_ entry: BatchJournal.Entry) -> Bool {
    guard entry.settings == settings, toleratesWarnings || !entry.isWarned else { return false }
    for (path, digest) in entry.inputs where self.digest(of: path) != digest { return false }
    return Self.isOnDisk(entry.sheet, in: folder)
  }

  /// Whether a sheet's files are as they were written.
  static func isOnDisk(_ sheet: Sheet, in folder: String) -> Bool {
    sheet.files.allSatisfy { digest("\(folder)/\($0.path)") == $0.sha256 }
  }

  /// Inputs are shared by sheets; each is read once.
  private mutating func digest(of path: String) -> String {
    if let known = digests[path] { return known }
    let digest = Self.digest(path) ?? ""
    digests[path] = digest
    return digest
  }

  static func digest(_ path: String) -> String? { try? fileDigest(path) }
}
