import Domain
import Glibc
import Testing

@testable import Storage

extension GroupSeries {
  /// The same group with its enrollments in the order of their identifiers.
  var sorted: GroupSeries {
    var group = self
    group.enrollments.sort { $0.id < $1.id }
    return group
  }
}

@Suite struct `Enrollments that ended` {
  private static let past = ClientID("cl_000000000003")
  private static let pastEpisode = EpisodeID("ep_000000000003")
  private static let monthPath = "enrollments/2025-11-01/gr_000000000001.plist"
  private static let groupPath = "groups/gr_000000000001.plist"

  private static func enrollment(
    _ number: Int,
    _ from: String,
    _ to: String?
  ) -> Enrollment {
    Enrollment(
      id: EnrollmentID("en_00000000001\(number)"),
      clientID: past,
      episodeID: pastEpisode,
      from: SampleProgram.day(from),
      to: to.map { SampleProgram.day($0) }
    )
  }

  /// A program with a third client, who was there from September to November 2025.
  private static func snapshot(
    _ enrollments: [Enrollment] = [enrollment(1, "2025-09-03", "2025-11-12")]
  ) throws -> ProgramSnapshot {
    var snapshot = try SoundProgram.snapshot()
    snapshot.clients.append(
      Client(
        id: past,
        mrn: "C03",
        legalFirst: "Once",
        legalLast: "Here",
        birthDate: SampleProgram.day("1990-01-01")
      )
    )
    var episode = SoundProgram.episode(pastEpisode, past)
    episode.admittedOn = SampleProgram.day("2025-09-01")
    episode.counselors = [
      CounselorAssignment(staffID: SampleProgram.staffID, from: SampleProgram.day("2025-09-01"))
    ]
    episode.levels = [LevelOfCarePeriod(level: "2.1", from: SampleProgram.day("2025-09-01"))]
    snapshot.episodes.append(episode)
    snapshot.groups[0].enrollments += enrollments
    return snapshot
  }

  private func roster(_ date: String, of folder: DataFolder, _ data: inout ProgramData) -> [String]
  {
    let date = SampleProgram.day(date)
    folder.loadWeek(data.weekStart(of: date), into: &data)
    let id = SessionID.occurrence(of: SampleProgram.groupID, on: date)
    return data.sessions[id]?.rows.map(\.clientID.rawValue) ?? ["no sheet"]
  }

