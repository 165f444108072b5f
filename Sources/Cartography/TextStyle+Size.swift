import Geometry
import Typesetting

extension TextStyle {
  /// The same font in another size, its leading in proportion.
  func sized(_ size: Length) -> TextStyle {
    var copy = self
    copy.leading = leading * size.ratio(to: self.size)
    copy.size = size
    return copy
  }
}
