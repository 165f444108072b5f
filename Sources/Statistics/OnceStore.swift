import Synchronization

/// Values that are made once each, by the thread that asks first; others wait for it.
final class OnceStore<Key: Hashable & Sendable, Value: Sendable>: Sendable {
  private final class Slot: Sendable {
    let value = Mutex<Value?>(nil)
  }

  private let slots = Mutex<[Key: Slot]>([:])

  /// `make` asks the store for nothing.
  func value(_ key: Key, make: () -> Value) -> Value {
    let slot = slots.withLock { slots in
      if let known = slots[key] { return known }
      let slot = Slot()
      slots[key] = slot
      return slot
    }
    return slot.value.withLock { value in
      if let known = value { return known }
      let made = make()
      value = made
      return made
    }
  }
}
