import Testing

@testable import Memos

@Suite struct RecentAnswersTests {
  @Test func whatIsAskedAgainStaysAndTheRestGoes() {
    var answers = RecentAnswers<Int, String>(most: 10)
    answers.keep("every sheet asks this", for: -1)
    for question in 0..<1000 {
      answers.keep("one sheet asks this", for: question)
      #expect(answers.find(-1) == "every sheet asks this")
      #expect(answers.count <= 20)
    }
    #expect(answers.find(0) == nil)
    #expect(answers.find(999) != nil)
  }
}
