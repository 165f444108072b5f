internal import CQPDF

/// An object of a file. Objects are shared: a change is seen by everybody who holds the same one.
///
/// Names stand without their slash.
public final class PDFObject {
  private let handle: qpdf_oh
  public let file: PDFFile

  /// Takes over the handle.
  init(_ handle: qpdf_oh, of file: PDFFile) {
    (self.handle, self.file) = (handle, file)
  }

  deinit { qpdf_oh_release(file.data, handle) }

  /// The handle, valid while `body` runs: the last use of an object may give it up.
  func borrowed<Result>(_ body: (qpdf_oh) -> Result) -> Result {
    withExtendedLifetime(self) { body(handle) }
  }

  /// The number in the file; 0 for an object that stands within another.
  public var number: Int { Int(qpdf_oh_get_object_id(file.data, handle)) }

  public var isNull: Bool { qpdf_oh_is_null(file.data, handle) != 0 }
  public var isStream: Bool { qpdf_oh_is_stream(file.data, handle) != 0 }
  public var isArray: Bool { qpdf_oh_is_array(file.data, handle) != 0 }
  public var isDictionary: Bool { qpdf_oh_is_dictionary(file.data, handle) != 0 }

  public var boolean: Bool? {
    qpdf_oh_is_bool(file.data, handle) != 0 ? qpdf_oh_get_bool_value(file.data, handle) != 0 : nil
  }

  public var integer: Int? {
    qpdf_oh_is_integer(file.data, handle) != 0 ? Int(qpdf_oh_get_int_value(file.data, handle)) : nil
  }

  public var real: Double? {
    qpdf_oh_is_number(file.data, handle) != 0 ? qpdf_oh_get_numeric_value(file.data, handle) : nil
  }

  public var name: String? {
    guard qpdf_oh_is_name(file.data, handle) != 0, let name = qpdf_oh_get_name(file.data, handle) else {
      return nil
    }
    return String(String(cString: name).dropFirst())
  }

  /// A text string, from UTF-16, UTF-8 or PDFDocEncoding.
  public var text: String? {
    guard qpdf_oh_is_string(file.data, handle) != 0 else { return nil }
    var count = 0
    guard let start = qpdf_oh_get_binary_utf8_value(file.data, handle, &count) else { return nil }
    let bytes = UnsafeRawBufferPointer(start: start, count: count)
    return String(decoding: bytes, as: UTF8.self)
  }

  /// A string as it stands in the file.
  var bytes: [UInt8]? {
    guard qpdf_oh_is_string(file.data, handle) != 0 else { return nil }
    var count = 0
    guard let start = qpdf_oh_get_binary_string_value(file.data, handle, &count) else { return nil }
    return Array(UnsafeRawBufferPointer(start: start, count: count))
  }

  // MARK: Arrays

  public var items: [PDFObject] {
    guard isArray else { return [] }
    return (0..<Int(qpdf_oh_get_array_n_items(file.data, handle))).map {
      PDFObject(qpdf_oh_get_array_item(file.data, handle, Int32($0)), of: file)
    }
  }

  public func append(_ value: PDFValue) {
    file.object(value).borrowed { qpdf_oh_append_item(file.data, handle, $0) }
  }

  public func removeItem(at index: Int) { qpdf_oh_erase_item(file.data, handle, Int32(index)) }

  // MARK: Dictionaries

  /// An entry of a dictionary, or of a stream's; `nil` where there is none.
  public subscript(key: String) -> PDFObject? {
    entries.borrowed { dictionary in
      guard qpdf_oh_is_dictionary(file.data, dictionary) != 0 else { return nil }
      let value = PDFObject(qpdf_oh_get_key(file.data, dictionary, "/" + key), of: file)
      return value.isNull ? nil : value
    }
  }

  /// An entry of what is known to be a dictionary.
  func put(_ key: String, _ value: PDFObject) {
    value.borrowed { qpdf_oh_replace_key(file.data, handle, "/" + key, $0) }
  }

  /// `nil` removes the entry.
  public func set(_ key: String, _ value: PDFValue?) {
    entries.borrowed { dictionary in
      if let value {
        file.object(value).borrowed { qpdf_oh_replace_key(file.data, dictionary, "/" + key, $0) }
      } else {
        qpdf_oh_remove_key(file.data, dictionary, "/" + key)
      }
    }
  }

  /// The keys, sorted.
  public var keys: [String] {
    entries.borrowed { dictionary in
      guard qpdf_oh_is_dictionary(file.data, dictionary) != 0 else { return [] }
      qpdf_oh_begin_dict_key_iter(file.data, dictionary)
      var keys: [String] = []
      while qpdf_oh_dict_more_keys(file.data) != 0 {
        if let key = qpdf_oh_dict_next_key(file.data) {
          keys.append(String(String(cString: key).dropFirst()))
        }
      }
      return keys
    }
  }

  /// The dictionary itself, or that of a stream.
  private var entries: PDFObject {
    isStream ? PDFObject(qpdf_oh_get_dict(file.data, handle), of: file) : self
  }

  // MARK: Streams

  /// What a stream holds, decompressed.
  public func streamBytes() throws -> [UInt8] {
    try file.allocated { start, count in
      var isDecoded: QPDF_BOOL = 0
      qpdf_oh_get_stream_data(file.data, handle, qpdf_dl_generalized, &isDecoded, start, count)
    }
  }

  /// `filter`: the name of the form that the bytes are in; `nil` for plain bytes.
  public func replaceStream(with bytes: [UInt8], filter: PDFValue? = nil) {
    let none = PDFObject(qpdf_oh_new_null(file.data), of: file)
    let form = filter.map(file.object) ?? none
    none.borrowed { none in
      form.borrowed { qpdf_oh_replace_stream_data(file.data, handle, bytes, bytes.count, $0, none) }
    }
  }

  /// The operators of a page as Cairo leaves them: one stream, compressed.
  public func deflatedContent() throws -> DeflatedBytes {
    guard let content = self["Contents"], content.isStream, content["Filter"]?.name == "FlateDecode",
      content["DecodeParms"] == nil
    else { return try DeflatedBytes(pageContent()) }
    return DeflatedBytes(
      deflated: try file.allocated { start, count in
        var isDecoded: QPDF_BOOL = 0
        _ = content.borrowed {
          qpdf_oh_get_stream_data(file.data, $0, qpdf_dl_none, &isDecoded, start, count)
        }
      })
  }

  /// The operators of a page, its streams joined.
  public func pageContent() throws -> [UInt8] {
    try file.allocated { start, count in
      qpdf_oh_get_page_content_data(file.data, handle, start, count)
    }
  }
}
