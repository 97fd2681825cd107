internal import CNcurses

/// Keeps the runtime from speaking on the screen when the program crashes.
///
/// The handlers that give the terminal back are armed by `TerminalSession` for as long as it holds
/// the terminal.
package enum CrashRestore {
  /// Takes the fatal signals from Swift's backtracer, and forbids core dumps.
  ///
  /// On a terminal the backtracer asks questions and offers a debugger: with the program's memory
  /// behind it, that would be a disclosure. It is installed before the first line of ours, so this
  /// is the first thing to do; starting the program once more without it would cost more.
  package static func silenceBacktracer() {
    cn_leave_crashes_to_system()
  }
}
