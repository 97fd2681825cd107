import Glibc

/// What the system's folder of processes says.
enum ProcessFacts {
  /// A small file of that folder; empty where it can't be read.
  static func text(_ path: String) -> String {
    let file = open(path, O_RDONLY | O_CLOEXEC)
    guard file >= 0 else { return "" }
    defer { close(file) }
    var bytes = [UInt8](repeating: 0, count: 8_192)
    let count = read(file, &bytes, bytes.count)
    return String(decoding: bytes.prefix(max(0, count)), as: UTF8.self)
  }

  /// The number behind a name at the beginning of a line.
  static func number(_ name: String, in path: String) -> Int? {
    for line in text(path).split(separator: "\n") where line.hasPrefix(name) {
      return line.split(whereSeparator: { !$0.isNumber }).first.flatMap { Int($0) }
    }
    return nil
  }

  /// How long a process has been computing; nil where it is gone.
  static func computing(_ process: pid_t) -> Nanoseconds? {
    // What stands before may have spaces: the program's name, in brackets.
    let fields = text("/proc/\(process)/stat").split(separator: ")").last?.split(separator: " ")
    guard let fields, fields.count > 12, let user = Int(fields[11]), let system = Int(fields[12])
    else { return nil }
    return Nanoseconds(count: (user + system) * (1_000_000_000 / sysconf(Int32(_SC_CLK_TCK))))
  }
}

/// Lists of texts as C wants them: pointers, the last one null.
enum CStrings {
  static func with<Answer>(
    _ texts: [String],
    _ body: (UnsafePointer<UnsafeMutablePointer<CChar>?>) -> Answer
  ) -> Answer {
    let pointers = texts.map { strdup($0) } + [nil]
    defer { for pointer in pointers { free(pointer) } }
    return pointers.withUnsafeBufferPointer { list in
      guard let start = list.baseAddress else { preconditionFailure("the list has an end") }
      return body(start)
    }
  }
}

/// A folder for a trial, gone with it.
final class TrialFolder {
  let path: String

  init(_ name: String) throws(ToolError) {
    let base = getenv("TMPDIR").map { String(cString: $0) } ?? "/tmp"
    var template = Array("\(base)/caseload-\(name)-XXXXXX".utf8CString)
    guard mkdtemp(&template) != nil else {
      throw ToolError("a temporary folder can't be made in \(base)", status: 73)
    }
    path = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }

  deinit { FileTree.remove(path) }
}
