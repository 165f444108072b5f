import Diagnostics
import Export

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// What a batch has done, one JSON object a line, so that a run that was stopped goes on, and parts can be collected.
///
/// A sheet's line follows its files: what stands here is on the disk. Each part of a batch has a file of its own.
struct BatchJournal {
  struct Line: Codable {
    /// Of the program and the options that decide the bytes of a sheet.
    var settings: String
    /// The digest of every file read so far, empty for one that is not there; `nil` as on the line before.
    var inputs: [String: String]?
    var sheet: Sheet
    /// Whether there were warnings; `nil`: none.
    var warned: Bool?
  }

  /// A sheet and what it was made from.
  struct Entry {
    var settings: String
    var inputs: [String: String]
    var sheet: Sheet
    var isWarned: Bool
  }

  let path: String

  init(folder: String, batch: String, shard: Shard) {
    path = "\(folder)/\(batch).part-\(shard.name).jsonl"
  }

  /// The entries of every part of a batch that the folder holds, by the codes of their sheets. A batch that was divided
  /// otherwise before has left other parts: of two entries of a sheet, the one that its file agrees with counts.
  static func entries(folder: String, batch: String) -> [String: Entry] {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    let parts = names.filter { $0.hasPrefix("\(batch).part-") && $0.hasSuffix(".jsonl") }.sorted()
    let found = Dictionary(grouping: parts.flatMap { read("\(folder)/\($0)") }, by: \.sheet.code)
    return found.compactMapValues { entries in
      guard Set(entries.map(\.sheet)).count > 1 else { return entries.last }
      return entries.last { Standing.isOnDisk($0.sheet, in: folder) } ?? entries.last
    }
  }

  /// What this part's file holds, by the codes of the sheets.
  var entries: [String: Entry] {
    Dictionary(Self.read(path).map { ($0.sheet.code, $0) }) { _, later in later }
  }

  /// A line cut short by a kill is no line.
  private static func read(_ path: String) -> [Entry] {
    guard let data = FileManager.default.contents(atPath: path) else { return [] }
    let decoder = JSONDecoder()
    var inputs: [String: String] = [:]
    return data.split(separator: 0x0A).compactMap { bytes in
      guard let line = try? decoder.decode(Line.self, from: Data(bytes)) else { return nil }
      inputs = line.inputs ?? inputs
      return Entry(settings: line.settings, inputs: inputs, sheet: line.sheet, isWarned: line.warned ?? false)
    }
  }

  /// Starts the part's file anew with what still stands; lines are then added to it.
  func begin(with entries: [Entry]) throws {
    var lines = ""
    var last: [String: String]?
    for entry in entries {
      lines += try Self.text(entry, after: last)
      last = entry.inputs
    }
    try AtomicFile.write(Array(lines.utf8), to: path)
  }

  func add(_ entry: Entry, after last: [String: String]?) throws {
    try AtomicFile.append(Array(Self.text(entry, after: last).utf8), to: path)
  }

  private static func text(_ entry: Entry, after last: [String: String]?) throws -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    let line = Line(
      settings: entry.settings, inputs: entry.inputs == last ? nil : entry.inputs, sheet: entry.sheet,
      warned: entry.isWarned ? true : nil)
    return String(decoding: try encoder.encode(line), as: UTF8.self) + "\n"
  }
}
