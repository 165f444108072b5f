import Digests
import Settings

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// The digest of the program that runs: another build may write other bytes.
enum Program {
  static func digest() -> String {
    let path = realpath("/proc/self/exe", nil)
    defer { free(path) }
    let file = path.map { String(cString: $0) } ?? CommandLine.arguments[0]
    return (try? fileBytes(file)).map(SHA256.hex) ?? Velin.version
  }
}

/// How many processors this process may use.
func processors() -> Int { max(1, sysconf(Int32(_SC_NPROCESSORS_ONLN))) }
