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
}
