import Domain
import SampleData
import Support

/// A built program in which notes are written: TB leads, NP is a trainee of SV, OT another supervisor.
struct NoteProgram {
  static let monday = "2026-03-09"

  var data: ProgramData
  let zone: ProgramTimeZone
  let templates = SampleTemplates.all

  /// Clients C01 to C03 in G01, Monday from 09:00 to 10:30, and whatever is added.
  init(
    zone: ProgramTimeZone = .utc,
    weeks: String = monday,
    _ change: (inout ProgramBuilder) -> Void
  ) {
    var builder = ProgramBuilder(zone: zone)
    builder.snapshot.staff += [
      Staff(id: .of("SV"), code: "SV", name: "Sam Vane", role: .known(.clinicalSupervisor)),
      Staff(id: .of("OT"), code: "OT", name: "Olga Tern", role: .known(.clinicalSupervisor)),
      Staff(
        id: .of("NP"),
        code: "NP",
        name: "Noor Pell",
        credentials: "CADC-T",
        role: .known(.trainee),
        supervisorID: .of("SV")
      ),
    ]
    builder.group("G01", "09:00", "10:30", on: [.monday])
    for code in ["C01", "C02", "C03"] {
      builder.client(code)
      builder.enroll(code, in: "G01")
    }
    change(&builder)
    self.zone = zone
    data = builder.data(weeks: weeks)
  }

  func at(_ time: String, on date: String = monday) -> Instant {
    zone.instant(.on(date), .at(time))
  }

  func due(at time: String, on date: String = monday) -> [DueNote] {
    data.dueNotes(at: at(time, on: date), templates: templates)
  }

  /// "C01 group draft", sorted.
  func owed(at time: String, on date: String = monday) -> [String] {
    due(at: time, on: date).map { note in
      let code = data.clients[note.clientID]?.mrn ?? ""
      return "\(code) \(note.kind.rawValue) \(note.status.rawValue)"
    }.sorted()
  }

  func group(_ date: String = monday, _ code: String = "G01") -> NoteService {
    .session(.occurrence(of: .of(code), on: .on(date)), .on(date))
  }

  func noteID(_ client: String, _ service: NoteService) -> NoteID {
    guard let id = service.noteID(of: .of(client)) else { preconditionFailure("no service") }
    return id
  }

  /// A signed note of a service as the day's list has it.
  mutating func list(
    _ client: String,
    _ service: NoteService,
    _ status: NoteStatus,
    by author: String = "TB",
    kind: NoteKind = .group,
    comment: String? = nil
  ) {
    let id = noteID(client, service)
    data.notes[id] = NoteEntry(
      id: id,
      clientID: .of(client),
      service: service,
      kind: kind,
      authorID: .of(author),
      status: status,
      signedAt: at("12:00"),
      comment: comment
    )
  }

  /// Everything that a group note must have.
  static let whole = NoteContent(
    texts: ["response": "Spoke of the weekend."],
    choices: ["participation": ["active"], "risk": ["none"]]
  )

  static let shared = NoteContent(texts: ["topic": "Weekend", "summary": "A round."])

  func draft(
    _ client: String,
    _ service: NoteService,
    _ content: NoteContent = whole,
    kind: NoteKind = .group,
    format: String = "group",
    by author: String = "TB"
  ) -> NoteDraft {
    NoteDraft(
      document: .note(noteID(client, service)),
      kind: kind,
      clientID: .of(client),
      service: service,
      format: format,
      authorID: .of(author),
      startedAt: at("10:31"),
      content: content
    )
  }

  func sharedDraft(_ service: NoteService, _ content: NoteContent = shared) -> NoteDraft {
    guard case .session(let id, _) = service else { preconditionFailure("no session") }
    return NoteDraft(
      document: .shared(id),
      kind: .group,
      clientID: nil,
      service: service,
      format: "group-shared",
      authorID: .of("TB"),
      startedAt: at("10:31"),
      content: content
    )
  }

  mutating func write(_ draft: NoteDraft) { data.drafts[draft.document] = draft }
}
