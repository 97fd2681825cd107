import App
import Domain
import Storage
import TerminalCore

/// Carries out effects: one case, one call, one answer.
final class EffectRunner {
  var clock: ProgramClock
  let place: RunningPlace
  let settings: SettingsKeeper
  let notes = NoteKeeper()
  let spelling = SpellingKeeper()
  let watch = WatchKeeper()
  let audit = AuditKeeper()
  var idle: [IdleWork]
  var comparison: RevisionComparison?
  /// Until then no passphrase is tried.
  var refusesUntil = MonotonicTime(milliseconds: 0)
  var pinTries = PINTries()

  init(clock: ProgramClock, place: RunningPlace, settings: SettingsKeeper, idle: [IdleWork]) {
    self.clock = clock
    self.place = place
    self.settings = settings
    self.idle = idle
  }

  var now: Instant { clock.now() }

  /// When something is done, as records keep it.
  var trueNow: Instant { machineNow ?? now }

  /// The machine's time, where a sealed program works on another; nil elsewhere.
  var machineNow: Instant? {
    clock.isSet && place.shared?.isSealed == true ? ProgramClock.real.now() : nil
  }

  /// - Returns: The answer, or nil where there is none.
  func run(_ effect: Effect, for state: AppState) -> Action? {
    switch effect {
    case .save(let record): return save(record, state)
    case .loadWeek(let first):
      return loading(state) { folder, data in folder.loadWeek(first, into: &data) }
    case .loadCaseload:
      return loading(state) { folder, data in folder.loadCaseload(into: &data) }
    case .loadPastRules:
      return loading(state) { folder, data in folder.loadPastRules(into: &data) }
    case .readCaseload:
      if !state.data.hasAllClients, !idle.contains(.clients) { idle.insert(.clients, at: 0) }
      return nil
    case .loadAhead:
      let today = state.today
      // What was changed may be about somebody whom no loaded week has.
      return loading(state) { folder, data in
        folder.loadCaseload(into: &data)
        folder.loadWeeks(after: today, into: &data)
      }
    case .loadAppointment(let id): return loading(state, appointment: id)
    case .remember(let theme, let counselor):
      let why = settings.remember(
        theme: theme,
        counselor: counselor.flatMap { state.data.staff[$0]?.code },
        program: state.data.program.id,
        isDemo: state.data.program.isDemo
      )
      return why.map { .openFailed(why: $0) }
    case .loadAudit(let filter): return auditRead(filter, state)
    case .checkSpelling(let request): return spelling.check(request, own: ownWords(state))
    case .learnWord(let word): return spelling.learn(word, own: ownWords(state))
    case .readZones: return .zonesFound(SystemZone.names)
    case .openDemo: return opened { () throws(CommandError) in try place.openDemo() }
    case .create(let new):
      if let (part, why) = ProgramFounding.flaw(of: new) { return .foundingRefused(part, why: why) }
      return founded(new)
    case .grant(let grant): return keep(grant, state)
    case .writeOut(let out): return writeOut(out, state)
    case .readImport(let path): return readImport(path, state)
    case .completePath(let path): return completed(path)
    case .takeImport(let preview): return takeImport(preview, state)
    case .reverseImport(let change, let again): return reverseImport(change, again: again, state)
    case .saveRules(let change): return save(change, state)
    case .keepForms(let changed, let done, let staff):
      return keep(changed, done: done, of: staff, state)
    case .loadForms(let staff): return forms(of: staff)
    case .tellRefused(let entity, let client):
      tellRefused(entity, of: client, by: state.staffID)
      return nil
    case .logIn, .unlock, .logOff: return runLock(effect, state)
    case .openNote, .followNote, .writeDraft, .keepVersion, .leaveDraft, .discardDraft,
      .bringBackDraft, .loadDrafts, .sign, .addNoteEvent,
      .askPIN,
      .checkPIN, .setPIN:
      return runNote(effect, state)
    case .redraw, .suspend, .quit, .quitOnceSaved: return nil
    }
  }

