import Quantities
import Testing

@testable import Language

@Suite struct AmountTests {
  let french = Language.french
  let aids = Unit(.count("aides"))
  let firms = Unit(.count("entreprises"))
  let perInhabitant = Unit(.euro, per: .count("habitants"))

  private func euros(_ value: Double) -> Quantity { Quantity(value, .euro) }

  @Test func eurosTakeTheScaleOfTheirSize() {
    #expect(french.amount(euros(21_463_502_849.63)) == "21,46\u{A0}Md€")
    #expect(french.amount(euros(135_748_957_728)) == "135,7\u{A0}Md€")
    #expect(french.amount(euros(340_200_000)) == "340\u{A0}M€")
    #expect(french.amount(euros(78_921_407)) == "79\u{A0}M€")
    #expect(french.amount(euros(2_644.1)) == "2\u{202F}644\u{A0}€")
    #expect(french.amount(euros(150_000)) == "150,0\u{A0}k€")
    #expect(french.amount(euros(0)) == "0\u{A0}€")
  }

  @Test func whatRoundsUpToAThousandTakesTheNextScale() {
    #expect(french.amount(euros(999_600_000)) == "1,00\u{A0}Md€")
    #expect(french.amount(euros(999_400_000)) == "999\u{A0}M€")
    #expect(french.amount(euros(99_996_000_000)) == "100,0\u{A0}Md€")
  }

  @Test func aChangeHasItsSignAndADecimal() {
    #expect(french.amount(euros(340_213_456), signed: true) == "+340,2\u{A0}M€")
    #expect(french.amount(euros(992_044_809), signed: true) == "+992,0\u{A0}M€")
    #expect(french.amount(euros(-174_711_190), signed: true) == "\u{2212}174,7\u{A0}M€")
    #expect(french.amount(euros(22), signed: true) == "+22\u{A0}€")
    #expect(french.amount(Quantity(62_257, aids), signed: true) == "+62\u{202F}257")
    #expect(french.amount(euros(-0.2), signed: true) == "0\u{A0}€")
  }

  @Test func countsStayWholeBelowFiveMillions() {
    #expect(french.amount(Quantity(8_119_179, aids)) == "8,12\u{A0}millions")
    #expect(french.amount(Quantity(1_997_006, firms)) == "1\u{202F}997\u{202F}006")
    #expect(french.amount(Quantity(2_300_000_000, .hours)) == "2,30\u{A0}milliards")
  }

  @Test func sharesAreWrittenInPercent() {
    #expect(french.amount(Quantity(0.334, .share, .rate)) == "33,4\u{202F}%")
    #expect(french.amount(Quantity(0.00041, .share, .rate)) == "0,04\u{202F}%")
    #expect(french.amount(Quantity(0, .share, .rate)) == "0,0\u{202F}%")
    #expect(french.amount(Quantity(0.335, .share, .rate), decimals: 0) == "34\u{202F}%")
    #expect(french.amount(Quantity(0.001, .share, .rate), signed: true) == "+0,1\u{202F}%")
  }

  @Test func pointsAreOneUpToTwo() {
    #expect(french.points(0.012) == "+1,2\u{A0}point")
    #expect(french.points(0.02) == "+2,0\u{A0}points")
    #expect(french.points(-0.0196) == "\u{2212}2,0\u{A0}points")
    #expect(french.points(0) == "0,0\u{A0}point")
  }

  @Test func phrasesNameWhatIsCounted() {
    #expect(french.phrase(Quantity(1_997_006, firms)) == "1\u{202F}997\u{202F}006\u{A0}entreprises")
    #expect(french.phrase(Quantity(1, firms)) == "1\u{A0}entreprise")
    #expect(french.phrase(Quantity(0, firms)) == "0\u{A0}entreprise")
    #expect(french.phrase(Quantity(8_119_179, aids)) == "8,12\u{A0}millions d’aides")
    #expect(french.phrase(Quantity(6_000_000, Unit(.count("salariés")))) == "6,00\u{A0}millions de salariés")
    #expect(french.phrase(Quantity(1068.2, perInhabitant, .rate)) == "1\u{202F}068\u{A0}€ par habitant")
    #expect(french.phrase(euros(21_463_502_849.63), spelled: true) == "21,46\u{A0}milliards d’euros")
    #expect(french.phrase(euros(259.3)) == "259\u{A0}€")
  }

