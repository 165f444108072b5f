import Figures
import Testing

@Suite struct SeriesColorsTests {
  @Test func aSeriesKeepsItsColour() {
    var register = ColorRegister()
    let first = register.colors(for: ["Commerce", "Industrie", "Transports"], among: 5)
    #expect(["Commerce", "Industrie", "Transports"].map(first.place) == [0, 1, 2])
    let second = register.colors(for: ["Transports", "commerce", "Construction"], among: 5)
    #expect(["Transports", "Commerce", "Construction"].map(second.place) == [2, 0, 3])
  }

  @Test func coloursInOneFigureAreDistinct() {
    var register = ColorRegister()
    _ = register.colors(for: ["A", "B", "C"], among: 3)
    let others = register.colors(for: ["D", "E", "F"], among: 3)
    #expect(["D", "E", "F"].map(others.place) == [0, 1, 2])
    let mixed = register.colors(for: ["A", "D", "B"], among: 3)
    #expect(mixed.place(of: "A") == 0 && mixed.place(of: "B") == 1 && mixed.place(of: "D") == 2)
    // A colour that was lent for one figure is not kept.
    #expect(register.colors(for: ["D"], among: 3).place(of: "D") == 0)
  }

  @Test func namesBeyondThePaletteHaveNone() {
    var register = ColorRegister()
    let colors = register.colors(for: ["A", "B", "C"], among: 2)
    #expect(colors.place(of: "C") == nil && colors.place(of: "Z") == nil)
    #expect(register.colors(for: [], among: 5) == SeriesColors())
  }

  /// The sixth colour is never that of a figure's first series, and keeps the last of many from sharing one.
  @Test func theSixthColourIsForTheLastOfMany() {
    var register = ColorRegister()
    _ = register.colors(for: ["A", "B", "C", "D", "E"], among: 6)
    let few = register.colors(for: ["Fonds", "Prêts"], among: 6)
    #expect([few.place(of: "Fonds"), few.place(of: "Prêts")] == [0, 1])
    let many = register.colors(for: ["A", "B", "C", "D", "Autres services"], among: 6)
    #expect(many.place(of: "Autres services") == 5)
  }
}
