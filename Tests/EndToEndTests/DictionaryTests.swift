import Foundation
import Testing

/// The dictionary that Documentation/dictionary.md shows first, with tables as the page describes them.
@Suite struct DictionaryTests {
  private static let page = Workshop.root.deletingLastPathComponent().appending(
    path: "Documentation/dictionary.md")

  /// The first indented text of the page.
  private func example() throws -> String {
    let lines = try String(contentsOf: Self.page, encoding: .utf8)
      .split(separator: "\n", omittingEmptySubsequences: false)
    return lines.drop { !$0.hasPrefix("    ") }.prefix { $0.isEmpty || $0.hasPrefix("    ") }
      .map { $0.dropFirst(4) }.joined(separator: "\n")
  }

  @Test func theExampleOfThePageIsRead() throws {
    try Workshop.open { workshop in
      try workshop.write("own/d.yaml", try example())
      try workshop.write("own/country.csv", "code,name,population\nX,Xland,300\n")
      try workshop.write("own/regions.csv", "code,name,country,population\nN,North,X,100\nS,South,X,200\n")
      try workshop.write("own/sectors.csv", "code,label\nA,Farms\nB,Mines\n")
      try workshop.write(
        "own/aid.csv",
        """
        date,level,territory,amount,firms
        2021-01-04,country,X,300,20
        2021-01-11,country,X,360,24
        2021-01-11,region,N,120,9
        2021-01-11,region,S,240,15

        """)
      try workshop.write(
        "own/aid_sectors.csv", "date,region,sector,amount,firms\n2021-01-11,N,A,80,5\n2021-01-11,S,B,100,6\n")
      try workshop.write("own.md", Self.report)
      let outcome = try workshop.run(["build", "own.md", "--set", "date=2021-01-12", "--cache", "none"])
      #expect(outcome.code == 0, "\(outcome.errors)")
      let text = try workshop.shell("pdftotext -layout out/own-2021-01-12.pdf -").output
      for word in ["€360 were paid, +€60", "South", "1.20", "Farms"] {
        #expect(text.contains(word), "\(word)")
      }
    }
  }

  private static let report = """
    ---
    report: Aid
    edition: Week 2
    sender: An office
    language: en
    data: own/d.yaml
    fonts: fonts.yaml
    parameters: { date: date }
    ---
    # Aid
    ## {{ aid.amount }} were paid, {{ aid.amount.change }}
    ```table By region
    value: aid.amount, aid.amount / population by region
    ```
    ```bars By sector
    value: aid.amount by sector
    ```

    """
}
