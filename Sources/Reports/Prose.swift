import Diagnostics
import Language
import Quantities
import Statistics

/// Gives the text of `{{ … }}`: `fds.amount`, `fds.amount.change | unsigned, 0`, `max-name x by departement | in`.
struct Prose {
  let edition: Edition
  /// A title must not say that something is secret or not available.
  var isTitle = false

  /// How a value is written, after `|`.
  private struct Form {
    var decimals: Int?
    var isLong = false
    var isAbout = false
    var isWords = false
    var isCapital = false
    /// Of names: the one for little room.
    var isShort = false
    var isUnsigned = false
    var isSigned = false
    var preposition: Preposition?
  }

  func text(_ placeholder: Markdown.Placeholder) throws -> String {
    let word = Fence.Word(text: placeholder.text, span: placeholder.span)
    let parts = word.split("|")
    let form = try parts.dropFirst().first.map(form) ?? Form()
    let text = try text(parts[0], form)
    if [edition.language.words.secret, edition.language.words.unavailable].contains(text) {
      if isTitle { throw Failure(Messages.unpublishedTitle(placeholder, sign: text)) }
      return text
    }
    return form.isCapital ? text.prefix(1).uppercased() + text.dropFirst() : text
  }

  private func text(_ head: Fence.Word, _ form: Form) throws -> String {
    if let parameter = edition.parameters[head.text] { return text(parameter) }
    if let fact = try snapshotFact(head, form) ?? territoryFact(head, form) { return fact }
    if let fact = try statistic(head, form) { return fact }
    let expression = try edition.catalog.parse(head.text, at: head.span)
    let value = try edition.catalog.value(expression, edition: edition.date)
    if case .unavailable = value { try requireSnapshots(of: expression) }
    let column = try edition.catalog.column(expression, edition: edition.date)
    return written(value, form, isChange: column.isChange)
  }

  /// Sentences do not say "nd" of what has not begun.
  private func requireSnapshots(of expression: Expression) throws {
    for cube in expression.cubes.compactMap(edition.catalog.cube) {
      _ = try edition.catalog.snapshot(of: cube, edition: edition.date)
    }
  }

  private func text(_ parameter: Parameters.Value) -> String {
    if case .date(let date) = parameter { edition.language.date(date) } else { parameter.plain }
  }

  private func written(_ value: Published<Quantity>, _ form: Form, isChange: Bool) -> String {
    let language = edition.language
    switch value {
    case .secret: return language.words.secret
    case .unavailable: return language.words.unavailable
    case .value(var quantity):
      if form.isUnsigned { quantity.value = abs(quantity.value) }
      let signed = form.isSigned || (isChange && !form.isUnsigned)
      if form.isWords { return language.spelled(Int(quantity.value.rounded())) }
      if form.isAbout { return language.about(quantity) }
      let decimals = decimals(form, quantity)
      if form.isLong {
        return language.phrase(quantity, decimals: decimals, signed: signed, spelled: true)
      }
      return language.amount(quantity, decimals: decimals, signed: signed)
    }
  }

  /// As asked for, but a scaled number keeps two digits: "1,2 Md€".
  private func decimals(_ form: Form, _ quantity: Quantity) -> Int? {
    let scale = edition.language.scale(of: quantity.value, unit: quantity.unit)
    let isShort = scale != .one && (quantity.value / scale.factor).magnitude < 9.5
    return form.decimals.map { isShort ? max($0, 1) : $0 }
  }

  // MARK: Dates and intervals of a cube

  /// `fds.date`, `fds.previous-date`, `fds.interval`.
  private func snapshotFact(_ head: Fence.Word, _ form: Form) throws -> String? {
    let parts = head.text.split(separator: ".").map(String.init)
    guard parts.count == 2, let cube = edition.catalog.cube(parts[0]) else { return nil }
    let language = edition.language
    let snapshot = try edition.catalog.snapshot(of: cube, edition: edition.date)
    switch parts[1] {
    case "date": return language.date(snapshot.date)
    case "previous-date": return snapshot.previous.map { language.date($0) } ?? language.words.unavailable
    case "interval":
      guard let days = snapshot.days else { return language.words.unavailable }
      guard form.isWords else { return language.days(days) }
      return language.days(days).replacingNumber(with: language.spelled(days))
    default: return nil
    }
  }

  // MARK: Statistics over members

  private static let functions = ["max", "max-name", "min", "min-name", "median", "count", "rank"]

  /// `max EXPR by LEVEL`, `max-name …`, `min …`, `median …`, `count EXPR by LEVEL above N`, `rank EXPR by LEVEL`.
  private func statistic(_ head: Fence.Word, _ form: Form) throws -> String? {
    guard let space = head.text.firstIndex(of: " ") else { return nil }
    let name = String(head.text[..<space])
    guard Self.functions.contains(name) else { return nil }
    let rest = head.dropping(name.utf8.count).trimmed
    guard let by = rest.text.firstRange(of: " by ") else {
      throw Failure(Messages.badValue(rest, expected: "`\(name) measure by level`"))
    }
    let width = rest.text.utf8.distance(from: rest.text.startIndex, to: by.lowerBound)
    let asked = rest.keeping(width).trimmed
    let words = rest.dropping(width + 4).trimmed.text.split(separator: " ").map(String.init)
    let catalog = catalog(asked: asked.text, by: words.first ?? "")
    let query = Query([try catalog.parse(asked.text, at: asked.span)], by: [words.first ?? ""])
    let table = try catalog.tabulate(query, edition: edition.date)
    let limit = words.count == 3 ? Double(words[2]) : nil
    if name == "rank" { return try rank(in: table, at: head) }
    if name == "count" { return count(in: table, limit: limit, form) }
    let members = table.rows.filter { $0.role == .member }
      .compactMap { row in row.values.first?.value.map { (row.member, $0) } }
      .sorted { $0.1.value > $1.1.value }
    return result(name, members, form)
  }

