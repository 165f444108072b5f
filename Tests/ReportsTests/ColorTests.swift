import Diagnostics
import Pages
import Testing
import Typesetting

@testable import Reports

/// One colour, one series, over all figures of a report.
@Suite struct ColorTests {
  private let schemes = """
    ```bars
    title: Un
    form: grouped
    value: fds.amount, pge.amount
    names: Fonds; Prêts
    by: region
    top: 3
    ```

    """
  private let regions = """
    ```line
    title: Deux
    value: fds.amount
    by: region
    top: 5
    ```

    """
  private let branches = """
    ```stack
    title: Trois
    value: ap.employees
    by: month > nace17
    ```

    """

  private func build(_ figures: String, settings: String = "") throws -> BuiltEdition {
    try Briefing.build("# Partie\n\n## Titre\n\n" + figures, settings: settings)
  }

  private func fills(_ edition: BuiltEdition) -> Set<Color> {
    Set(
      edition.document.pages.flatMap { $0.frame.shapes() }.compactMap { shape in
        if case .color(let color)? = shape.fill { color } else { nil }
      })
  }

  @Test func seriesOfAnotherFigureHaveOtherColours() throws {
    let palette = ThemeColors().categorical
    let edition = try build(regions + schemes)
    #expect(edition.warnings == [])
    let bars = fills(try build(schemes)).intersection(palette)
    #expect(bars.isSuperset(of: palette.prefix(2)))
    #expect(fills(edition).isSuperset(of: palette[5...6]))
  }

  @Test func aReportMayReserveColours() throws {
    let palette = ThemeColors().categorical
    let edition = try build(regions + schemes, settings: "colors: [Fonds, Prêts]")
    #expect(edition.warnings == [])
    #expect(fills(edition).isSuperset(of: palette.prefix(2)))
    let misspelt = try build(schemes, settings: "colors: [Fond, Prêts]")
    #expect(misspelt.warnings.map(\.code) == ["idle-color"])
    #expect(misspelt.warnings.first?.message.contains("`Fond`") == true)
    #expect(misspelt.warnings.first?.place != nil)
  }

  /// Twelve series and ten colours.
  @Test func whatIsSharedIsTold() throws {
    let edition = try build(regions + schemes + branches)
    #expect(edition.warnings.map(\.code) == ["shared-colors"])
    #expect(edition.warnings.first?.severity == .note)
    #expect(edition.warnings.first?.place != nil)
  }

  private func map(_ keys: String) -> String {
    "```map\ntitle: T\nvalue: fds.amount / population\nby: departement\nclasses: quantile 5\n\(keys)\n```\n"
  }

  @Test func aMapMayHaveAPaletteOfItsOwn() throws {
    let (green, blue) = (Color(0x006D2C), ThemeColors().sequential[4])
    let edition = try build(map("palette: greens"))
    #expect(edition.warnings == [])
    #expect(fills(edition).contains(green) && !fills(edition).contains(blue))
    #expect(fills(try build(map(""))).contains(blue))
  }

  @Test(arguments: [
    ("palette: grens", "did you mean `greens`?"), ("palette: brown-teal", "the theme has `blues`"),
    ("palette: greens\naround: 300", "the theme has `brown-teal`"),
  ])
  func aPaletteThatDoesNotFitIsRefused(keys: String, hint: String) {
    let failure = #expect(throws: Failure.self) { try build(map(keys)) }
    #expect(failure?.diagnostics.map(\.code) == ["not-a-palette"])
    #expect(failure?.diagnostics.first?.hint?.hasPrefix(hint) == true, "\(failure?.diagnostics ?? [])")
    #expect(failure?.diagnostics.first?.place != nil)
  }
}
