internal import CDeflate

/// Bytes in the compressed form that a stream of a PDF keeps them in (zlib, RFC 1950). May be made on any thread.
public struct DeflatedBytes: Hashable, Sendable {
  let bytes: [UInt8]

  /// Of libdeflate's levels, the last one that costs less than zlib's usual one.
  private static let level: Int32 = 6

  public init(_ plain: [UInt8]) throws {
    guard let compressor = libdeflate_alloc_compressor(Self.level) else {
      throw QPDFError("libdeflate has no memory")
    }
    defer { libdeflate_free_compressor(compressor) }
    let room = libdeflate_zlib_compress_bound(compressor, plain.count)
    bytes = [UInt8](unsafeUninitializedCapacity: room) { buffer, count in
      count = libdeflate_zlib_compress(compressor, plain, plain.count, buffer.baseAddress, room)
    }
    guard !bytes.isEmpty else { throw QPDFError("libdeflate has no room") }
  }

  /// Bytes that were compressed elsewhere.
  init(deflated bytes: [UInt8]) { self.bytes = bytes }

  /// The plain bytes again.
  public func inflated() throws -> [UInt8] {
    guard let decompressor = libdeflate_alloc_decompressor() else {
      throw QPDFError("libdeflate has no memory")
    }
    defer { libdeflate_free_decompressor(decompressor) }
    var room = max(1024, bytes.count * 6)
    while true {
      var result = LIBDEFLATE_SUCCESS
      let plain = [UInt8](unsafeUninitializedCapacity: room) { buffer, count in
        result = libdeflate_zlib_decompress(
          decompressor, bytes, bytes.count, buffer.baseAddress, room, &count)
        if result != LIBDEFLATE_SUCCESS { count = 0 }
      }
      switch result {
      case LIBDEFLATE_SUCCESS: return plain
      case LIBDEFLATE_INSUFFICIENT_SPACE: room *= 2
      default: throw QPDFError("a stream is not compressed as it says")
      }
    }
  }
}