  /// `members`: the largest value first.
  private func result(_ name: String, _ members: [(Member, Quantity)], _ form: Form) -> String {
    guard let first = members.first, let last = members.last else {
      return edition.language.words.unavailable
    }
    switch name {
    case "max": return written(.value(first.1), form, isChange: false)
    case "min": return written(.value(last.1), form, isChange: false)
    case "max-name": return self.name(first.0, form)
    case "min-name": return self.name(last.0, form)
    default:
      let middle = members.count / 2
      let value =
        members.count % 2 == 1
        ? members[middle].1.value : (members[middle - 1].1.value + members[middle].1.value) / 2
      return written(.value(Quantity(value, first.1.unit, first.1.kind)), form, isChange: false)
    }
  }

  /// Territories are compared over the whole country, unless the expression says where: `in region`.
  private func catalog(asked text: String, by level: String) -> Catalog {
    let isTerritorial = edition.catalog.territorialLevels.contains(level)
    return isTerritorial && text.firstRange(of: " in ") == nil
      ? edition.catalog.ofWholeCountry : edition.catalog
  }

  // Every sheet asks for these of all territories: rows are looked at where they are, not copied and sorted.

  /// Members that have a value, or one of at least `limit`.
  private func count(in table: Tabulation, limit: Double?, _ form: Form) -> String {
    let known = table.rows.indices.count { memberValue(table, $0) != nil }
    guard known > 0 else { return edition.language.words.unavailable }
    let count =
      limit.map { limit in table.rows.indices.count { memberValue(table, $0).map { $0 >= limit } ?? false } }
      ?? known
    return form.isWords
      ? edition.language.spelled(count) : edition.language.number(Double(count), decimals: 0)
  }

  private func memberValue(_ table: Tabulation, _ index: Int) -> Double? {
    table.rows[index].role == .member ? table.rows[index].values.first?.value?.value : nil
  }

  /// The place of the sheet's territory, the largest value first: "29e".
  private func rank(in table: Tabulation, at head: Fence.Word) throws -> String {
    guard let home = edition.catalog.home else { throw Failure(Messages.noHome(head)) }
    func value(_ index: Int) -> Double? { memberValue(table, index) }
    let place = table.rows.indices.first {
      table.rows[$0].member.code == home.member.code && value($0) != nil
    }
    guard let own = place.flatMap(value) else { return edition.language.words.unavailable }
    return edition.language.ordinal(table.rows.indices.count { value($0).map { $0 > own } ?? false } + 1)
  }

  // MARK: The territory of a sheet

  /// `territory`, `territory.code`, and the same of what holds it: `region`, `region.code`.
  private func territoryFact(_ head: Fence.Word, _ form: Form) throws -> String? {
    let parts = head.text.split(separator: ".").map(String.init)
    guard let first = parts.first, parts.count == 1 || parts == [first, "code"] else { return nil }
    guard first == "territory" || edition.catalog.territorialLevels.dropFirst().contains(first) else {
      return nil
    }
    guard let home = edition.catalog.home else { throw Failure(Messages.noHome(head)) }
    let holders = [home.member] + home.ancestors
    let member = first == "territory" ? home.member : holders.first { $0.level == first }
    guard let member else { return edition.language.words.unavailable }
    return parts.count == 2 ? member.code : name(member, form)
  }

  private func name(_ member: Member, _ form: Form) -> String {
    guard let article = member.article, let preposition = form.preposition else {
      return form.isShort ? member.shortLabel : member.label
    }
    return edition.language.withArticle(member.label, article: article, preposition: preposition)
  }

  // MARK: Forms

  private func form(_ word: Fence.Word) throws -> Form {
    var form = Form()
    for piece in word.split(",") {
      switch piece.text {
      case "long": form.isLong = true
      case "about": form.isAbout = true
      case "words": form.isWords = true
      case "capital": form.isCapital = true
      case "short": form.isShort = true
      case "unsigned": form.isUnsigned = true
      case "signed": form.isSigned = true
      case "of": form.preposition = .of
      case "in": form.preposition = .in
      case "to": form.preposition = .to
      case "the": form.preposition = Preposition.none
      default:
        guard let decimals = Int(piece.text), (0...6).contains(decimals) else {
          throw Failure(
            Messages.notAChoice(
              piece,
              known: [
                "long", "about", "words", "capital", "short", "unsigned", "signed", "of", "in", "to", "the",
                "0",
                "1", "2",
              ]))
        }
        form.decimals = decimals
      }
    }
    return form
  }
}

extension String {
  /// The first place of a short text.
  func firstRange(of text: String) -> Range<String.Index>? {
    var start = startIndex
    while start < endIndex {
      if self[start...].hasPrefix(text) { return start..<index(start, offsetBy: text.count) }
      start = index(after: start)
    }
    return nil
  }

  /// "9 jours" with "neuf" becomes "neuf jours".
  fileprivate func replacingNumber(with word: String) -> String {
    word + drop { $0.isNumber }
  }
}
