extension Language {
  public static let english = Language(
    tables: Tables(
      tag: "en", words: .english, marks: NumberMarks(group: ",", decimal: "."), units: .english,
      calendar: .english, articles: .english, spelling: .english, orthography: .english,
      approximations: .english, quality: .english, sheets: .english))
}

extension Words {
  static let english = Words(
    figure: "Figure", map: "Map", table: "Table", reading: "Reading", scope: "Scope", source: "Source",
    note: "Note", outlinesBy: "outlines: {source}", colon: ": ", semicolon: "; ", contents: "Contents",
    figures: "Figures, maps and tables", signs: "Signs",
    keyPoints: "Key points", page: "page", continued: "(continued)", continuedOverleaf: "Continued overleaf",
    dataOf: "Data as of {date}", secret: "s", secretMeaning: "statistical secrecy", unavailable: "n/a",
    unavailableMeaning: "not available", revised: "(r)", revisedMeaning: "revised",
    rounded: "Parts are rounded and may not add up to the total.", median: "median", mean: "mean",
    weightedMean: "weighted mean", movingMean: "mean over {days}", total: "All", other: "Other",
    share: "share", change: "Change", rank: "rank", dataColumn: "Data of", amountColumn: "Amount",
    code: "Code", low: "minimum", high: "maximum",
    notLocated: "not located", during: "in {interval}", fromTo: "{low} to under {high}",
    fromToClosed: "{low} to {high}", under: "under {high}", over: "{low} and over", up: "up by {amount}",
    down: "down by {amount}", stable: "stable", and: "and")
}

extension UnitWords {
  static let english = UnitWords(
    euro: [.one: "€", .thousand: "€k", .million: "€m", .billion: "€bn"],
    euros: [
      .one: "euros", .thousand: "thousand euros", .million: "million euros", .billion: "billion euros",
    ],
    counts: [.thousand: "thousand", .million: "million", .billion: "billion"],
    number: "number", percent: "%", hour: ["hour", "hours"], day: ["day", "days"],
    point: ["point", "points"], space: Space.noBreak, percentSpace: "", money: "{currency}{number}{scale}",
    per: " per ", pluralFrom: 1, joinsWithOf: false)
}

extension CalendarWords {
  static let english = CalendarWords(
    months: [
      "January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
      "November", "December",
    ],
    abbreviations: [
      "Jan", "Feb", "Mar", "Apr", "May", "June", "July", "Aug", "Sept", "Oct", "Nov", "Dec",
    ],
    firstDay: "1", long: "{day}\(Space.noBreak){month} {year}", short: "{day}/{month}/{year}",
    dayMonth: "{day}\(Space.noBreak){month}", monthYear: "{month} {year}", period: "{from} to {to}",
    since: "since {date}",
    week: "week\(Space.noBreak){week}")
}

extension Articles {
  static let english = Articles(
    before: [
      .none: ["", "", "", "", "", ""],
      .of: ["of ", "of ", "of ", "of ", "of ", "of "],
      .to: ["to ", "to ", "to ", "to ", "to ", "to "],
      .in: ["in ", "in ", "in ", "in ", "in ", "in "],
    ],
    places: [:], alone: [:])
}

extension Spelling {
  static let english = Spelling(
    numbers: (0...99).map(englishNumber) + ["one hundred"],
    firstOrdinal: ["st", "st"], ordinals: ["th", "st", "nd", "rd", "th"],
    raised: ["st", "nd", "rd", "th"], raisedAfterRoman: [], numberWords: [:])

  private static func englishNumber(_ number: Int) -> String {
    let small = [
      "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven",
      "twelve",
      "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen",
    ]
    if number < 20 { return small[number] }
    let tens = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]
    let rest = number % 10
    return tens[number / 10 - 2] + (rest == 0 ? "" : "-" + small[rest])
  }
}

extension Orthography {
  static let english = Orthography(
    before: [:], openQuote: "\u{201C}", closeQuote: "\u{201D}", insideQuotes: "",
    beforeUnit: ["million": Space.noBreak, "billion": Space.noBreak, "days": Space.noBreak],
    beforeNumber: ["no.", "p."],
    group: ",", months: Set(CalendarWords.english.months), firstDay: CalendarWords.english.firstDay)
}
