import Dispatch
import Memos

/// A value whose making has begun on another processor.
///
/// Whoever asks for it waits, or makes it himself where no processor has come to it yet.
public final class Begun<Value: Sendable>: Sendable {
  private let made = Once<Value>()
  private let make: @Sendable () -> Value

  public init(_ make: @escaping @Sendable () -> Value) {
    self.make = make
    // Weakly: where all processors are busy, what was made meanwhile, used and forgotten must not wait for its turn.
    DispatchQueue.global().async { [weak self] in _ = self?.value }
  }

  /// Made once.
  public var value: Value { made.value(make) }
}
