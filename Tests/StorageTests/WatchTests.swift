import Domain
import Glibc
import Testing

@testable import Storage

/// A window that watches the folder, and what others do there.
private struct Watching {
  let bench: Bench
  let watch: FolderWatch

  init() throws {
    bench = try Bench()
    watch = FolderWatch(bench.folder)
    watch.cover(bench.data, draftsOf: SampleProgram.staffID)
    _ = look()
  }

  /// Takes the notices and reads what is new.
  func look() -> FolderNews {
    watch.takeEvents()
    return watch.look(into: &bench.data, isOwn: { _ in false })
  }

  /// What another window marks and saves.
  func markElsewhere(_ status: AttendanceStatus) throws {
    let other = try bench.other()
    var data = other.data
    let before = try #require(
      data.sessions[SoundProgram.liveID]?.row(of: SampleProgram.clientID)
    )
    var after = before
    after.status = status
    after.markedAt = SoundProgram.now
    try data.apply(
      Change(
        id: ChangeID("ch_other\(data.nextOrder)"),
        order: data.nextOrder,
        at: SoundProgram.now,
        by: SampleProgram.staffID,
        edits: [
          .session(
            SoundProgram.liveID,
            .row(SampleProgram.clientID, before: before, after: after)
          )
        ]
      )
    )
    try other.folder.save(
      Bench.live,
      from: data,
      by: SampleProgram.staffID,
      at: SoundProgram.now
    )
  }
}

@Suite struct `Watching a folder` {
  @Test func `what another window saves is read`() throws {
    let window = try Watching()
    try window.markElsewhere(.excused)
    let news = window.look()
    #expect(news.isNew)
    #expect(window.bench.status() == .excused)
    #expect(!window.look().isNew)
  }

  @Test func `a stay whose file is gone stays as it was read, and is told`() throws {
    let window = try Watching()
    let client = SampleProgram.clientID
    let stay = try #require(window.bench.data.stays(of: client).first)
    let path = "clients/\(client)/episodes/\(stay.id).plist"
    unlink(window.bench.path(path))
    #expect(window.look().isNew)
    #expect(window.bench.data.stays(of: client).first == stay)
    #expect(window.bench.data.problems.contains { $0.record == path })
  }

  /// Rules by which weeks begin on another weekday from Wednesday, the live session's day, on.
  private func turned(_ data: ProgramData) -> ProgramSnapshot {
    var snapshot = ProgramSnapshot(program: data.program)
    snapshot.ruleSets = data.ruleSets(
      changedFrom: SampleProgram.day("2026-03-11"),
      as: RuleSetID("rs_000000000009"),
      of: \.weekStart
    ) { $0.weekStart = .wednesday }
    return snapshot
  }

  @Test func `weeks that begin otherwise lose no day, and nothing that isn't saved`() throws {
    let window = try Watching()
    let before = window.bench.data
    try window.bench.mark(.excused)
    let other = try window.bench.other()
    try other.folder.add(turned(other.data), durable: false, at: SoundProgram.now)
    let news = window.look()
    #expect(news.isNew && news.notOnDisk == [Bench.live])
    let data = window.bench.data
    #expect(data.weeks.keys.sorted() == [Bench.week, SampleProgram.day("2026-03-11")])
    #expect(window.bench.status() == .excused)
    for offset in 0..<7 {
      let date = Bench.week.adding(days: offset)
      #expect(data.sessions(on: date).map(\.id) == before.sessions(on: date).map(\.id))
      #expect(data.appointments(on: date) == before.appointments(on: date))
    }
    // Into its own file, as before.
    try window.bench.save()
    var next = try window.bench.other()
    next.folder.loadWeek(SampleProgram.day("2026-03-11"), into: &next.data)
    #expect(window.bench.status(in: next.data) == .excused)
  }

