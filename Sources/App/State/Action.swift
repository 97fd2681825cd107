package import Domain
package import TerminalCore

/// What the reducer is given: something that happened.
package enum Action: Equatable, Sendable {
  case input(InputEvent)
  case resized(Size)
  /// A minute, or a deadline, has passed.
  case ticked
  case saved(RecordReference)
  /// The disk refused: why, in words that say what to do.
  case saveFailed(RecordReference, why: String)
  /// The record on disk was newer: the data as it is now with it, and whether the own change is in.
  case merged(RecordReference, ProgramData, why: String)
  case loaded(ProgramData)
  case themesFound([ThemeChoice])
  case opened(ProgramData, StaffID?)
  case openFailed(why: String)
  /// SIGTERM, SIGINT, SIGHUP: save what waits, then leave.
  case terminate
}
