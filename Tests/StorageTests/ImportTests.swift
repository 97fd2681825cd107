import Domain
import Storage
import Testing

@Suite struct `An import` {
  @Test func `brings in people, groups, enrollments and appointments`() throws {
    let found = try ImportFolder().read()
    #expect(found.staff.map(\.code) == ["TB", "NP", "MQ"])
    #expect(found.staff[1].supervisorID == found.staff[2].id)
    #expect(found.staff[1].requiresCosign)
    #expect(found.rooms.map(\.capacity) == [14, 3])
    #expect(found.clients.map(\.mrn) == ["C01", "C02", "C03"])
    #expect(found.clients[1].legalLast == "Marsh, the elder")
    #expect(found.clients[0].phones == [Phone(number: "555-0142")])
    #expect(found.episodes.map(\.admittedOn.description) == ["2026-01-05", "2026-02-02"])
    #expect(found.episodes[0].track == .known(.evening))
    #expect(found.episodes[1].levels.map(\.level) == ["2.1"])
    #expect(found.episodes[1].counselor(on: SampleProgram.date) == found.staff[1].id)
    #expect(found.groups.map(\.enrollments.count) == [2, 0])
    #expect(found.groups[0].weekdays == [.monday, .wednesday, .friday])
    #expect(found.groups[0].start == SampleProgram.time("09:00"))
    #expect(found.groups[0].coLeadIDs == [found.staff[2].id, found.staff[1].id])
    #expect(!found.groups[1].countsTowardHours)
    #expect(
      found.appointments.map(\.state.scheduledStart) == [
        SampleProgram.at("17:00:00"), SampleProgram.at("17:00:00"),
      ]
    )
    #expect(found.appointments[1].kind == .known(.planReview))
    #expect(found.appointments[1].state.modality == .known(.video))
  }

  @Test func `reads dates as the United States write them, the month first`() throws {
    let found = try ImportFolder([
      "clients.csv":
        "mrn,legalFirst,legalLast,birthDate,admittedOn\nC01,A,B,3/14/1988,01/05/2026\n"
        + "C02,C,D,3/4/1988,2026-02-02\n"
    ]).read()
    #expect(found.clients.map(\.birthDate.description) == ["1988-03-14", "1988-03-04"])
    #expect(found.episodes.map(\.admittedOn.description) == ["2026-01-05", "2026-02-02"])
  }

  @Test(arguments: [
    "14/3/1988", "2/29/1989", "3/14/88", "3-14-1988", "3/14", "/3/1988", "+3/14/1988", "3/14/1988/",
    "३/14/1988",
  ])
  func `names the place of a date that can't be read, and how it is read`(typed: String) {
    let folder = ImportFolder([
      "clients.csv": "mrn,legalFirst,legalLast,birthDate\nC01,A,B,1988-03-14\nC02,C,D,\(typed)\n"
    ])
    do {
      _ = try folder.read()
      Issue.record("\(typed) was read")
    } catch let error as ImportErrors {
      let expected =
        "clients.csv, line 3, column 4 (birthDate): expected a date such as 2026-03-11, "
        + "or 3/11/2026 (the month first), found \"\(typed)\""
      #expect(error.problems.map(\.sentence).contains { $0.hasPrefix(expected) })
    } catch {
      Issue.record(error)
    }
  }

  @Test func `says how much it brought`() throws {
    let bench = try Bench()
    let folder = ImportFolder([
      "staff.csv": ImportFolder.absent, "rooms.csv": ImportFolder.absent,
      "groups.csv": ImportFolder.absent, "appointments.csv": ImportFolder.absent,
      "clients.csv":
        "mrn,legalFirst,legalLast,birthDate,admittedOn\nC08,A,B,1990-01-01,2026-03-02\n"
        + "C09,C,D,1990-01-01,\n",
      "enrollments.csv": "mrn,group,from\nC08,G03,2026-03-02\n",
    ])
    var ids = IDMaker(seed: 7)
    let plan = try ProgramImport.plan(
      folder: folder.path,
      into: bench.folder.readAll().0,
      as: nil,
      makeIDs: &ids
    )
    #expect(plan.words == "2 clients, 1 admission, 1 place in a group added; 0 changed")
  }

  @Test func `makes a folder that check finds sound`() throws {
    let temporary = TemporaryFolder()
    let folder = try DataFolder.create(
      at: temporary.path,
      snapshot: try ImportFolder().read(),
      durable: true,
      now: SoundProgram.now
    )
    #expect(folder.check() == CheckReport(files: 16))
  }

  @Test func `adds to a program that is there, down to its groups' enrollments`() throws {
    let bench = try Bench()
    let folder = ImportFolder([
      "staff.csv": ImportFolder.absent, "rooms.csv": ImportFolder.absent,
      "groups.csv": ImportFolder.absent,
      "appointments.csv": ImportFolder.absent,
      "clients.csv":
        "mrn,legalFirst,legalLast,birthDate,admittedOn\nC09,A,B,1990-01-01,2026-03-02\n",
      "enrollments.csv": "mrn,group,from\nC09,G03,2026-03-02\n",
    ])
    let addition = try folder.read(into: bench.folder.readAll().0)
    #expect(addition.groups.map(\.enrollments.count) == [3])
    try bench.folder.add(addition, durable: false, at: SoundProgram.now)
    let other = try bench.other()
    #expect(other.data.problems == [])
    #expect(other.data.sessions[SoundProgram.liveID]?.rows.count == 3)
  }

  @Test(arguments: [
    (
      "staff.csv", "code,name,role\nT,Tamsin,counselor\n",
      "line 2, column 1 (code): expected two or three letters, found \"T\""
    ),
    (
      "staff.csv", "code,name,role\nTB,Tamsin,counsellor\n",
      "line 2, column 3 (role): expected one of counselor, trainee, medical, billing, auditor, clinical_supervisor, program_director, peer_specialist, case_manager, front_desk, found \"counsellor\""
    ),
    (
      "staff.csv", "code,name,role\nTB,A,medical\nTB,B,medical\n",
      "line 3, column 1 (code): the code \"TB\" stands twice"
    ),
    (
      "staff.csv", "code,name,role,supervisor\nTB,A,trainee,\n",
      "line 2, column 4 (supervisor): a trainee has a supervisor; expected the supervisor's code"
    ),
    (
      "staff.csv", "code,name,role,supervisor\nTB,A,medical,XX\n",
      "line 2, column 4 (supervisor): no staff member has the code \"XX\""
    ),
    ("staff.csv", "code,name\nTB,A\n", "line 1: the column role is missing"),
    (
      "staff.csv", "code,name,role,rolle\n",
      "line 1, column 4 (rolle): no such column; there are code, name, role, credentials, supervisor"
    ),
    ("staff.csv", "code,name,role,role\n", "line 1, column 4 (role): the column stands twice"),
    ("staff.csv", "code,name,role\nTB,A\n", "line 2: expected 3 fields, found 2"),
    (
      "rooms.csv", "name,capacity\nOak,0\n",
      "line 2, column 2 (capacity): expected a number from 1 to 1000, found \"0\""
    ),
    (
      "rooms.csv", "name,capacity\nOak,1\nOak,2\n",
      "line 3, column 1 (name): the room \"Oak\" stands twice"
    ),
    (
      "rooms.csv", "name,capacity\n,2\n",
      "line 2, column 1 (name): it is empty, and has to be there"
    ),
    (
      "clients.csv", "mrn,legalFirst,legalLast,birthDate\nC01,A,B,31.12.1990\n",
      "line 2, column 4 (birthDate): expected a date such as 2026-03-11, or 3/11/2026 (the month first), found \"31.12.1990\""
    ),
    (
      "clients.csv", "mrn,legalFirst,legalLast,birthDate\nC01,A,B,1990-02-30\n",
      "line 2, column 4 (birthDate): expected a date such as 2026-03-11, or 3/11/2026 (the month first), found \"1990-02-30\""
    ),
    (
      "clients.csv", "mrn,legalFirst,legalLast,birthDate\nC01,A,B,1990-01-01\nC01,C,D,1990-01-01\n",
      "line 3, column 1 (mrn): the number \"C01\" stands twice"
    ),
    (
      "clients.csv",
      "mrn,legalFirst,legalLast,birthDate,admittedOn,level\nC01,A,B,1990-01-01,2026-01-05,2.2\n",
      "line 2, column 6 (level): expected one of 0.5, 1, 1.0, 1.5, 1.7, 2.1, 2.5, 2.7, 3.1, 3.3, 3.5, 3.7, 4, 4.0, OTP, found \"2.2\""
    ),
    (
      "clients.csv",
      "mrn,legalFirst,legalLast,birthDate,admittedOn,track\nC01,A,B,1990-01-01,2026-01-05,night\n",
      "line 2, column 6 (track): expected one of day, evening, weekend, custom, found \"night\""
    ),
    (
      "clients.csv", "mrn,legalFirst,legalLast,birthDate,track\nC01,A,B,1990-01-01,day\n",
      "line 2, column 5 (track): it belongs to an admission; expected a date in admittedOn"
    ),
    (
      "clients.csv",
      "mrn,legalFirst,legalLast,birthDate,admittedOn\nC01,A,B,1990-01-01,1989-12-31\n",
      "line 2, column 5 (admittedOn): it lies before the date of birth, 1990-01-01"
    ),
  ])
  func `names file, line, column and what was expected of people`(
    file: String,
    text: String,
    expected: String
  ) {
    let rest: [String: String] = [
      "staff.csv": ImportFolder.absent, "rooms.csv": ImportFolder.absent,
      "clients.csv": ImportFolder.absent,
      "groups.csv": ImportFolder.absent, "enrollments.csv": ImportFolder.absent,
      "appointments.csv": ImportFolder.absent,
    ]
    let folder = ImportFolder(rest.merging([file: text]) { $1 })
    #expect(folder.problems() == ["\(file), \(expected)"])
  }

  @Test func `changes what has its code in the program, and says so`() throws {
    let bench = try Bench()
    let folder = ImportFolder([
      "staff.csv": "code,name,role\nTB,Another Name,counselor\n",
      "rooms.csv": "name,capacity\nOak,3\nNew,4\n",
      "clients.csv": ImportFolder.absent, "groups.csv": ImportFolder.absent,
      "enrollments.csv": ImportFolder.absent, "appointments.csv": ImportFolder.absent,
    ])
    let request = ImportRequest(
      folder.path,
      by: SampleProgram.staffID,
      at: SoundProgram.now,
      order: 5
    )
    let plan = try request.plan(into: bench.folder.readAll().0)
    #expect(
      plan.lines == [
        "1 new: rooms", "2 of the program changed:", "  staff.csv, line 2: TB",
        "  rooms.csv, line 2: Oak",
      ]
    )
    try bench.folder.add(
      plan.records,
      durable: false,
      by: SampleProgram.staffID,
      at: SoundProgram.now
    )
    let other = try bench.other()
    let person = try #require(other.data.staff.values.first { $0.code == "TB" })
    #expect(person.name == "Another Name")
    #expect(person.history.count == 1)
    #expect(Set(other.data.rooms.values.map(\.name)).isSuperset(of: ["Oak", "New"]))
    #expect(try request.plan(into: bench.folder.readAll().0).isEmpty)
  }

  @Test func `refuses what holds from a day on, or is occupied, in the program`() throws {
    let bench = try Bench()
    let folder = ImportFolder([
      "staff.csv": ImportFolder.absent, "rooms.csv": ImportFolder.absent,
      "clients.csv":
        "mrn,legalFirst,legalLast,birthDate,admittedOn\nC01,A,B,1990-01-01,2026-01-05\n",
      "groups.csv":
        "code,title,type,weekdays,start,end,from,lead\nG03,T,skills,Mon,09:00,10:00,2026-01-01,TB\n",
      "enrollments.csv": ImportFolder.absent,
      "appointments.csv":
        "mrn,counselor,kind,date,start,end\nC02,TB,individual,2026-03-11,14:10,14:40\n",
    ])
    #expect(
      folder.problems(into: bench.folder.readAll().0) == [
        "groups.csv, line 2, column 4 (weekdays): the program has another one; it holds from a day on: change it there",
        "groups.csv, line 2, column 5 (start): the program has another one; it holds from a day on: change it there",
        "groups.csv, line 2, column 6 (end): the program has another one; it holds from a day on: change it there",
        "groups.csv, line 2, column 7 (from): the program has another one; it holds from a day on: change it there",
        "appointments.csv, line 2, column 2 (counselor): the counselor has another appointment at that time, in the program",
      ]
    )
  }

  @Test func `refuses files it doesn't know, and a folder without any`() {
    #expect(
      ImportFolder(["client.csv": "mrn\n"]).problems() == [
        "client.csv: no such file is known; there are staff.csv, rooms.csv, clients.csv, groups.csv, topics.csv, enrollments.csv, appointments.csv, plans.csv"
      ]
    )
    let empty = TemporaryFolder()
    var ids = IDMaker(seed: 1)
    let errors = #expect(throws: ImportErrors.self) {
      try ProgramImport.read(
        folder: empty.path,
        into: try SoundProgram.snapshot(),
        makeIDs: &ids
      )
    }
    #expect(
      errors?.message == """
        Nothing was imported: 1 problem.
          \(empty.path): no file to import; there may be staff.csv, rooms.csv, clients.csv, \
        groups.csv, topics.csv, enrollments.csv, appointments.csv, plans.csv
        Nothing was changed. Correct the files, then import again.
        """
    )
  }

  @Test func `collects everything that is wrong in all files`() {
    let folder = ImportFolder([
      "rooms.csv": "name,capacity\nOak,x\nElm,y\n",
      "appointments.csv":
        "mrn,counselor,kind,date,start,end\nC01,XX,individual,2026-03-11,13:00,12:00\n",
    ])
    #expect(
      folder.problems() == [
        "rooms.csv, line 2, column 2 (capacity): expected a number from 1 to 1000, found \"x\"",
        "rooms.csv, line 3, column 2 (capacity): expected a number from 1 to 1000, found \"y\"",
        "appointments.csv, line 2, column 2 (counselor): no staff member has the code \"XX\"",
        "appointments.csv, line 2, column 6 (end): it must be after the start, 13:00",
      ]
    )
  }
}
