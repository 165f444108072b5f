internal import CCairo

/// Gathers in memory what a surface writes.
final class ByteStream {
  private(set) var bytes: [UInt8] = []

  /// What Cairo calls with each piece; its closure is a `ByteStream`.
  static let write: cairo_write_func_t = { closure, data, length in
    guard let closure else { return CAIRO_STATUS_WRITE_ERROR }
    let stream = Unmanaged<ByteStream>.fromOpaque(closure).takeUnretainedValue()
    stream.bytes.append(contentsOf: UnsafeBufferPointer(start: data, count: Int(length)))
    return CAIRO_STATUS_SUCCESS
  }

  /// Valid while somebody holds the stream.
  var closure: UnsafeMutableRawPointer { Unmanaged.passUnretained(self).toOpaque() }
}
