import Settings

#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#else
  internal import Darwin
#endif

/// Keeps read tables between runs, each under a hash of the file's bytes and of what is read from it.
///
/// A cached table that cannot be read back is read anew: the cache never changes a result, nor makes a run fail.
struct TableCache: Sendable {
  private static let version: UInt64 = 2

  let folder: String

  init(folder: String) { self.folder = folder }

  func table(_ schema: TableSchema, _ bytes: [UInt8], _ reader: TableReader) throws -> Table {
    let path = "\(folder)/\(name(schema, bytes, reader)).table"
    if let kept = try? fileBytes(path), let table = TableCoding.decode(kept) { return table }
    let table = try reader.read(bytes)
    // Faults are told at every run.
    guard table.faults.isEmpty else { return table }
    store(TableCoding.encode(table), at: path)
    return table
  }

  /// Hash of everything that decides the table: bytes, columns, and the order of the nomenclatures' codes.
  private func name(_ schema: TableSchema, _ bytes: [UInt8], _ reader: TableReader) -> String {
    var hash = ContentHash()
    hash.add(Self.version)
    hash.add(bytes)
    hash.add(Array("\(schema.geography) \(schema.dimensions) \(schema.measures)".utf8))
    let levels = reader.territories + schema.dimensions.compactMap { reader.levels[$0] }
    for entry in levels.flatMap(\.entries) { hash.add(Array(entry.member.code.utf8)) }
    return String(hash.value, radix: 16)
  }

  private func store(_ bytes: [UInt8], at path: String) {
    var made = ""
    for part in folder.split(separator: "/", omittingEmptySubsequences: false) {
      made += made.isEmpty && part.isEmpty ? "/" : (made.isEmpty || made == "/" ? "\(part)" : "/\(part)")
      mkdir(made, 0o755)
    }
    let temporary = "\(path).\(getpid())"
    guard let file = fopen(temporary, "wb") else { return }
    let written = fwrite(bytes, 1, bytes.count, file)
    if fclose(file) == 0, written == bytes.count { rename(temporary, path) } else { unlink(temporary) }
  }
}

/// A 64-bit hash of bytes, eight at a time (the multiply-and-fold step of wyhash, Wang Yi 2019).
struct ContentHash {
  private(set) var value: UInt64 = 0x9E37_79B9_7F4A_7C15

  mutating func add(_ word: UInt64) {
    let product = (value ^ word).multipliedFullWidth(by: 0xA076_1D64_78BD_642F)
    value = product.high ^ product.low ^ 0xE703_7ED1_A0B4_28DB
  }

  mutating func add(_ bytes: [UInt8]) {
    add(UInt64(bytes.count))
    bytes.withUnsafeBytes { buffer in
      var at = 0
      while at + 8 <= buffer.count {
        add(buffer.loadUnaligned(fromByteOffset: at, as: UInt64.self))
        at += 8
      }
      var last: UInt64 = 0
      while at < buffer.count {
        last = last << 8 | UInt64(buffer[at])
        at += 1
      }
      add(last)
    }
  }
}

/// A table as bytes: counts, then each column as it lies in memory.
enum TableCoding {
  static func encode(_ table: Table) -> [UInt8] {
    var bytes: [UInt8] = []
    append([Int64(table.count), Int64(table.codes.count), Int64(table.measures.count)], to: &bytes)
    append(table.dates, to: &bytes)
    append(table.places.map(\.level), to: &bytes)
    append(table.places.map(\.entry), to: &bytes)
    for column in table.codes { append(column, to: &bytes) }
    for column in table.measures { append(column, to: &bytes) }
    return bytes
  }

  /// `nil` where the bytes are not those of a table.
  static func decode(_ bytes: [UInt8]) -> Table? {
    var at = 0
    guard let counts: [Int64] = take(3, bytes, &at), counts.allSatisfy({ (0...50_000_000).contains($0) })
    else {
      return nil
    }
    let rows = Int(counts[0])
    var table = Table(dimensions: 0, measures: 0)
    guard let dates: [Int32] = take(rows, bytes, &at), let levels: [Int8] = take(rows, bytes, &at),
      let entries: [Int32] = take(rows, bytes, &at)
    else { return nil }
    table.dates = dates
    table.places = zip(levels, entries).map { Table.Place(level: $0, entry: $1) }
    for _ in 0..<counts[1] {
      guard let column: [Int32] = take(rows, bytes, &at) else { return nil }
      table.codes.append(column)
    }
    for _ in 0..<counts[2] {
      guard let column: [Double] = take(rows, bytes, &at) else { return nil }
      table.measures.append(column)
    }
    guard at == bytes.count else { return nil }
    table.noteRows()
    return table
  }

  private static func append<T: BitwiseCopyable>(_ values: [T], to bytes: inout [UInt8]) {
    values.withUnsafeBytes { bytes.append(contentsOf: $0) }
  }

  private static func take<T: BitwiseCopyable>(_ count: Int, _ bytes: [UInt8], _ at: inout Int) -> [T]? {
    let size = count * MemoryLayout<T>.stride
    guard at + size <= bytes.count else { return nil }
    let start = at
    at += size
    return bytes.withUnsafeBytes { source in
      [T](unsafeUninitializedCapacity: count) { target, initialized in
        UnsafeMutableRawBufferPointer(target).copyMemory(
          from: UnsafeRawBufferPointer(rebasing: source[start..<start + size]))
        initialized = count
      }
    }
  }
}
