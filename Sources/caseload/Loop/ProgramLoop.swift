import App
import Domain
import Glibc
import Storage
import Terminal
import TerminalCore
import UI

/// The one loop: wait, reduce everything that waits, show, carry out effects, show.
///
/// One thread; nothing else ever runs. What isn't urgent (writing the pretend program, reading
/// earlier weeks, the other themes) is done a piece at a time while no key waits.
final class ProgramLoop {
  private var state: AppState
  private let session: TerminalSession
  private let screen: Screen
  private let events: EventLoop
  private let runner: EffectRunner
  private var theme: Theme
  private var exitStatus: Int32?
  private var log: ProgramLog
  private let recorder: KeyRecorder?
  private var sync: SyncSignal
  private let firstEffects: [Effect]
  /// What is lost, where a signal ended it before all was saved.
  private(set) var loss: CommandError?

  init(start: LoopStart, session: TerminalSession, events: EventLoop) {
    state = start.state
    self.session = session
    self.events = events
    screen = Screen(session)
    runner = start.runner
    theme = start.theme
    log = start.log
    recorder = start.recorder
    sync = SyncSignal()
    firstEffects = start.firstEffects
    state.size = session.size
    if let notice = session.notice { state.say(notice, .warning) }
  }

  /// Runs until the person leaves or a signal ends it.
  ///
  /// - Returns: The exit status.
  func run() -> Int32 {
    _ = carryOut(firstEffects)
    show()
    log.write("first frame")
    while exitStatus == nil {
      // What is typed goes to disk before anything that isn't urgent is begun.
      let isIdle = runner.hasIdleWork(for: state) && typedAt == nil
      let wait = isIdle ? EventLoop.now : deadline()
      let woken = events.wait(until: wait, extraDescriptors: runner.watch.descriptors)
      let wasIdle = woken.allSatisfy { $0 == .deadline }
      turn(woken)
      if wasIdle, isIdle, exitStatus == nil, let action = runner.nextIdleWork(for: state) {
        take(action)
        show()
      }
    }
    // Whoever leaves is asked; a signal asks nobody.
    if exitStatus != 0, !state.losses.isEmpty {
      loss = Self.error(for: state, rescued: runner.rescue(state.lostTexts))
    }
    runner.endAudit(by: state.staffID)
    runner.close()
    return exitStatus ?? 0
  }

  private static func error(for state: AppState, rescued: String?) -> CommandError {
    let why = state.whyNotSaved ?? ""
    let first = why.firstRange(of: ". ").map { String(why[..<$0.lowerBound]) + "." } ?? why
    var error = CommandError(
      .inputOutput,
      "A signal ended the program before all was saved. \(first) What was on disk is whole; lost is "
        + "what was entered since in:"
    )
    error.details = state.losses
    if let rescued {
      error.details.append(
        "The texts of notes aren't lost: they are kept sealed in \(rescued), and go on when you log in "
          + "the next time."
      )
    }
    return error
  }

  /// One turn: every waiting event is reduced before anything is drawn or written.
  private func turn(_ woken: [TerminalEvent]) {
    let begin = EventLoop.now
    let wasMinute = clockMoved
    let lock = state.lock
    var effects: [Effect] = []
    var hasAnswers = false
    for event in woken {
      effects += reduced(event)
      // What was typed behind the key that opens a text belongs into that text.
      if effects.contains(where: \.changesWhereKeysGo), exitStatus == nil {
        _ = carryOut(effects)
        effects = []
        hasAnswers = true
      }
      // Keys that came together may pass through several texts.
      runner.tellViews(of: state)
    }
    let isLeaving = exitStatus != nil || effects.contains(.quit)
    let changed =
      woken.contains { !$0.isQuiet } || !effects.isEmpty || hasAnswers || clockMoved
      || state.lock != lock
    if changed && !isLeaving { show() }
    if carryOut(effects) > 0 && !isLeaving { show() }
    writeWhatIsTyped(since: begin, isLeaving: isLeaving)
    followWhatIsRead(isLeaving: isLeaving)
    lookAround(isLeaving: isLeaving)
    runner.tellViews(of: state)
    if wasMinute { runner.syncAudit() }
    if let news = runner.auditNews(), !isLeaving {
      take(news)
      show()
    }
    sync.tell()
  }

  private func reduced(_ event: TerminalEvent) -> [Effect] {
    switch event {
    case .input(let input):
      log.write(input, context: state.context)
      recorder?.record(input)
      state.data.orderFloor = ProgramClock.milliseconds
      return reduced(by: .input(input))
    case .resize(let size):
      screen.resize(to: size)
      recorder?.record(size)
      return reduced(by: .resized(size))
    case .deadline: return reduced(by: .ticked)
    case .signal(let number):
      exitStatus = 128 + number
      return reduced(by: .terminate)
    case .hangUp:
      exitStatus = 128 + SIGHUP
      return reduced(by: .terminate)
    case .suspend: return [.suspend]
    case .continued:
      screen.resume()
      return reduced(by: .resized(session.size))
    case .readable:
      runner.watch.takeNotices()
      return []
    }
  }

  private func reduced(by action: Action) -> [Effect] {
    state.machineNow = runner.machineNow
    return reduce(&state, action, at: runner.now)
  }

  /// Typed text waits so long at most until it is on disk; far less than the second that is promised,
  /// for machines that are busy.
  private static let draftMilliseconds = 300
  private var typedAt: MonotonicTime?

