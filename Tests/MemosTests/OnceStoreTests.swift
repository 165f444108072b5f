import Diagnostics
import Memos
import Synchronization
import Testing

@Suite struct OnceStoreTests {
  @Test func aValueIsMadeOnceHoweverManyAskAtATime() throws {
    let store = OnceStore<Int, Int>()
    let made = Mutex(0)
    let values = try Array(0..<200).concurrentMap { index in
      store.value(index % 3) {
        made.withLock { $0 += 1 }
        return index % 3 * 10
      }
    }
    #expect(values == (0..<200).map { $0 % 3 * 10 })
    #expect(made.withLock { $0 } == 3)
  }
}
