import Dispatch
import Synchronization

extension Array where Element: Sendable {
  /// What `transform` makes of each element, made on all processors, in the order of the elements.
  ///
  /// Throws what the first element that failed threw.
  public func concurrentMap<Made: Sendable>(
    _ transform: @Sendable (Element) throws -> Made
  ) throws -> [Made] {
    let made = Mutex<[Int: Result<Made, any Error>]>([:])
    DispatchQueue.concurrentPerform(iterations: count) { index in
      let result = Result { try transform(self[index]) }
      made.withLock { $0[index] = result }
    }
    let results = made.withLock { $0 }
    return try indices.compactMap { try results[$0]?.get() }
  }
}
