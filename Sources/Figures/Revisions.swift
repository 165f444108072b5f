import Language
import Quantities
import Statistics

extension Language {
  /// "(r) " before the fall of a cumulative figure, so that the numbers of a column stay aligned; else nothing.
  public func revisionMark(_ value: Published<Quantity>, of column: Tabulation.Column) -> String {
    guard column.fallIsRevision, let number = value.value?.value, number < 0 else { return "" }
    return words.revised + "\u{A0}"
  }
}
