import App
import Domain
import SampleData
import Storage
import TerminalCore
import UI

/// The program on the demo without a terminal or a disk: keys in, screens out.
struct Stage {
  private(set) var state: AppState
  private(set) var hasEnded = false
  let snapshot: ProgramSnapshot

  /// - Parameters:
  ///   - size: The screen's.
  ///   - code: Who sits at the keyboard.
  ///   - date: Another day than the demo's, of the two weeks after it.
  /// - Throws: Where the system doesn't know the demo's zone.
  init(
    size: Size,
    counselor code: String = Demo.counselorCode,
    on date: CalendarDate = Demo.date
  ) throws(ToolError) {
    do throws(StorageError) {
      let zone = try SystemZone.load("America/New_York")
      var demo = Demo.snapshot(zone: zone)
      Demo.addNotes(to: &demo)
      snapshot = demo
    } catch {
      throw ToolError(error.message, status: 66)
    }
    let zone = snapshot.program.zone
    state = AppState(
      data: Self.wholeData(snapshot),
      now: Demo.now(zone: zone).adding(
        minutes: CalendarDate.days(from: Demo.date, to: date) * 1_440
      ),
      size: size,
      seed: 7
    )
    state.themes = Self.themes
    let staff = state.data.staff.values.first { $0.code == code }
    carryOut(state.begin(as: staff?.id))
    if let staff { carryOut([.loadDrafts(staff.id)]) }
  }

  /// The demo with all of its weeks.
  private static func wholeData(_ snapshot: ProgramSnapshot) -> ProgramData {
    var data = ProgramData(standing: snapshot)
    let first = snapshot.sessions.map(\.serviceDate).min() ?? Demo.date
    var week = data.weekStart(of: first)
    while week <= Demo.date.adding(days: 14) {
      data.load(week: week, from: snapshot)
      week = data.weekStart(1, weeksFrom: week)
    }
    return data
  }

  /// Shows the screen that a person sees who has no program yet.
  mutating func showFirstRun() {
    state.screen = .firstRun
    state.prompt = nil
    state.folder = .missing(path: "/home/you/.local/share/caseload")
  }

  /// Types keys in the notation of the key table.
  mutating func press(_ keys: String) throws(ToolError) {
    do throws(KeyNotationError) {
      for key in try Key.sequence(keys) { take(.input(.key(key)), at: state.now) }
    } catch {
      throw ToolError.use(error.description)
    }
  }

  /// Gives the program an action, and lets every effect succeed.
  mutating func take(_ action: Action, at now: Instant) {
    carryOut(reduce(&state, action, at: now))
  }

  private mutating func carryOut(_ effects: [Effect]) {
    for effect in effects {
      switch effect {
      case .save(let record): take(.saved(record), at: state.now)
      case .loadWeek(let week):
        var data = state.data
        data.load(week: week, from: snapshot)
        take(.loaded(data), at: state.now)
      case .loadCaseload, .readCaseload, .loadAhead, .loadAppointment:
        take(.loaded(state.data), at: state.now)
      case .loadPastRules:
        var data = state.data
        data.pastRules = []
        take(.loaded(data), at: state.now)
      case .openDemo: take(.opened(Self.wholeData(snapshot), nil), at: state.now)
      case .create: take(.openFailed(why: "The stage has no disk."), at: state.now)
      case .quit: hasEnded = true
      case .quitOnceSaved: take(.leave, at: state.now)
      case .openNote, .followNote, .writeDraft, .keepVersion, .leaveDraft, .discardDraft,
        .bringBackDraft, .loadAudit, .loadDrafts, .sign, .addNoteEvent,
        .askPIN, .checkSpelling, .learnWord,
        .checkPIN, .setPIN:
        if let answer = note(effect) { take(answer, at: state.now) }
      case .saveRules(let change):
        var data = state.data
        for first in data.take(change.sets) { data.load(week: first, from: snapshot) }
        take(.rulesSaved(data, change), at: state.now)
      case .writeOut, .readImport, .takeImport, .reverseImport:
        take(.notWrittenOut(why: "The stage has no disk."), at: state.now)
      case .completePath(let path):
        take(
          .pathCompleted(PathCompletion(typed: path, why: "The stage has no disk.")),
          at: state.now
        )
      case .readZones: take(.zonesFound(SystemZone.names), at: state.now)
      case .redraw, .suspend, .remember, .logIn, .unlock, .logOff, .grant, .loadForms, .tellRefused:
        break
      case .keepForms(let changed, let done, _):
        take(.formsKept(changed, done: done, why: nil), at: state.now)
      }
    }
  }

  /// Takes back what everyone did today, whatever is on the screen.
  ///
  /// - Returns: How many changes were taken back.
  mutating func undoEverything() -> Int {
    state.prompt = nil
    state.screen = .day
    state.isBlanked = false
    var undone = 0
    var isMoving = true
    while isMoving {
      isMoving = false
      // One may have changed what another one did: whoever came last goes first, in turns.
      for staff in state.data.staff.keys.sorted() {
        carryOut(state.begin(as: staff))
        while !state.undo.undoable.isEmpty {
          let count = state.undo.undoable.count
          take(.input(.key(Key("u"))), at: state.now)
          state.prompt = nil
          guard state.undo.undoable.count < count else { break }
          undone += 1
          isMoving = true
        }
      }
    }
    return undone
  }

  func frame() -> Frame { render(state, borders: .line) }

  /// The screen as text, one line a row.
  func text(borders: Theme.Borders) -> String {
    render(state, borders: borders).buffer.text + "\n"
  }

  /// The meaning of each cell, one letter a cell.
  func roles(borders: Theme.Borders) -> String {
    let frame = render(state, borders: borders)
    return (0..<state.size.rows).map { frame.buffer.roles(ofRow: Row($0)) + "\n" }.joined()
  }
}
