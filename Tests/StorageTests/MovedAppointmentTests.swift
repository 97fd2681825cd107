import Domain
import Testing

@testable import Storage

@Suite struct `A moved appointment on disk` {
  @Test func `is two records, found again, and sound before, between and after`() throws {
    let bench = try booked()
    try bench.apply(moved(bench))
    try bench.save(new)
    #expect(bench.findings == [])
    try bench.save(old)
    #expect(bench.findings == [])
    let other = try bench.other()
    #expect(other.data.appointments[old]?.state.rescheduledTo == new)
    #expect(other.data.appointments[new] == nil)
    let date = try other.folder.date(of: new, from: SoundProgram.monday, days: 30)
    #expect(date == later)
    #expect(try other.folder.date(of: new, from: SoundProgram.monday, days: 3) == nil)
  }

  @Test func `taken back keeps its file and is in no list`() throws {
    let bench = try booked()
    let change = try moved(bench)
    try bench.apply(change)
    try bench.save(new)
    try bench.save(old)
    let stamp = stamp("ch_back")
    try bench.apply(bench.data.inverse(of: change, kind: .undo(of: change.id), stamp: stamp))
    try bench.save(old)
    try bench.save(new)
    #expect(bench.findings == [])
    var other = try bench.other()
    other.folder.loadWeek(other.data.weekStart(of: later), into: &other.data)
    #expect(other.data.appointments[new]?.state.isWithdrawn == true)
    #expect(other.data.appointments(on: later).isEmpty)
    #expect(other.data.appointments[old]?.state.status == .booked)
    let history = UndoHistory(
      of: SampleProgram.staffID,
      on: other.data.today(at: SoundProgram.now),
      in: other.data
    )
    #expect(history.redoable.last?.edits.count == 2)
    try other.folder.reload(.appointment(new), into: &other.data)
    #expect(other.data.appointments[new]?.state.isWithdrawn == true)
  }

  private let old = AppointmentID("ap_Moved0000001")
  private let new = AppointmentID("ap_Moved0000002")
  private let later = SampleProgram.day("2026-03-18")

  private func stamp(_ id: String) -> Stamp {
    Stamp(staff: SampleProgram.staffID, now: SoundProgram.now, changeID: ChangeID(id))
  }

  private func moved(_ bench: Bench) throws -> Change {
    let start = try #require(bench.data.appointments[old]?.state.scheduledStart)
    let time = NewTime(start: start.adding(minutes: 7 * 24 * 60), id: new)
    return try bench.data.change(
      .reschedule(time),
      in: old,
      stamp: stamp("ch_moved"),
      because: "the client asked"
    )
  }

  /// The sound program with one more appointment, booked for the day of the live session.
  private func booked() throws -> Bench {
    var snapshot = try SoundProgram.snapshot()
    let start = SoundProgram.now.adding(minutes: 300)
    var meeting = SoundProgram.appointment()
    meeting = Appointment(
      id: old,
      clientID: meeting.clientID,
      episodeID: meeting.episodeID,
      kind: meeting.kind,
      serviceDate: SampleProgram.day("2026-03-11"),
      state: AppointmentState(
        scheduledStart: start,
        scheduledEnd: start.adding(minutes: 50),
        counselorID: SampleProgram.staffID
      )
    )
    snapshot.appointments.append(meeting)
    let bench = try Bench(snapshot)
    bench.folder.loadWeek(bench.data.weekStart(of: later), into: &bench.data)
    return bench
  }
}

extension Bench {
  fileprivate func apply(_ change: Change) throws { try data.apply(change) }

  fileprivate func save(_ id: AppointmentID) throws {
    try folder.save(
      .appointment(id),
      from: data,
      by: SampleProgram.staffID,
      at: SoundProgram.now
    )
  }

  /// What a check finds wrong, but for what isn't about appointments.
  fileprivate var findings: [String] {
    folder.check().problems.filter { $0.record.contains("/ap_") }.map(\.what)
  }
}
