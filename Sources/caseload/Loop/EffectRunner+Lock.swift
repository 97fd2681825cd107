import App
import Domain
import Storage
import Terminal
import TerminalCore

/// Logging in to a sealed program, unlocking and leaving it.
extension EffectRunner {
  func runLock(_ effect: Effect, _ state: AppState) -> Action? {
    switch effect {
    case .logIn(let code, let passphrase):
      return attempt { () throws(StorageError) in
        let opening = try place.logIn(code: code, passphrase: passphrase)
        if let refusal = opening.staff.flatMap({ opening.data.refusalToSit($0) }) {
          place.logOff()
          return .logInRefused(why: refusal.message)
        }
        if let who = opening.staff.flatMap({ opening.data.staff[$0]?.code }) {
          // Where it can't be kept the code is typed next time; nothing depends on it.
          _ = settings.remember(counselor: who, program: opening.data.program.id)
        }
        let answer = opened { () throws(CommandError) in opening }
        idle.append(.renewal)
        return answer
      }
    case .unlock(let code, let passphrase):
      return attempt { () throws(StorageError) in
        try place.unlock(code: code, passphrase: passphrase)
          ? .unlocked : .logInRefused(why: "That is somebody else's passphrase.")
      }
    case .logOff:
      guard state.isEverythingSaved else {
        return .logInRefused(why: "Not logged off: not everything is saved yet. It is tried again.")
      }
      endAudit(by: state.staffID, .autoLogoff)
      if let folder = place.shared { notes.letGo(in: folder) }
      watch.forget()
      spelling.forget()
      place.logOff()
      return .loggedOff(ProgramData(program: .none))
    default: return nil
    }
  }

  /// Tries a passphrase, unless a wrong one was given just before.
  private func attempt(_ step: () throws(StorageError) -> Action) -> Action {
    let left = refusesUntil.milliseconds - EventLoop.now.milliseconds
    guard left <= 0 else {
      return .logInRefused(why: "Not tried: wait \(left / 1000 + 1) s after a wrong one.")
    }
    do throws(StorageError) { return try step() } catch {
      guard case .wrongPassphrase(let seconds) = error else {
        return .logInRefused(why: error.message)
      }
      refusesUntil = EventLoop.now + 1000 * seconds
      return .logInRefused(why: "\(error.message) Wait \(seconds) s.")
    }
  }
}

extension Program {
  /// What stands in the place of a program before one is open.
  static let none = Program(
    id: ID("pr_000000000000"),
    name: "Caseload",
    zone: .utc,
    isDemo: false
  )
}
