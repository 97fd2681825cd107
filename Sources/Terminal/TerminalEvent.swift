package import TerminalCore

/// What the loop woke up for.
package nonisolated enum TerminalEvent: Equatable, Sendable {
  case input(InputEvent)
  case resize(Size)
  /// A signal asks the program to end; save, leave, exit with 128 plus the number.
  case signal(Int32)
  /// The terminal is gone; save, and write nothing to it.
  case hangUp
  /// The program is asked to stop; save, then `Screen.suspend`.
  case suspend
  /// The program was stopped from outside and continued; `Screen.resume`.
  case continued
  /// The moment that was waited for has come.
  case deadline
  /// A descriptor that was asked for can be read.
  case readable(Int32)
}
