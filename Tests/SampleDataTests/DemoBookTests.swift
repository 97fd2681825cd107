import Domain
@testable import SampleData
import Testing

@Suite struct `The demo's book` {
  let demo: LoadedDemo

  init() throws { demo = try LoadedDemo.shared() }

  @Test func `it is sound`() {
    #expect(SnapshotFlaws(of: demo.snapshot, now: demo.now).found == [])
  }

  @Test func `its histories lead from the plan to what is there`() {
    #expect(HistoryFlaws(of: demo.snapshot).found == [])
  }

  @Test func `it is the same each time`() throws {
    #expect(Demo.snapshot(zone: try newYork()) == demo.snapshot)
  }

  @Test(arguments: 0..<9)
  func `a week of it alone is the same as in the whole`(number: Int) throws {
    let monday = Demo.firstWeek.adding(days: number * 7)
    let days = monday...monday.adding(days: 6)
    var whole = demo.snapshot
    whole.sessions.removeAll { !days.contains($0.serviceDate) }
    whole.appointments.removeAll { !days.contains($0.serviceDate) }
    #expect(Demo.snapshot(zone: try newYork(), weekOf: monday.adding(days: 2)) == whole)
  }

  @Test func `of a week that isn't in it, it has the standing records alone`() throws {
    let snapshot = Demo.snapshot(zone: try newYork(), weekOf: Demo.date.adding(days: 7))
    #expect(snapshot.clients == demo.snapshot.clients)
    #expect(snapshot.sessions.isEmpty && snapshot.appointments.isEmpty)
  }

  @Test func `nothing that is marked lies in the future`() {
    let entries =
      demo.snapshot.sessions.flatMap { $0.history.map(\.at) }
      + demo.snapshot.appointments.flatMap { $0.history.map(\.at) }
    #expect(entries.allSatisfy { $0 <= demo.now })
    #expect(entries.count > 1_000)
  }

  @Test func `it begins eight weeks before this one`() {
    let first = demo.snapshot.sessions.map(\.serviceDate).min()
    #expect(first == CalendarDate("2026-01-12"))
    let past = demo.snapshot.sessions.filter { $0.serviceDate < Demo.date }
    #expect(past.allSatisfy { $0.state.status == .completed || $0.state.status.isCancelled })
  }

  @Test func `groups keep their clock time over the change to summer time`() throws {
    let zone = demo.snapshot.program.zone
    for date in ["2026-03-06", "2026-03-09"] {
      let start = try demo.session("G01", date).state.scheduledStart
      #expect(zone.local(start).time == TimeOfDay("09:00"))
    }
    let winter = try demo.session("G01", "2026-03-06").state.scheduledStart
    #expect(winter.description == "2026-03-06T14:00:00Z")
    let summer = try demo.session("G01", "2026-03-09").state.scheduledStart
    #expect(summer.description == "2026-03-09T13:00:00Z")
  }

  @Test func `C06 missed the Friday before and came the Wednesday before that`() throws {
    #expect(try demo.row("C06", "G01", "2026-03-06").status == .noShow)
    #expect(try demo.row("C06", "G04", "2026-03-06").status == .noShow)
    #expect(try demo.row("C06", "G03", "2026-03-04").status.isAttended)
  }

  @Test func `the late pattern of C04 shows in six meetings`() throws {
    let id = try demo.client("C04")
    let late = demo.snapshot.sessions.filter { $0.row(of: id)?.status == .late }
    #expect(late.count >= 6)
  }

  @Test func `one meeting fell to the snow and one ended by an alarm`() throws {
    #expect(try demo.session("G06", "2026-01-26").state.status == .cancelledByProgram)
    let short = try demo.session("G04", "2026-02-20").state
    #expect(short.programReason == "fire alarm")
    #expect(demo.data.isClosed(on: try #require(CalendarDate("2026-01-19"))))
  }

  @Test func `every exception of the tables belongs to a roster`() throws {
    for exception in DemoException.all {
      for group in exception.groups {
        let number = String(2026_00_00 + exception.day)
        let date = "\(number.prefix(4))-\(number.dropFirst(4).prefix(2))-\(number.suffix(2))"
        let code = (group < 10 ? "G0" : "G") + String(group)
        let client = (exception.client < 10 ? "C0" : "C") + String(exception.client)
        #expect(try demo.roster(code, date).contains(client), "\(client) \(code) \(date)")
      }
    }
  }

  @Test func `every outcome of the tables belongs to an appointment`() throws {
    for key in DemoBooking.outcomes.keys {
      let date = CalendarDate.on(2026_00_00 + key / 100)
      let client = demo.snapshot.clients[key % 100 - 1].id
      #expect(demo.data.appointments(on: date).contains { $0.clientID == client }, "\(key)")
    }
  }

  @Test func `everyone is seen only from the admission on`() {
    for episode in demo.snapshot.episodes {
      let sessions = demo.snapshot.sessions.filter { $0.row(of: episode.clientID) != nil }
      #expect(sessions.allSatisfy { episode.isOpen(on: $0.serviceDate) })
    }
  }
}
