import Diagnostics
import Settings

#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#else
  internal import Darwin
#endif

/// Looks for files in the folders of the manifest, in order.
struct FontFinder {
  private let folders: [String]

  /// Relative folders start at `base`.
  init(folders: [String], base: String) {
    self.folders = folders.map { Self.join(base, $0) }
  }

  /// The first readable file of this name; `missing-font` tells how to install its Debian package.
  func find(_ setting: Setting, package: String?) throws -> String {
    let name = try setting.string()
    let candidates = folders.map { Self.join($0, name) }
    guard let path = candidates.first(where: { access($0, R_OK) == 0 }) else {
      throw Failure(FontMessage.missing(name, folders: folders, package: package, at: setting.span))
    }
    return path
  }

  static func join(_ folder: String, _ name: String) -> String {
    if name.hasPrefix("/") || folder == "." { return name }
    if name == "." { return folder }
    return folder.hasSuffix("/") ? folder + name : folder + "/" + name
  }

  /// The folder that a path lies in; `.` where it names none.
  static func folder(of path: String) -> String {
    guard let slash = path.lastIndex(of: "/") else { return "." }
    return slash == path.startIndex ? "/" : String(path[..<slash])
  }
}
