import Domain
import Support
import Testing

/// C01 is in TB's group; NC treats nobody, MQ supervises.
@Suite struct `Reading more than one's own` {
  private var data: ProgramData
  private let now: Instant
  private let client = ClientID.of("C01")

  init() {
    var program = ProgramBuilder()
    program.client("C01")
    program.group("G01", "09:00", "10:30", on: [.monday])
    program.enroll("C01", in: "G01")
    for (code, role) in [
      ("NC", StaffRole.counselor), ("MQ", .clinicalSupervisor), ("DR", .programDirector),
      ("FD", .frontDesk),
    ] {
      program.snapshot.staff.append(
        Staff(id: .of(code), code: code, name: "Fay \(code)", role: .known(role))
      )
    }
    data = program.data(weeks: "2026-03-09")
    now = program.at("2026-03-11", "10:52")
  }

  private func mayRead(_ reader: String, by author: String? = nil, at moment: Instant) -> Bool {
    data.refusalToRead(
      notesOf: client,
      by: author.map { .of($0) },
      reader: .of(reader),
      at: moment
    ) == nil
  }

  private mutating func emergency(
    _ reader: String,
    _ reason: String = "at the door, in crisis"
  ) throws(RuleViolation) -> Grant {
    let grant = try data.emergency(
      client,
      for: .of(reader),
      because: reason,
      id: GrantID("gt_1"),
      at: now
    )
    data.grants[grant.id] = grant
    return grant
  }

  @Test mutating func `lasts thirty minutes in an emergency, for that client alone`() throws {
    #expect(!mayRead("NC", at: now))
    _ = try emergency("NC")
    #expect(mayRead("NC", at: now))
    #expect(mayRead("NC", at: now.adding(seconds: 30 * 60 - 1)))
    #expect(!mayRead("NC", at: now.adding(minutes: 30)))
    #expect(!mayRead("FD", at: now))
    #expect(
      data.refusalToRead(notesOf: .of("C02"), by: nil, reader: .of("NC"), at: now) != nil
    )
  }

  @Test mutating func `needs a reason, and a role that reads notes`() {
    #expect(throws: RuleViolation.self) { try emergency("NC", "  ") }
    #expect(throws: RuleViolation.notPermitted("The front desk reads no notes.")) {
      try emergency("FD")
    }
    #expect(throws: RuleViolation.nothingToDo("You may read these notes as it is.")) {
      try emergency("TB")
    }
    #expect(data.grants.isEmpty)
  }

  @Test mutating func `is reviewed by a supervisor, once, and not by the reader`() throws {
    let grant = try emergency("NC")
    #expect(data.grantsToReview(by: .of("NC")).isEmpty)
    #expect(data.grantsToReview(by: .of("MQ")) == [grant])
    #expect(throws: RuleViolation.self) { try data.reviewed(grant.id, by: .of("NC"), at: now) }
    let reviewed = try data.reviewed(grant.id, by: .of("MQ"), at: now)
    data.grants[grant.id] = reviewed
    #expect(reviewed.review == Grant.Review(by: .of("MQ"), at: now))
    #expect(data.grantsToReview(by: .of("DR")).isEmpty)
    #expect(throws: RuleViolation.self) { try data.reviewed(grant.id, by: .of("DR"), at: now) }
  }

  @Test mutating func `lasts whole days where one covers for a colleague`() throws {
    let days = CalendarDate.on("2026-03-12")...CalendarDate.on("2026-03-13")
    func cover(by staff: String, _ data: ProgramData) throws(RuleViolation) -> Grant {
      try data.cover(
        for: .of("TB"),
        by: .of("NC"),
        days: days,
        because: "holiday",
        id: GrantID("gt_2"),
        stamp: Stamp(staff: .of(staff), now: now, changeID: ChangeID("ch_1"))
      )
    }
    #expect(throws: RuleViolation.self) { try cover(by: "NC", data) }
    #expect(try cover(by: "TB", data).by == .of("TB"))
    let grant = try cover(by: "MQ", data)
    data.grants[grant.id] = grant
    #expect(!mayRead("NC", at: now))
    #expect(mayRead("NC", at: now.adding(minutes: 14 * 60)))
    #expect(mayRead("NC", at: now.adding(minutes: 2 * 24 * 60)))
    #expect(!mayRead("NC", at: now.adding(minutes: 3 * 24 * 60)))
    #expect(data.grantsToReview(by: .of("MQ")).isEmpty)
  }
}
