import Synchronization

/// Values that are made once each, by the thread that asks first; others wait for it.
public final class OnceStore<Key: Hashable & Sendable, Value: Sendable>: Sendable {
  @usableFromInline let slots = Mutex<[Key: Once<Value>]>([:])

  @inlinable
  public init() {}

  /// `make` asks the store for nothing.
  @inlinable
  public func value(_ key: Key, make: () -> Value) -> Value {
    let slot = slots.withLock { slots in
      if let known = slots[key] { return known }
      let slot = Once<Value>()
      slots[key] = slot
      return slot
    }
    return slot.value(make)
  }
}
