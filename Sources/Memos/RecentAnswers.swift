/// Answers that are asked for again are kept, the others dropped, so that memory does not grow with the number of sheets.
///
/// When the young ones are too many they become old, and the old ones that nobody asked for since are gone.
public struct RecentAnswers<Question: Hashable, Answer> {
  private let most: Int
  private var young: [Question: Answer] = [:]
  private var old: [Question: Answer] = [:]

  /// Holds up to twice `most` answers.
  public init(most: Int) { self.most = most }

  public var count: Int { young.count + old.count }

  public mutating func find(_ question: Question) -> Answer? {
    if let answer = young[question] { return answer }
    guard let answer = old.removeValue(forKey: question) else { return nil }
    keep(answer, for: question)
    return answer
  }

  public mutating func keep(_ answer: Answer, for question: Question) {
    if young.count >= most { (old, young) = (young, [:]) }
    young[question] = answer
  }
}

extension RecentAnswers: Sendable where Question: Sendable, Answer: Sendable {}
