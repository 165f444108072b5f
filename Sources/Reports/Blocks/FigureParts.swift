import Charts
import Diagnostics
import Figures
import Geometry
import Language
import Layout
import Pages
import Quantities
import Statistics

/// What all figures say besides their picture: number, title, unit, notes.
struct FigureParts {
  private var title: String?
  private var subtitle: String?
  private var reading: String?
  private var scope: String?
  private var note: String?
  private var source: String?
  /// The cubes of a figure that shows several, in the order in which they are named; their sources and scopes.
  private var several: [(source: String, scope: String)] = []
  /// What `where` leaves of them: "section : Hébergement et restauration".
  private var filter: String?
  private var alternative: String?
  private var isNumbered = true
  private var table = TablePlace.none
  /// Columns of the grid that the figure takes, as does a table below it.
  private var columns = 12
  /// Lines of the grid that the drawing takes; its natural height where not said.
  private var height: Int?
  /// Who drew the outlines of a map; empty where there are none, or nobody says.
  var outlines = ""

  /// Reads the keys that every figure has.
  init(_ fields: inout FenceFields, _ composer: inout Composer) throws {
    func text(_ key: String, _ fields: inout FenceFields) throws -> String? {
      guard let word = fields.word(key) else { return nil }
      return try fields.attempt { try composer.text(word) }
    }
    title = try fields.required("title").flatMap { word in try fields.attempt { try composer.text(word) } }
    subtitle = try text("subtitle", &fields)
    reading = try text("reading", &fields)
    scope = try text("scope", &fields)
    note = try text("note", &fields)
    source = try text("source", &fields)
    let expressions = Self.expressions(fields.fence, composer)
    several = Self.cubes(expressions, composer)
    filter = MeasureCaptions(composer).scope(commonTo: expressions)
    alternative = try text("alt", &fields)
    isNumbered = fields.choice("numbered", YesNo.self) != .no
    height = fields.integer("height", in: 4...50)
    table = fields.choice("table", TablePlace.self) ?? .none
    columns = fields.written("columns").flatMap { Int($0.text) } ?? 12
  }

  /// The keys that hold expressions.
  private static let measured: Set<String> = ["value", "circles", "size"]

  /// What is wrong with an expression is reported where its value is asked for.
  private static func expressions(_ fence: Fence, _ composer: Composer) -> [Expression] {
    let words = fence.fields.filter { measured.contains($0.key.text) }.compactMap(\.value)
    return words.flatMap { FigureQuery.divided($0).value.split(",") }.compactMap {
      try? composer.edition.catalog.parse($0.text, at: $0.span)
    }
  }

  /// What several cubes say of themselves; nothing for one, whose snapshot says it.
  private static func cubes(_ expressions: [Expression], _ composer: Composer)
    -> [(source: String, scope: String)]
  {
    let (catalog, language) = (composer.edition.catalog, composer.language)
    let cubes = expressions.flatMap(\.cubes).reduce(into: [Cube]()) { known, name in
      guard let cube = catalog.cube(name), !known.contains(where: { $0.name == name }) else { return }
      known.append(cube)
    }
    guard cubes.count > 1 else { return [] }
    return cubes.compactMap { cube in
      guard let snapshot = try? catalog.snapshot(of: cube, edition: composer.edition.date) else { return nil }
      return (
        "\(snapshot.source), \(language.dataOf(snapshot.date).lowercasedFirst)",
        "\(cube.scope.withoutStop) (\(cube.label))"
      )
    }
  }

  /// The blocks of a picture: the figure, and its data table where the author wants it below.
  func blocks(
    _ picture: some Picture, noun: String, snapshot: Snapshot, cube: Cube?, excerpt: Excerpt? = nil,
    remark: String? = nil, _ composer: inout Composer
  ) -> [any Block] {
    let figure = block(
      picture, noun: noun, snapshot: snapshot, cube: cube, excerpt: excerpt, remark: remark, &composer)
    let block: any Block = isNumbered ? figure : SlimFigure(figure)
    guard table == .below, let data = composer.figures.last else { return [block] }
    return [block] + composer.dataTables(data, columns: columns)
  }

