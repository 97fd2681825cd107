import App
import Domain
import Glibc
import SampleData
import Storage
import Terminal
import TerminalCore

/// The full-screen program, from the choice of what to open to the exit status.
enum ScreenProgram {
  /// Runs until the person leaves or a signal ends it.
  ///
  /// - Returns: The exit status; a sentence on standard error says why it isn't 0.
  static func run(_ choice: StartChoice) -> Int32 {
    do throws(CommandError) {
      try keepOutOfData(choice)
      let settings = SettingsKeeper()
      let theme = try chosenTheme(choice, settings)
      let start = try start(choice, settings)
      defer { start.place.close() }
      return try run(start, theme: theme, choice, settings)
    } catch {
      Output.complain(error)
      return error.status.rawValue
    }
  }

  /// Neither log nor recording may be written among the records, or to the end of one.
  private static func keepOutOfData(_ choice: StartChoice) throws(CommandError) {
    let paths = [choice.logPath, choice.recordPath].compactMap(\.self)
    guard !paths.isEmpty, !choice.isDemo || choice.dataPath != nil else { return }
    let folder = try DataPlace.path(of: choice)
    for path in paths where DataFolder.leads(path, into: folder) {
      throw CommandError(OutgoingFault.insideData(path))
    }
  }

  private static func run(
    _ start: Start,
    theme: ThemeChoice,
    _ choice: StartChoice,
    _ settings: SettingsKeeper
  ) throws(CommandError) -> Int32 {
    var state = start.state
    state.themeName = theme.name
    state.themes = [theme]
    let runner = EffectRunner(
      clock: start.clock,
      place: start.place,
      settings: settings,
      idle: start.idle
    )
    if let problem = settings.problem { state.say(problem, .warning) }
    if let keys = FoundKeys.own() {
      state.take(keys.keymap, problems: keys.problems, of: KeyFile.name)
    }
    let log = try ProgramLog(path: choice.logPath)
    let recorder = try recorder(choice, of: state)
    let session: TerminalSession
    let events: EventLoop
    do throws(TerminalError) {
      session = try TerminalSession(TerminalOptions())
      events = try EventLoop(session)
    } catch {
      throw CommandError(.noTerminal, error.description)
    }
    let loop = ProgramLoop(
      start: LoopStart(
        state: state,
        runner: runner,
        theme: theme.theme ?? .plain,
        log: log,
        recorder: recorder,
        firstEffects: start.effects
      ),
      session: session,
      events: events
    )
    let status = loop.run()
    session.leave()
    events.close()
    if let loss = loop.loss { throw loss }
    return status
  }

  /// What is typed could be a name, so only the pretend program's keys are recorded.
  private static func recorder(
    _ choice: StartChoice,
    of state: AppState
  ) throws(CommandError) -> KeyRecorder? {
    guard let path = choice.recordPath else { return nil }
    guard state.data.program.isDemo else {
      throw CommandError(
        .wrongUse,
        "Keys are recorded of the pretend program only.",
        form: "caseload --demo --record FILE"
      )
    }
    return try KeyRecorder(path: path, size: state.size)
  }

  private static func chosenTheme(
    _ choice: StartChoice,
    _ settings: SettingsKeeper
  ) throws(CommandError) -> ThemeChoice {
    if let name = choice.themeName {
      guard let theme = settings.theme(named: name), theme.theme != nil else {
        _ = try FoundThemes.named(name)
        throw CommandError(
          .wrongUse,
          "There is no usable theme called \(name).",
          form: "caseload themes lists them"
        )
      }
      return theme
    }
    if let name = settings.theme, let theme = settings.theme(named: name), theme.theme != nil {
      return theme
    }
    return settings.theme(named: "night") ?? ThemeChoice(name: "plain", theme: .plain, problems: [])
  }

  // MARK: What to start with

  private struct Start {
    var state: AppState
    var clock: ProgramClock
    var place: RunningPlace
    var idle: [IdleWork]
    var effects: [Effect] = []
  }

  private static func start(
    _ choice: StartChoice,
    _ settings: SettingsKeeper
  ) throws(CommandError) -> Start {
    if choice.isDemo && choice.dataPath == nil { return try passingDemo(choice) }
    if !choice.isDemo {
      let path = try DataPlace.path(of: choice)
      if DataPlace.isVacant(path) { return try firstRun(choice, path: path) }
      if let start = try lockedStart(choice, settings, path: path) { return start }
    }
    return try opened(choice, settings)
  }

