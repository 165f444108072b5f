/// What qpdf could not do, in its own words.
public struct QPDFError: Error, Hashable, Sendable, CustomStringConvertible {
  public var description: String

  init(_ description: String) { self.description = description }
}
