import Domain

/// Who signed what of the demo's services, and what is still being written.
struct DemoNotes {
  let snapshot: ProgramSnapshot
  let plans: [TreatmentPlan]
  /// In the order in which they were signed; worked out each time.
  var signings: [DemoSigning] { DemoNotes.signings(in: snapshot) }
  private let codes: [ClientID: String]

  init(_ snapshot: ProgramSnapshot, plans: [TreatmentPlan] = []) {
    self.snapshot = snapshot
    self.plans = plans
    codes = Dictionary(uniqueKeysWithValues: snapshot.clients.map { ($0.id, $0.mrn) })
  }

  /// The groups whose notes are still drafts, and the appointment whose note is.
  private static let unsigned: Set<String> = ["G01 2026-03-11", "G10 2026-03-10", "G07 2026-03-10"]
  private static let overdue = (client: 13, day: CalendarDate.on(2026_03_09))
  private static let returned = (client: 16, day: CalendarDate.on(2026_03_10))

  private static func signings(in snapshot: ProgramSnapshot) -> [DemoSigning] {
    let numbers = Dictionary(
      uniqueKeysWithValues: snapshot.clients.enumerated().map { ($1.id, $0 + 1) }
    )
    let codes = Dictionary(uniqueKeysWithValues: snapshot.groups.map { ($0.id, $0.code) })
    var signings: [DemoSigning] = []
    for session in snapshot.sessions where session.serviceDate >= Demo.notesFrom {
      guard session.state.status == .completed, let group = session.groupID.flatMap({ codes[$0] }),
        !unsigned.contains("\(group) \(session.serviceDate)")
      else { continue }
      let attending = session.rows.filter(\.status.isAttended)
      for (place, row) in attending.enumerated() {
        guard let client = numbers[row.clientID] else { continue }
        signings.append(
          DemoSigning(
            client: client,
            clientID: row.clientID,
            service: .session(session.id, session.serviceDate),
            place: group,
            kind: .group,
            authorID: session.state.leadID,
            end: session.state.actualEnd ?? session.state.scheduledEnd,
            turn: place,
            in: snapshot
          )
        )
      }
    }
    let first = Demo.notesFrom.adding(days: -7)
    for appointment in snapshot.appointments where appointment.serviceDate >= first {
      guard appointment.state.status.isKept, let client = numbers[appointment.clientID],
        (client, appointment.serviceDate) != overdue
      else { continue }
      signings.append(
        DemoSigning(
          client: client,
          clientID: appointment.clientID,
          service: .appointment(appointment.id, appointment.serviceDate),
          place: "A",
          kind: NoteKind(of: appointment.kind),
          authorID: appointment.state.counselorID,
          end: appointment.state.actualEnd ?? appointment.state.scheduledEnd,
          turn: 0,
          in: snapshot
        )
      )
    }
    for place in signings.indices
    where signings[place].place == "A"
      && (signings[place].client, signings[place].service.date) == returned
    {
      let back = Demo.now(zone: snapshot.program.zone).adding(minutes: -152)
      signings[place].outcome = .returned(back)
    }
    return signings.sorted { ($0.signedAt, $0.client) < ($1.signedAt, $1.client) }
  }

  func entry(_ signing: DemoSigning) -> NoteEntry {
    var entry = NoteEntry(
      id: signing.noteID ?? NoteID(""),
      clientID: signing.clientID,
      service: signing.service,
      kind: signing.kind,
      authorID: signing.authorID,
      status: signing.status,
      signedAt: signing.signedAt
    )
    if case .returned = signing.outcome { entry.comment = DemoDraftText.comment }
    return entry
  }

  func code(of client: ClientID) -> String { codes[client] ?? "" }

  func objectives(of client: ClientID, on date: CalendarDate) -> [PlanObjective] {
    plans.first { $0.clientID == client && $0.isActive(on: date) }?.objectives ?? []
  }
}

extension DemoSigning {
  /// The turn is the note's place among the session's, from 0; they are signed one by one.
  fileprivate init(
    client: Int,
    clientID: ClientID,
    service: NoteService,
    place: String,
    kind: NoteKind,
    authorID: StaffID,
    end: Instant,
    turn: Int,
    in snapshot: ProgramSnapshot
  ) {
    let zone = snapshot.program.zone
    let isTrainee = snapshot.staff.contains { $0.id == authorID && $0.requiresCosign }
    let hour = zone.local(end).time
    // Who leads the evening's groups signs on the next day, at the beginning of work.
    var signed = end.adding(minutes: 12 + turn * 3)
    if hour > .at(18_00) {
      let morning: TimeOfDay = isTrainee ? .at(12_05) : .at(10_31)
      signed = zone.instant(service.date.adding(days: 1), morning)
        .adding(minutes: isTrainee ? turn * 3 : turn)
    }
    var outcome = Outcome.stands
    if isTrainee {
      let next = zone.instant(service.date.adding(days: 1), .at(8_25))
      outcome =
        service.date < Demo.notesFrom
        ? .cosigned(next.adding(minutes: client % 5 * 6)) : .waits
    }
    self.init(
      client: client,
      clientID: clientID,
      service: service,
      place: place,
      kind: kind,
      authorID: authorID,
      endedAt: end,
      signedAt: signed,
      outcome: outcome
    )
  }
}
