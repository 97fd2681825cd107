import Glibc

/// Tells a person at a terminal how far a check has come, and stops it on Ctrl-C; a script sees
/// nothing of it.
final class CheckProgress {
  private let isShown = isatty(STDERR_FILENO) == 1
  private var shown = 0
  private static let step = 200

  /// Shows about every 200 files.
  ///
  /// - Returns: False once a signal waits to end the process.
  func show(_ done: Int, _ all: Int) -> Bool {
    let goesOn = !HeldSignals.isOneWaiting
    guard isShown else { return goesOn }
    if done >= all || !goesOn {
      if shown > 0 { write("\r\u{1B}[K") }
      shown = 0
    } else if done - shown >= Self.step {
      shown = done
      write("\r\(done) of \(all) files. Ctrl-C stops. ")
    }
    return goesOn
  }

  private func write(_ text: String) {
    let bytes = Array(text.utf8)
    _ = bytes.withUnsafeBytes { Glibc.write(STDERR_FILENO, $0.baseAddress, $0.count) }
  }
}
