/// A sheet that was built: what the journal keeps of it, and the manifest says.
struct Sheet: Codable, Hashable {
  struct File: Codable, Hashable {
    /// From the folder of the batch.
    var path: String
    var bytes: Int
    var sha256: String
  }

  var code: String
  var name: String
  var pages: Int
  var files: [File]
}
