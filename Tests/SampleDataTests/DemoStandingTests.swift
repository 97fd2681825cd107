import Domain
import SampleData
import Testing

@Suite struct `The demo's people and groups` {
  let demo: LoadedDemo

  init() throws { demo = try LoadedDemo.shared() }

  @Test func `the clock stands on Wednesday 11 March 2026 at 10 52, summer time`() throws {
    #expect(Demo.date.description == "2026-03-11")
    #expect(Demo.startTime.description == "10:52")
    #expect(Demo.date.weekday == .wednesday)
    #expect(demo.now.description == "2026-03-11T14:52:00Z")
    #expect(demo.staff[Demo.counselorCode]?.name == "Tobias Brightwater")
  }

  @Test func `the program is marked as a demo and named`() {
    #expect(demo.snapshot.program.isDemo)
    #expect(demo.snapshot.program.name.hasPrefix("Cedar Harbor Recovery"))
  }

  @Test func `three people work here, the trainee under supervision`() throws {
    #expect(demo.snapshot.staff.map(\.code) == ["MQ", "TB", "NP"])
    let trainee = try #require(demo.staff["NP"])
    #expect(trainee.requiresCosign)
    #expect(trainee.supervisorID == demo.staff["MQ"]?.id)
    #expect(demo.staff["MQ"]?.isSupervisor == true)
    #expect(demo.staff["TB"]?.requiresCosign == false)
    #expect(demo.staff["MQ"]?.workHours.count == 5)
    #expect(demo.staff["NP"]?.workHours.last?.to == TimeOfDay("20:45"))
  }

  @Test func `there are five rooms and twelve groups`() {
    #expect(
      demo.snapshot.rooms.map(\.name) == ["Harbor", "Lantern", "Office 1", "Office 2", "Office 3"]
    )
    #expect(demo.snapshot.groups.count == 12)
  }

  @Test(
    arguments: [
      ("G01", "2026-03-09", 12), ("G01", "2026-03-11", 12), ("G01", "2026-03-13", 12),
      ("G02", "2026-03-09", 12), ("G03", "2026-03-11", 12), ("G04", "2026-03-13", 12),
      ("G05", "2026-03-09", 7), ("G05", "2026-03-10", 6), ("G05", "2026-03-12", 7),
      ("G06", "2026-03-09", 7), ("G07", "2026-03-10", 6), ("G08", "2026-03-12", 7),
      ("G09", "2026-03-11", 6), ("G10", "2026-03-10", 4), ("G11", "2026-03-12", 4),
      ("G12", "2026-03-10", 4),
    ]
  )
  func `a group has as many on its roster as the table says`(
    code: String,
    date: String,
    size: Int
  ) throws {
    #expect(try demo.roster(code, date).count == size)
  }

  @Test func `the rosters hold the right people`() throws {
    #expect(try demo.roster("G05", "2026-03-10") == ["C13", "C14", "C15", "C17", "C18", "C19"])
    #expect(
      try demo.roster("G09", "2026-03-11") == ["C01", "C04", "C08", "C12", "C15", "C18"]
    )
    #expect(try demo.roster("G10", "2026-03-10") == ["C03", "C07", "C10", "C20"])
    #expect(try demo.roster("G11", "2026-03-12") == ["C02", "C05", "C08", "C21"])
    #expect(try demo.roster("G12", "2026-03-10") == ["C20", "C21", "C22", "C23"])
  }

  @Test func `there are 24 clients, of whom one is discharged`() throws {
    #expect(demo.snapshot.clients.count == 24)
    #expect(demo.snapshot.clients.map(\.mrn).first == "C01")
    #expect(demo.snapshot.clients.map(\.mrn).last == "C24")
    let open = demo.snapshot.episodes.filter { $0.isOpen(on: Demo.date) }
    #expect(open.count == 23)
    let left = try #require(demo.snapshot.episodes.first { $0.dischargedOn != nil })
    #expect(left.clientID == (try demo.client("C24")))
    #expect(left.dischargedOn == CalendarDate("2026-03-06"))
    #expect(left.dischargeReason == .known(.transferredToFurtherTreatment))
    #expect(left.dischargeLevelTo == "3.5")
    #expect(left.track == .known(.evening))
  }

  @Test func `ages on the demo's day are those of the table`() {
    let ages = [
      34, 29, 41, 52, 24, 31, 38, 45, 57, 27, 36, 33, 48, 39, 30, 44, 22, 35, 62, 40, 50, 28, 46,
      26,
    ]
    #expect(demo.snapshot.clients.map { $0.age(on: Demo.date) } == ages)
  }

  @Test func `severity follows from the criteria met`() {
    let words = demo.snapshot.episodes.map { $0.diagnoses.first?.severity?.rawValue ?? "" }
    #expect(
      words[..<15] == [
        "moderate", "mild", "severe", "moderate", "moderate", "moderate", "severe", "moderate",
        "severe", "moderate", "mild", "moderate", "mild", "mild", "moderate",
      ]
    )
    #expect(words[16...18] == ["mild", "moderate", "severe"])
    #expect(words[23] == "severe")
    let remission = demo.snapshot.episodes.filter {
      $0.diagnoses.first?.remission == .known(.early)
    }
    #expect(remission.count == 5)
  }

  @Test func `names keep their letters, and two clients bear the same`() throws {
    let søren = try #require(demo.clients["C19"])
    #expect(søren.fullName == "Søren Nobodysen")
    #expect(søren.firstName.utf8.count == 6)
    #expect(demo.clients["C15"]?.roomName == "Odalys I.")
    #expect(demo.clients["C01"]?.legalLast == demo.clients["C12"]?.legalLast)
  }

  @Test func `two clients must not be paired, from both sides`() throws {
    #expect(demo.clients["C05"]?.notToPairWith == [try demo.client("C17")])
    #expect(demo.clients["C17"]?.notToPairWith == [try demo.client("C05")])
  }

  @Test func `phones are invented and closed to voicemail for C06`() {
    for client in demo.snapshot.clients {
      #expect(client.phones.allSatisfy { $0.number.hasPrefix("555-01") })
    }
    #expect(demo.clients["C06"]?.phones.first?.okVoicemail == false)
  }

  @Test func `leave, taper and step-down are dated`() throws {
    func episode(_ code: String) throws -> Episode {
      let id = try demo.client(code)
      return try #require(demo.snapshot.episodes.first { $0.clientID == id })
    }
    #expect(try episode("C09").leave(on: Demo.date)?.to == CalendarDate("2026-03-16"))
    #expect(try episode("C16").level(on: Demo.date)?.reason == .known(.transitionTaper))
    #expect(try episode("C16").level(on: Demo.date)?.from == CalendarDate("2026-03-09"))
    #expect(
      try episode("C20").level(on: .init(year: 2026, month: 2, day: 1) ?? Demo.date)?.level
        == "2.1"
    )
    #expect(try episode("C20").level(on: Demo.date)?.from == CalendarDate("2026-02-02"))
    #expect(try episode("C23").level(on: Demo.date)?.level == "1.5")
  }
}
