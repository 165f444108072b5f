import Diagnostics
import Synchronization
import Testing

@Suite struct BegunTests {
  @Test func aValueIsMadeOnceWhoeverAsks() throws {
    let times = Mutex(0)
    let begun = Begun { times.withLock { $0 += 1 } }
    _ = try [1, 2, 3, 4].concurrentMap { _ in begun.value }
    #expect(times.withLock { $0 } == 1)
  }

  @Test func whoAsksGetsWhatWasMade() { #expect(Begun { 6 * 7 }.value == 42) }
}
