import Domain
import SampleData
import Testing

@Suite struct `The demo's live group` {
  let demo: LoadedDemo

  init() throws { demo = try LoadedDemo.shared() }

  @Test func `it began at 10 40 and runs`() throws {
    let live = try demo.session("G03", "2026-03-11")
    #expect(live.state.status == .inProgress)
    #expect(live.state.actualStart == (try demo.moment("2026-03-11", "10:40")))
    #expect(live.state.actualEnd == nil)
    #expect(live.state.leadID == demo.staff["TB"]?.id)
    #expect(live.state.topic == "Week 5 — Stress, sleep and the brain")
    let running = demo.snapshot.sessions.filter { $0.state.status == .inProgress }
    #expect(running.map(\.id) == [live.id])
  }

  @Test func `seven are present from the start`() throws {
    for code in ["C01", "C02", "C03", "C04", "C07", "C08", "C10"] {
      let row = try demo.row(code, "G03", "2026-03-11")
      #expect(row.status == .present)
      #expect(row.segments == [PresenceSegment(start: try demo.moment("2026-03-11", "10:40"))])
    }
  }

  @Test func `one came late, one is outside, one is awaited`() throws {
    let late = try demo.row("C05", "G03", "2026-03-11")
    #expect(late.status == .late)
    #expect(late.segments == [PresenceSegment(start: try demo.moment("2026-03-11", "10:49"))])
    let out = try demo.row("C11", "G03", "2026-03-11")
    #expect(out.isSteppedOut(sessionIsLive: true))
    #expect(
      out.segments == [
        PresenceSegment(
          start: try demo.moment("2026-03-11", "10:40"),
          end: try demo.moment("2026-03-11", "10:50")
        )
      ]
    )
    let awaited = try demo.row("C06", "G03", "2026-03-11")
    #expect(awaited.status == .expected)
    #expect(awaited.markedAt == nil)
  }

  @Test func `one is on leave and one was not admitted`() throws {
    #expect(try demo.row("C09", "G03", "2026-03-11").status == .onLeave)
    #expect(try demo.row("C12", "G03", "2026-03-11").status == .notAdmitted)
  }

  @Test func `TB can take today's marks back to the group's beginning`() throws {
    let staff = try #require(demo.staff["TB"]).id
    let history = UndoHistory(of: staff, on: Demo.date, in: demo.data)
    #expect(history.all.count == 11)
    #expect(history.undoable.count == 11)
    let from = try demo.moment("2026-03-11", "10:40")
    let to = try demo.moment("2026-03-11", "10:51")
    #expect(history.all.allSatisfy { from <= $0.at && $0.at < to })
    var data = demo.data
    for change in history.undoable.reversed() {
      let stamp = Stamp(staff: staff, now: demo.now, changeID: ChangeID("ch_" + "u".padded(12)))
      try data.apply(data.inverse(of: change, kind: .undo(of: change.id), stamp: stamp))
    }
    let id = try demo.session("G03", "2026-03-11").id
    let session = try #require(data.sessions[id])
    #expect(session.state.status == .scheduled)
    #expect(session.rows.allSatisfy { $0.status == .expected || $0.status == .onLeave })
  }

  @Test func `the curriculum of the week is on the other groups too`() {
    #expect(demo.groups["G04"]?.topic == "Urge surfing")
    #expect(demo.groups["G02"]?.topic == "Mapping high-risk situations")
  }
}

extension String {
  fileprivate func padded(_ length: Int) -> String {
    self + String(repeating: "0", count: length - utf8.count)
  }
}
