import App
import Domain
import Storage

/// Carries out effects: one case, one call, one answer.
final class EffectRunner {
  var clock: ProgramClock
  let place: RunningPlace
  private let settings: SettingsKeeper
  let notes = NoteKeeper()
  private let spelling = SpellingKeeper()
  var idle: [IdleWork]
  init(clock: ProgramClock, place: RunningPlace, settings: SettingsKeeper, idle: [IdleWork]) {
    self.clock = clock
    self.place = place
    self.settings = settings
    self.idle = idle
  }

  var now: Instant { clock.now() }

  /// - Returns: The answer, or nil where there is none.
  func run(_ effect: Effect, for state: AppState) -> Action? {
    switch effect {
    case .save(let record): return save(record, state)
    case .loadWeek(let first):
      return loading(state) { folder, data in folder.loadWeek(first, into: &data) }
    case .loadCaseload:
      return loading(state) { folder, data in folder.loadCaseload(into: &data) }
    case .loadAppointment(let id): return loading(state, appointment: id)
    case .remember(let theme, let counselor):
      let why = settings.remember(
        theme: theme,
        counselor: counselor.flatMap { state.data.staff[$0]?.code },
        program: state.data.program.id,
        isDemo: state.data.program.isDemo
      )
      return why.map { .openFailed(why: $0) }
    case .checkSpelling(let request): return spelling.check(request)
    case .learnWord(let word): return spelling.learn(word)
    case .openDemo: return opened { () throws(CommandError) in try place.openDemo() }
    case .create(let new):
      if let (part, why) = ProgramFounding.flaw(of: new) { return .foundingRefused(part, why: why) }
      return opened { () throws(CommandError) in try place.create(new) }
    case .openNote, .followNote, .writeDraft, .leaveDraft, .loadDrafts, .sign, .addNoteEvent,
      .askPIN,
      .checkPIN, .setPIN:
      return runNote(effect, state)
    case .redraw, .suspend, .quit, .quitOnceSaved: return nil
    }
  }

  /// The week that an appointment's file lies in, looked for a year back and a year ahead.
  private func loading(_ state: AppState, appointment id: AppointmentID) -> Action? {
    do throws(StorageError) {
      guard let folder = try place.folder(week: state.data.weekStart(of: state.today)) else {
        return nil
      }
      var data = state.data
      let first = state.today.adding(days: -366)
      if let date = try folder.date(of: id, from: first, days: 2 * 366) {
        folder.loadWeek(data.weekStart(of: date), into: &data)
      }
      return .loaded(data)
    } catch {
      return .openFailed(why: error.message)
    }
  }

  private func loading(
    _ state: AppState,
    _ read: (DataFolder, inout ProgramData) -> Void
  ) -> Action? {
    do throws(StorageError) {
      guard let folder = try place.folder(week: state.data.weekStart(of: state.today)) else {
        return nil
      }
      var data = state.data
      read(folder, &data)
      return .loaded(data)
    } catch {
      return .openFailed(why: error.message)
    }
  }

  private func opened(
    _ open: () throws(CommandError) -> Opening
  ) -> Action {
    do throws(CommandError) {
      let start = try open()
      clock = start.clock
      idle = IdleWork.afterStart(
        week: start.data.weekStart(of: start.data.today(at: now)),
        isDemo: start.data.program.isDemo
      )
      return .opened(start.data, start.staff)
    } catch {
      return .openFailed(why: error.sentence)
    }
  }

  // MARK: Saving

  private func save(_ record: RecordReference, _ state: AppState) -> Action? {
    guard let staff = state.staffID else { return nil }
    if let why = state.reasonToWait(with: record) { return .saveFailed(record, why: why) }
    do throws(StorageError) {
      guard let folder = try place.folder(week: state.data.weekStart(of: state.today)) else {
        return nil
      }
      do throws(StorageError) {
        try folder.save(record, from: state.data, by: staff, at: now)
        return .saved(record)
      } catch .changedByOthers {
        return try merge(record, in: folder, state, by: staff)
      }
    } catch {
      return .saveFailed(record, why: error.message)
    }
  }

  /// Takes in what others saved, puts the own changes on it, and saves both.
  private func merge(
    _ record: RecordReference,
    in folder: DataFolder,
    _ state: AppState,
    by staff: StaffID
  ) throws(StorageError) -> Action {
    var data = state.data
    try folder.reload(record, into: &data)
    let refused = data.reapply(record, of: state.data)
    try folder.save(record, from: data, by: staff, at: now)
    guard !refused.isEmpty else {
      return .merged(record, data, why: "Saved together with what someone else changed meanwhile.")
    }
    var words = state
    words.data = data
    let lost = refused.map { ChangeWords.words(of: $0, in: words) }.joined(separator: "; ")
    let next =
      refused.contains(where: \.isMove)
      ? "The new time is booked all the same; u takes that back." : "Mark again if needed."
    return .merged(
      record,
      data,
      why: "Someone else changed the same; theirs stands. Not done: \(lost). \(next)"
    )
  }

  // MARK: Idle work

  var hasIdleWork: Bool { !idle.isEmpty }

  /// Does one piece of what isn't urgent.
  ///
  /// - Returns: What it found, for the reducer; nil where it found nothing to tell.
  func nextIdleWork(for state: AppState) -> Action? {
    guard !idle.isEmpty else { return nil }
    switch idle.removeFirst() {
    case .writeDemo:
      do throws(StorageError) {
        _ = try place.folder(week: state.data.weekStart(of: state.today))
        return nil
      } catch { return .openFailed(why: error.message) }
    case .themes: return .themesFound(settings.themes())
    case .drafts: return state.staffID.flatMap { run(.loadDrafts($0), for: state) }
    case .week(let first):
      guard state.data.weeks[first] == nil else { return nil }
      return run(.loadWeek(first), for: state)
    }
  }

  /// Leaves what is open, and removes what lives only as long as the program.
  func close() { place.close() }
}

/// What can wait until no key does.
enum IdleWork: Equatable {
  case writeDemo
  case themes
  /// One's own drafts, and a note that was open at a crash.
  case drafts
  /// An earlier week, for streaks and the client pane.
  case week(CalendarDate)

  /// How many weeks before the present one are read.
  static let weeksBack = 12

  /// What a program's start leaves for later.
  static func afterStart(week first: CalendarDate, isDemo: Bool) -> [IdleWork] {
    let weeks = (1...weeksBack).map { IdleWork.week(first.adding(days: -7 * $0)) }
    return (isDemo ? [.writeDemo] : []) + [.drafts, .themes] + weeks
  }
}

extension Change {
  /// Whether it links an appointment to the one it was moved to.
  fileprivate var isMove: Bool {
    edits.contains { edit in
      guard case .appointment(_, let edit) = edit else { return false }
      return edit.before.rescheduledTo == nil && edit.after.rescheduledTo != nil
    }
  }
}
