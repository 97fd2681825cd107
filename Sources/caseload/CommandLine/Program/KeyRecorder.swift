import Glibc
import TerminalCore

/// Writes down what is typed, with its times, for `DevTool replay`.
///
/// ```text
/// # caseload keys 1
/// 0 size 80x24
/// 1520 key n
/// 2210 paste two lines\nof text
/// ```
///
/// Milliseconds since the start, then what came; in pasted text a backslash is doubled. Words that
/// somebody types are in it: it is meant for the pretend program.
final class KeyRecorder {
  private let descriptor: Int32
  private let start: timespec

  /// Begins a new recording, readable by this person alone.
  init(path: String, size: Size) throws(CommandError) {
    let flags = O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW
    descriptor = open(path, flags, 0o600)
    start = Self.uptime()
    guard descriptor >= 0 else {
      throw .system(.cantCreate, "The recording of keys can't be made")
    }
    write("# caseload keys 1\n")
    record(size)
  }

  deinit { close(descriptor) }

  func record(_ size: Size) { write(line("size", "\(size.columns)x\(size.rows)")) }

  func record(_ input: InputEvent) {
    switch input {
    case .key(let key): write(line("key", key.notation))
    case .paste(let text): write(line("paste", Self.escaped(text)))
    }
  }

  private func line(_ what: String, _ value: String) -> String {
    let now = Self.uptime()
    let milliseconds =
      (now.tv_sec - start.tv_sec) * 1_000 + (now.tv_nsec - start.tv_nsec) / 1_000_000
    return "\(milliseconds) \(what) \(value)\n"
  }

  /// Writes a line; one that doesn't get through is given up, the program's work goes before.
  private func write(_ text: String) {
    let bytes = Array(text.utf8)
    _ = bytes.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
  }

  private static func escaped(_ text: String) -> String {
    var result = ""
    for character in text {
      switch character {
      case "\\": result += "\\\\"
      case "\n": result += "\\n"
      default: result.append(character)
      }
    }
    return result
  }

  private static func uptime() -> timespec {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return time
  }
}