  @Test func `weeks that begin otherwise are read the same by the next start`() throws {
    let bench = try Bench()
    try bench.folder.add(turned(bench.data), durable: false, at: SoundProgram.now)
    let folder = try DataFolder.open(at: bench.temporary.path)
    var data = folder.loadStanding()
    // Any day of a week reads it once.
    for date in ["2026-03-10", "2026-03-09", "2026-03-17", "2026-03-11"] {
      folder.loadWeek(SampleProgram.day(date), into: &data)
    }
    #expect(data.weeks.keys.sorted() == [Bench.week, SampleProgram.day("2026-03-11")])
    var turnedHere = bench.data
    #expect(
      bench.folder.take(data.ruleSets, into: &turnedHere) == [SampleProgram.day("2026-03-11")]
    )
    #expect(turnedHere.sessions == data.sessions)
    #expect(turnedHere.appointments == data.appointments)
    #expect(turnedHere.weeks == data.weeks)
  }

  @Test func `a group that others changed keeps what isn't saved here, and is to be saved`() throws
  {
    let window = try Watching()
    let id = SampleProgram.groupID
    func change(_ data: inout ProgramData, _ number: Int, _ edit: (inout GroupSeries) -> Void)
      throws
    {
      var group = try #require(data.groups[id])
      edit(&group)
      let stamp = Stamp(
        staff: SampleProgram.staffID,
        now: SoundProgram.now,
        changeID: ChangeID("ch_\(number)00000000")
      )
      try data.apply(try data.change(.group(group), stamp: stamp))
    }
    let other = try window.bench.other()
    var theirs = other.data
    let enrollment = try #require(theirs.groups[id]?.enrollments.first)
    var shorter = enrollment
    shorter.to = SampleProgram.day("2026-12-31")
    let stamp = Stamp(
      staff: SampleProgram.staffID,
      now: SoundProgram.now,
      changeID: ChangeID("ch_100000000")
    )
    try theirs.apply(try theirs.change(.enrollment(shorter, in: id), stamp: stamp, because: "so"))
    try other.folder.save(
      .group(id),
      from: theirs,
      by: SampleProgram.staffID,
      at: SoundProgram.now
    )

    try change(&window.bench.data, 2) { $0.title = "Own title" }
    let news = window.look()
    #expect(news.notOnDisk == [.group(id)])
    #expect(news.outcome == MergeOutcome())
    let group = window.bench.data.groups[id]
    #expect(group?.title == "Own title")
    #expect(group?.enrollments.contains(shorter) == true)
    #expect(window.bench.status() != nil)
  }

  @Test func `an own save opens no file again`() throws {
    let window = try Watching()
    try window.bench.mark(.excused)
    try window.bench.save()
    let opened = window.bench.folder.disk.filesOpened
    window.watch.takeEvents()
    #expect(!window.watch.hasNews)
    window.watch.doubtEverything()
    #expect(!window.look().isNew)
    #expect(window.bench.folder.disk.filesOpened == opened)
  }

  @Test func `comparing finds what no notice told of`() throws {
    let window = try Watching()
    try window.markElsewhere(.excused)
    window.watch.doubtEverything()
    #expect(window.watch.look(into: &window.bench.data, isOwn: { _ in false }).isNew)
    #expect(window.bench.status() == .excused)
  }

  @Test func `a file that is damaged gets its sentence and leaves what was read`() throws {
    let window = try Watching()
    let before = window.bench.status()
    let bytes = window.bench.bytes()
    TestFile.write(Array(bytes.dropLast(9)), to: window.bench.path(Bench.livePath))
    #expect(window.look().isNew)
    #expect(window.bench.status() == before)
    #expect(window.bench.data.problems.map(\.record) == [Bench.livePath])
    #expect(window.bench.data.sessions[SoundProgram.liveID] != nil)
    TestFile.write(bytes, to: window.bench.path(Bench.livePath))
    #expect(window.look().isNew)
    #expect(window.bench.data.problems == [])
  }

  @Test func `a file that is gone is said, and what was read stays`() throws {
    let window = try Watching()
    let before = window.bench.status()
    unlink(window.bench.path(Bench.livePath))
    #expect(window.look().isNew)
    #expect(window.bench.status() == before)
    #expect(window.bench.data.problems.map(\.record) == [Bench.livePath])
    try window.bench.mark(.excused)
    try window.bench.save()
    #expect(try window.bench.other().data.problems == [])
  }

  @Test func `an own mark that isn't saved stays on top of what others saved`() throws {
    let window = try Watching()
    let client = try #require(
      window.bench.data.sessions[SoundProgram.liveID]?.rows.map(\.clientID)
        .first { $0 != SampleProgram.clientID }
    )
    let before = try #require(window.bench.data.sessions[SoundProgram.liveID]?.row(of: client))
    var after = before
    after.quickLine = "not saved yet"
    try window.bench.data.apply(
      Change(
        id: ChangeID("ch_mine"),
        order: window.bench.data.nextOrder,
        at: SoundProgram.now,
        by: SampleProgram.staffID,
        edits: [.session(SoundProgram.liveID, .row(client, before: before, after: after))]
      )
    )
    try window.markElsewhere(.excused)
    #expect(window.look().notOnDisk == [Bench.live])
    #expect(window.bench.status() == .excused)
    let row = window.bench.data.sessions[SoundProgram.liveID]?.row(of: client)
    #expect(row?.quickLine == "not saved yet")
    try window.bench.save()
    #expect(try window.bench.other().data.problems == [])
  }

  @Test func `a group that others change changes the meetings nothing is stored about`() throws {
    let window = try Watching()
    let (folder, data) = try window.bench.other()
    var snapshot = ProgramSnapshot(program: data.program)
    var group = try #require(data.groups.values.min { $0.id < $1.id })
    group.title = "Another title"
    snapshot.groups = [group]
    try folder.add(snapshot, durable: false, at: SoundProgram.now)
    #expect(window.look().isNew)
    #expect(window.bench.data.groups[group.id]?.title == "Another title")
    #expect(window.bench.data.problems == [])
  }
}

