import Dispatch
import Synchronization

/// Builds the members of a batch at the same time, and hands each over as it is done.
final class Workers<Result: Sendable>: Sendable {
  private struct State {
    var next = 0
    var done: [(index: Int, result: Result)] = []
  }

  private let count: Int
  private let state = Mutex(State())
  private let arrived = DispatchSemaphore(value: 0)
  private let jobs: Int

  init(_ count: Int, jobs: Int) { (self.count, self.jobs) = (count, min(jobs, count)) }

  /// Does `work` for each index in order, `jobs` at a time, until a result is the last that is wanted; `finish` gets the
  /// results on this thread as they come.
  func run(
    _ work: @escaping @Sendable (Int) -> Result,
    isLast: @escaping @Sendable (Result) -> Bool = { _ in false },
    finish: (Int, Result) throws -> Void
  ) rethrows {
    let group = DispatchGroup()
    for _ in 0..<jobs {
      DispatchQueue.global().async(group: group) { [self] in
        while let index = take() {
          let result = work(index)
          put(index, result, isLast: isLast(result))
        }
        arrived.signal()
      }
    }
    defer { group.wait() }
    var working = jobs
    while working > 0 {
      arrived.wait()
      guard let (index, result) = state.withLock({ $0.done.isEmpty ? nil : $0.done.removeFirst() }) else {
        working -= 1
        continue
      }
      do {
        try finish(index, result)
      } catch {
        stop()
        throw error
      }
    }
  }

  private func take() -> Int? {
    state.withLock { state in
      guard state.next < count else { return nil }
      state.next += 1
      return state.next - 1
    }
  }

  private func put(_ index: Int, _ result: Result, isLast: Bool) {
    state.withLock { state in
      state.done.append((index, result))
      if isLast { state.next = count }
    }
    arrived.signal()
  }

  /// No more members are begun.
  func stop() { state.withLock { $0.next = count } }
}
