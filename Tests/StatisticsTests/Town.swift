import Diagnostics
import Foundation
import Quantities
import Settings

@testable import Statistics

/// A country of two regions and four departments, small enough to reckon by heart. Three snapshots: 35 days apart,
/// then 10.
enum Town {
  static let last = day("2021-01-15")

  static let territories = """
    population: habitants
    territories: { FR: pays.csv, region: regions.csv, departement: departements.csv }
    nomenclatures: { section: sections.csv, taille: tailles.csv }

    """

  static let dictionary =
    territories + """
      cubes:
        aid:
          label: Aide
          producer: Agence
          source: Agence, aide
          frequency: hebdomadaire
          scope: France
          fresh: 14
          contributors: firms
          measures:
            amount: { label: Montant, unit: euro, kind: stock }
            firms: { label: Entreprises, unit: entreprises, kind: count, additive: false }
          tables:
            - { file: totals.csv, territory: [FR, region, departement] }
            - { file: amounts.csv, territory: departement, by: section }
            - file: sizes.csv
              territory: FR
              by: taille
              measures: [amount]
              missing: unavailable
              residual: Taille non connue
        loan:
          label: Prêts
          producer: Agence
          source: Agence, prêts
          frequency: mensuelle
          scope: France
          contributors: loans
          totals: { section: T }
          measures:
            amount: { label: Montant, unit: euro, kind: stock }
            loans: { label: Prêts, unit: prêts, kind: count }
          tables:
            - { file: loans.csv, territory: region, by: section, missing: zero }

      """

  static let files = [
    "pays.csv": "code,name,tncc,population\nFR,France,3,100\n",
    "regions.csv":
      "code,name,kind,tncc,population\nN,Nord,metropole,2,30\nS,Sud,metropole,2,70\nND,Sans région,none,,\n",
    "departements.csv": """
    code,name,region,kind,tncc,population
    N1,Élan,N,metropole,5,10
    N2,Durance,N,metropole,3,20
    S1,Loire,S,metropole,3,30
    S2,Ain,S,metropole,5,40
    ND,Sans département,ND,none,,

    """,
    "sections.csv":
      "code,label,short,kind\nA,Agriculture,Agriculture,item\nB,\"Mines, carrières\",Mines,item\n"
      + "AUTRES,Autres sections,Autres,other\nT,Total,Total,total\n",
    "tailles.csv": "code,label,short,kind\n00,Sans salarié,Sans,item\n01,Un salarié,Un,item\n",
    "totals.csv": totals,
    "amounts.csv": sections,
    "sizes.csv": "date,taille,amount\n2021-01-15,00,500\n2021-01-15,01,400\n",
    "loans.csv": """
    date,region,section,amount,loans
    2021-01-10,N,A,70,7
    2021-01-10,N,B,30,3
    2021-01-10,N,T,100,10
    2021-01-10,S,A,50,5
    2021-01-10,S,T,50,5

    """,
  ]

  private static let totals = """
    date,level,territory,amount,firms
    2020-12-01,FR,FR,1000,30
    2020-12-01,region,N,300,15
    2020-12-01,region,S,690,15
    2020-12-01,region,ND,10,3
    2020-12-01,departement,N1,100,10
    2020-12-01,departement,N2,200,10
    2020-12-01,departement,S1,300,10
    2020-12-01,departement,S2,390,10
    2020-12-01,departement,ND,10,3
    2021-01-05,FR,FR,1350,90
    2021-01-05,region,N,410,30
    2021-01-05,region,S,930,60
    2021-01-05,region,ND,10,4
    2021-01-05,departement,N1,150,15
    2021-01-05,departement,N2,260,20
    2021-01-05,departement,S1,430,30
    2021-01-05,departement,S2,500,40
    2021-01-05,departement,ND,10,4
    2021-01-15,FR,FR,1450,120
    2021-01-15,region,N,460,45
    2021-01-15,region,S,980,80
    2021-01-15,region,ND,10,5
    2021-01-15,departement,N1,140,20
    2021-01-15,departement,N2,320,30
    2021-01-15,departement,S1,450,40
    2021-01-15,departement,S2,530,50
    2021-01-15,departement,ND,10,5

    """

  static let sections = """
    date,departement,section,amount,firms
    2021-01-05,N1,A,90,9
    2021-01-15,N1,A,100,12
    2021-01-15,N1,B,40,8
    2021-01-15,N2,A,200,20
    2021-01-15,N2,B,120,10
    2021-01-15,S1,A,250,20
    2021-01-15,S1,B,200,20
    2021-01-15,S2,A,300,20
    2021-01-15,S2,B,130,20
    2021-01-15,S2,AUTRES,100,10
    2021-01-15,ND,A,10,5

    """

  static func day(_ iso: String) -> CalendarDate { CalendarDate(iso: iso) ?? CalendarDate(dayNumber: 0) }

  /// The catalog with some of its files replaced, read from a folder that is gone afterwards.
  static func open<Result>(
    _ replaced: [String: String] = [:], dictionary: String = Town.dictionary, cache: Bool = false,
    _ body: (Catalog, URL) throws -> Result
  ) throws -> Result {
    let folder = FileManager.default.temporaryDirectory.appending(path: "velin-town-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    for (name, text) in files.merging(replaced, uniquingKeysWith: { $1 }) {
      try Data(text.utf8).write(to: folder.appending(path: name))
    }
    let catalog = try load(folder, dictionary: dictionary, cache: cache)
    return try body(catalog, folder)
  }

  static func load(_ folder: URL, dictionary: String = Town.dictionary, cache: Bool = true) throws -> Catalog
  {
    try Catalog.load(
      dictionary: SourceFile(path: "aids.yaml", text: dictionary), root: folder.path,
      cache: cache ? folder.appending(path: "cache/tables").path : nil)
  }
}

extension Catalog {
  func expression(_ text: String) throws -> Statistics.Expression {
    let file = SourceFile(path: "report.md", text: "value: \(text)\n")
    return try parse(text, at: Span(file, 7..<(7 + text.utf8.count)))
  }

  func number(_ text: String, _ edition: CalendarDate = Town.last) throws -> Published<Double> {
    try value(expression(text), edition: edition).map(\.value)
  }

  /// "code value" of each row; `s` and `nd` as printed.
  func rows(
    _ text: String, by levels: [String], order: Query.Order? = nil, top: Int? = nil, total: Bool = false
  ) throws -> [String] {
    let query = Query([try expression(text)], by: levels, order: order, top: top, total: total)
    return try tabulate(query, edition: Town.last).rows.map { row in
      let value =
        switch row.values[0] {
        case .value(let quantity): String(Int(quantity.value.rounded()))
        case .secret: "s"
        case .unavailable: "nd"
        }
      let name = row.member.code.isEmpty ? row.member.label : row.member.code
      return String(repeating: "  ", count: row.depth) + "\(name) \(value)"
    }
  }
}
