import Digests
import Settings

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// What tells the program that runs from others: another build may write other bytes.
enum Program {
  /// The linker's build identifier, which is a hash of the whole; the program's own digest where there is none.
  static func digest() -> String {
    let path = realpath("/proc/self/exe", nil)
    defer { free(path) }
    let file = path.map { String(cString: $0) } ?? CommandLine.arguments[0]
    let head = head(of: file)
    return buildID(in: head) ?? (try? fileBytes(file)).map(SHA256.hex) ?? Velin.version
  }

  /// The bytes that a file starts with.
  private static func head(of path: String) -> [UInt8] {
    guard let file = fopen(path, "rb") else { return [] }
    defer { fclose(file) }
    return [UInt8](unsafeUninitializedCapacity: 4096) { buffer, count in
      count = fread(buffer.baseAddress, 1, 4096, file)
    }
  }

  /// The note `NT_GNU_BUILD_ID` of an ELF file: sizes of name and identifier, type 3, "GNU", the identifier.
  private static func buildID(in head: [UInt8]) -> String? {
    let mark: [UInt8] = [4, 0, 0, 0, 20, 0, 0, 0, 3, 0, 0, 0] + Array("GNU\0".utf8)
    guard let at = head.firstRange(of: mark)?.upperBound, at + 20 <= head.count else { return nil }
    return SHA256.hex(Array(head[at..<(at + 20)]))
  }
}

/// How many processors this process may use.
func processors() -> Int { max(1, sysconf(Int32(_SC_NPROCESSORS_ONLN))) }
