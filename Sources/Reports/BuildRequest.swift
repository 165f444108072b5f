import Settings

/// What a user asks for: one edition of one report.
public struct BuildRequest: Sendable {
  public struct Parameter: Hashable, Sendable {
    public var name: String
    public var value: String

    public init(name: String, value: String) {
      self.name = name
      self.value = value
    }
  }

  /// The path of the report file.
  public var report: String
  public var parameters: [Parameter]
  /// The folder of read tables; `nil` reads everything anew.
  public var cache: String?
  /// Whether sources older than their declared freshness are printed all the same.
  public var allowStale: Bool
  /// Where every file that is read is noted.
  public var log: InputLog?

  public init(
    report: String, parameters: [Parameter], cache: String? = nil, allowStale: Bool = false,
    log: InputLog? = nil
  ) {
    self.report = report
    self.log = log
    self.parameters = parameters
    self.cache = cache
    self.allowStale = allowStale
  }
}
