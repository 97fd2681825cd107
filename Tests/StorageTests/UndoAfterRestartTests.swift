import Domain
import Support
import Testing

@testable import Storage

/// What reaches into weeks to come is taken back whole by a program that was started anew.
@Suite struct `Undo behind a restart` {
  private static let today = SampleProgram.day("2026-03-11")
  private static let last = SampleProgram.day("2026-04-02")

  private func stamp(_ id: String) -> Stamp {
    Stamp(staff: SampleProgram.staffID, now: SoundProgram.now, changeID: ChangeID("ch_" + id))
  }

  /// A program with the weeks of the next month read.
  private func bench() throws -> Bench {
    let bench = try Bench()
    for week in 1...4 {
      bench.folder.loadWeek(Bench.week.adding(days: 7 * week), into: &bench.data)
    }
    return bench
  }

  private func save(_ change: Change, of data: ProgramData, in folder: DataFolder) throws {
    var saved: [RecordReference] = []
    for edit in change.edits where !saved.contains(edit.record) {
      saved.append(edit.record)
      try folder.save(edit.record, from: data, by: SampleProgram.staffID, at: SoundProgram.now)
    }
  }

  private func book(_ bench: Bench) throws -> Change {
    let start = SampleProgram.at("20:00:00").adding(minutes: 24 * 60)
    let first = Appointment(
      id: AppointmentID("ap_Repeated0001"),
      clientID: SampleProgram.clientID,
      episodeID: SampleProgram.episodeID,
      kind: .known(.individual),
      serviceDate: SampleProgram.day("2026-03-12"),
      state: AppointmentState(
        scheduledStart: start,
        scheduledEnd: start.adding(minutes: 50),
        counselorID: SampleProgram.staffID
      )
    )
    var ids = IDMaker(seed: 5)
    let booking = bench.data.repeated(
      first,
      on: ProgramData.days(from: first.serviceDate, every: 1, until: Self.last),
      because: nil,
      now: SoundProgram.now,
      ids: &ids
    )
    #expect(booking.free.count == 4 && booking.taken.isEmpty)
    let change = try bench.data.change(try #require(booking.request), stamp: stamp("booked00001"))
    try bench.data.apply(change)
    try save(change, of: bench.data, in: bench.folder)
    return change
  }

  /// Takes back the newest change of today in a window that was just opened.
  private func takeBack(_ bench: Bench) throws -> Change {
    var (folder, data) = try bench.other()
    folder.loadWeeks(after: Self.today, into: &data)
    folder.loadCaseload(into: &data)
    let undo = UndoHistory(of: SampleProgram.staffID, on: Self.today, in: data)
    let change = try #require(undo.undoable.last)
    let back = data.inverse(of: change, kind: .undo(of: change.id), stamp: stamp("takenback01"))
    try data.apply(back)
    try save(back, of: data, in: folder)
    return change
  }

  private func onDisk(_ bench: Bench) throws -> [String: AnyHashable] {
    var (folder, data) = try bench.other()
    folder.loadWeeks(after: Self.today, into: &data)
    folder.loadCaseload(into: &data)
    for week in 1...4 { folder.loadWeek(Bench.week.adding(days: 7 * week), into: &data) }
    #expect(folder.check().problems.isEmpty)
    return Office.content(of: data)
  }

  @Test func `takes back every appointment of a repeated booking`() throws {
    let bench = try bench()
    let before = try onDisk(bench)
    let booked = try book(bench)
    #expect(try onDisk(bench).count == before.count + 4)
    let (_, fresh) = try bench.other()
    let part = UndoHistory(of: SampleProgram.staffID, on: Self.today, in: fresh).undoable.last
    #expect(part?.edits.count == 1, "only the present week is read at first")
    #expect(try takeBack(bench).edits.count == 4)
    #expect(try onDisk(bench) == before)
    #expect(booked.edits.count == 4)
  }

  @Test func `brings back the places and appointments that a discharge ended`() throws {
    let bench = try bench()
    _ = try book(bench)
    let before = try onDisk(bench)
    let discharge = Discharge(of: SampleProgram.episodeID, on: Self.today, reason: .droppedOut)
    let change = try bench.data.change(.discharge(discharge), stamp: stamp("discharged1"))
    try bench.data.apply(change)
    try save(change, of: bench.data, in: bench.folder)
    let after = try onDisk(bench)
    #expect(after[SampleProgram.groupID.rawValue] != before[SampleProgram.groupID.rawValue])
    #expect(after["ap_Repeated0001"] != before["ap_Repeated0001"])
    #expect(try takeBack(bench).id == change.id)
    #expect(try onDisk(bench) == before)
  }
}
