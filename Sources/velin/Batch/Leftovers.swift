#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// Half-written files that a killed run left beside the sheets.
enum Leftovers {
  /// Removes those of sheets that this run is about to make; other parts of the batch may be writing theirs.
  static func remove(of sheets: Set<String>, in folder: String) {
    for name in (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? [] {
      guard name.hasSuffix(".part") else { continue }
      let stem = String(name.prefix { $0 != "." })
      // Pages of a sheet are files of their own: `departement-29-2021-04-11-page-01`.
      let sheet = stem.ranges(of: "-page-").last.map { String(stem[..<$0.lowerBound]) }
      if sheets.contains(sheet ?? stem) { try? FileManager.default.removeItem(atPath: "\(folder)/\(name)") }
    }
  }
}
