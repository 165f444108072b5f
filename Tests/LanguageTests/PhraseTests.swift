import Quantities
import Testing

@testable import Language

@Suite struct PhraseTests {
  let french = Language.french

  @Test func listsEndWithAnd() {
    #expect(french.list([]) == "")
    #expect(french.list(["a"]) == "a")
    #expect(french.list(["a", "b"]) == "a et b")
    #expect(french.list(["a", "b", "c"]) == "a, b et c")
    #expect(Language.english.list(["a", "b", "c"]) == "a, b and c")
  }

  @Test func classesAreSaidInWords() {
    #expect(french.interval(from: "200", to: "250") == "de 200 à moins de 250")
    #expect(french.interval(from: "480", to: "1 068", closed: true) == "de 480 à 1 068")
    #expect(french.interval(from: nil, to: "200") == "moins de 200")
    #expect(french.interval(from: "480", to: nil) == "480 et plus")
  }

  @Test func trendsSayTheDirectionAndTheSize() {
    #expect(french.trend(Quantity(340_213_456, .euro, .flow)) == "en hausse de 340,2\u{A0}M€")
    #expect(french.trend(Quantity(-174_711_190, .euro, .flow)) == "en baisse de 174,7\u{A0}M€")
    #expect(french.trend(Quantity(0.0004, .share, .rate)) == "stable")
    #expect(french.trend(Quantity(0.001, .share, .rate)) == "en hausse de 0,1\u{202F}%")
  }

  @Test func languagesAreFoundByTheirTag() {
    #expect(Language.named("fr") == .french)
    #expect(Language.named("en") == .english)
    #expect(Language.named("de") == nil)
  }
}