  private func ownWords(_ state: AppState) -> SealedWords? {
    guard let folder = place.shared, folder.isSealed, let staff = state.staffID else { return nil }
    return SealedWords(folder: folder, staff: staff, now: now)
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

  func opened(
    _ open: () throws(CommandError) -> Opening
  ) -> Action {
    do throws(CommandError) {
      let start = try open()
      clock = start.clock
      idle = IdleWork.afterStart(start.data, week: start.data.today(at: now))
      if place.shared != nil { idle.insert(.sharing, at: 0) }
      return .opened(start.data, start.staff)
    } catch {
      return .openFailed(why: error.sentence)
    }
  }

  private func keep(_ grant: Grant, _ state: AppState) -> Action? {
    guard let staff = state.staffID else { return nil }
    do throws(StorageError) {
      let folder = try place.folder(week: state.data.weekStart(of: state.today))
      try folder?.save(grant, by: staff, at: trueNow)
      return .granted(grant)
    } catch {
      return .openFailed(why: error.message)
    }
  }

  private func founded(_ new: NewProgram) -> Action {
    var card: RecoveryCard?
    let answer = opened { () throws(CommandError) in
      let made = try place.create(new)
      card = made.recovery.map {
        RecoveryCard(groups: $0.groups, asked: Int.random(in: $0.groups.indices))
      }
      return made.opening
    }
    guard case .opened(let data, let staff) = answer, let card else { return answer }
    return .founded(data, staff, card)
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
        try folder.save(record, from: state.data, by: staff, at: trueNow)
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
    let outcome = data.reapply(record, of: state.data)
    try folder.save(record, from: data, by: staff, at: trueNow)
    let together = "Saved together with what someone else changed meanwhile."
    let why = words(for: outcome.refused, data, state, isTyped: state.sentForms[record] != nil)
    return .merged(record, data, why: why ?? together, isWhole: why == nil)
  }

  /// What couldn't be done beside what others did; nil where all could.
  private func words(
    for refused: [Change],
    _ data: ProgramData,
    _ state: AppState,
    isTyped: Bool = false
  ) -> String? {
    guard !refused.isEmpty else { return nil }
    var words = state
    words.data = data
    let lost = refused.map { ChangeWords.words(of: $0, in: words) }.joined(separator: "; ")
    let next =
      refused.contains(where: \.isMove)
      ? "The new time is booked all the same; u takes that back."
      : isTyped ? "What you typed waits in the form." : "Do it again if needed."
    return "Someone else changed the same; theirs stands. Not done: \(lost). \(next)"
  }

  // MARK: What others do

  /// Looks into the folder where that is due.
  ///
  /// - Returns: What others changed, as actions; none where nothing is new.
  func lookAround(for state: AppState) -> [Action] {
    if let news = folderNews(state) { return [news] }
    guard let (data, news) = watch.look(state, isOwn: { notes.writes($0) }) else { return [] }
    if place.shared?.isShutOut == true { return [.shutOut] }
    var actions: [Action] = []
    if news.isNew { actions.append(.loaded(data, notOnDisk: news.notOnDisk)) }
    if let why = words(for: news.outcome.refused, data, state) {
      actions.append(.openFailed(why: why))
    }
    if news.isAboutDrafts, let staff = state.staffID, let folder = place.shared {
      // Whatever became of another window, this one stays where it is.
      actions.append(.draftsFound(notes.found(of: staff, in: folder, state.data, offers: false)))
    }
    return actions
  }

  /// That nothing can be written; nil where it can.
  private var folderNow: Action? {
    place.shared?.onlyRead.map { .folderFound(notice: $0, onlyRead: $0) }
  }

  /// That nothing can be written any more, or again; nil while that is as it was.
  private func folderNews(_ state: AppState) -> Action? {
    guard let folder = place.shared, state.folder == .open, state.lock?.purpose != .logIn,
      state.onlyRead != nil || !folder.isInPlace
    else { return nil }
    let why = folder.onlyRead
    guard why != state.onlyRead else { return nil }
    return .folderFound(notice: why ?? "This folder can be written to again.", onlyRead: why)
  }

  private func watchFolder(for state: AppState) -> Action? {
    let folder = place.shared
    let isFirst = watch.descriptors.isEmpty
    watch.cover(state, in: folder)
    guard isFirst, let sharing = folder?.sharing(), let sentence = sharing.sentence else {
      return nil
    }
    return .folderFound(notice: sentence, onlyRead: sharing.onlyRead)
  }

  // MARK: Idle work

  func hasIdleWork(for state: AppState) -> Bool { !idle.isEmpty || watch.isBehind(state) }

  /// Does one piece of what isn't urgent.
  ///
  /// - Returns: What it found, for the reducer; nil where it found nothing to tell.
  func nextIdleWork(for state: AppState) -> Action? {
    guard !idle.isEmpty else { return watch.isBehind(state) ? watchFolder(for: state) : nil }
    switch idle.removeFirst() {
    case .writeDemo:
      do throws(StorageError) {
        _ = try place.folder(week: state.data.weekStart(of: state.today))
        return nil
      } catch { return .openFailed(why: error.message) }
    case .sharing: return folderNow
    case .themes: return .themesFound(settings.themes())
    case .renewal:
      if place.renewOne() { idle.append(.renewal) }
      return nil
    case .revisions: return compareRevisions(state)
    case .drafts:
      notes.offered = nil
      return state.staffID.flatMap { run(.loadDrafts($0), for: state) }
    case .forms: return state.staffID.flatMap { forms(of: $0) }
    case .week(let first):
      guard !state.data.isLoaded(first) else { return nil }
      return run(.loadWeek(first), for: state)
    case .clients:
      guard !state.data.hasAllClients else { return nil }
      let loaded = loading(state) { folder, data in folder.loadMoreClients(into: &data) }
      if case .loaded(let data, _) = loaded {
        if data.hasAllClients { idle.append(.authorizations) } else { idle.insert(.clients, at: 0) }
      }
      return loaded
    case .authorizations:
      let weeks = state.data.weeksOfAuthorizations(on: state.today)
      idle += weeks.filter { state.data.weeks[$0] == nil }.map { .week($0) }
      return nil
    case .openNotes(let first):
      var isNews = false
      let loaded = loading(state) { folder, data in
        isNews = folder.loadOpenNotes(ofWeek: first, into: &data)
        if data.looksBack(beyond: IdleWork.weeksBack) {
          folder.loadKeptCare(ofWeek: first, into: &data)
          isNews = true
        }
      }
      return isNews ? loaded : nil
    }
  }

  /// Leaves what is open, and removes what lives only as long as the program.
  func close() { place.close() }
}

/// What can wait until no key does.
enum IdleWork: Equatable {
  case writeDemo
  /// Whether anything can be written.
  case sharing
  case themes
  /// A file to be sealed under the new key of a renewal that was cut off.
  case renewal
  /// A piece of the audit log, to be compared with what was read.
  case revisions
  /// One's own drafts, and a note that was open at a crash.
  case drafts
  /// Forms that weren't done before a crash.
  case forms
  /// Some of the clients that aren't here yet, once a screen of everyone was opened.
  case clients
  /// Which earlier weeks hold what authorizations in force were used for.
  case authorizations
  /// An earlier week, for streaks and the client pane.
  case week(CalendarDate)
  /// What is still waited for of a week before those.
  case openNotes(CalendarDate)

  /// How many weeks before the present one are read.
  static let weeksBack = 12
  /// How many weeks back notes that came back, or wait for a signature, are looked for.
  static let openNotesBack = 52

  /// What a program's start leaves for later.
  static func afterStart(_ data: ProgramData, week first: CalendarDate) -> [IdleWork] {
    let isDemo = data.program.isDemo
    let weeks = (1...weeksBack).map { IdleWork.week(data.weekStart(-$0, weeksFrom: first)) }
    let earlier = ((weeksBack + 1)...openNotesBack).map {
      IdleWork.openNotes(data.weekStart(-$0, weeksFrom: first))
    }
    return (isDemo ? [.writeDemo] : []) + [.drafts, .forms, .themes] + weeks
      + (isDemo ? [] : earlier + [.revisions, .authorizations])
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
