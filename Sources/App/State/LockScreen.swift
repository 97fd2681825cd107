import TerminalCore

/// What stands between the keyboard and a sealed program; no cell of content is shown with it.
package struct LockScreen: Equatable, Sendable {
  package enum Purpose: Equatable, Sendable {
    /// Nothing is open.
    case logIn
    /// Somebody's work is behind it, as they left it.
    case unlock
  }

  package var purpose: Purpose
  /// Who; given while somebody's work is behind it.
  package var code: TextField
  package var passphrase = TextField()
  /// Which of the two is typed in.
  package var isAtCode: Bool
  /// Why the last try wasn't taken.
  package var problem: String?

  /// The page before anything is open; the code of who was here last is filled in.
  package static func logIn(code: String) -> LockScreen {
    LockScreen(purpose: .logIn, code: TextField(code), isAtCode: code.isEmpty)
  }

  static func unlock(code: String) -> LockScreen {
    LockScreen(purpose: .unlock, code: TextField(code), isAtCode: false)
  }
}

/// How long a sealed program stands open while nobody touches a key, in minutes.
enum IdleRule {
  static let lock = 5
  /// While a group runs, the keyboard rests longer.
  static let lockInGroup = 10
  static let logOff = 30
}