  private static func passingDemo(_ choice: StartChoice) throws(CommandError) -> Start {
    let place = RunningPlace(choice, opened: nil)
    let opening = try place.openDemo()
    let state = try state(opening.data, opening.clock, choice.counselorCode ?? Demo.counselorCode)
    return Start(
      state: state,
      clock: opening.clock,
      place: place,
      idle: IdleWork.afterStart(state.data, week: state.week.first)
    )
  }

  private static func opened(
    _ choice: StartChoice,
    _ settings: SettingsKeeper
  ) throws(CommandError) -> Start {
    let program = try OpenedProgram.open(choice)
    var data = program.folder.loadStanding()
    let week = data.weekStart(of: data.today(at: program.clock.now()))
    program.folder.loadWeek(week, into: &data)
    let place = RunningPlace(choice, opened: program)
    let onlyOne = data.staff.count == 1 ? data.staff.values.first?.code : nil
    let remembered = settings.counselor(of: data.program.id)
    let demoCode = program.folder.isDemo ? Demo.counselorCode : nil
    let code = choice.counselorCode ?? remembered ?? onlyOne ?? demoCode
    do throws(CommandError) {
      var state = try state(data, program.clock, code, isRequired: choice.counselorCode != nil)
      if !program.folder.isDemo {
        state.remindOfBackup(days: program.folder.daysSinceBackup(at: program.clock.now()))
      }
      if let why = program.folder.onlyRead {
        _ = reduce(&state, .folderFound(notice: why, onlyRead: why), at: program.clock.now())
      }
      return Start(
        state: state,
        clock: program.clock,
        place: place,
        idle: IdleWork.afterStart(data, week: week)
      )
    } catch {
      place.close()
      throw error
    }
  }

  /// The page on which somebody logs in; nil where the program isn't sealed.
  private static func lockedStart(
    _ choice: StartChoice,
    _ settings: SettingsKeeper,
    path: String
  ) throws(CommandError) -> Start? {
    let locked: LockedFolder?
    do throws(StorageError) { locked = try LockedFolder.open(at: path) } catch {
      throw CommandError(error)
    }
    guard let locked else { return nil }
    let clock = ProgramClock(choice, zone: .utc, demoFrom: nil)
    var state = AppState(
      data: ProgramData(program: .none),
      now: clock.now(),
      size: Size(columns: 80, rows: 24),
      seed: SeedSource.next()
    )
    state.isSealed = true
    let code = choice.counselorCode ?? settings.counselor(of: locked.programID) ?? ""
    state.lock = .logIn(code: code)
    let place = RunningPlace(choice, opened: nil)
    return Start(state: state, clock: clock, place: place, idle: [.themes])
  }

  private static func firstRun(
    _ choice: StartChoice,
    path: String
  ) throws(CommandError) -> Start {
    let clock = ProgramClock(choice, zone: .utc, demoFrom: nil)
    var state = AppState(
      data: ProgramData(program: .none),
      now: clock.now(),
      size: Size(columns: 80, rows: 24),
      seed: SeedSource.next()
    )
    state.screen = .firstRun
    state.folder = .missing(path: path)
    state.systemZone = SystemZone.local ?? ""
    return Start(
      state: state,
      clock: clock,
      place: RunningPlace(choice, opened: nil),
      idle: [.themes]
    )
  }

  private static func state(
    _ data: ProgramData,
    _ clock: ProgramClock,
    _ code: String?,
    isRequired: Bool = true
  ) throws(CommandError) -> AppState {
    var state = AppState(
      data: data,
      now: clock.now(),
      size: Size(columns: 80, rows: 24),
      seed: SeedSource.next()
    )
    let staff = code.flatMap { code in data.staff.values.first { $0.code == code } }
    if let code, staff == nil, isRequired {
      let codes = data.staff.values.map(\.code).sorted().joined(separator: ", ")
      throw CommandError(
        .wrongUse,
        "Nobody here has the code \(code); there are \(codes).",
        form: "caseload --counselor CODE"
      )
    }
    if let refusal = staff.flatMap({ data.refusalToSit($0.id) }) {
      guard isRequired else { return try self.state(data, clock, nil) }
      throw CommandError(refusal)
    }
    _ = state.begin(as: staff?.id)
    return state
  }
}

/// Random seeds from the system.
enum SeedSource {
  static func next() -> UInt64 { UInt64.random(in: .min ... .max) }
}
