import Diagnostics
import Digests
import Settings

#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#else
  internal import Darwin
#endif

/// Keeps read tables between runs, each file's under its path and a hash of what is read from it, with the digest of the
/// bytes that it was read from.
///
/// A cached table that cannot be read back, or is that of other bytes, is read anew: the cache never changes a result,
/// nor makes a run fail.
struct TableCache: Sendable {
  private static let version = 4

  let folder: String

  /// `digest`, `bytes`: of the table's file; the bytes are asked for where no table is kept.
  func table(
    _ reader: TableReader, digest: () throws -> String, bytes: () throws -> [UInt8]
  ) throws -> Table {
    let path = path(of: reader)
    // Both are as long as the file: one processor reads what is kept while the other sees whether it still holds.
    let kept = Begun { TableCoding.read(path) }
    let digest = try digest()
    if let kept = kept.value, kept.digest == digest { return kept.table }
    let bytes = try bytes()
    // Of these bytes: the file may have changed meanwhile.
    let known = Begun { SHA256.hex(bytes) }
    let table = try reader.read(bytes)
    // Faults are told at every run.
    if table.faults.isEmpty { store(KeptTable(digest: known.value, table: table), at: path) }
    return table
  }

  /// The name is a hash of the file's name and of everything that decides how it is read: columns, and the order of the
  /// nomenclatures' codes.
  private func path(of reader: TableReader) -> String {
    let schema = reader.schema
    let levels = reader.territories + schema.dimensions.compactMap { reader.levels[$0] }
    let parts =
      ["\(Self.version)", schema.path, "\(schema.geography) \(schema.dimensions) \(schema.measures)"]
      + levels.map { $0.entries.map(\.member.code).joined(separator: "\u{1}") }
    return "\(folder)/\(SHA256.hex(parts.joined(separator: "\u{0}")).prefix(16)).table"
  }

  private func store(_ table: KeptTable, at path: String) {
    var made = ""
    for part in folder.split(separator: "/", omittingEmptySubsequences: false) {
      made += made.isEmpty && part.isEmpty ? "/" : (made.isEmpty || made == "/" ? "\(part)" : "/\(part)")
      mkdir(made, 0o755)
    }
    let temporary = "\(path).\(getpid())"
    guard let file = fopen(temporary, "wb") else { return }
    let isWhole = TableCoding.write(table) { fwrite($0.baseAddress, 1, $0.count, file) == $0.count }
    if fclose(file) == 0, isWhole { rename(temporary, path) } else { unlink(temporary) }
  }
}

/// A table and the digest, in hexadecimal, of the file that it was read from.
struct KeptTable: Sendable {
  var digest: String
  var table: Table
}

/// A table as a file: the digest of what it was read from, counts, then each column as it lies in memory.
enum TableCoding {
  private static let digestLength = 64

  /// Whether all of it could be written. Nothing is copied.
  static func write(_ kept: KeptTable, _ write: (UnsafeRawBufferPointer) -> Bool) -> Bool {
    let (digest, table) = (Array(kept.digest.utf8), kept.table)
    guard digest.count == digestLength, digest.withUnsafeBytes(write) else { return false }
    let counts = [table.count, table.codes.count, table.measures.count].map(Int64.init)
    return counts.withUnsafeBytes(write) && table.dates.withUnsafeBytes(write)
      && table.places.map(\.level).withUnsafeBytes(write)
      && table.places.map(\.entry).withUnsafeBytes(write)
      && table.codes.allSatisfy { $0.withUnsafeBytes(write) }
      && table.measures.allSatisfy { $0.withUnsafeBytes(write) }
  }

  /// `nil` where the file is not that of a table.
  static func read(_ path: String) -> KeptTable? {
    guard let file = try? OpenFile(path), let digest: [UInt8] = column(digestLength, file),
      let counts: [Int64] = column(3, file), counts.allSatisfy({ (0...50_000_000).contains($0) })
    else { return nil }
    let (rows, dimensions, measures) = (Int(counts[0]), Int(counts[1]), Int(counts[2]))
    guard file.size == digestLength + 24 + rows * (9 + 4 * dimensions + 8 * measures) else { return nil }
    var table = Table(dimensions: 0, measures: 0)
    guard let dates: [Int32] = column(rows, file), let levels: [Int8] = column(rows, file),
      let entries: [Int32] = column(rows, file)
    else { return nil }
    table.dates = dates
    table.places = zip(levels, entries).map { Table.Place(level: $0, entry: $1) }
    for _ in 0..<dimensions {
      guard let codes: [Int32] = column(rows, file) else { return nil }
      table.codes.append(codes)
    }
    for _ in 0..<measures {
      guard let values: [Double] = column(rows, file) else { return nil }
      table.measures.append(values)
    }
    table.noteRows()
    return KeptTable(digest: String(decoding: digest, as: UTF8.self), table: table)
  }

  private static func column<T: BitwiseCopyable>(_ count: Int, _ file: borrowing OpenFile) -> [T]? {
    var isWhole = false
    let column = [T](unsafeUninitializedCapacity: count) { buffer, initialized in
      let size = count * MemoryLayout<T>.stride
      let room = UnsafeMutableRawBufferPointer(start: buffer.baseAddress, count: size)
      isWhole = (try? file.fill(room)) == room.count
      initialized = isWhole ? count : 0
    }
    return isWhole ? column : nil
  }
}