  @Test func smallRatiosKeepTheirDecimals() {
    #expect(french.amount(Quantity(4.06, Unit(.count("aides"), per: .count("entreprises")), .rate)) == "4,1")
    #expect(french.amount(Quantity(8.45, Unit(.euro, per: .hour), .rate)) == "8,45\u{A0}€")
    #expect(french.amount(euros(2_591_246)) == "2,6\u{A0}M€")
  }

  @Test func aTileTakesNumberAndUnitApart() {
    let amount = french.amountParts(euros(21_463_502_849.63))
    #expect(amount == ("21,46", "Md€"))
    #expect(french.amountParts(Quantity(8_119_179, aids)) == ("8,12", "millions"))
    #expect(french.amountParts(Quantity(1_997_006, firms)) == ("1\u{202F}997\u{202F}006", ""))
    #expect(french.amountParts(Quantity(0.334, .share)) == ("33,4", "%"))
  }

  @Test func aCellIsANumberOrTheReasonWhyNot() {
    let value = Published.value(euros(2_295_110_000))
    #expect(french.text(value, scale: .million) == "2\u{202F}295,1")
    #expect(french.text(.value(euros(42_860_000)), scale: .million, signed: true) == "+42,9")
    #expect(french.text(Published<Quantity>.secret) == "s")
    #expect(french.text(Published<Quantity>.unavailable) == "nd")
  }

  @Test func aSentenceSaysWhyAValueIsNotThere() {
    #expect(french.phrase(.value(euros(259))) == "259\u{A0}€")
    #expect(french.phrase(Published<Quantity>.secret) == "secret statistique")
    #expect(french.phrase(Published<Quantity>.unavailable) == "non disponible")
  }

  @Test func aColumnHasOneScale() {
    let sections = [7159e6, 2780e6, 1854e6, 1550e6, 1529e6, 1255e6, 976e6, 943e6, 705e6, 534e6]
    #expect(french.scale(for: sections, unit: .euro) == .million)
    #expect(french.scale(for: [21.46e9], unit: .euro) == .billion)
    #expect(french.scale(for: [0, 259, 1068], unit: perInhabitant) == .one)
    #expect(french.scale(for: [30_300, 80_200, 22_800, 695_200], unit: aids) == .thousand)
    #expect(french.scale(for: [9037, 51_336, 16_066, 10_652], unit: firms) == .one)
    #expect(french.scale(for: [0, 0], unit: .euro) == .one)
    #expect(french.scale(for: [], unit: .euro) == .one)
  }

  @Test func unitsHaveLabels() {
    #expect(french.unitLabel(.euro, scale: .million) == "M€")
    #expect(french.unitLabel(perInhabitant) == "€ par habitant")
    #expect(french.unitLabel(Unit(.euro, per: .day), scale: .million) == "M€ par jour")
    #expect(french.unitLabel(.share) == "%")
    #expect(french.unitLabel(aids, scale: .thousand) == "milliers")
    #expect(french.unitLabel(aids) == "aides")
    #expect(french.columnUnit(firms) == "nombre")
    #expect(french.columnUnit(perInhabitant) == "€")
  }

  @Test func englishWritesTheCurrencyFirst() {
    let english = Language.english
    #expect(english.amount(euros(21_463_502_849.63)) == "€21.46bn")
    #expect(english.amount(euros(-340_213_456), signed: true) == "\u{2212}€340.2m")
    #expect(english.amount(Quantity(0.334, .share)) == "33.4%")
    #expect(english.phrase(Quantity(8_119_179, Unit(.count("grants")))) == "8.12\u{A0}million grants")
    #expect(english.phrase(Quantity(1, Unit(.count("grants")))) == "1\u{A0}grant")
    #expect(english.phrase(Quantity(0, Unit(.count("grants")))) == "0\u{A0}grants")
  }
}
