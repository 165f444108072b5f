import Diagnostics
import Testing

@Suite struct ConcurrentMapTests {
  private struct Odd: Error, Equatable { var number: Int }

  @Test func resultsStandInTheOrderOfTheElements() throws {
    #expect(try Array(0..<1000).concurrentMap { $0 * $0 } == (0..<1000).map { $0 * $0 })
    #expect(try [Int]().concurrentMap { $0 } == [])
  }

  @Test func theFirstFailureIsThrownWhateverEndsFirst() {
    #expect(throws: Odd(number: 1)) {
      try Array(0..<100).concurrentMap { number in
        if number % 2 == 1 { throw Odd(number: number) }
        return number
      }
    }
  }
}
