import Domain
import Support
import Testing

/// Any run of what an office enters: the rules hold, and taking all of it back gives the start.
@Suite struct `Any run of administration` {
  @Test(arguments: [UInt64](1...8))
  func `keeps the rules and can be taken back and done again`(seed: UInt64) throws {
    var run = RandomOffice(seed: seed)
    for _ in 0..<250 { try run.step() }
    #expect(run.done > 60, "seed \(seed): hardly anything was done")
    var office = run.office
    let end = office.content
    let count = office.undo.undoable.count
    while !office.undo.undoable.isEmpty { try office.takeBack() }
    #expect(office.content == Office().content, "seed \(seed)")
    for _ in 0..<count { try office.doAgain() }
    #expect(office.content == end, "seed \(seed)")
    let again = UndoHistory(of: office.tb, on: office.today, in: office.data)
    #expect(again.undoable.map(\.id) == office.undo.undoable.map(\.id), "seed \(seed)")
  }
}

private struct RandomOffice {
  var office = Office()
  var random: RandomRequests
  let seed: UInt64
  var count = 0
  var done = 0

  init(seed: UInt64) {
    self.seed = seed
    random = RandomRequests(seed: seed)
  }

  private mutating func below(_ bound: Int) -> Int { Int.random(in: 0..<bound, using: &random) }

  mutating func step() throws {
    count += 1
    let before = office.content
    if below(9) == 0 {
      try office.takeBack()
    } else if below(12) == 0 {
      try office.doAgain()
    } else {
      let because = below(2) == 0 ? "it must be" : nil
      do throws(RuleViolation) {
        try enter(because: because)
        done += 1
      } catch {
        #expect(office.content == before, "seed \(seed): a refused request changed something")
        #expect(!error.message.isEmpty)
      }
    }
    check()
  }

  private mutating func enter(because: String?) throws(RuleViolation) {
    switch below(9) {
    case 0, 1:
      let code = "C\(below(14))"
      let day = date(below(2) == 0)
      try office.client(code, admitted: day)
    case 2:
      let (room, places) = (below(3), below(5))
      try office.room("Room\(room)", places: places)
    case 3, 4:
      let group = group()
      try office.ask(.group(group), because: because)
    case 5:
      let day = office.today.adding(days: below(20) - 5)
      let group = group()
      try office.ask(.groupFrom(group, day), because: because)
    case 6, 7:
      let (client, group, isPartly, isShort) = (below(14), below(4), below(3) == 0, below(3) == 0)
      let from = date(true) ?? Office.monday
      let end = office.today.adding(days: 5)
      let place = office.place("C\(client)", in: "G\(group)", from: from) {
        if isPartly { $0.weekdays = [.monday, .friday] }
        if isShort { $0.to = end }
      }
      try office.ask(place, because: because)
    default:
      let appointment = appointment()
      try office.ask(.book(appointment), because: because)
    }
  }

  private mutating func date(_ isThere: Bool) -> String? {
    isThere ? office.today.adding(days: below(12) - 9).description : nil
  }

  private mutating func group() -> GroupSeries {
    let start = ["08:00", "09:30", "13:00"][below(3)]
    let days = ["mwf", "tth", "daily", "mon"][below(4)]
    let room = below(4)
    let (places, number) = (1 + below(4), below(4))
    return office.series("G\(number)", start, "14:30", on: days) {
      $0.roomID = room == 3 ? nil : .of("Room\(room)")
      $0.capacity = places
    }
  }

  private mutating func appointment() -> Appointment {
    let day = CalendarDate.on(Office.monday).adding(days: below(7))
    let hour = below(10)
    let start = office.data.program.zone.instant(day, .at("0\(hour):00"))
    let code = "C\(below(14))"
    return Appointment(
      id: .of("A\(count)"),
      clientID: .of(code),
      episodeID: .of(code),
      kind: .known(.individual),
      serviceDate: day,
      state: AppointmentState(
        scheduledStart: start,
        scheduledEnd: start.adding(minutes: 50),
        counselorID: .of("TB")
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