  /// The block of a picture.
  ///
  /// - Parameter excerpt: what it shows of all members, where its tables do not say it.
  func block(
    _ picture: some Picture, noun: String, snapshot: Snapshot, cube: Cube?, excerpt: Excerpt? = nil,
    remark: String? = nil, _ composer: inout Composer
  ) -> FigureBlock {
    let language = composer.language
    let kit = composer.kit(coloring: picture.coloredSeries)
    let asked = height.map { kit.theme.page.baseline * Double($0) }
    let art = Artwork(
      height: { width in
        guard let asked else { return try picture.naturalHeight(width: width, kit: kit) }
        return max(asked, try picture.leastHeight(width: width, kit: kit))
      },
      draw: { try picture.frame(size: $0, kit: kit) })
    let caption = caption(
      isNumbered ? composer.label(noun) : nil,
      subtitle: picture.subtitle(language: language).map { timed($0, picture.tables, snapshot, language) },
      snapshot, language)
    let expressions = picture.tables.flatMap(\.columns).map(\.expression)
    let notes = notes(
      reading: picture.reading(language: language).map {
        $0
          + (picture.tables.contains(where: \.holdsRevisions) ? Sentences(language).say(.fallIsRevision) : "")
      }, remark: remark,
      excerpt: excerpt ?? picture.tables.lazy.compactMap(\.excerpt).first, snapshot: snapshot, cube: cube,
      population: composer.edition.catalog.populationSource(of: expressions), language)
    let block = FigureBlock(
      caption, art: art, notes: notes, alternative: alternative ?? picture.alternative(language: language),
      in: &composer.structure, under: composer.section)
    if let label = caption.label {
      composer.outline.figures.append(
        Outline.Figure(label: label, title: caption.title, node: block.nodes.figure))
    }
    composer.figures.append(
      FigureData(
        node: block.nodes.figure, label: caption.label, title: caption.title, tables: picture.tables))
    if table == .annex { composer.annexed.append(block.nodes.figure) }
    return block
  }

  /// The subtitle of a figure of changes says between which days, unless its picture does.
  private func timed(
    _ subtitle: String, _ tables: [Tabulation], _ snapshot: Snapshot, _ language: Language
  ) -> String {
    let columns = tables.flatMap(\.columns)
    guard several.isEmpty, !columns.isEmpty, columns.allSatisfy(\.spansInterval),
      let previous = snapshot.previous
    else { return subtitle }
    let say = Sentences(language)
    let period = language.period(from: previous, to: snapshot.date)
    if subtitle.contains(period) { return subtitle }
    let isSeries = tables.contains { $0.rows.first?.member.level == SeriesTable.level }
    let change = say.say(isSeries ? .changesCaption : .changeCaption, ["period": period])
    // After the unit, which is the first sentence.
    let end = subtitle.firstRange(of: ". ")?.lowerBound ?? subtitle.endIndex
    return "\(subtitle[..<end]), \(change)\(subtitle[end...])"
  }

  func caption(_ label: String?, subtitle automatic: String?, _ snapshot: Snapshot, _ language: Language)
    -> Caption
  {
    Caption(
      label: label, title: title ?? "",
      subtitle: subtitle ?? (isNumbered ? automatic?.capitalizedFirst : automatic)
        ?? language.dataOf(snapshot.date))
  }

  func notes(
    reading automatic: String?, remark: String?, excerpt: Excerpt?, snapshot: Snapshot, cube: Cube?,
    population: String?, _ language: Language
  ) -> [Note] {
    let words = language.words
    var notes: [Note] = []
    if let text = reading ?? automatic { notes.append(Note(words.reading, text)) }
    if let note { notes.append(Note(words.note, note)) }
    let scopes = [several.isEmpty ? cube?.scope : language.clauses(several.map(\.scope)), filter]
    let told = scopes.contains { $0 != nil } ? language.typography(language.clauses(scopes)) : nil
    let whole = (scope ?? told)?.withoutStop
    let limits = [whole, excerpt.map(Sentences(language).excerpt), remark]
    if limits.contains(where: { $0 != nil }) {
      notes.append(Note(words.scope, language.clauses(limits).withStop))
    }
    notes.append(Note(words.source, (source ?? origin(snapshot, population: population, language)).withStop))
    return notes
  }

  /// Who published the figures, and when; who counted the inhabitants and drew the outlines.
  private func origin(_ snapshot: Snapshot, population: String?, _ language: Language) -> String {
    let figures =
      several.isEmpty
      ? "\(snapshot.source), \(language.dataOf(snapshot.date).lowercasedFirst)"
      : language.clauses(several.map(\.source))
    let drawn = outlines.isEmpty ? nil : language.say(language.words.outlinesBy, ["source": outlines])
    return language.typography(language.clauses([figures, population, drawn]))
  }
}

