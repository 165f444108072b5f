internal import CQPDF

#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#else
  internal import Darwin
#endif

/// A PDF file in memory, whose objects can be read, changed and written again. One thread at a time.
///
///     let file = try PDFFile(bytes)
///     file.root.set("Lang", .text("fr"))
///     let changed = try file.written()
public final class PDFFile {
  let data: qpdf_data
  /// qpdf reads from these bytes for as long as it lives.
  private let source: UnsafeMutableRawBufferPointer
  /// Files that pages were copied from.
  private var sources: [PDFFile] = []

  /// Reads a file; a damaged one is refused, never mended in silence. An encrypted one opens where it asks for
  /// no password.
  public init(_ bytes: [UInt8]) throws {
    guard let data = qpdf_init() else { throw QPDFError("qpdf has no memory") }
    self.data = data
    source = .allocate(byteCount: max(1, bytes.count), alignment: 1)
    source.copyBytes(from: bytes)
    qpdf_silence_errors(data)
    qpdf_set_suppress_warnings(data, 1)
    qpdf_set_attempt_recovery(data, 0)
    let start = source.bindMemory(to: CChar.self).baseAddress
    qpdf_read_memory(data, "file", start, UInt64(bytes.count), nil)
    try check()
  }

  deinit {
    var data: qpdf_data? = self.data
    qpdf_cleanup(&data)
    source.deallocate()
  }

  /// Throws the first error of everything done so far.
  public func check() throws {
    guard qpdf_has_error(data) != 0 else { return }
    let text = qpdf_get_error_full_text(data, qpdf_get_error(data)).map { String(cString: $0) }
    throw QPDFError(text ?? "qpdf gives no reason")
  }

  public var root: PDFObject { PDFObject(qpdf_get_root(data), of: self) }
  public var trailer: PDFObject { PDFObject(qpdf_get_trailer(data), of: self) }
  /// As the file declares it: `1.7`.
  public var version: String { qpdf_get_pdf_version(data).map { String(cString: $0) } ?? "" }
  public var isEncrypted: Bool { qpdf_is_encrypted(data) != 0 }

  /// The pages, in order.
  public var pages: [PDFObject] {
    (0..<max(0, Int(qpdf_get_num_pages(data)))).map { PDFObject(qpdf_get_page_n(data, $0), of: self) }
  }

  /// Copies pages of another file, with all that they are drawn with, behind the last one.
  public func append(_ others: some Sequence<PDFObject>) throws {
    for page in others {
      // What is copied is read from the other file when this one is written.
      sources.append(page.file)
      page.borrowed { _ = qpdf_add_page(data, page.file.data, $0, 0) }
    }
    try check()
  }

  /// Removes a page; what nothing else refers to goes with it.
  public func remove(_ page: PDFObject) throws {
    page.borrowed { _ = qpdf_remove_page(data, $0) }
    try check()
  }

  /// Every object that can be referred to, by its number.
  public var objects: [PDFObject] {
    let count = trailer["Size"]?.integer ?? 0
    return (1..<max(1, count)).map { PDFObject(qpdf_get_object_by_id(data, Int32($0), 0), of: self) }
  }

  /// The object of a number.
  func object(_ number: Int) -> PDFObject? {
    let object = PDFObject(qpdf_get_object_by_id(data, Int32(number), 0), of: self)
    return object.isNull ? nil : object
  }

  /// Makes an object that can be referred to.
  public func add(_ value: PDFValue) -> PDFObject {
    object(value).borrowed { PDFObject(qpdf_make_indirect_object(data, $0), of: self) }
  }

  /// Makes a stream; it is compressed when the file is written, but for XML metadata.
  public func addStream(_ bytes: [UInt8], _ entries: [String: PDFValue] = [:]) -> PDFObject {
    let stream = PDFObject(qpdf_oh_new_stream(data), of: self)
    stream.replaceStream(with: bytes)
    for (key, value) in entries { stream.set(key, value) }
    return stream
  }

  /// Makes a stream that is compressed already; it is written as it is.
  public func addStream(_ deflated: DeflatedBytes, _ entries: [String: PDFValue] = [:]) -> PDFObject {
    let stream = PDFObject(qpdf_oh_new_stream(data), of: self)
    stream.replaceStream(with: deflated.bytes, filter: .name("FlateDecode"))
    for (key, value) in entries { stream.set(key, value) }
    return stream
  }

  /// How a file is written.
  public struct Form: Hashable, Sendable {
    /// Objects packed into streams: a third of the size.
    public var packsObjects = true
    /// Every object and stream in the clear.
    public var isReadable = false

    public init() {}
  }

  /// The file as it now is: PDF 1.7, the same bytes for the same objects.
  public func written(_ form: Form = Form()) throws -> [UInt8] {
    qpdf_init_write_memory(data)
    try check()
    qpdf_set_deterministic_ID(data, 1)
    qpdf_set_object_stream_mode(data, form.packsObjects ? qpdf_o_generate : qpdf_o_disable)
    qpdf_set_compress_streams(data, form.isReadable ? 0 : 1)
    if form.isReadable { qpdf_set_qdf_mode(data, 1) }
    qpdf_set_newline_before_endstream(data, 1)
    qpdf_force_pdf_version(data, "1.7")
    qpdf_write(data)
    try check()
    return Array(UnsafeBufferPointer(start: qpdf_get_buffer(data), count: qpdf_get_buffer_length(data)))
  }

  /// The bytes that a call of qpdf allocates; the caller frees them.
  func allocated(
    _ body: (UnsafeMutablePointer<UnsafeMutablePointer<UInt8>?>, UnsafeMutablePointer<Int>) -> Void
  ) throws -> [UInt8] {
    var start: UnsafeMutablePointer<UInt8>?
    var count = 0
    body(&start, &count)
    defer { free(start) }
    try check()
    return Array(UnsafeBufferPointer(start: start, count: count))
  }
}
