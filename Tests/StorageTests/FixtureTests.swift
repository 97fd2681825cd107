import Domain
import Glibc
import Testing

@testable import Storage

/// Files of format version 1, one of every kind, every value filled in; they are never written anew
/// once the version is released.
///
/// `RECORD=1 swift test` writes those that aren't there.
@Suite struct `The files of version 1` {
  private static let folder =
    String(#filePath.dropLast("FixtureTests.swift".count)) + "Fixtures/v1/"
  /// Kinds of which there is a newer version; those of version 1 are read only.
  private static let newer = [
    ("../v3/group.plist", "groups/gr_000000000001.plist"),
    ("../v4/rule-sets.plist", "settings/rule-sets.plist"),
    ("../v2/appointment.plist", "days/2026-03-11/ap_000000000001.plist"),
    ("../v2/calendar.plist", "settings/calendar.plist"),
    ("../v2/plan.plist", "clients/cl_000000000001/plans/tp_000000000001.plist"),
    ("../v2/episode.plist", "clients/cl_000000000001/episodes/ep_000000000001.plist"),
  ]

  static let fixtures: [(name: String, file: String)] = [
    ("program.plist", "program.plist"),
    ("rooms.plist", "settings/rooms.plist"),
    ("staff.plist", "staff/st_000000000001.plist"),
    ("client.plist", "clients/cl_000000000001/client.plist"),
    ("follow-up.plist", "clients/cl_000000000001/follow-ups/fu_000000000001.plist"),
    ("note.plist", "clients/cl_000000000001/notes/\(SampleProgram.noteID).plist"),
    ("note-event.plist", "clients/cl_000000000001/notes/\(SampleProgram.noteID).2.plist"),
    ("note-chain.plist", "clients/cl_000000000001/chain.plist"),
    ("note-list.plist", "days/2026-03-11/notes.plist"),
    ("group-session.plist", "days/2026-03-11/\(SampleProgram.sessionID).plist"),
  ]

  /// What the sample program holds with a fixture in the place of one of its settings.
  private func read(_ fixture: String, as name: String) throws -> ProgramSnapshot {
    let temporary = TemporaryFolder()
    _ = try DataFolder.create(
      at: temporary.path,
      snapshot: try SampleProgram.snapshot(),
      durable: false,
      now: SampleProgram.at("14:52:00")
    )
    TestFile.write(
      TestFile.read(Self.folder + fixture),
      to: temporary.path + "/settings/" + name
    )
    let (found, problems) = try DataFolder.open(at: temporary.path).readAll()
    #expect(problems.isEmpty)
    return found
  }

  @Test(arguments: [1, 2, 3])
  func `of rules that knew fewer have the standard for the rest`(version: Int) throws {
    let snapshot = try SampleProgram.snapshot()
    let found = try read("../v\(version)/rule-sets.plist", as: "rule-sets.plist")
    #expect(found.ruleSets == snapshot.ruleSets.map { $0.asKnown(to: version) })
  }

  @Test func `of a calendar without history hold its days`() throws {
    let found = try read("calendar.plist", as: "calendar.plist")
    #expect(found.calendar == [SampleProgram.calendarDay().bare])
  }

  @Test func `are one for each kind`() {
    #expect(
      Set(
        Self.fixtures.map(\.name)
          + [
            "pin.plist", "words.plist", "forms.plist", "grants.plist", "access.plist",
            "group.plist", "rule-sets.plist", "appointment.plist", "plan.plist", "calendar.plist",
            "episode.plist",
            "enrollments.plist",
            "audit-anchor.plist",
          ]
      )
        == Set(RecordKind.allCases.map { $0.rawValue + ".plist" })
    )
  }

