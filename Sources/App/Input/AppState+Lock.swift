import Domain
import TerminalCore

/// Locking a sealed program, and the page on which somebody logs in.
extension AppState {
  mutating func handleInLock(_ event: InputEvent) -> [Effect] {
    guard var lock else { return [] }
    switch event {
    case .paste(let text):
      if lock.isAtCode {
        lock.code.paste(text, at: now)
      } else {
        lock.passphrase.paste(text, at: now)
      }
      self.lock = lock
      return []
    case .key(let key): return handle(key, in: lock)
    }
  }

  private mutating func handle(_ key: Key, in old: LockScreen) -> [Effect] {
    var lock = old
    lock.problem = nil
    defer { if self.lock != nil { self.lock = lock } }
    switch key {
    case .control("q"):
      guard isEverythingSaved else {
        lock.problem = "Not everything is saved yet. Log in to see what isn't."
        return retrySaves()
      }
      return [.quit]
    case .control("c"): lock.problem = "Ctrl-Q quits."
    case .escape: lock.passphrase = TextField()
    case .tab, .shiftTab, .up, .down:
      switch lock.purpose {
      case .unlock: return logOff()
      case .logIn: lock.isAtCode.toggle()
      case .recovery: break
      }
    case .enter:
      if case .recovery(let card) = lock.purpose {
        confirm(card, &lock)
        return []
      }
      return answer(&lock)
    default:
      var kept = ""
      if lock.isAtCode {
        _ = lock.code.handle(key, at: now, clip: &kept)
      } else {
        _ = lock.passphrase.handle(key, at: now, clip: &kept)
      }
    }
    return []
  }

  /// Goes on once a part of the recovery key was typed back from paper.
  private mutating func confirm(_ card: RecoveryCard, _ lock: inout LockScreen) {
    if card.isAnswered(by: lock.code.text) {
      self.lock = nil
      say("Everything here is sealed. Ctrl-L locks it; caseload access lets others in.", .ok)
      askReadyWeek()
    } else {
      lock.problem = "That isn't what stands there. Compare it once more."
      lock.code = TextField()
    }
  }

  private mutating func answer(_ lock: inout LockScreen) -> [Effect] {
    guard !lock.code.text.allSatisfy(\.isWhitespace) else {
      lock.problem = "Your code is needed, as TB."
      return []
    }
    guard !lock.isAtCode else {
      lock.isAtCode = false
      return []
    }
    guard !lock.passphrase.text.isEmpty else {
      lock.problem = "The passphrase is needed. Nothing that is typed is shown."
      return []
    }
    let (code, passphrase) = (lock.code.text, lock.passphrase.text)
    lock.passphrase = TextField()
    switch lock.purpose {
    case .logIn, .recovery: return [.logIn(code: code, passphrase: passphrase)]
    case .unlock: return [.unlock(code: code, passphrase: passphrase)]
    }
  }

  mutating func refuseLogIn(_ why: String) {
    lock?.problem = why
  }

  /// Hides everything until the passphrase is given again; what is typed is written first.
  mutating func lockNow() -> [Effect] {
    guard lock == nil else { return [] }
    let typed = flushNote() + flushForms()
    lock = .unlock(code: staff?.code ?? "")
    return typed
  }

  /// Whether nothing is lost when everything in memory is forgotten.
  package var isEverythingSaved: Bool { unsaved.isEmpty && !isTextUnsaved }

  /// Writes what is typed, and leaves; somebody else may log in then, and whoever it was finds an
  /// open note open.
  mutating func logOff() -> [Effect] {
    if lock == nil { lock = .unlock(code: staff?.code ?? "") }
    return keepWhatIsTypedOpen() + savesOfUnsaved + [.logOff]
  }

  /// Writes what is typed and leaves, where somebody took the way in away.
  mutating func leaveShutOut() -> [Effect] {
    guard isSealed, lock?.purpose != .logIn else { return [] }
    let effects = logOff()
    lock?.problem =
      "Your way into this program was taken away, or your passphrase was changed in another window. "
      + "What you typed is kept. Log in again, or ask who may give passphrases."
    return effects
  }

  /// Forgets everything, and shows the page on which somebody logs in.
  mutating func forget(_ data: ProgramData) {
    var empty = AppState(data: data, now: now, size: size, seed: 0)
    empty.ids = ids
    empty.isSealed = true
    empty.machineNow = machineNow
    empty.lock = .logIn(code: "")
    empty.lock?.problem = lock?.problem
    empty.themes = themes
    empty.themeName = themeName
    empty.colorDepth = colorDepth
    empty.borders = borders
    empty.keymap = keymap
    self = empty
  }

  /// Locks, and later logs off, where nobody has touched a key for long.
  mutating func lockIfIdle() -> [Effect] {
    guard isSealed, let lastKeyAt, lock?.purpose != .logIn else { return [] }
    let idle = Instant.minutes(from: lastKeyAt, to: trueNow)
    let today = data.today(at: trueNow)
    let rules = data.rules(on: today)
    if idle >= rules.logOffMinutes { return logOff() }
    let limit = isInGroup ? rules.idleLockInGroupMinutes : rules.idleLockMinutes
    return idle >= limit ? lockNow() : []
  }

  /// So long after its planned end a group that nobody finished counts as live.
  private static let overrunMinutes = 60

  /// Whether whoever sits here leads a group that is live now.
  private var isInGroup: Bool {
    guard let staffID else { return false }
    let today = data.today(at: trueNow)
    return [today.adding(days: -1), today].flatMap(data.sessions(on:)).contains { session in
      session.state.status == .inProgress && session.state.leads(staffID)
        && Instant.minutes(from: session.state.scheduledEnd, to: trueNow) < Self.overrunMinutes
    }
  }
}
