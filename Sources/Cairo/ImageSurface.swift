internal import CCairo

/// A picture of pixels, transparent at first.
public final class ImageSurface: Surface {
  public let width, height: Int

  /// Sizes in pixels, up to 32 767.
  public init(width: Int, height: Int) throws {
    guard (1...32_767).contains(width), (1...32_767).contains(height) else {
      throw CairoError.badSize(width: Double(width), height: Double(height))
    }
    (self.width, self.height) = (width, height)
    try super.init(
      owning: cairo_image_surface_create(CAIRO_FORMAT_ARGB32, Int32(width), Int32(height)))
  }

  /// The colour of a pixel, `nil` outside the picture; `x` from the left, `y` from the top.
  public func pixel(x: Int, y: Int) -> RGBA? {
    cairo_surface_flush(pointer)
    guard x >= 0, x < width, y >= 0, y < height, let data = cairo_image_surface_get_data(pointer) else {
      return nil
    }
    let row = UnsafeRawPointer(data + y * Int(cairo_image_surface_get_stride(pointer)))
    return RGBA(premultiplied: row.load(fromByteOffset: x * 4, as: UInt32.self))
  }

  /// The picture as a PNG file.
  public func png() throws -> [UInt8] {
    let stream = ByteStream()
    try withExtendedLifetime(stream) {
      try check(cairo_surface_write_to_png_stream(pointer, ByteStream.write, stream.closure))
    }
    return stream.bytes
  }
}

extension RGBA {
  /// A pixel of Cairo: alpha, red, green and blue from the highest byte on, colours times alpha.
  fileprivate init(premultiplied pixel: UInt32) {
    let alpha = Double(pixel >> 24)
    func part(_ shift: UInt32) -> Double { alpha > 0 ? Double(pixel >> shift & 0xFF) / alpha : 0 }
    self.init(red: part(16), green: part(8), blue: part(0), alpha: alpha / 255)
  }
}
