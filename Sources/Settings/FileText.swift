import Diagnostics
internal import Digests

/// The bytes of a file, noted in `log`; `cannot-read` (exit code 66) says why where there are none.
public func fileBytes(_ path: String, noting log: InputLog? = nil) throws -> [UInt8] {
  do {
    let bytes = try contents(of: path)
    log?.note(path, bytes)
    return bytes
  } catch {
    log?.note(path, digest: nil)
    throw error
  }
}

private func contents(of path: String) throws -> [UInt8] {
  let file = try OpenFile(path)
  var reading: Result<Void, any Error> = .success(())
  let bytes = [UInt8](unsafeUninitializedCapacity: file.size) { buffer, count in
    reading = Result { count = try file.fill(UnsafeMutableRawBufferPointer(buffer)) }
  }
  try reading.get()
  return bytes
}

/// The SHA-256 digest of a file's bytes, noted in `log`. The file is never in memory as a whole.
public func fileDigest(_ path: String, noting log: InputLog? = nil) throws -> String {
  do {
    let digest = try digest(of: path)
    log?.note(path, digest: digest)
    return digest
  } catch {
    log?.note(path, digest: nil)
    throw error
  }
}

private func digest(of path: String) throws -> String {
  let file = try OpenFile(path)
  var digest = SHA256()
  let piece = UnsafeMutableRawBufferPointer.allocate(byteCount: 1 << 17, alignment: 16)
  defer { piece.deallocate() }
  while true {
    let count = try file.fill(piece)
    digest.add(UnsafeRawBufferPointer(rebasing: piece[..<count]))
    if count < piece.count { return digest.hex }
  }
}

/// A text file, checked to be UTF-8; a byte-order mark is dropped.
public func fileText(_ path: String, noting log: InputLog? = nil) throws -> SourceFile {
  var bytes = try fileBytes(path, noting: log)
  if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { bytes.removeFirst(3) }
  guard let text = String(validating: bytes, as: UTF8.self) else { throw notUTF8(bytes, path) }
  return SourceFile(path: path, text: text)
}

/// Throws `not-utf8` where bytes are not well-formed UTF-8. Bytes that are all ASCII, as tables are, pass quickly.
public func checkUTF8(_ bytes: [UInt8], path: String) throws {
  let isASCII = bytes.withUnsafeBytes { buffer in
    let words = buffer.count / 8
    for index in 0..<words
    where buffer.loadUnaligned(fromByteOffset: index * 8, as: UInt64.self) & 0x8080_8080_8080_8080 != 0 {
      return false
    }
    return buffer[(words * 8)...].allSatisfy { $0 < 0x80 }
  }
  if isASCII || String(validating: bytes, as: UTF8.self) != nil { return }
  throw notUTF8(bytes, path)
}

/// The line of the first byte that is not UTF-8, with a caret under that byte.
private func notUTF8(_ bytes: [UInt8], _ path: String) -> Failure {
  let at = validPrefix(bytes)
  let start = bytes[..<at].lastIndex(of: 0x0A).map { $0 + 1 } ?? 0
  let end = bytes[at...].firstIndex { $0 == 0x0A || $0 == 0x0D } ?? bytes.count
  let line = bytes[..<start].reduce(1) { $1 == 0x0A ? $0 + 1 : $0 }
  let column = String(decoding: bytes[start..<at], as: UTF8.self).count + 1
  let text = String(decoding: bytes[start..<end], as: UTF8.self)
  return Failure(Messages.notUTF8(path: path, line: line, column: column, text: text))
}

/// How many bytes from the start are well-formed UTF-8.
private func validPrefix(_ bytes: [UInt8]) -> Int {
  var decoder = UTF8()
  var iterator = bytes.makeIterator()
  var valid = 0
  while case .scalarValue(let scalar) = decoder.decode(&iterator) { valid += UTF8.width(scalar) }
  return valid
}
