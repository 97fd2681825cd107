package import Domain
import Testing

/// Somebody who enters, marks and takes back whatever comes to mind.
package struct RandomOffice {
  package internal(set) var office: Office
  private var random: RandomNumbers
  private let seed: UInt64
  private(set) var count = 0
  package private(set) var done = 0

  package init(seed: UInt64, _ office: Office = Office()) {
    self.seed = seed
    self.office = office
    random = RandomNumbers(seed: seed)
  }

  mutating func below(_ bound: Int) -> Int { Int.random(in: 0..<bound, using: &random) }

  /// Does the next thing.
  ///
  /// - Returns: What was done; nil where nothing was left to do, or a rule refused it.
  package mutating func step() throws(RuleViolation) -> Change? {
    count += 1
    defer { check() }
    if below(9) == 0 { return try office.takeBack() }
    if below(12) == 0 { return try office.doAgain() }
    let before = office.content
    let because = below(2) == 0 ? "it must be" : nil
    do throws(RuleViolation) {
      let change = try enter(because: because)
      done += 1
      return change
    } catch {
      #expect(office.content == before, "seed \(seed): a refused request changed something")
      #expect(!error.message.isEmpty)
      return nil
    }
  }

  package mutating func takeBack() throws(RuleViolation) -> Change? { try office.takeBack() }

  package mutating func doAgain() throws(RuleViolation) -> Change? { try office.doAgain() }

  private mutating func enter(because: String?) throws(RuleViolation) -> Change {
    switch below(26) {
    case 17...21: return try changeMeeting(because: because)
    case 22...24: return try changeSession(because: because)
    case 25: return try setUp(because: because)
    case 16:
      let merge = ClientMerge(
        office.id(.client, "C\(below(14))"),
        into: office.id(.client, "C\(below(14))"),
        episodeID: office.id(.episode, "M\(count)"),
        appointmentIDs: (0..<9).map { office.id(.appointment, "M\(count)x\($0)") }
      )
      return try office.ask(.merge(merge), because: because)
    case 15: return try followUp()
    case 13: return try end(because: because)
    case 14: return try beginAgain(because: because)
    case 0, 1:
      let code = "C\(below(14))"
      let day = date(below(2) == 0)
      return try office.client(code, admitted: day)
    case 2:
      let (room, places) = (below(3), below(5))
      return try office.room("Room\(room)", places: places)
    case 3, 4:
      let group = group()
      return try office.ask(.group(group), because: because)
    case 5:
      let day = office.today.adding(days: below(20) - 5)
      let group = group()
      return try office.ask(.groupFrom(group, day), because: because)
    case 6, 7:
      let (client, group, isPartly, isShort) = (below(14), below(4), below(3) == 0, below(3) == 0)
      let from = date(true) ?? Office.monday
      let end = office.today.adding(days: 5)
      let place = office.place("C\(client)", in: "G\(group)", from: from) {
        if isPartly { $0.weekdays = [.monday, .friday] }
        if isShort { $0.to = end }
      }
      return try office.ask(place, because: because)
    case 8:
      let appointment = appointment()
      return try office.ask(.book(appointment), because: because)
    case 9, 10: return try mark(because: because)
    default: return try plan(because: because)
    }
  }

  private mutating func end(because: String?) throws(RuleViolation) -> Change {
    let day = office.today.adding(days: below(6) - 3)
    let id: EpisodeID = office.id(.episode, "C\(below(14))")
    let discharge = Discharge(of: id, on: day, reason: .treatmentCompleted)
    return try office.ask(.discharge(discharge), because: because)
  }

  private mutating func followUp() throws(RuleViolation) -> Change {
    let client: ClientID = office.id(.client, "C\(below(14))")
    let id: FollowUpID = office.id(.followUp, "F\(count)")
    let decisions: [TeamDecision] = [.continue, .stepDown, .discharge]
    let decision = decisions[below(3)]
    let attempt = OutreachAttempt(.call, below(2) == 0 ? .noAnswer : .reached)
    return try office.ask(
      below(3) == 0
        ? .decision(client, decision, words: nil, as: id) : .outreach(client, attempt, as: id)
    )
  }

  /// A step of the intake, or another stay with a place in a group.
  private mutating func beginAgain(because: String?) throws(RuleViolation) -> Change {
    let code = "C\(below(14))"
    guard var client = office.data.clients[office.id(.client, code)]?.bare else { throw .notLoaded }
    let isStep = below(2) == 0
    if isStep {
      client.intake.append(IntakeStep(IntakeKind.allCases[below(5)], on: office.today))
      return try office.ask(.client(client, nil), because: because)
    }
    let day = office.today.adding(days: below(3))
    let stay = Episode(id: office.id(.episode, "E\(count)"), clientID: client.id, admittedOn: day)
    let place = Enrollment(
      id: office.id(.enrollment, "P\(count)"),
      clientID: client.id,
      episodeID: stay.id,
      from: day
    )
    let group: GroupID = office.id(.group, "G\(below(4))")
    return try office.ask(.admit(client, stay, [PlaceInGroup(place, in: group)]), because: because)
  }

  /// One meeting at another time or on another day, or an extra one.
  private mutating func plan(because: String?) throws(RuleViolation) -> Change {
    let day = office.today.adding(days: below(4))
    let times = [("07:00", "07:50"), ("10:00", "11:00"), ("16:00", "17:30")][below(3)]
    let room = below(3)
    let plan = SessionPlan(
      on: office.today.adding(days: below(4)),
      .at(times.0),
      .at(times.1),
      room: room == 2 ? nil : office.id(.room, "Room\(room)"),
      lead: office.tb
    )
    let new: SessionID = office.id(.session, "M\(count)")
    let sessions = office.data.sessions(on: day)
    guard !sessions.isEmpty, below(3) > 0 else {
      let group: GroupID = office.id(.group, "G\(below(4))")
      return try office.ask(.extraSession(group, plan, new: new), because: because)
    }
    let id = sessions[below(sessions.count)].id
    return try office.ask(.session(id, plan, new: new), because: because)
  }

  private mutating func mark(because: String?) throws(RuleViolation) -> Change {
    let day = office.today.adding(days: below(3) - 1)
    let sessions = office.data.sessions(on: day).filter { !$0.rows.isEmpty }
    guard !sessions.isEmpty else { throw .notLoaded }
    let session = sessions[below(sessions.count)]
    let client = session.rows[below(session.rows.count)].clientID
    let statuses: [AttendanceStatus] = [.present, .excused, .noShow]
    let request: SessionRequest =
      below(4) == 0 ? .clear([client]) : .mark([client], Mark(statuses[below(statuses.count)]))
    return try office.mark(request, in: session.id, because: because)
  }

  private mutating func date(_ isThere: Bool) -> String? {
    isThere ? office.today.adding(days: below(12) - 9).description : nil
  }

  private mutating func group() -> GroupSeries {
    let start = ["08:00", "09:30", "13:00"][below(3)]
    let days = ["mwf", "tth", "daily", "mon"][below(4)]
    let room = below(4)
    let (places, number) = (1 + below(4), below(4))
    let id: RoomID = office.id(.room, "Room\(room)")
    return office.series("G\(number)", start, "14:30", on: days) {
      $0.roomID = room == 3 ? nil : id
      $0.capacity = places
    }
  }

  mutating func appointment() -> Appointment {
    let day = CalendarDate.on(Office.monday).adding(days: below(7))
    let hour = below(10)
    let start = office.data.program.zone.instant(day, .at("0\(hour):00"))
    let code = "C\(below(14))"
    return Appointment(
      id: office.id(.appointment, "A\(count)"),
      clientID: office.id(.client, code),
      episodeID: office.id(.episode, code),
      kind: .known(.individual),
      serviceDate: day,
      state: AppointmentState(
        scheduledStart: start,
        scheduledEnd: start.adding(minutes: 50),
        counselorID: office.tb
      )
    )
  }

  private func check() {
    let data = office.data
    let codes = data.clients.values.map(\.mrn)
    #expect(Set(codes).count == codes.count)
    #expect(Set(data.groups.values.map(\.code)).count == data.groups.count)
    for group in data.groups.values {
      #expect(group.roomID.map { data.rooms[$0] != nil } ?? true)
      #expect(group.past.map(\.until) == group.past.map(\.until).sorted())
      for enrollment in group.enrollments {
        let stay = data.episodes[enrollment.episodeID]
        #expect(stay.map { $0.admittedOn <= enrollment.from } == true)
        #expect(data.clients[enrollment.clientID] != nil)
      }
    }
    for stay in data.episodes.values { #expect(data.clients[stay.clientID] != nil) }
    for session in data.sessions.values { #expect(session.violations.isEmpty) }
    for row in data.sessions.values.flatMap(\.rows) { #expect(data.clients[row.clientID] != nil) }
  }
}
