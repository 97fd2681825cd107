import Domain
import Glibc
import Testing

@testable import Storage

@Suite struct `Loading a week` {
  @Test func `tells which care was kept in another week without loading it`() throws {
    var snapshot = try SoundProgram.snapshot()
    var meeting = try #require(snapshot.appointments.first)
    let date = SoundProgram.monday.adding(days: -140)
    let zone = snapshot.program.zone
    meeting = Appointment(
      id: AppointmentID("ap_family"),
      clientID: meeting.clientID,
      episodeID: meeting.episodeID,
      kind: .known(.familyWithClient),
      serviceDate: date,
      state: AppointmentState(
        scheduledStart: zone.instant(date, try #require(TimeOfDay("14:00"))),
        scheduledEnd: zone.instant(date, try #require(TimeOfDay("14:50"))),
        counselorID: meeting.state.counselorID
      )
    )
    meeting.state.status = .kept
    snapshot.appointments.append(meeting)
    let bench = try Bench(snapshot)
    let folder = try DataFolder.open(at: bench.temporary.path)
    var data = folder.loadStanding()
    folder.loadKeptCare(ofWeek: date, into: &data)
    let kept = try #require(data.olderCare[data.weekStart(of: date)])
    #expect(kept.map(\.care) == [.family])
    #expect(kept.map(\.on) == [date])
    #expect(!data.isLoaded(date))
    #expect(data.appointments.isEmpty)
    folder.loadKeptCare(ofWeek: date.adding(days: 7), into: &data)
    #expect(data.olderCare[data.weekStart(of: date.adding(days: 7))] == [])
  }

  @Test func `opens the files of that week and of the people in it, and no other`() throws {
    var snapshot = try SoundProgram.snapshot()
    for number in 3..<200 {
      let client = ClientID("cl_other\(number)")
      snapshot.clients.append(
        Client(
          id: client,
          mrn: "X\(number)",
          legalFirst: "A",
          legalLast: "B",
          birthDate: SampleProgram.day("1990-01-01")
        )
      )
      snapshot.episodes.append(SoundProgram.episode(EpisodeID("ep_other\(number)"), client))
    }
    for weeks in 1..<60 {
      var session = GroupSession(
        id: SessionID("gs_old\(weeks)"),
        groupID: nil,
        serviceDate: SoundProgram.monday.adding(days: -7 * weeks),
        countsTowardHours: true,
        state: SoundProgram.finished().state
      )
      session.adHocTitle = "Old"
      snapshot.sessions.append(session)
    }
    let bench = try Bench(snapshot)
    let folder = try DataFolder.open(at: bench.temporary.path)
    #expect(folder.disk.filesOpened == 1)
    var data = folder.loadStanding()
    let standing = folder.disk.filesOpened
    #expect(standing == 1 + 3 + 2 + 1)
    folder.loadWeek(SoundProgram.monday, into: &data)
    #expect(folder.disk.filesOpened - standing == 3 + 2 * 2)
    #expect(data.clients.count == 2)
    #expect(data.episodes.count == 2)
    folder.loadWeek(SoundProgram.monday.adding(days: 7), into: &data)
    #expect(folder.disk.filesOpened - standing == 3 + 2 * 2)
    var pieces = 0
    while !data.hasAllClients {
      let before = data.clients.count
      folder.loadMoreClients(into: &data)
      #expect(data.clients.count - before <= DataFolder.clientsInOnePiece)
      pieces += 1
    }
    #expect(data.clients.count == 199)
    #expect(pieces == 5)
    let opened = folder.disk.filesOpened
    folder.loadCaseload(into: &data)
    #expect(folder.disk.filesOpened == opened)
  }

  @Test func `computes the meetings of days that have no folder`() throws {
    let bench = try Bench()
    let next = SoundProgram.monday.adding(days: 7)
    bench.folder.loadWeek(next, into: &bench.data)
    #expect(bench.data.sessions(on: next).map(\.rows.count) == [2])
    #expect(bench.data.problems == [])
  }

  @Test func `reports a client who is enrolled and isn't there`() throws {
    let bench = try Bench()
    TemporaryFolder.remove(bench.path("clients/\(SampleProgram.clientID)"))
    let other = try bench.other()
    #expect(other.data.problems.map(\.kind) == ["reference"])
    #expect(
      other.data.problems.map(\.record) == ["clients/\(SampleProgram.clientID)/client.plist"]
    )
  }

  @Test func `reports what isn't the program's, and leaves it alone`() throws {
    let bench = try Bench()
    TestFile.write("x".utf8, to: bench.path("days/2026-03-11/notes.txt"))
    let other = try bench.other()
    #expect(
      other.data.problems.map(\.what) == [
        "days/2026-03-11/notes.txt isn't a file of this program. It is left alone."
      ]
    )
    #expect(bench.bytes("days/2026-03-11/notes.txt") == Array("x".utf8))
  }

  @Test func `removes temporary files that are older than a minute, not younger ones`() throws {
    let bench = try Bench()
    let old = bench.path("days/2026-03-11/.abc123.tmp")
    let new = bench.path("days/2026-03-11/.abc124.tmp")
    TestFile.write("x".utf8, to: old)
    TestFile.write("x".utf8, to: new)
    var times = utimbuf(actime: time(nil) - 100, modtime: time(nil) - 100)
    utime(old, &times)
    #expect(try bench.other().data.problems == [])
    #expect(
      TestFile.names(in: bench.path("days/2026-03-11")).filter { $0.hasSuffix(".tmp") } == [
        ".abc124.tmp"
      ]
    )
  }

  @Test func `forgets a problem once the file is mended`() throws {
    let bench = try Bench()
    let good = bench.bytes()
    TestFile.write("x".utf8, to: bench.path(Bench.livePath))
    var other = try bench.other()
    #expect(other.data.problems.count == 1)
    TestFile.write(good, to: bench.path(Bench.livePath))
    other.folder.loadWeek(Bench.week, into: &other.data)
    #expect(other.data.problems == [])
    #expect(other.data.sessions[SoundProgram.liveID] != nil)
  }
}
