import Domain
import TerminalCore

/// What stands between the keyboard and a sealed program; no cell of content is shown with it.
package struct LockScreen: Equatable, Sendable {
  package enum Purpose: Equatable, Sendable {
    /// Nothing is open.
    case logIn
    /// Somebody's work is behind it, as they left it.
    case unlock
    /// A new program, whose recovery key is on the screen until part of it is typed back.
    case recovery(RecoveryCard)
  }

  package var purpose: Purpose
  /// Who; given while somebody's work is behind it.
  ///
  /// Of a recovery key, the group that is asked for.
  package var code: TextField
  package var passphrase = TextField()
  /// Which of the two is typed in.
  package var isAtCode: Bool
  /// Why the last try wasn't taken.
  package var problem: String?

  /// The page before anything is open; the code of who was here last is filled in, and another that is
  /// typed replaces it.
  package static func logIn(code: String) -> LockScreen {
    LockScreen(
      purpose: .logIn,
      code: TextField(code, isSelected: true),
      isAtCode: code.isEmpty
    )
  }

  /// The page on which a new program's recovery key is written down.
  package static func recovery(_ card: RecoveryCard) -> LockScreen {
    LockScreen(purpose: .recovery(card), code: TextField(), isAtCode: true)
  }

  static func unlock(code: String) -> LockScreen {
    LockScreen(purpose: .unlock, code: TextField(code), isAtCode: false)
  }
}

/// A recovery key as it is printed, and which of its groups is to be typed back.
package struct RecoveryCard: Equatable, Sendable {
  package var groups: [String]
  /// One of the groups, from 0.
  package var asked: Int

  package init(groups: [String], asked: Int) {
    self.groups = groups
    self.asked = asked
  }

  /// Whether it is the group that was asked for, in any case; letters that look like digits aren't
  /// used in keys, and are taken for those.
  func isAnswered(by text: String) -> Bool {
    let letters = text.withoutOuterSpaces.uppercased().map { letter -> Character in
      switch letter {
      case "O": "0"
      case "I", "L": "1"
      default: letter
      }
    }
    return groups[asked] == String(letters)
  }
}