@Suite struct `A folder without file locks` {
  @Test func `is only read`() throws {
    let bench = try Bench()
    bench.folder.disk.sharing = FolderSharing(network: "nfs", locksWork: false)
    try bench.mark(.excused)
    let before = bench.bytes()
    #expect(throws: StorageError.noLocks(bench.temporary.path)) { try bench.save() }
    #expect(bench.bytes() == before)
    #expect(bench.folder.check().problems.map(\.kind) == ["locks"])
  }

  @Test func `on a network is mentioned`() throws {
    let bench = try Bench()
    bench.folder.disk.sharing = FolderSharing(network: "nfs4", locksWork: true)
    try bench.mark(.excused)
    try bench.save()
    let report = bench.folder.check()
    #expect(report.problems == [])
    #expect(report.mentions.map(\.record) == ["."])
  }

  @Test func `is told from one where they work`() throws {
    let bench = try Bench()
    #expect(bench.folder.sharing() == FolderSharing(network: nil, locksWork: true))
  }
}

@Suite struct `A folder that can't be written to` {
  @Test(arguments: [EROFS, EACCES, EPERM])
  func `says why, and whom to ask`(code: Int32) throws {
    let bench = try Bench()
    #expect(bench.folder.onlyRead == nil)
    bench.folder.disk.sharing = FolderSharing(network: nil, locksWork: true, refusal: code)
    let why = try #require(bench.folder.onlyRead)
    #expect(why.hasPrefix("This folder can only be read ("))
    #expect(why.hasSuffix(code == EROFS ? "after this machine." : "permission to write to it."))
    #expect(bench.folder.sharing().sentence == why)
  }
}

@Suite struct `A folder that was moved while it is open` {
  private let place = TemporaryFolder()

  private func move(_ from: String, to: String) { #expect(rename(from, to) == 0) }

  @Test func `is written to no more, wherever it is, until it is back`() throws {
    let bench = try Bench()
    let path = bench.temporary.path
    let away = place.path + "/away"
    try bench.mark(.noShow)
    let before = bench.bytes()
    move(path, to: away)
    func refused() throws {
      #expect(throws: StorageError.displaced(path)) { try bench.save() }
      #expect(throws: StorageError.displaced(path)) {
        try bench.folder.setPIN("48151623", for: SampleProgram.staffID, at: SoundProgram.now)
      }
      #expect(bench.folder.onlyRead == StorageError.displaced(path).message)
    }
    try refused()
    // Another program at its place gets nothing either.
    _ = try DataFolder.create(
      at: path,
      snapshot: try SoundProgram.snapshot(),
      durable: false,
      now: SoundProgram.now
    )
    let other = bench.bytes()
    try refused()
    #expect(bench.bytes() == other)
    #expect(TestFile.read(away + "/" + Bench.livePath) == before)
    move(path, to: place.path + "/other")
    move(away, to: path)
    #expect(bench.folder.onlyRead == nil)
    try bench.save()
    #expect(bench.bytes() != before)
  }

  @Test func `keeps a text that was being typed for when it is back`() throws {
    let bench = try Bench()
    let writer = try bench.folder.openDraft(SampleProgram.draft(), at: SoundProgram.now)
    let path = bench.temporary.path
    let step = DraftStep.edit(part: "plan", offset: 0, removed: 0, inserted: "typed ")
    move(path, to: place.path + "/away")
    #expect(throws: StorageError.displaced(path)) {
      try writer.append([step], at: SoundProgram.now)
    }
    move(place.path + "/away", to: path)
    try writer.append([step], at: SoundProgram.now)
  }
}

@Suite struct `Watching a sealed folder` {
  @Test func `what another window saves is read, and an own save isn't`() throws {
    let bench = try SealedBench()
    let folder = try bench.logIn()
    var data = folder.loadStanding()
    folder.loadWeek(SoundProgram.monday, into: &data)
    let watch = FolderWatch(folder)
    watch.cover(data, draftsOf: nil)
    _ = watch.look(into: &data, isOwn: { _ in false })
    let own = FolderWatch(bench.folder)
    own.cover(bench.data, draftsOf: nil)
    _ = own.look(into: &bench.data, isOwn: { _ in false })
    try bench.mark(.excused, order: bench.data.nextOrder)
    watch.takeEvents()
    #expect(watch.look(into: &data, isOwn: { _ in false }).isNew)
    let row = data.sessions[SoundProgram.liveID]?.row(of: SampleProgram.clientID)
    #expect(row?.status == .excused)
    #expect(data.problems == [])
    own.takeEvents()
    #expect(!own.hasNews)
  }
}

@Suite struct `Watching many folders` {
  @Test func `compares and takes up a few at a time, and all in the end`() throws {
    let window = try Watching()
    let bench = window.bench
    let watch = FolderWatch(bench.folder)
    var calls = 1
    while !watch.cover(bench.data, draftsOf: nil, most: 4) { calls += 1 }
    #expect(calls > 2)
    try window.markElsewhere(.noShow)
    watch.doubtEverything()
    var looks = 0
    while watch.hasNews, looks < 100 {
      _ = watch.look(into: &bench.data, isOwn: { _ in false }, most: 3)
      looks += 1
    }
    #expect(looks > 2)
    #expect(bench.status() == .noShow)
  }
}
