import Domain
import Support
import Testing

/// C01 is in TB's group and on NP's caseload, C02 in nobody's group and on nobody's caseload.
@Suite struct `Who may read notes` {
  private let data: ProgramData
  private let now: Instant

  init() {
    var program = ProgramBuilder()
    program.client("C01")
    program.client("C02")
    program.group("G01", "09:00", "10:30", on: [.monday])
    program.enroll("C01", in: "G01")
    program.episode("C01") {
      $0.counselors = [CounselorAssignment(staffID: .of("NP"), from: .on("2026-01-05"))]
    }
    for role in StaffRole.allCases {
      program.snapshot.staff.append(
        Staff(id: .of(role.rawValue), code: role.rawValue, name: "Fay Dale", role: .known(role))
      )
    }
    var trainee = Staff(id: .of("NP"), code: "NP", name: "Nora Pine", role: .known(.trainee))
    trainee.supervisorID = .of("TB")
    program.snapshot.staff.append(trainee)
    data = program.data(weeks: "2026-03-09")
    now = program.at("2026-03-11", "10:52")
  }

  private func refusal(_ client: String, _ reader: String, by author: String? = nil) -> String? {
    data.refusalToRead(
      notesOf: .of(client),
      by: author.map { .of($0) },
      reader: .of(reader),
      at: now
    )?.message
  }

  @Test(arguments: [
    StaffRole.clinicalSupervisor, .programDirector, .medical, .auditor,
  ])
  func `of everybody`(role: StaffRole) {
    #expect(refusal("C01", role.rawValue) == nil)
    #expect(refusal("C02", role.rawValue) == nil)
  }

  @Test(arguments: [StaffRole.counselor, .trainee, .caseManager, .peerSpecialist])
  func `of nobody they don't treat`(role: StaffRole) {
    #expect(refusal("C01", role.rawValue)?.hasPrefix("Notes are for those who treat") == true)
  }

  @Test func `of their groups and their caseload`() {
    #expect(refusal("C01", "TB") == nil)
    #expect(refusal("C02", "TB") != nil)
    #expect(refusal("C01", "NP") == nil)
    #expect(refusal("C02", "NP") != nil)
  }

  @Test func `of what they wrote, or somebody they supervise`() {
    #expect(refusal("C02", "counselor", by: "counselor") == nil)
    #expect(refusal("C02", "TB", by: "NP") == nil)
    #expect(refusal("C02", "counselor", by: "NP") != nil)
  }

  @Test func `of nobody, at the front desk and in billing, not even what bears their name`() {
    #expect(refusal("C01", "front_desk", by: "front_desk") == "The front desk reads no notes.")
    #expect(refusal("C01", "billing") == "Billing reads no notes.")
    #expect(refusal("C01", "nobody") == "Nobody here has that identifier.")
  }

  @Test func `and what a group shares, where they may read one of its notes`() throws {
    let session = try #require(data.sessions(on: .on("2026-03-09")).first)
    let readers = ["TB", "NP", "counselor", "front_desk", "medical"]
    let mayRead = readers.map {
      data.refusalToRead(textOf: session, reader: .of($0), at: now) == nil
    }
    #expect(mayRead == [true, true, false, false, true])
  }

  @Test func `and who writes some`() {
    let writers = StaffRole.allCases.filter {
      data.refusalToWriteNotes(by: .of($0.rawValue)) == nil
    }
    #expect(Set(StaffRole.allCases).subtracting(writers) == [.frontDesk, .billing, .auditor])
    #expect(
      data.refusalToWriteNotes(by: .of("auditor"))?.message == "An auditor writes no notes."
    )
  }

  @Test func `and who sits at the screen`() {
    #expect(data.refusalToSit(.of("front_desk")) == nil)
    #expect(data.refusalToSit(.of("billing"))?.message.contains("caseload day") == true)
  }
}
