import Domain
import Support
import Testing

/// C01 is in TB's group and on NP's caseload; C02 is in no group, and NC met or meets them alone.
@Suite struct `What a role doesn't see` {
  private var data: ProgramData
  private let now: Instant

  init() {
    var program = ProgramBuilder()
    for code in ["C01", "C02"] { program.client(code) }
    program.group("G01", "09:00", "10:30", on: [.monday])
    program.enroll("C01", in: "G01")
    program.hold("G01", on: "2026-03-09", [:]) { session in
      session.state.substituteFor = .of("TB")
      session.state.leadID = .of("SI")
    }
    program.episode("C01") {
      $0.counselors = [CounselorAssignment(staffID: .of("NP"), from: .on("2026-01-05"))]
    }
    program.book("C02", on: "2026-03-13", ("13:00", "13:50")) {
      $0.state.counselorID = .of("NC")
      $0.state.isWithdrawn = true
    }
    for (day, status) in [
      ("2026-03-10", AppointmentStatus.kept), ("2026-03-11", .booked),
      ("2026-03-12", .cancelledClient),
    ] {
      program.book("C02", on: day, ("13:00", "13:50"), status) {
        $0.state.counselorID = .of("NC")
      }
    }
    for (code, role) in [
      ("NC", StaffRole.counselor), ("NP", .trainee), ("SI", .counselor),
      ("MQ", .clinicalSupervisor), ("PS", .peerSpecialist), ("CM", .caseManager), ("MD", .medical),
      ("AU", .auditor),
      ("FD", .frontDesk), ("BL", .billing),
    ] {
      program.snapshot.staff.append(
        Staff(id: .of(code), code: code, name: "Fay \(code)", role: .known(role))
      )
    }
    data = program.data(weeks: "2026-03-09")
    now = program.at("2026-03-11", "10:52")
  }

  private func mayRead(
    _ client: String,
    _ reader: String,
    about service: NoteService? = nil
  ) -> Bool {
    data.refusalToRead(
      notesOf: .of(client),
      by: .of("TB"),
      about: service,
      reader: .of(reader),
      at: now
    ) == nil
  }

  private func service(on date: String) throws -> NoteService {
    let meeting = try #require(data.appointments.values.first { $0.serviceDate == .on(date) })
    return .appointment(meeting.id, meeting.serviceDate)
  }

  @Test func `an appointment opens its own note while it stands, and no other`() throws {
    #expect(!mayRead("C02", "NC"))
    #expect(try mayRead("C02", "NC", about: service(on: "2026-03-10")))
    #expect(try mayRead("C02", "NC", about: service(on: "2026-03-11")))
    #expect(try !mayRead("C02", "NC", about: service(on: "2026-03-12")))
    #expect(try !mayRead("C02", "NC", about: service(on: "2026-03-13")), "withdrawn")
    #expect(try !mayRead("C01", "NC", about: service(on: "2026-03-11")), "of another client")
    #expect(try !mayRead("C02", "SI", about: service(on: "2026-03-11")))
    #expect(try !mayRead("C02", "FD", about: service(on: "2026-03-11")))
  }

  @Test func `standing in for a group's lead opens the notes of that meeting alone`() throws {
    let session = try #require(data.sessions(on: .on("2026-03-09")).first)
    let service = NoteService.session(session.id, session.serviceDate)
    #expect(mayRead("C01", "SI", about: service))
    #expect(!mayRead("C01", "SI"))
    #expect(!mayRead("C02", "SI", about: service), "who wasn't there")
    #expect(!mayRead("C01", "NC", about: service))
  }

  @Test func `a quick line is for who reads the notes, or leads that group`() throws {
    let session = try #require(data.sessions(on: .on("2026-03-09")).first)
    func sees(_ reader: String) -> Bool {
      data.refusalToRead(quickLineOf: .of("C01"), in: session, reader: .of(reader), at: now) == nil
    }
    #expect(["TB", "NP", "SI", "MQ", "MD", "AU"].allSatisfy(sees))
    #expect(!["FD", "BL", "NC", "PS", "CM"].contains(where: sees))
  }

  @Test func `the plan is for who reads the notes, or meets the client`() {
    func sees(_ client: String, _ reader: String) -> Bool {
      data.refusalToRead(planOf: .of(client), reader: .of(reader), at: now) == nil
    }
    #expect(["TB", "NP", "SI", "MQ", "MD", "AU"].allSatisfy { sees("C01", $0) })
    #expect(sees("C02", "NC"))
    #expect(!["FD", "BL", "NC", "PS", "CM"].contains { sees("C01", $0) })
  }

  @Test func `what others owe is for who reads everything`() {
    func sees(_ owner: String?, _ reader: String) -> Bool {
      data.refusalToSeeDueNotes(of: owner.map { .of($0) }, reader: .of(reader)) == nil
    }
    #expect(sees("TB", "TB") && sees("NP", "NP") && sees(nil, "MQ") && sees("TB", "AU"))
    #expect(!sees(nil, "TB") && !sees("NP", "TB") && !sees("FD", "FD") && !sees(nil, "BL"))
  }

  private func cover(
    _ reader: String,
    for colleague: String,
    by giver: String = "MQ"
  ) throws(RuleViolation) -> Grant {
    let today = data.today(at: now)
    return try data.cover(
      for: .of(colleague),
      by: .of(reader),
      days: today...today,
      because: "holiday",
      id: GrantID("gt_1"),
      stamp: Stamp(staff: .of(giver), now: now, changeID: ChangeID("ch_1"))
    )
  }

  private func refusal(_ reader: String, for colleague: String, by giver: String = "MQ") -> String?
  {
    do throws(RuleViolation) { _ = try cover(reader, for: colleague, by: giver) } catch {
      return error.message
    }
    return nil
  }

  @Test func `a cover is for counselors and supervisors`() {
    for reader in ["NC", "MQ"] { #expect(refusal(reader, for: "TB", by: "TB") == nil) }
    for (reader, role) in [
      ("PS", "A peer specialist"), ("NP", "A trainee"), ("CM", "A case manager"),
      ("AU", "An auditor"), ("MD", "Medical staff"),
    ] {
      #expect(refusal(reader, for: "TB")?.hasPrefix("\(role) covers for nobody") == true, "\(role)")
    }
    for reader in ["FD", "BL"] {
      #expect(refusal(reader, for: "TB")?.hasSuffix("reads no notes.") == true)
    }
  }

  @Test func `a cover is of a counselor's or a trainee's caseload`() {
    #expect(refusal("NC", for: "NP") == nil)
    for colleague in ["MQ", "MD", "AU", "FD", "PS", "CM"] {
      #expect(refusal("NC", for: colleague)?.contains("has no caseload to be covered") == true)
    }
    #expect(refusal("NC", for: "TB", by: "NC")?.contains("says for nobody who covers") == true)
    #expect(refusal("NC", for: "nobody") != nil)
  }

  @Test mutating func `a cover that is on record opens nothing to a role that has none`() throws {
    var grant = try cover("NC", for: "TB")
    data.grants[grant.id] = grant
    #expect(mayRead("C01", "NC"))
    grant.reader = .of("PS")
    data.grants[grant.id] = grant
    #expect(!mayRead("C01", "PS"))
    grant.reader = .of("NC")
    grant.reach = .cover(.of("MQ"))
    data.grants[grant.id] = grant
    #expect(!mayRead("C02", "NC"), "nobody gets all that a supervisor reads")
  }
}
