import Pages

extension Structure.Role {
  /// The standard structure type (ISO 32000-1, 14.8.4).
  var name: String {
    switch self {
    case .document: "Document"
    case .section: "Sect"
    case .group: "Div"
    case .heading(let level): "H\(level)"
    case .paragraph: "P"
    case .span: "Span"
    case .list: "L"
    case .listItem: "LI"
    case .label: "Lbl"
    case .listBody: "LBody"
    case .table: "Table"
    case .tableHead: "THead"
    case .tableBody: "TBody"
    case .row: "TR"
    case .headerCell: "TH"
    case .cell: "TD"
    case .figure: "Figure"
    case .caption: "Caption"
    case .note: "Note"
    case .reference: "Reference"
    case .link: "Link"
    case .contents: "TOC"
    case .contentsItem: "TOCI"
    }
  }

  /// Whether it stands within a line of its parent's text.
  var isInline: Bool {
    switch self {
    case .span, .link, .reference: true
    case .document, .section, .group, .heading, .paragraph, .list, .listItem, .label, .listBody, .table,
      .tableHead, .tableBody, .row, .headerCell, .cell, .figure, .caption, .note, .contents, .contentsItem:
      false
    }
  }

  /// An empty cell still counts in its row; all else that says nothing is left out.
  var isKeptEmpty: Bool {
    switch self {
    case .cell, .headerCell: true
    case .document, .section, .group, .heading, .paragraph, .span, .list, .listItem, .label, .listBody,
      .table,
      .tableHead, .tableBody, .row, .figure, .caption, .note, .reference, .link, .contents, .contentsItem:
      false
    }
  }
}

extension Structure.Scope {
  var name: String {
    switch self {
    case .row: "Row"
    case .column: "Column"
    case .both: "Both"
    }
  }
}

extension Structure.Numbering {
  /// Of the signs that the standard knows, a disc is the one that says "no order".
  var name: String {
    switch self {
    case .sign: "Disc"
    case .decimal: "Decimal"
    }
  }
}
