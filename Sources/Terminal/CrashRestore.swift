internal import Glibc

/// Keeps the runtime from speaking on the screen when the program crashes.
///
/// The handlers that give the terminal back are armed by `TerminalSession` for as long as it holds
/// the terminal.
package enum CrashRestore {
  private static let variable = "SWIFT_BACKTRACE"
  private static let wanted = "enable=no"

  /// Starts the program once more without Swift's backtracer, unless it already is without.
  ///
  /// On a terminal the backtracer asks questions and offers a debugger: with the program's memory
  /// behind it, that would be a disclosure. It reads its setting before the first line of ours.
  package static func relaunchWithoutBacktracer() {
    if let value = getenv(variable), String(cString: value).contains(wanted) { return }
    setenv(variable, wanted, 1)
    let link = "/proc/self/exe"
    // By its own path, so that lists of processes show the program's name and not the link's.
    var path = [UInt8](repeating: 0, count: Int(PATH_MAX))
    let count = path.withUnsafeMutableBytes { bytes in
      bytes.baseAddress.map { readlink(link, $0, bytes.count) } ?? 0
    }
    if count > 0 {
      execv(String(decoding: path.prefix(count), as: UTF8.self), CommandLine.unsafeArgv)
    }
    execv(link, CommandLine.unsafeArgv)
  }
}
