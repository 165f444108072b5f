import Pages
import Testing
import Typesetting

@testable import Figures

@Suite struct SeriesColorsTests {
  let palette = ThemeColors().categorical

  @Test func aSeriesKeepsItsColour() {
    var register = ColorRegister(palette)
    let first = register.colors(for: ["Commerce", "Industrie", "Transports"])
    #expect(["Commerce", "Industrie", "Transports"].map(first.place) == [0, 1, 2])
    let second = register.colors(for: ["Transports", "commerce", "Construction"])
    #expect(["Transports", "Commerce", "Construction"].map(second.place) == [2, 0, 3])
    #expect(first.shared.isEmpty && second.shared.isEmpty)
  }

  /// Ten series in three figures: no colour means two of them.
  @Test func aColourMeansOneSeriesWhileThePaletteLasts() {
    var register = ColorRegister(palette)
    let figures = [["A", "B", "C", "D", "E"], ["F", "G", "H"], ["I", "J"]].map { names in
      let colors = register.colors(for: names)
      #expect(colors.shared.isEmpty)
      return names.compactMap(colors.place)
    }
    #expect(Set(figures.joined()).count == 10)
  }

  @Test func beyondThePaletteTheSharedColourIsTold() {
    var register = ColorRegister(Array(palette.prefix(3)))
    _ = register.colors(for: ["A", "B", "C"])
    let others = register.colors(for: ["D", "E", "F"])
    #expect(["D", "E", "F"].map(others.place) == [0, 1, 2])
    #expect(others.shared.map(\.series) == ["D", "E", "F"])
    #expect(others.shared.map(\.other) == ["A", "B", "C"])
    // Both have the first colour: here the second of them is lent another.
    let mixed = register.colors(for: ["A", "D", "B"])
    #expect(mixed.place(of: "A") == 0 && mixed.place(of: "B") == 1 && mixed.place(of: "D") == 2)
    #expect(mixed.shared.map(\.series) == ["D"])
    #expect(register.colors(for: ["D"]).place(of: "D") == 0)
  }

  @Test func namesBeyondThePaletteHaveNone() {
    var register = ColorRegister(Array(palette.prefix(2)))
    let colors = register.colors(for: ["A", "B", "C"])
    #expect(colors.place(of: "C") == nil && colors.place(of: "Z") == nil)
    #expect(register.colors(for: []) == SeriesColors())
  }

  /// Every eye tells the colours of a figure apart, those of the first and those of the next, though not all pairs of the
  /// palette.
  @Test func coloursOfOneFigureAreToldApart() {
    var register = ColorRegister(palette)
    for names in [["A", "B", "C", "D", "E"], ["F", "G", "H"]] {
      let places = names.compactMap(register.colors(for: names).place)
      #expect(places.count == names.count)
      for (index, place) in places.enumerated() {
        #expect(places[(index + 1)...].allSatisfy { ColorVision.areDistinct(palette[place], palette[$0]) })
      }
    }
  }
}