  @Test func `are what the same data are written as, byte by byte`() throws {
    let temporary = TemporaryFolder()
    _ = try DataFolder.create(
      at: temporary.path,
      snapshot: try SampleProgram.snapshot(),
      durable: false,
      now: SampleProgram.at("14:52:00")
    )
    for (name, file) in Self.fixtures + Self.newer {
      let bytes = TestFile.read(temporary.path + "/" + file)
      if getenv("RECORD") != nil, TestFile.read(Self.folder + name).isEmpty {
        TestFile.write(bytes, to: Self.folder + name)
      }
      #expect(TestFile.read(Self.folder + name) == bytes, "\(name)")
    }
  }

  @Test func `read as the data they were written from`() throws {
    let temporary = TemporaryFolder()
    let snapshot = try SampleProgram.snapshot()
    for (name, file) in Self.fixtures + Self.newer {
      TestFolder.make(for: temporary.path + "/" + file)
      TestFile.write(TestFile.read(Self.folder + name), to: temporary.path + "/" + file)
    }
    let (found, _) = try DataFolder.open(at: temporary.path).readAll()
    #expect(found.program == snapshot.program)
    #expect(found.ruleSets == snapshot.ruleSets)
    #expect(found.rooms == snapshot.rooms)
    #expect(found.calendar == snapshot.calendar)
    #expect(found.staff == [snapshot.staff[0]])
    #expect(found.groups == snapshot.groups)
    #expect(found.clients == [snapshot.clients[0]])
    #expect(found.episodes == [snapshot.episodes[0]])
    #expect(found.plans == snapshot.plans)
    #expect(found.followUps == snapshot.followUps)
    #expect(found.sessions == snapshot.sessions)
    #expect(found.appointments == snapshot.appointments)
  }

  /// What a folder of the fixtures holds with another one at a place.
  private func found(with name: String, at file: String) throws -> ProgramSnapshot {
    let temporary = TemporaryFolder()
    for (name, file) in Self.fixtures + [(name, file)] {
      TestFolder.make(for: temporary.path + "/" + file)
      TestFile.write(TestFile.read(Self.folder + name), to: temporary.path + "/" + file)
    }
    return try DataFolder.open(at: temporary.path).readAll().0
  }

  @Test func `read as groups without a curriculum, in both versions that had none`() throws {
    var group = try #require(try SampleProgram.snapshot().groups.first)
    (group.topics, group.topicCursor) = ([], TopicCursor())
    for name in ["group.plist", "../v2/group.plist"] {
      let found = try found(with: name, at: "groups/gr_000000000001.plist")
      #expect(found.groups == [group], "\(name)")
    }
  }

  @Test func `read as appointments without a repetition in the version that had none`() throws {
    var meeting = SampleProgram.appointment()
    meeting.repetitionID = nil
    let file = "days/2026-03-11/ap_000000000001.plist"
    #expect(try found(with: "appointment.plist", at: file).appointments == [meeting])
  }

  @Test func `read as plans that no import is known of in the version that had none`() throws {
    var plan = SampleProgram.plan()
    plan.importedBy = nil
    let file = "clients/cl_000000000001/plans/tp_000000000001.plist"
    #expect(try found(with: "plan.plist", at: file).plans == [plan])
  }

  @Test func `read as stays without a mandate in the version that had none`() throws {
    var stay = SampleProgram.episode()
    stay.legalMandate = nil
    let file = "clients/cl_000000000001/episodes/ep_000000000001.plist"
    #expect(try found(with: "episode.plist", at: file).episodes == [stay])
  }

  @Test func `of a stay without a mandate are written as they were but for the version`() throws {
    let temporary = TemporaryFolder()
    var snapshot = try SampleProgram.snapshot()
    snapshot.episodes[0].legalMandate = nil
    _ = try DataFolder.create(
      at: temporary.path,
      snapshot: snapshot,
      durable: false,
      now: SampleProgram.at("14:52:00")
    )
    let file = "/clients/cl_000000000001/episodes/ep_000000000001.plist"
    let written = lines(TestFile.read(temporary.path + file))
    let old = lines(TestFile.read(Self.folder + "episode.plist"))
    #expect(written.count == old.count)
    // The version, and the checksum behind everything.
    #expect(zip(written, old).filter { $0 != $1 }.count == 2)
  }

