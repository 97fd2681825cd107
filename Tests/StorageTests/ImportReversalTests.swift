import Domain
import Support
import Testing

@testable import Storage

@Suite struct `An import that is taken back` {
  private static let plans =
    "mrn,problem,goal,objective,from\nC01,New,Goal,Step,2026-03-02\n"
  private static let clients = """
    mrn,legalFirst,legalLast,birthDate,phone,admittedOn,counselor
    C01,Fenwick,Oakes,1988-02-29,555-0100,,
    C07,Ann,Bee,1990-01-02,,2026-01-12,TB
    """
  private static let files = [
    "staff.csv": "code,name,role\nZZ,Zoe Zimmer,counselor\n",
    "rooms.csv": "name,capacity\nAsh,8\n",
    "clients.csv": clients,
    "groups.csv": """
    code,title,type,weekdays,start,end,from,lead,room
    G07,New,process,Tue,09:00,10:00,2026-01-05,ZZ,Ash
    """,
    "topics.csv": "group,topic\nG03,One\nG03,Two\nG07,Three\n",
    // The first of them ended months ago, and lies beside the group's own file.
    "enrollments.csv": """
    mrn,group,from,to
    C07,G03,2026-01-12,2026-02-02
    C07,G03,2026-02-09,
    C07,G07,2026-01-13,
    """,
    "appointments.csv": """
    mrn,counselor,kind,date,start,end,room
    C07,TB,individual,2026-04-14,13:00,13:50,Ash
    """,
    "plans.csv": plans,
  ]

  private func bench() throws -> Bench {
    var snapshot = try SoundProgram.snapshot()
    snapshot.plans = [
      TreatmentPlan(
        id: PlanID("tp_000000000001"),
        clientID: SampleProgram.clientID,
        episodeID: SampleProgram.episodeID,
        effectiveFrom: SampleProgram.day("2026-01-05")
      )
    ]
    return try Bench(snapshot)
  }

  private func take(_ files: [String: String], into bench: Bench) throws {
    let all = ImportFolder.files.mapValues { _ in ImportFolder.absent }
    let folder = ImportFolder(all.merging(files) { $1 })
    let existing = bench.folder.readAll().0
    let plan = try ImportRequest(
      folder.path,
      by: SampleProgram.staffID,
      at: SoundProgram.now,
      order: 1_000
    ).plan(into: existing)
    try bench.folder.add(
      plan.records,
      durable: false,
      by: SampleProgram.staffID,
      at: SoundProgram.now
    )
  }

  private func reversal(_ bench: Bench, again: Bool = false) throws -> ImportReversal {
    var ids = IDMaker(seed: again ? 77 : 78)
    return ImportReversal(
      of: nil,
      again: again,
      in: bench.folder.readAll().0,
      Stamp(
        staff: SampleProgram.staffID,
        now: SoundProgram.now,
        changeID: ids.next(.change)
      ),
      order: 2_000
    )
  }

  private func keep(_ reversal: ImportReversal, in bench: Bench) throws {
    try bench.folder.add(
      reversal.records,
      durable: false,
      by: SampleProgram.staffID,
      at: SoundProgram.now
    )
  }

  /// What the folder says as it stands, without histories and what is withdrawn.
  private func facts(_ bench: Bench) throws -> [String: AnyHashable] {
    let folder = try DataFolder.open(at: bench.temporary.path)
    let (snapshot, problems) = folder.readAll()
    #expect(problems == [])
    #expect(folder.check().problems == [])
    var data = ProgramData(standing: snapshot)
    for date in snapshot.sessions.map(\.serviceDate) + snapshot.appointments.map(\.serviceDate) {
      data.load(week: data.weekStart(of: date), from: snapshot)
    }
    var facts = Office.content(of: data)
    // Weeks that nothing is stored about but what is withdrawn differ in what is computed.
    for session in data.sessions.values where session.history.isEmpty {
      facts[session.id.rawValue] = nil
    }
    for (client, plans) in data.plans { facts["plans of \(client)"] = plans.map(\.effectiveTo) }
    return facts
  }

  @Test func `leaves the folder's facts as they were, and comes again whole`() throws {
    let bench = try bench()
    let before = try facts(bench)
    try take(Self.files, into: bench)
    let after = try facts(bench)
    #expect(after.count > before.count)
    let reversal = try reversal(bench)
    #expect(reversal.obstacles == [])
    #expect(
      reversal.words
        == "1 counselor, 1 room, 1 client, 1 admission, 1 group, 3 places in groups, 1 appointment, 1 plan, 2 changes"
    )
    try keep(reversal, in: bench)
    #expect(try facts(bench) == before)
    let again = try self.reversal(bench, again: true)
    #expect(again.obstacles == [])
    try keep(again, in: bench)
    #expect(try facts(bench) == after)
    try keep(try self.reversal(bench), in: bench)
    #expect(try facts(bench) == before)
    // What was taken back is in nobody's way.
    try take(Self.files, into: bench)
    #expect(try facts(bench).count == after.count)
  }

  @Test func `is found where it brought plans alone`() throws {
    let bench = try bench()
    let before = try facts(bench)
    try take(["plans.csv": Self.plans], into: bench)
    #expect(try facts(bench) != before)
    let reversal = try reversal(bench)
    #expect(reversal.words == "1 plan")
    try keep(reversal, in: bench)
    #expect(try facts(bench) == before)
  }

  @Test func `stays where something rests on it, and says what`() throws {
    let bench = try bench()
    try take(Self.files, into: bench)
    // The new client is marked, and the changed one changed again.
    var snapshot = bench.folder.readAll().0
    let client = try #require(snapshot.clients.first { $0.mrn == "C07" })
    let stay = try #require(snapshot.episodes.first { $0.clientID == client.id })
    let place = try #require(snapshot.sessions.firstIndex { $0.id == SoundProgram.liveID })
    snapshot.sessions[place].rows.append(
      AttendanceRow(
        clientID: client.id,
        episodeID: stay.id,
        status: .present,
        segments: [PresenceSegment(start: SampleProgram.at("14:40:00"), end: nil)]
      )
    )
    try bench.folder.add(snapshot, durable: false, at: SoundProgram.now)
    let before = try facts(bench)
    let reversal = try reversal(bench)
    #expect(reversal.obstacles.contains { $0.hasPrefix("C07: This client") })
    #expect(reversal.records.clients.isEmpty)
    #expect(try facts(bench) == before)
  }

  @Test func `isn't there on another day, or for somebody else`() throws {
    let bench = try bench()
    try take(["rooms.csv": "name,capacity\nAsh,8\n"], into: bench)
    let existing = bench.folder.readAll().0
    for (staff, now) in [
      (SampleProgram.otherStaffID, SoundProgram.now),
      (SampleProgram.staffID, SoundProgram.now.adding(minutes: 24 * 60)),
    ] {
      let stamp = Stamp(staff: staff, now: now, changeID: ChangeID("ch_000000000abc"))
      let reversal = ImportReversal(of: nil, again: false, in: existing, stamp, order: 1)
      #expect(reversal.obstacles == ["There is no import of yours of today to be taken back."])
    }
  }
}
