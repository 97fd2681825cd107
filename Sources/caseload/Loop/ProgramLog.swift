import App
import Glibc
import TerminalCore

/// The developers' log: what woke the program and what it did; identifiers, never names.
///
/// What is typed into a text field isn't written down.
struct ProgramLog {
  private let descriptor: Int32?
  private let start: timespec

  /// - Parameter path: Where to append; nil keeps no log.
  /// - Throws: Why it can't be written.
  init(path: String?) throws(CommandError) {
    var now = timespec()
    clock_gettime(CLOCK_MONOTONIC, &now)
    start = now
    guard let path else {
      descriptor = nil
      return
    }
    let opened = open(path, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC | O_NOFOLLOW, 0o600)
    var facts = stat()
    guard opened >= 0, fstat(opened, &facts) == 0 else {
      throw .system(.cantCreate, "The log \(path) can't be written")
    }
    guard facts.st_nlink == 1 else {
      close(opened)
      throw CommandError(
        .cantCreate,
        "The log \(path) has a second name, so it may be something else too. It was left alone. "
          + "Give another name.",
        form: "caseload --log FILE, where FILE is new or a log"
      )
    }
    descriptor = opened
  }

  func write(_ text: String) {
    guard let descriptor else { return }
    var now = timespec()
    clock_gettime(CLOCK_MONOTONIC, &now)
    let seconds = now.tv_sec - start.tv_sec
    let milliseconds = seconds * 1000 + (now.tv_nsec - start.tv_nsec) / 1_000_000
    let line = "\(milliseconds) ms  \(text)\n"
    _ = line.utf8CString.withUnsafeBytes {
      Glibc.write(descriptor, $0.baseAddress, line.utf8.count)
    }
  }

  func write(_ input: InputEvent, context: Context) {
    guard descriptor != nil else { return }
    switch input {
    case .key(let key):
      let isTyped = (context == .text || context == .note) && key.typedScalar != nil
      write("key \(isTyped ? "(typed)" : key.notation) in \(context.rawValue)")
    case .paste(let text): write("paste of \(text.utf8.count) bytes")
    }
  }
}