  /// Puts typed text on disk once it has waited long enough, also while typing goes on.
  ///
  /// - Parameters:
  ///   - begin: When what was typed in this turn was there.
  ///   - isLeaving: Whether everything is on its way to disk anyway.
  private func writeWhatIsTyped(since begin: MonotonicTime, isLeaving: Bool) {
    let isNoteWaiting = state.note.map { !$0.pending.isEmpty && $0.problem == nil } ?? false
    guard isNoteWaiting || state.hasUnwrittenForms, !isLeaving else {
      typedAt = nil
      return
    }
    let since = typedAt ?? begin
    typedAt = since
    guard EventLoop.now >= since + Self.draftMilliseconds else { return }
    typedAt = nil
    _ = carryOut(reduced(by: .draftDue))
    show()
  }

  /// What others write is looked at so often while it is read here.
  private static let followMilliseconds = 1000
  private var followedAt: MonotonicTime?

  private func followWhatIsRead(isLeaving: Bool) {
    guard let opening = state.followed, !isLeaving else {
      followedAt = nil
      return
    }
    guard let since = followedAt, EventLoop.now < since + Self.followMilliseconds else {
      followedAt = EventLoop.now
      if carryOut([.followNote(opening)]) > 0 { show() }
      return
    }
  }

  /// Shows what others did in the folder.
  private func lookAround(isLeaving: Bool) {
    guard !isLeaving else { return }
    let actions = runner.lookAround(for: state)
    for action in actions { take(action) }
    if !actions.isEmpty { show() }
  }

  /// Runs effects and their answers' effects until none is left.
  ///
  /// - Returns: How many answers came back.
  private func carryOut(_ effects: [Effect]) -> Int {
    var waiting = effects
    var answers = 0
    while !waiting.isEmpty {
      let effect = waiting.removeFirst()
      switch effect {
      case .redraw:
        screen.repaint()
        runner.watch.compare()
      case .suspend: stop()
      case .quit: if exitStatus == nil { exitStatus = 0 }
      case .quitOnceSaved: waiting += reduced(by: .leave)
      case .openNote, .followNote, .writeDraft, .keepVersion, .leaveDraft, .discardDraft,
        .bringBackDraft, .loadAudit, .loadDrafts, .keepForms, .loadForms, .sign, .addNoteEvent,
        .askPIN, .checkSpelling, .learnWord,
        .checkPIN, .setPIN, .save, .loadWeek, .loadCaseload, .readCaseload, .loadAhead,
        .loadAppointment, .remember, .openDemo,
        .readZones, .completePath, .create, .logIn, .unlock, .logOff, .grant, .writeOut,
        .readImport, .takeImport,
        .reverseImport, .saveRules, .loadPastRules,
        .tellRefused:
        guard let action = runner.run(effect, for: state) else { continue }
        answers += 1
        waiting += reduced(by: action)
      }
    }
    return answers
  }

  private func take(_ action: Action) {
    _ = carryOut(reduced(by: action))
  }

  private func stop() {
    screen.suspend()
    _ = reduced(by: .resized(session.size))
  }

  private var shownMinute: Int64 = 0
  private var clockMoved: Bool { state.now.secondsSince1970 / 60 != shownMinute }

  private func show() {
    shownMinute = state.now.secondsSince1970 / 60
    if let chosen = state.themes.first(where: { $0.name == state.themeName })?.theme {
      theme = chosen
    }
    let wanted = state.borders ?? theme.borders
    let borders = session.isUTF8 || wanted == .none ? wanted : .ascii
    screen.show(render(state, borders: borders), theme: theme, depth: state.colorDepth)
  }

  /// When to wake at the latest: the next minute, or the next attempt to save.
  private func deadline() -> MonotonicTime? {
    var milliseconds = runner.clock.millisecondsToNextMinute(at: runner.now)
    if let machine = runner.machineNow {
      // A clock that stands keeps nobody from being locked out.
      milliseconds = ProgramClock.real.millisecondsToNextMinute(at: machine)
    }
    let isRefused =
      state.note?.problem != nil || !state.strayDrafts.isEmpty || state.keptForms.isRefused
    if isRefused { milliseconds = min(milliseconds ?? 5000, 5000) }
    if let typedAt {
      let due = typedAt + Self.draftMilliseconds
      let left = max(1, due.milliseconds - EventLoop.now.milliseconds)
      milliseconds = min(milliseconds ?? left, left)
    }
    if let followedAt {
      let due = followedAt + Self.followMilliseconds
      let left = max(1, due.milliseconds - EventLoop.now.milliseconds)
      milliseconds = min(milliseconds ?? left, left)
    }
    if !state.unsaved.isEmpty { milliseconds = min(milliseconds ?? 5000, 5000) }
    let due = milliseconds.map { EventLoop.now + $0 }
    return [due, runner.watch.deadline].compactMap(\.self).min()
  }
}

extension TerminalEvent {
  /// Whether nothing on the screen follows from it at once.
  fileprivate var isQuiet: Bool {
    switch self {
    case .deadline, .readable: true
    case .input, .resize, .signal, .hangUp, .suspend, .continued: false
    }
  }
}

/// What the loop starts with.
struct LoopStart {
  var state: AppState
  var runner: EffectRunner
  var theme: Theme
  var log: ProgramLog
  /// Nil unless keys are recorded for a replay.
  var recorder: KeyRecorder?
  /// What the start itself asks for, such as a week to be read.
  var firstEffects: [Effect]
}
