import Diagnostics
import Digests

/// Objects behind those of a file that is written already, packed into streams (ISO 32000-1, 7.5.7), with one table of
/// all objects (7.5.8) in place of the file's own.
///
/// qpdf takes 20 µs for each object that it makes, keeps and writes twice; a structure has a hundred of them a page.
public struct PDFTail {
  /// Where an object stands: table 18 of the standard.
  private struct Entry {
    var kind: Int
    /// The place of the object in the file, or the stream that it is packed in.
    var place: Int
    /// Its generation, or its place in the stream.
    var index: Int
  }

  private let base: [UInt8]
  /// Where the table of the base starts: it is replaced.
  private let end: Int
  /// The number of the table.
  private let table: Int
  private let root, information: Int
  private let identifier: [UInt8]
  private var entries: [Entry]
  private var packed: [(number: Int, source: [UInt8])] = []

  /// `file`: the same bytes, opened; they must have been written with packed objects.
  public init(behind bytes: [UInt8], of file: PDFFile) throws {
    base = bytes
    guard let start = Self.tableStart(of: bytes), let number = Self.number(at: start, of: bytes),
      let table = file.object(number), table["Type"]?.name == "XRef"
    else { throw QPDFError("the file has no table of packed objects at its end") }
    (end, self.table) = (start, number)
    let widths = table["W"]?.items.compactMap(\.integer) ?? []
    entries = try Self.entries(of: table.streamBytes(), widths: widths)
    guard let root = table["Root"]?.number, let information = table["Info"]?.number,
      let identifier = table["ID"]?.items.first?.bytes
    else { throw QPDFError("the file does not say what its root, its information or its name is") }
    (self.root, self.information, self.identifier) = (root, information, identifier)
  }

  /// The number of a new object, which `set` gives a content.
  public mutating func add() -> Int {
    entries.append(Entry(kind: 0, place: 0, index: 0))
    return entries.count - 1
  }

  /// Gives a new object its content, or an object of the base another one.
  public mutating func set(_ number: Int, _ source: [UInt8]) { packed.append((number, source)) }

  /// A new object.
  public mutating func add(_ source: [UInt8]) -> Int {
    let number = add()
    set(number, source)
    return number
  }

  /// How many objects share a stream.
  private static let packSize = 200

  /// The whole file.
  public func written() throws -> [UInt8] {
    var output = Array(base[..<end])
    var entries = entries
    var names = identifier
    let groups = stride(from: 0, to: packed.count, by: Self.packSize).map {
      packed[$0..<min($0 + Self.packSize, packed.count)]
    }
    let packs = try groups.concurrentMap { try Pack($0) }
    for pack in packs {
      let stream = entries.count
      for (index, number) in pack.numbers.enumerated() {
        entries[number] = Entry(kind: 2, place: stream, index: index)
      }
      entries.append(Entry(kind: 1, place: output.count, index: 0))
      names += Array(pack.digest.utf8)
      output.append(
        stream: stream, pack.content, "/Type/ObjStm/N \(pack.numbers.count)/First \(pack.first)")
    }
    let start = output.count
    entries[table] = Entry(kind: 1, place: start, index: 0)
    let own = SHA256.hex(names).prefix(32)
    let first = identifier.map(PDFValue.hexDigits).joined()
    output.append(
      stream: table, try DeflatedBytes(entries.flatMap { Self.bytes(of: $0) }),
      "/Type/XRef/Size \(entries.count)/W[1 4 2]/Root \(root) 0 R/Info \(information) 0 R/ID[<\(first)><\(own)>]"
    )
    output += Array("startxref\n\(start)\n%%EOF\n".utf8)
    return output
  }

  /// Objects in one stream: their numbers and places, then from `first` on the objects.
  private struct Pack: Sendable {
    let numbers: [Int]
    let first: Int
    /// Of the plain bytes.
    let digest: String
    let content: DeflatedBytes

    init(_ objects: ArraySlice<(number: Int, source: [UInt8])>) throws {
      var head = ""
      var body: [UInt8] = []
      for object in objects {
        head += "\(object.number) \(body.count) "
        body += object.source
        body.append(0x0A)
      }
      let bytes = Array(head.utf8) + body
      (numbers, first) = (objects.map(\.number), head.utf8.count)
      digest = SHA256.hex(bytes)
      content = try DeflatedBytes(bytes)
    }
  }

  private static func bytes(of entry: Entry) -> [UInt8] {
    [UInt8(entry.kind)] + [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: entry.place >> $0) }
      + [UInt8(truncatingIfNeeded: entry.index >> 8), UInt8(truncatingIfNeeded: entry.index)]
  }

  // MARK: The base

  private static func entries(of bytes: [UInt8], widths: [Int]) throws -> [Entry] {
    let length = widths.reduce(0, +)
    guard widths.count == 3, length > 0 else { throw QPDFError("the table of objects is not understood") }
    return stride(from: 0, to: bytes.count - length + 1, by: length).map { start in
      var at = start
      let fields = widths.map { width in
        defer { at += width }
        return bytes[at..<(at + width)].reduce(0) { $0 << 8 | Int($1) }
      }
      return Entry(kind: fields[0], place: fields[1], index: fields[2])
    }
  }

  /// `startxref`, the place of the table, `%%EOF`.
  private static func tableStart(of bytes: [UInt8]) -> Int? {
    let words = String(decoding: bytes.suffix(64), as: UTF8.self).split(whereSeparator: \.isWhitespace)
    guard let word = words.lastIndex(of: "startxref"), word + 1 < words.count else { return nil }
    return Int(words[word + 1]).flatMap { $0 < bytes.count ? $0 : nil }
  }

  /// `12 0 obj`: the 12.
  private static func number(at start: Int, of bytes: [UInt8]) -> Int? {
    Int(String(decoding: bytes[start...].prefix { $0 >= 0x30 && $0 <= 0x39 }, as: UTF8.self))
  }
}

extension [UInt8] {
  fileprivate mutating func append(stream number: Int, _ content: DeflatedBytes, _ entries: String) {
    let head = "\(number) 0 obj\n<<\(entries)/Filter/FlateDecode/Length \(content.bytes.count)>>\nstream\n"
    self += Array(head.utf8)
    self += content.bytes
    self += Array("\nendstream\nendobj\n".utf8)
  }
}
