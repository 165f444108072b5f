import Dispatch
import Synchronization

/// A value that is made once, by the thread that asks first; others sleep until it is there.
///
/// A lock held all that time would not do: who waits for it takes turns at a processor, which the maker or others need.
///
/// Inlinable, as it is asked for each cell of a table.
public final class Once<Value: Sendable>: Sendable {
  @usableFromInline
  enum State {
    case open, making
    case made(Value)
  }

  @usableFromInline let state = Mutex(State.open)
  @usableFromInline let making = DispatchGroup()

  @inlinable
  public init() {}

  /// `make` must not ask for the same value.
  @inlinable
  public func value(_ make: () -> Value) -> Value {
    while true {
      switch claim() {
      case .made(let value): return value
      case .making: making.wait()
      case .open:
        let value = make()
        state.withLock { $0 = .made(value) }
        making.leave()
        return value
      }
    }
  }

  /// The state as it was; an open one is the asker's to make.
  @inlinable
  func claim() -> State {
    state.withLock { state in
      guard case .open = state else { return state }
      state = .making
      making.enter()
      return .open
    }
  }
}
