import Domain
import Testing

@testable import Storage

/// Records of administration on disk: made, changed, taken back, and merged.
@Suite struct `Saving records of administration` {
  private static let id = ClientID("cl_000000000099")
  private static let stay = EpisodeID("ep_000000000099")

  private func stamp(_ number: Int) -> Stamp {
    Stamp(
      staff: SampleProgram.staffID,
      now: SoundProgram.now,
      changeID: ChangeID("ch_\(number)00000000")
    )
  }

  private func admit(_ data: inout ProgramData, as mrn: String = "Z99") throws -> Change {
    let client = Client(
      id: Self.id,
      mrn: mrn,
      legalFirst: "Zora",
      legalLast: "Zeller",
      birthDate: SampleProgram.day("1988-01-02")
    )
    var episode = Episode(
      id: Self.stay,
      clientID: Self.id,
      admittedOn: SampleProgram.day("2026-03-02")
    )
    episode.counselors = [
      CounselorAssignment(staffID: SampleProgram.staffID, from: episode.admittedOn)
    ]
    episode.levels = [LevelOfCarePeriod(level: "2.1", from: episode.admittedOn)]
    let change = try data.change(.client(client, episode), stamp: stamp(1))
    try data.apply(change)
    return change
  }

  private func save(_ change: Change, in bench: Bench) throws {
    for edit in change.edits {
      try bench.folder.save(
        edit.record,
        from: bench.data,
        by: SampleProgram.staffID,
        at: SoundProgram.now
      )
    }
  }

  private func isSound(_ bench: Bench) throws -> Bool {
    try DataFolder.open(at: bench.temporary.path).check().problems.isEmpty
  }

  @Test func `brings a client and the stay to disk with their history`() throws {
    let bench = try Bench()
    let change = try admit(&bench.data)
    try save(change, in: bench)
    var other = try bench.other().data
    try DataFolder.open(at: bench.temporary.path).loadCaseload(into: &other)
    #expect(other.clients[Self.id] == bench.data.clients[Self.id])
    #expect(other.episodes[Self.stay] == bench.data.episodes[Self.stay])
    #expect(other.clients[Self.id]?.history.map(\.change) == [change.id])
    #expect(try isSound(bench))
    let undo = UndoHistory(of: SampleProgram.staffID, on: SampleProgram.date, in: other)
    #expect(undo.undoable.last == change)
  }

  @Test func `keeps the file of what was taken back, in no list, and does it again`() throws {
    let bench = try Bench()
    let change = try admit(&bench.data)
    try save(change, in: bench)
    let back = bench.data.inverse(of: change, kind: .undo(of: change.id), stamp: stamp(2))
    try bench.data.apply(back)
    try save(back, in: bench)
    let folder = try DataFolder.open(at: bench.temporary.path)
    var data = folder.loadStanding()
    folder.loadCaseload(into: &data)
    #expect(data.clients[Self.id] == nil)
    #expect(data.episodes[Self.stay] == nil)
    #expect(data.withdrawn.clients[Self.id]?.history.count == 2)
    #expect(data.problems == [])
    #expect(try isSound(bench))
  }

  @Test func `takes in what others changed of the same record, and keeps both`() throws {
    let bench = try Bench()
    let change = try admit(&bench.data)
    try save(change, in: bench)
    let second = try bench.other()
    var theirs = second.data
    second.folder.loadCaseload(into: &theirs)
    var group = try #require(theirs.groups[SampleProgram.groupID])
    group.title = "Another title"
    let renamed = try theirs.change(.group(group), stamp: stamp(3))
    try theirs.apply(renamed)
    try second.folder.save(
      .group(SampleProgram.groupID),
      from: theirs,
      by: SampleProgram.staffID,
      at: SoundProgram.now
    )
    let enrollment = Enrollment(
      id: EnrollmentID("en_000000000099"),
      clientID: Self.id,
      episodeID: Self.stay,
      from: SampleProgram.day("2026-03-02")
    )
    let own = try bench.data.change(
      .enrollment(enrollment, in: SampleProgram.groupID),
      stamp: stamp(4),
      because: "a reason"
    )
    let mine = bench.data
    try bench.data.apply(own)
    let changed = bench.data
    #expect(throws: StorageError.self) { try save(own, in: bench) }
    bench.data = changed
    try bench.folder.reload(.group(SampleProgram.groupID), into: &bench.data)
    #expect(bench.data.reapply(.group(SampleProgram.groupID), of: changed) == MergeOutcome())
    try save(own, in: bench)
    let found = try #require(try bench.other().data.groups[SampleProgram.groupID])
    #expect(found.title == "Another title")
    #expect(found.enrollments.contains(enrollment))
    #expect(mine.groups[SampleProgram.groupID]?.title != found.title)
    #expect(try isSound(bench))
  }

  @Test func `keeps rooms in their one file`() throws {
    let bench = try Bench()
    let room = Room(id: RoomID("rm_000000000099"), name: "Attic", capacity: 8)
    let change = try bench.data.change(.room(room), stamp: stamp(5))
    try bench.data.apply(change)
    try save(change, in: bench)
    #expect(try bench.other().data.rooms[room.id]?.bare == room)
    #expect(try isSound(bench))
  }

  @Test func `doesn't lose an unsaved change when the caseload is read`() throws {
    let bench = try Bench()
    _ = try admit(&bench.data)
    bench.folder.loadCaseload(into: &bench.data)
    #expect(bench.data.clients[Self.id]?.mrn == "Z99")
  }

  @Test func `finds a history that doesn't fit the facts`() throws {
    let bench = try Bench()
    let change = try admit(&bench.data)
    var client = try #require(bench.data.clients[Self.id])
    client.legalLast = "Forged"
    bench.data.clients[Self.id] = client
    try save(change, in: bench)
    #expect(try !isSound(bench))
  }
}