  @Test func `lie in the month they ended in, and are read for weeks that need them`() throws {
    let bench = try Bench(Self.snapshot())
    let present = bench.data.groups[SampleProgram.groupID]?.enrollments.map(\.id.rawValue)
    #expect(present == ["en_000000000001", "en_000000000002"])
    #expect(
      !String(decoding: bench.bytes(Self.groupPath), as: UTF8.self).contains("en_00000000001")
    )
    let month = String(decoding: bench.bytes(Self.monthPath), as: UTF8.self)
    #expect(month.contains("en_000000000011"))
    #expect(roster("2025-11-12", of: bench.folder, &bench.data) == [Self.past.rawValue])
    #expect(roster("2025-11-17", of: bench.folder, &bench.data) == [])
    #expect(roster("2025-09-03", of: bench.folder, &bench.data) == [Self.past.rawValue])
    #expect(roster("2025-09-01", of: bench.folder, &bench.data) == [])
    #expect(bench.folder.check().problems == [])
  }

  @Test func `are looked for in few months, whatever a week needs`() throws {
    for (from, to) in [("2025-03-31", "2025-09-30"), ("2025-03-31", "2025-10-01")] {
      let enrollment = Self.enrollment(1, from, to)
      let month = EndedEnrollments.month(of: enrollment, today: SampleProgram.date)
      #expect((month == nil) == (to == "2025-10-01"))
      var date = enrollment.from.adding(days: -6)
      while date <= SampleProgram.day(to) {
        if let month { #expect(EndedEnrollments.months(ofWeek: date).contains(month), "\(date)") }
        date = date.adding(days: 1)
      }
    }
    #expect(EndedEnrollments.months(ofWeek: SoundProgram.monday).count == 8)
  }

  @Test func `stay with the group while their month lasts, or where they were long`() throws {
    let enrollments = [
      Self.enrollment(1, "2025-09-03", "2026-03-02"),
      Self.enrollment(2, "2025-02-03", "2025-10-06"),
      Self.enrollment(3, "2026-01-05", nil), Self.enrollment(4, "2025-09-03", "2026-02-28"),
    ]
    var group = SoundProgram.group()
    group.enrollments = enrollments
    let files = GroupFiles(group, today: SampleProgram.date)
    #expect(files.own.enrollments == Array(enrollments[0...2]))
    #expect(files.months.map(\.month) == [SampleProgram.day("2026-02-01")])
    #expect(files.months.first?.enrollments == [enrollments[3]])
  }

  @Test func `are found where an older folder has them, and move when the group is saved`() throws {
    let temporary = TemporaryFolder()
    var snapshot = try Self.snapshot()
    let early = Instant("2025-11-13T12:00:00Z") ?? .earliest
    _ = try DataFolder.create(at: temporary.path, snapshot: snapshot, durable: false, now: early)
    #expect(TestFile.names(in: temporary.path + "/enrollments") == [])
    let folder = try DataFolder.open(at: temporary.path)
    var data = folder.loadStanding()
    #expect(roster("2025-11-12", of: folder, &data) == [Self.past.rawValue])

    snapshot = folder.readAll().0
    snapshot.groups[0].enrollments.append(Self.enrollment(5, "2025-12-01", "2025-12-19"))
    try folder.add(snapshot, durable: false, at: SoundProgram.now)
    #expect(
      TestFile.names(in: temporary.path + "/enrollments").sorted() == ["2025-11-01", "2025-12-01"]
    )
    let again = try DataFolder.open(at: temporary.path)
    #expect(again.check().problems == [])
    #expect(again.readAll().0.groups.map(\.sorted) == snapshot.groups.map(\.sorted))
    data = again.loadStanding()
    #expect(roster("2025-11-12", of: again, &data) == [Self.past.rawValue])
    #expect(roster("2025-12-15", of: again, &data) == [Self.past.rawValue])
  }

  @Test func `move when a change of their group is saved, and come back where they go on`() throws {
    let temporary = TemporaryFolder()
    let early = Instant("2025-11-13T12:00:00Z") ?? .earliest
    let snapshot = try Self.snapshot()
    _ = try DataFolder.create(at: temporary.path, snapshot: snapshot, durable: false, now: early)
    let folder = try DataFolder.open(at: temporary.path)
    var data = folder.loadStanding()
    folder.loadCaseload(into: &data)
    folder.loadWeek(SampleProgram.day("2025-11-10"), into: &data)
    func save(_ request: AdministrationRequest, _ number: Int) throws {
      let stamp = Stamp(
        staff: SampleProgram.staffID,
        now: SoundProgram.now,
        changeID: ChangeID("ch_\(number)00000000")
      )
      try data.apply(try data.change(request, stamp: stamp, because: "a reason"))
      try folder.save(
        .group(SampleProgram.groupID),
        from: data,
        by: SampleProgram.staffID,
        at: SoundProgram.now
      )
      let again = try DataFolder.open(at: temporary.path)
      #expect(again.check().problems == [])
      #expect(again.readAll().0.groups[0].sorted == data.groups[SampleProgram.groupID]?.sorted)
    }
    func text(_ path: String) -> String {
      String(decoding: TestFile.read(temporary.path + "/" + path), as: UTF8.self)
    }
    var group = try #require(data.groups[SampleProgram.groupID])
    group.title = "Another title"
    try save(.group(group), 1)
    #expect(text(Self.monthPath).contains("en_000000000011"))
    #expect(!text(Self.groupPath).contains("en_000000000011"))

    try save(.enrollment(Self.enrollment(1, "2025-09-03", "2026-06-30"), in: group.id), 2)
    #expect(!text(Self.monthPath).contains("en_000000000011"))
    #expect(text(Self.groupPath).contains("en_000000000011"))
    try save(.enrollment(Self.enrollment(1, "2025-09-03", "2025-11-05"), in: group.id), 3)
    #expect(text(Self.monthPath).contains("2025-11-05"))
  }

  @Test func `keep those already there when others of the same month are added`() throws {
    let bench = try Bench(Self.snapshot())
    var addition = ProgramSnapshot(program: bench.folder.program)
    var group = bench.folder.readAll().0.groups[0]
    group.enrollments.removeAll { $0.clientID == Self.past }
    group.enrollments.append(Self.enrollment(6, "2025-10-01", "2025-11-05"))
    addition.groups = [group]
    try bench.folder.add(addition, durable: false, at: SoundProgram.now)
    let found = bench.folder.readAll().0.groups[0].enrollments.map(\.id.rawValue)
    #expect(Set(found).isSuperset(of: ["en_000000000011", "en_000000000016"]))
  }

  @Test func `that can't be read make no sheet, rather than one that lacks someone`() throws {
    let bench = try Bench(Self.snapshot())
    var bytes = bench.bytes(Self.monthPath)
    bytes[bytes.count / 2] ^= 1
    TestFile.write(bytes, to: bench.path(Self.monthPath))
    #expect(roster("2025-11-12", of: bench.folder, &bench.data) == ["no sheet"])
    #expect(bench.data.problems.map(\.record) == [Self.monthPath])
    #expect(roster("2026-03-04", of: bench.folder, &bench.data).count == 2)
    #expect(bench.folder.check().problems.map(\.record) == [Self.monthPath])
  }

  @Test func `in a wrong month are a problem, since no week would find them`() throws {
    let bench = try Bench(Self.snapshot())
    mkdir(bench.path("enrollments/2025-10-01"), 0o700)
    TestFile.write(
      bench.bytes(Self.monthPath),
      to: bench.path("enrollments/2025-10-01/gr_000000000001.plist")
    )
    chmod(bench.path("enrollments/2025-10-01/gr_000000000001.plist"), 0o600)
    let problems = bench.folder.check().problems
    #expect(problems.map(\.record) == ["enrollments/2025-10-01/gr_000000000001.plist"])
    #expect(problems.first?.what.contains("en_000000000011") == true)
  }

  @Test func `of a group that isn't there are a problem`() throws {
    let bench = try Bench(Self.snapshot())
    unlink(bench.path(Self.groupPath))
    #expect(bench.folder.check().problems.contains { $0.record == Self.groupPath })
  }

  @Test func `have a file that stays readable`() throws {
    let fixture =
      String(#filePath.dropLast("EndedEnrollmentsTests.swift".count))
      + "Fixtures/v1/enrollments.plist"
    let bytes = try Bench(Self.snapshot()).bytes(Self.monthPath)
    if getenv("RECORD") != nil, TestFile.read(fixture).isEmpty {
      TestFile.write(bytes, to: fixture)
    }
    #expect(TestFile.read(fixture) == bytes)
    let place = RecordPlace.enrollments(
      of: SampleProgram.groupID,
      endedIn: SampleProgram.day("2025-11-01")
    )
    let file = try RecordFile<ListRecord<Enrollment>>(TestFile.read(fixture), at: place, under: nil)
    #expect(file.record.elements == [Self.enrollment(1, "2025-09-03", "2025-11-12")])
  }
}
