import Domain
import Support
import Testing

@Suite struct `Who may mark` {
  private func program(_ role: Coded<StaffRole>, isActive: Bool = true) -> RunningProgram {
    RunningProgram { builder in
      var person = Staff(id: .of("FD"), code: "FD", name: "Fay Dale", role: role)
      person.isActive = isActive
      builder.snapshot.staff.append(person)
    }
  }

  private func desk(_ program: RunningProgram, _ time: String) -> Asker {
    Asker(at: program.at(time), staff: "FD")
  }

  @Test(arguments: [
    StaffRole.counselor, .trainee, .caseManager, .peerSpecialist, .clinicalSupervisor,
    .programDirector,
  ])
  func `everybody who treats`(role: StaffRole) throws {
    var program = program(.known(role))
    try program.ask(.mark("C01", .noShow), desk(program, "09:05"))
    #expect(program.row("C01").status == .noShow)
  }

  @Test func `the front desk only arrivals`() throws {
    var program = program(.known(.frontDesk))
    try program.ask(.mark("C01", .present), desk(program, "09:05"))
    try program.ask(.mark("C02", .late), desk(program, "09:10"))
    #expect(program.row("C01").status == .present)
    #expect(program.row("C02").status == .late)
    let refusal = RuleViolation.notPermitted(
      "The front desk marks nothing but arrivals. Ask the group's lead."
    )
    #expect(throws: refusal) { try program.ask(.mark("C03", .noShow), desk(program, "09:10")) }
    #expect(throws: refusal) { try program.ask(.finish, desk(program, "10:30")) }
  }

  @Test(arguments: [StaffRole.medical, .billing, .auditor])
  func `nobody of the others`(role: StaffRole) throws {
    var program = program(.known(role))
    #expect(throws: RuleViolation.self) {
      try program.ask(.mark("C01", .present), desk(program, "09:05"))
    }
    #expect(program.row("C01").status == .expected)
  }

  @Test func `nobody whose role this version doesn't know, or who has left`() throws {
    var strange = program(.unknown("oracle"))
    #expect(throws: RuleViolation.self) {
      try strange.ask(.mark("C01", .present), desk(strange, "09:05"))
    }
    var gone = program(.known(.counselor), isActive: false)
    #expect(throws: RuleViolation.notPermitted("F. Dale doesn't work here any more.")) {
      try gone.ask(.mark("C01", .present), desk(gone, "09:05"))
    }
  }
}

extension SessionRequest {
  fileprivate static func mark(_ client: String, _ status: AttendanceStatus) -> SessionRequest {
    .mark([.of(client)], Mark(status))
  }
}
