import Diagnostics
import Figures
import Language
import Layout
import Pages
import Quantities
import Statistics

extension BlockKind {
  /// Several schemes in one table, a line each, `Name: measure`: the amount, its part of the country, and what it is
  /// per inhabitant here and around, with the rank.
  static let overview = BlockKind(name: "overview") { fields, composer in
    let title = try fields.required("title").map(composer.text) ?? ""
    let note = try fields.text("note", composer)
    guard let home = composer.edition.catalog.home else { throw Failure(Messages.noHome(fields.fence.kind)) }
    var making = OverviewMaking(
      home: home, country: composer.edition.catalog.country.label, language: composer.language)
    for field in fields.fence.fields where !["note", "columns", "title"].contains(field.key.text) {
      guard let word = fields.word(field.key.text) else { continue }
      let name = composer.language.typography(field.key.text)
      try fields.attempt { try making.add(name, word, &composer) }
    }
    let language = composer.language
    let caption = Caption(label: composer.label(language.words.table), title: title)
    let block = TableBlock(
      caption, columns: making.columns, rows: making.rows,
      notes: (note.map { [Note(language.words.note, $0)] } ?? []) + [making.origin],
      in: &composer.structure, under: composer.section)
    composer.outline.figures.append(
      Outline.Figure(label: caption.label ?? "", title: title, node: block.nodes.table))
    return [block]
  }
}

/// Gathers the rows of an overview.
struct OverviewMaking {
  let home: Home
  /// Its name.
  let country: String
  let language: Language

  private struct Line {
    var name: String
    var snapshot: Snapshot
    var amount, share: Published<Quantity>
    /// Per inhabitant: here, in what holds it, in the whole country.
    var rates: [Published<Quantity>]
    var rank: String
  }

  private var lines: [Line] = []

  init(home: Home, country: String, language: Language) {
    (self.home, self.country, self.language) = (home, country, language)
  }

  mutating func add(_ name: String, _ word: Fence.Word, _ composer: inout Composer) throws {
    let expression = try composer.expression(word)
    guard composer.awaited.names.isDisjoint(with: expression.cubes) else { return }
    let (catalog, date) = (composer.edition.catalog, composer.edition.date)
    func value(_ text: String) throws -> Published<Quantity> {
      try catalog.value(catalog.parse(text, at: word.span), edition: date)
    }
    let scopes = holders.map(\.level) + [catalog.territorialLevels[0]]
    let rate = "(\(word.text)) / population"
    let query = Query(
      [try catalog.parse("\(rate) in \(catalog.territorialLevels[0])", at: word.span)], by: [home.level])
    let table = try catalog.tabulate(query, edition: date)
    let rates = [try value(rate)] + (try scopes.map { try value("\(rate) in \($0)") })
    let cube = expression.cube.flatMap { catalog.cube($0) }
    guard let cube else { return }
    lines.append(
      Line(
        name: name, snapshot: try catalog.snapshot(of: cube, edition: date), amount: try value(word.text),
        share: try value("share(\(word.text))"), rates: rates, rank: rank(rates[0], among: table)))
  }

  /// Where the figures come from; their dates stand in the table.
  var origin: Note {
    let sources = lines.map(\.snapshot.source).reduce(into: [String]()) { known, source in
      if !known.contains(source) { known.append(source) }
    }
    return Note(language.words.source, language.typography(sources.joined(separator: " ; ") + "."))
  }

  /// What holds the territory, unless it is the same under another name.
  private var holders: [Member] { home.ancestors.prefix(1).filter { $0.label != home.member.label } }

  private func rank(_ own: Published<Quantity>, among table: Tabulation) -> String {
    guard let own = own.value?.value else { return language.words.unavailable }
    let others = table.rows.filter { $0.role == .member }.compactMap { $0.values.first?.value?.value }
    return language.ordinal(others.count { $0 > own } + 1)
  }

  private var scale: Language.Scale {
    language.scale(for: lines.compactMap { $0.amount.value?.value }, unit: .euro)
  }

  var columns: [TableBlock.Column] {
    let (words, perHead) = (language.words, lines.first?.rates.first?.value?.unit ?? .euro)
    let unit = language.columnUnit(perHead) + language.perWords(perHead)
    let around = holders.map(\.label) + [country]
    return [
      TableBlock.Column(language.quality.scheme, .text), TableBlock.Column(words.dataColumn, .text),
      TableBlock.Column(words.amountColumn, unit: language.columnUnit(.euro, scale: scale), .number),
      TableBlock.Column(words.share.capitalizedFirst, unit: language.columnUnit(.share), .number),
      TableBlock.Column(home.member.label, unit: unit, .number),
    ] + around.map { TableBlock.Column($0, unit: unit, .number) }
      + [TableBlock.Column(words.rank.capitalizedFirst, .number)]
  }

  var rows: [TableBlock.Row] {
    lines.map { line in
      let figures =
        [cell(line.amount, scale: scale, decimals: 1), cell(line.share, decimals: 1)]
        + line.rates.map { cell($0, decimals: 0) }
      return TableBlock.Row(
        .plain,
        [.text(line.name), .text(language.date(line.snapshot.date, .short))] + figures + [.text(line.rank)])
    }
  }

  private func cell(
    _ value: Published<Quantity>, scale: Language.Scale = .one, decimals: Int
  ) -> TableBlock.Cell {
    switch value {
    case .value: .text(language.text(value, scale: scale, decimals: decimals))
    case .secret, .unavailable: .sign(language.text(value))
    }
  }
}