extension Tabulation {
  /// Whether a cumulative figure falls in it.
  fileprivate var holdsRevisions: Bool {
    columns.indices.contains { index in
      columns[index].fallIsRevision
        && rows.contains { $0.values.indices.contains(index) && ($0.values[index].value?.value ?? 0) < 0 }
    }
  }
}

extension String {
  /// As a sentence, whether or not its author wrote the full stop.
  fileprivate var withStop: String { hasSuffix(".") ? self : self + "." }
  fileprivate var withoutStop: String { hasSuffix(".") ? String(dropLast()) : self }
}

/// What most figures ask: expressions, a level to break them down by, an order.
struct FigureQuery {
  var query: Query
  var cube: Cube?

  /// - Parameters:
  ///   - values: how many measures the figure shows.
  ///   - isWhole: it shows all members, so that it has no `top`.
  init?(
    _ fields: inout FenceFields, _ composer: inout Composer, by required: Bool = true, total: Bool = true,
    values: ClosedRange<Int> = 1...100, isWhole: Bool = false
  ) throws {
    guard let written = fields.required("value") else { return nil }
    let (value, breakdown) = Self.divided(written)
    var expressions: [Expression] = []
    for piece in value.split(",") {
      if let expression = try fields.attempt({ try composer.expression(piece) }) {
        expressions.append(expression)
      }
    }
    if !values.contains(value.split(",").count) {
      fields.report(Messages.badValue(value, expected: Messages.measures(values)))
    }
    let by = required && breakdown == nil ? fields.required("by") : breakdown ?? fields.word("by")
    let levels = try fields.levels(by, of: composer.edition.catalog)
    let order = fields.choice("order", Query.Order.self)
    let top = isWhole ? nil : fields.integer("top", in: 1...1000)
    let totals = fields.choice("total", YesNo.self).map { $0 == .yes } ?? total
    guard let levels, expressions.count == value.split(",").count, !fields.collector.hasErrors else {
      return nil
    }
    query = Query(expressions, by: levels, order: order, top: top, total: totals)
    cube = expressions.first?.cube.flatMap { composer.edition.catalog.cube($0) }
  }

  /// `fds.amount, fds.aids by region > departement`: what is asked, and by what it is broken down.
  static func divided(_ word: Fence.Word) -> (value: Fence.Word, by: Fence.Word?) {
    guard let by = word.text.firstRange(of: " by ") else { return (word, nil) }
    let width = word.text.utf8.distance(from: word.text.startIndex, to: by.lowerBound)
    return (word.keeping(width).trimmed, word.dropping(width + 4).trimmed)
  }

  /// What the head of a table calls its rows: "Région, département".
  func naming(_ composer: Composer) -> String {
    let labels = query.by.map { composer.edition.catalog.label(ofLevel: $0) }
    return composer.language.typography(
      ([labels.first].compactMap { $0 } + labels.dropFirst().map(\.lowercasedFirst)).joined(separator: ", "))
  }

  /// Measures are called by what is taken of them; those that are still called alike are told apart by what they are
  /// given for, or by their day.
  func tabulation(_ composer: Composer) throws -> Tabulation {
    var table = try cells(composer)
    let captions = MeasureCaptions(composer)
    for (index, expression) in query.values.enumerated() where table.columns.indices.contains(index) {
      table.columns[index].label = captions.label(table.columns[index], of: expression)
    }
    let columns = table.columns
    for (index, column) in columns.enumerated() {
      let alike = columns.indices.filter { $0 != index && columns[$0].label == column.label }
      if alike.contains(where: { columns[$0].unit != column.unit }) {
        table.columns[index].label += composer.language.perWords(column.unit)
      } else if alike.contains(where: { query.values[$0].date != query.values[index].date }) {
        let day = try day(of: query.values[index], composer)
        let date = Sentences(composer.language).shortDate(day)
        table.columns[index].label += ", \(date)"
        table.columns[index].name = "\(composer.language.columnName(column)), \(date)"
      }
    }
    return table
  }

  /// The published cells, their measures called as the dictionary does.
  func cells(_ composer: Composer) throws -> Tabulation {
    try composer.edition.catalog.tabulate(query, edition: composer.edition.date)
  }
}
