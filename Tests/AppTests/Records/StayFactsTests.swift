import Domain
import SampleData
import Support
import TerminalCore
import Testing

@testable import App

/// Diagnoses, payer and mandate in the form and on the card.
@Suite struct `What is known of a stay, on the screen` {
  private func program(_ mrn: String, _ keys: String, as code: String = "TB") throws -> TestProgram
  {
    var program = try TestProgram.demo(as: code)
    try program.press("g c * / <Type:\(mrn)> <Enter>")
    try program.press(keys)
    return program
  }

  private func stay(_ program: TestProgram, _ mrn: String) throws -> Episode {
    let client = try #require(program.client(mrn))
    return try #require(program.state.data.stays(of: client).last)
  }

  private func lines(_ program: TestProgram) throws -> [String] {
    try #require(ClientCard(program.state)).lines.map { "\($0.label): \($0.words)" }
  }

  /// The place of a line of the card.
  private func select(_ label: String, in program: inout TestProgram) throws {
    let lines = try #require(ClientCard(program.state)).lines
    program.state.card.fact = try #require(lines.firstIndex { $0.label == label })
  }

  @Test func `is entered by keys and taken back by one`() throws {
    var program = try program("C17", ". g")
    let before = try stay(program, "C17")
    #expect(before.payer == nil && before.legalMandate == nil)
    try program.press("<Tab> <Right> <Tab> <Type:Example Plan> <Tab>")
    #expect(program.form?.field.id == .diagnoses)
    try program.press("<C-a> <S-End> <Type:F10.20 alcohol 5> <Enter> <Type:F41.1> <Tab>")
    try program.press("<Type:County court> <Tab> <Type:A. Clerk> <Tab> <Type:30> <Tab>")
    try program.press("<Type:7.5> <Enter>")
    #expect(program.form == nil, "\(program.form?.problem ?? program.form?.field.problem ?? "")")
    let after = try stay(program, "C17")
    #expect(after.payer == Payer(kind: .known(.medicaid), name: "Example Plan"))
    #expect(after.diagnoses.map(\.icd10) == ["F10.20", "F41.1"])
    #expect(after.diagnoses.map(\.isPrimary) == [true, false])
    #expect(after.diagnoses.first?.severity == .moderate)
    #expect(
      after.legalMandate
        == LegalMandate(agency: "County court", contact: "A. Clerk", reportEveryDays: 30)
    )
    #expect(after.weeklyMinutesOverride == 450)
    let said = program.state.status.text
    #expect(said.contains("diagnoses, payer, mandate, weekly hours"), "\(said)")
    try program.press("<Enter>")
    let card = try lines(program)
    for line in [
      "Diagnosis: F10.20 alcohol, moderate (5 of 11)", ": F41.1", "Payer: medicaid, Example Plan",
      "Mandate: County court, A. Clerk, report every 30 days",
      "Own hours: 7.5 a week, in place of the rules'", "Alert: court mandated",
    ] {
      #expect(card.contains(line), "\(line)")
    }
    try program.press("u")
    #expect(try stay(program, "C17").bare == before.bare)
  }

  @Test func `stays as it is where nothing was typed`() throws {
    var program = try program("C02", ". g")
    let before = try stay(program, "C02")
    #expect(before.diagnoses.count == 2)
    try program.press("<C-s>")
    #expect(program.form == nil)
    #expect(try stay(program, "C02") == before)
    try program.press(". g <Tab> <Backspace> <C-s>")
    #expect(program.form == nil, "\(program.form?.field.problem ?? "")")
    let after = try stay(program, "C02")
    #expect(after.payer == nil)
    #expect(after.diagnoses == before.diagnoses)
  }

  @Test func `is asked for again where it can't be read`() throws {
    var program = try program(
      "C01",
      ". g <Tab> <Tab> <Tab> <C-a> <S-End> <Type:F10.20 alcohol 12> <Tab>"
    )
    #expect(
      program.form?.fields.first { $0.id == .diagnoses }?.problem
        == "F10.20: the criteria met are 0 to 11, not 12."
    )
    try program.press("<S-Tab> <Backspace> <Backspace> <Type:6 erly remission> <C-s>")
    #expect(program.form?.field.id == .diagnoses)
    #expect(program.form?.field.problem == "F10.20: remission is early or sustained.")
    try program.press("<C-a> <S-End> <Delete> <Tab> <Tab> <Type:A. Clerk> <C-s>")
    #expect(program.form?.field.id == .agency)
    #expect(program.form?.field.problem?.hasPrefix("Which court or agency is it?") == true)
    try program.press("<Type:Court> <C-s>")
    #expect(program.form == nil)
    #expect(try stay(program, "C01").diagnoses.isEmpty)
    try program.press(". g <PgDn> <Type:200> <C-s>")
    #expect(program.form?.field.problem == TypedWeekHours.help)
  }

  @Test func `tells which kind of payer it is`() throws {
    var program = try program("C17", ". g <Tab> <Tab> <Type:Example Plan> <C-s>")
    #expect(program.form?.field.id == .kind)
    try program.press("g <C-s>")
    #expect(try stay(program, "C17").payer == Payer(kind: .known(.grant), name: "Example Plan"))
  }

  @Test func `says how it is understood, and severity with it`() throws {
    var program = try program("C01", ". g <Tab> <Tab> <Tab> <C-a> <S-End> <Type:f1020 alcohol 4>")
    #expect(program.form?.field.explanation == "F10.20 alcohol, moderate (4 of 11).")
    try program.press("<Enter> <Type:alcohol>")
    #expect(program.form?.field.explanation == TypedDiagnoses.help)
    try program.press("<C-a> <S-End> <Delete> <Backspace> <C-a> <S-End> <Delete>")
    #expect(program.form?.field.explanation == TypedDiagnoses.help)
  }

  @Test func `is changed by Enter on its lines of the card`() throws {
    var program = try program("C06", "<Enter>")
    for (label, field) in [
      ("Referred by", FieldID.referral), ("Diagnosis", .diagnoses), ("Payer", .kind),
      ("Mandate", .agency),
    ] {
      try select(label, in: &program)
      try program.press("<Enter>")
      #expect(program.form?.field.id == field, "\(label)")
      try program.press("<Esc>")
    }
  }

  @Test func `that is missing has one dim line`() throws {
    var program = try program("C17", "<Enter>")
    #expect(try lines(program).contains("Not entered: payer; . g enters it"))
    try select("Not entered", in: &program)
    try program.press("<Enter> <Right> <C-s>")
    #expect(try !lines(program).contains { $0.hasPrefix("Not entered") })
    #expect(try lines(program).contains("Payer: medicaid"))
  }

  @Test func `of authorizations is how many units are left`() throws {
    var program = try program("C01", ". y <Down> <Down> <Type:A-17> <Down> <Down> <Type:20>")
    try program.press("<Down> <Type:3/9> <C-s>")
    #expect(program.form == nil, "\(program.form?.field.problem ?? "")")
    try program.press("<Enter>")
    let line = try #require(try lines(program).first { $0.hasPrefix("Authorization: ") })
    let used = program.state.data.unitsUsed(
      of: try #require(try stay(program, "C01").authorizations.first),
      by: try #require(program.client("C01")),
      asOf: program.now
    )
    #expect(used > 0)
    #expect(line == "Authorization: A-17 H0015: \(20 - used) of 20 units left, to Fri 10 Apr")
    try select("Authorization", in: &program)
    try program.press("<Enter>")
    #expect(program.form?.purpose == .stay(.authorization, try #require(program.client("C01"))))
  }

  @Test func `isn't counted from weeks that aren't read`() throws {
    var program = try program("C01", "")
    let id = try stay(program, "C01").id
    let one = Authorization(number: "A", from: .on("2026-02-01"), to: .on("2026-04-01"), units: 30)
    program.state.data.episodes[id]?.authorizations = [one]
    try program.press("<Enter>")
    #expect(
      try lines(program).contains(
        "Authorization: A H0015: 30 units, how many are left isn't counted yet, to Wed 1 Apr"
      )
    )
  }

  @Test func `of a stay that is over is only read, and the way on is said`() throws {
    var program = try program("C24", ".", as: "MQ")
    guard case .menu(let menu) = program.state.prompt else {
      Issue.record("no menu")
      return
    }
    #expect(!menu.items.contains { $0.label.hasPrefix("diagnoses") })
    try program.press("<Esc> <Enter>")
    try select("Diagnosis", in: &program)
    try program.press("<Enter>")
    #expect(program.form == nil)
    #expect(
      program.state.status.text.hasPrefix("The stay ended on Fri 6 Mar 2026 and is only read.")
    )
    #expect(try !lines(program).contains { $0.hasPrefix("Not entered") })
  }

  @Test(arguments: [StaffRole.frontDesk, .billing])
  func `shows no diagnosis and no mandate to who reads no charts`(role: StaffRole) throws {
    var program = try program("C06", "<Enter>")
    let counselor = try #require(program.state.staffID)
    #expect(try lines(program).contains { $0.hasPrefix("Diagnosis") })
    program.state.data.staff[counselor]?.role = .known(role)
    let shown = try lines(program)
    for label in ["Diagnosis", "Mandate", "Not entered"] {
      #expect(!shown.contains { $0.hasPrefix(label) }, "\(label)")
    }
    #expect(!shown.contains { $0.contains("F14") || $0.contains("of 11") })
    try select("Payer", in: &program)
    try program.press("<Enter>")
    #expect(program.form == nil)
    #expect(program.state.status.text.contains("changes no stays"))
  }

  @Test func `shows no reminder that follows from a diagnosis to who reads no charts`() throws {
    var program = try program("C09", "<Enter>")
    #expect(try lines(program).contains { $0.hasPrefix("Placement") })
    let counselor = try #require(program.state.staffID)
    program.state.data.staff[counselor]?.role = .known(.frontDesk)
    #expect(try !lines(program).contains { $0.hasPrefix("Placement") })
  }

  @Test func `keeps what whoever changes it may not read`() throws {
    var program = try program("C06", "")
    let client = try #require(program.client("C06"))
    let stranger = StaffID("st_stranger")
    program.state.data.staff[stranger] = Staff(id: stranger, code: "ST", name: "Sky Stone")
    program.state.staffID = stranger
    let before = try stay(program, "C06")
    try program.press(". g")
    #expect(program.form?.purpose == .stay(.facts, client))
    #expect(program.form?.fields.map(\.id) == [.referral, .kind, .name, .weeklyHours])
    try program.press("<Tab> <Right> <C-s>")
    #expect(program.form == nil)
    let after = try stay(program, "C06")
    #expect(after.payer != before.payer)
    #expect(after.diagnoses == before.diagnoses)
    #expect(after.legalMandate == before.legalMandate && after.legalMandate != nil)
  }

  @Test func `what was typed is back after the form was left`() throws {
    var program = try program("C17", ". g <Tab> <Tab> <Tab> <Tab> <Type:County court> <Esc> . g")
    #expect(program.form?.fields.first { $0.id == .agency }?.line.text == "County court")
    try program.press("<C-s>")
    #expect(try stay(program, "C17").legalMandate?.agency == "County court")
  }
}
