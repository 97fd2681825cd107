package import App
package import Domain
import Glibc
import SampleData
import TerminalCore

/// The program without terminal and disk: before, keys, after.
///
/// Effects are collected, and answered as a disk that works would: saved at once.
package struct TestProgram {
  package var state: AppState
  package private(set) var effects: [Effect] = []
  package var now: Instant
  /// Whether saves succeed; otherwise the disk says it is full.
  package var diskWorks = true
  /// Records whose saves fail even so.
  package var unwritable: Set<RecordReference> = []
  /// Forms that aren't done, as they lie on the disk.
  package var forms: [UnfinishedForm] = []
  /// What lies on the disk of drafts and notes.
  package var notes = NoteDesk()
  private let snapshot: ProgramSnapshot

  package init(_ snapshot: ProgramSnapshot, now: Instant, counselor code: String) {
    self.snapshot = snapshot
    self.now = now
    var data = ProgramData(standing: snapshot)
    data.load(week: data.weekStart(of: data.today(at: now)), from: snapshot)
    state = AppState(data: data, now: now, size: Size(columns: 80, rows: 24), seed: 7)
    _ = state.begin(as: data.staff.values.first { $0.code == code }?.id)
  }

  /// The demo on its Wednesday at 10:52, as Tobias Brightwater unless said otherwise.
  package static func demo(
    at time: String = "2026-03-11T10:52",
    as code: String = "TB"
  ) throws -> TestProgram {
    let zone = try TestZone.newYork()
    let snapshot = Demo.snapshot(zone: zone)
    let parts = time.split(separator: "T").map(String.init)
    guard let date = CalendarDate(parts[0]), let clock = TimeOfDay(parts[1]) else {
      throw TestZone.Missing()
    }
    return TestProgram(snapshot, now: zone.instant(date, clock), counselor: code)
  }

  /// Presses keys as the key notation writes them: "n n <Enter> <Type:any text>".
  package mutating func press(_ keys: String) throws {
    for key in try Key.sequence(keys) { send(.input(.key(key))) }
  }

  /// Types a text, each character as its own key.
  package mutating func type(_ text: String) {
    for scalar in text.unicodeScalars { send(.input(.key(Key(scalar)))) }
  }

  package mutating func paste(_ text: String) { send(.input(.paste(text))) }

  package mutating func send(_ action: Action) {
    var waiting = reduce(&state, action, at: now)
    while !waiting.isEmpty {
      let effect = waiting.removeFirst()
      effects.append(effect)
      if let answer = answer(effect) { waiting += reduce(&state, answer, at: now) }
    }
  }

  private mutating func answer(_ effect: Effect) -> Action? {
    switch effect {
    case .openNote, .followNote, .writeDraft, .keepVersion, .leaveDraft, .discardDraft,
      .bringBackDraft, .loadAudit, .loadDrafts, .sign, .addNoteEvent,
      .askPIN, .checkSpelling, .learnWord,
      .checkPIN, .setPIN:
      return notes.answer(effect, state)
    case .save(let record):
      if let why = state.reasonToWait(with: record) { return .saveFailed(record, why: why) }
      return diskWorks && !unwritable.contains(record)
        ? .saved(record) : .saveFailed(record, why: "The disk is full.")
    case .loadWeek(let first):
      var data = state.data
      data.load(week: first, from: snapshot)
      return .loaded(data)
    case .loadCaseload, .readCaseload:
      var data = state.data
      data.hasAllClients = true
      return .loaded(data)
    case .loadPastRules:
      var data = state.data
      data.pastRules = []
      return .loaded(data)
    case .loadAhead:
      var data = state.data
      let today = data.today(at: now)
      let dates = snapshot.appointments.map(\.serviceDate) + snapshot.sessions.map(\.serviceDate)
      for first in Set(dates.filter { $0 > today }.map { data.weekStart(of: $0) })
      where !data.isLoaded(first) {
        data.load(week: first, from: snapshot)
      }
      return .loaded(data)
    case .loadAppointment(let id):
      var data = state.data
      if let date = snapshot.appointments.first(where: { $0.id == id })?.serviceDate {
        data.load(week: data.weekStart(of: date), from: snapshot)
      }
      return .loaded(data)
    case .quitOnceSaved: return .leave
    case .writeOut(let out):
      return diskWorks
        ? .writtenOut("Written to \(out.path).") : .notWrittenOut(why: "The disk is full.")
    case .readImport(let path):
      let isBad = path.hasSuffix("bad")
      return .importRead(
        ImportPreview(
          path: path,
          lines: isBad ? ["clients.csv, line 3: a quote"] : ["12 new: clients"],
          isRefused: isBad,
          isNews: !isBad
        )
      )
    case .takeImport: return .imported(state.data, "Imported.")
    case .reverseImport(_, let again):
      return .imported(state.data, again ? "Imported again." : "Taken back.")
    case .saveRules(let change):
      var data = state.data
      for first in data.take(change.sets) { data.load(week: first, from: snapshot) }
      return .rulesSaved(data, change)
    case .keepForms(let changed, let done, _):
      guard diskWorks else { return .formsKept(changed, done: done, why: "The disk is full.") }
      forms.removeAll { form in
        done.contains(form.id) || changed.contains { $0.id == form.id }
      }
      forms += changed
      return .formsKept(changed, done: done, why: nil)
    case .loadForms: return forms.isEmpty ? nil : .formsFound(forms)
    case .redraw, .suspend, .remember, .openDemo, .readZones, .completePath, .create, .quit, .logIn,
      .unlock, .logOff,
      .grant, .tellRefused:
      return nil
    }
  }

  /// The statuses of the open group's roster, in its order.
  package var statuses: [AttendanceStatus] { state.openSession?.rows.map(\.status) ?? [] }

  /// The row of a client's code in the open group.
  package func row(_ mrn: String) -> AttendanceRow? {
    guard let client = state.data.clients.values.first(where: { $0.mrn == mrn }) else { return nil }
    return state.openSession?.row(of: client.id)
  }

  /// The form that is open, nil while none is.
  package var form: Form? {
    guard case .form(let form) = state.prompt else { return nil }
    return form
  }

  package func client(_ mrn: String) -> ClientID? {
    state.data.clients.values.first { $0.mrn == mrn }?.id
  }
}

/// Zones from the system's files, for tests.
package enum TestZone {
  package struct Missing: Error {}

  package static func newYork() throws -> ProgramTimeZone { try load("America/New_York") }

  package static func load(_ identifier: String) throws -> ProgramTimeZone {
    let descriptor = open("/usr/share/zoneinfo/" + identifier, O_RDONLY)
    guard descriptor >= 0 else { throw Missing() }
    defer { close(descriptor) }
    var bytes = [UInt8](repeating: 0, count: 65_536)
    let count = read(descriptor, &bytes, bytes.count)
    return try ProgramTimeZone(identifier: identifier, zoneFile: Array(bytes.prefix(max(0, count))))
  }
}
