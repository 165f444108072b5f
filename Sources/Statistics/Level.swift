import Diagnostics

/// A level of a dimension with its members: departments, sections of the nomenclature, months.
struct Level: Sendable {
  /// What a code stands for, beside the entries of the nomenclature.
  enum CodeKind: String, Sendable {
    case item
    /// A remainder that the source sums up: `AUTRES`.
    case other
    /// What the source cannot or may not attribute: `Z`, `ND`.
    case unknown
    /// A sum over the others.
    case total
    /// A territory without outline or figures.
    case com
    case none
    case metropole, drom
  }

  struct Entry: Sendable {
    var member: Member
    var kind: CodeKind
    var parent: String?
    var population: Double?
  }

  let name: String
  /// The level above: the region of a department.
  let parent: String?
  /// In the order of the nomenclature.
  private(set) var entries: [Entry]
  private(set) var index: [String: Int]
  /// The entries without inhabitants: what has no place of its own.
  let uninhabited: [Int]

  init(name: String, parent: String?, entries: [Entry]) {
    self.name = name
    self.parent = parent
    self.entries = entries
    uninhabited = entries.indices.filter { entries[$0].population == nil }
    index = Dictionary(entries.enumerated().map { ($1.member.code, $0) }) { first, _ in first }
  }

  subscript(code: String) -> Entry? { index[code].map { entries[$0] } }
}

extension Level.Entry {
  /// Whether it stands for what has no place of its own.
  var isUnlocated: Bool { kind == .unknown || kind == .none }
}