  private func lines(_ bytes: [UInt8]) -> [String] {
    String(decoding: bytes, as: UTF8.self).split(separator: "\n").map(String.init)
  }

  /// Of what two windows marked at once; a program that doesn't know the word refuses the file.
  @Test func `keep marks that differ`() throws {
    var snapshot = try SampleProgram.snapshot()
    let client = SampleProgram.clientID
    var other = SampleProgram.row()
    other.status = .noShow
    snapshot.sessions[0].history.append(
      SampleProgram.entry(6, .differs, .row(client, before: SampleProgram.row(), after: other))
    )
    var noShow = SampleProgram.appointmentState()
    noShow.status = .noShow
    snapshot.appointments[0].history.append(
      SampleProgram.entry(
        7,
        .differs,
        AppointmentEdit(before: SampleProgram.appointmentState(), after: noShow)
      )
    )
    let temporary = TemporaryFolder()
    let folder = try DataFolder.create(
      at: temporary.path,
      snapshot: snapshot,
      durable: false,
      now: SampleProgram.at("14:52:00")
    )
    for (name, kind) in [("", "group-session"), ("../v2/", "appointment")] {
      let fixture = Self.folder + name + kind + "-differs.plist"
      let all = Self.fixtures + Self.newer
      let file = try #require(all.first { $0.name == name + kind + ".plist" }).file
      let path = temporary.path + "/" + file
      if getenv("RECORD") != nil, TestFile.read(fixture).isEmpty {
        TestFile.write(TestFile.read(path), to: fixture)
      }
      #expect(TestFile.read(fixture) == TestFile.read(path))
      TestFile.write(TestFile.read(fixture), to: path)
    }
    let found = folder.readAll().0
    #expect(found.sessions == snapshot.sessions)
    #expect(found.appointments == snapshot.appointments)
    // As version 1 wrote it.
    let file = "days/2026-03-11/ap_000000000001.plist"
    TestFile.write(
      TestFile.read(Self.folder + "appointment-differs.plist"),
      to: temporary.path + "/" + file
    )
    snapshot.appointments[0].repetitionID = nil
    #expect(folder.readAll().0.appointments == snapshot.appointments)
  }

  @Test(.enabled(if: access("/usr/bin/python3", X_OK) == 0))
  func `are read by Python's plistlib`() throws {
    let code = """
      import plistlib, sys
      for name in sys.argv[1:]:
        with open(name, 'rb') as file: data = plistlib.load(file)
        assert data['version'] == 1 and data['record'], name
        if name.endswith('group-session.plist'):
          assert data['record']['rows'][0]['quickLine'] == 'Said "no" to an offer & felt <good>'
          assert len(data['record']['history']) == 4
      """
    let files = Self.fixtures.map { Self.folder + $0.name }
    #expect(TestProcess.run(["/usr/bin/python3", "-c", code] + files) == 0)
  }
}

enum TestFolder {
  /// Makes the folders that a file lies in.
  static func make(for file: String) {
    var walked = ""
    for part in file.split(separator: "/").dropLast() {
      walked += "/" + part
      mkdir(walked, 0o700)
    }
  }
}

enum TestProcess {
  /// Runs a program to its end.
  ///
  /// - Returns: Its status; -1 where it couldn't be run.
  static func run(_ arguments: [String]) -> Int32 {
    var words: [UnsafeMutablePointer<CChar>?] = arguments.map { strdup($0) }
    words.append(nil)
    defer { for word in words { free(word) } }
    var process = pid_t()
    guard posix_spawn(&process, arguments[0], nil, nil, &words, environ) == 0 else { return -1 }
    var status: Int32 = 0
    guard waitpid(process, &status, 0) == process, status & 0x7F == 0 else { return -1 }
    return status >> 8 & 0xFF
  }
}
