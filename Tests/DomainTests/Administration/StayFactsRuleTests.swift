import Domain
import Support
import Testing

@Suite struct `What is known of a stay` {
  private func ask(_ office: inout Office, _ change: (inout Episode) -> Void) -> RuleViolation? {
    guard let client = office.data.clients[.of("C01")],
      var stay = office.data.stays(of: client.id).last?.bare
    else { return .notLoaded }
    change(&stay)
    do throws(RuleViolation) {
      try office.ask(.client(client, stay))
      return nil
    } catch { return error }
  }

  private func fact(_ change: (inout Episode) -> Void) throws -> RecordFact? {
    var office = Office()
    try office.client("C01")
    guard case .fact(let fact, _) = ask(&office, change) else { return nil }
    return fact
  }

  @Test func `is entered and taken back as one change`() throws {
    var office = Office()
    try office.client("C01")
    let before = office.content
    let refusal = ask(&office) {
      $0.diagnoses = [Diagnosis(icd10: "F10.20", substance: "alcohol", criteriaMet: 6)]
      $0.payer = Payer(kind: .known(.medicaid))
      $0.legalMandate = LegalMandate(agency: "County court", reportEveryDays: 30)
      $0.weeklyMinutesOverride = 570
    }
    #expect(refusal == nil)
    let stay = try #require(office.data.stays(of: .of("C01")).last)
    #expect(stay.legalMandate?.words == "County court, report every 30 days")
    #expect(stay.diagnoses.first?.severity == .severe)
    try office.takeBack()
    #expect(office.content == before)
  }

  @Test func `has no leave and no authorization that ends before it begins`() throws {
    let (early, late) = (CalendarDate.on("2026-03-09"), CalendarDate.on("2026-03-12"))
    #expect(try fact { $0.leaves = [Leave(from: late, to: early, reason: "travel")] } == .to)
    #expect(try fact { $0.leaves = [Leave(from: early, to: late, reason: "travel")] } == nil)
    #expect(try fact { $0.leaves = [Leave(from: early, to: nil, reason: "travel")] } == nil)
    let units = Authorization(number: "A1", from: late, to: early, units: 12)
    #expect(try fact { $0.authorizations = [units] } == .to)
  }

  @Test(arguments: ["F10", "F10.2", "F10.20", "F1020", "T40.2X5A", "Z99"])
  func `has codes of ICD-10`(code: String) throws {
    #expect(try fact { $0.diagnoses = [Diagnosis(icd10: code)] } == nil)
  }

  @Test(arguments: ["", "F1", "10.20", "f10.20", "F10.", "F10.20123", "F10 20", "F1O.20", "F10.2é"])
  func `has no codes that aren't any`(code: String) throws {
    #expect(try fact { $0.diagnoses = [Diagnosis(icd10: code)] } == .diagnoses)
  }

  @Test func `has eleven criteria, one primary diagnosis and a week of 168 hours`() throws {
    let secondary = Diagnosis(icd10: "F41.1", isPrimary: false)
    #expect(try fact { $0.diagnoses = [Diagnosis(icd10: "F10.20", criteriaMet: 11)] } == nil)
    #expect(
      try fact { $0.diagnoses = [Diagnosis(icd10: "F10.20", criteriaMet: 12)] } == .diagnoses
    )
    #expect(
      try fact { $0.diagnoses = [Diagnosis(icd10: "F10.20", criteriaMet: -1)] } == .diagnoses
    )
    #expect(try fact { $0.diagnoses = [secondary] } == .diagnoses)
    let two = [Diagnosis(icd10: "F10.20"), Diagnosis(icd10: "F11.20")]
    #expect(try fact { $0.diagnoses = two } == .diagnoses)
    #expect(try fact { $0.diagnoses = [two[0], secondary] } == nil)
    #expect(try fact { $0.weeklyMinutesOverride = 10_080 } == nil)
    #expect(try fact { $0.weeklyMinutesOverride = 10_081 } == .weeklyHours)
    #expect(try fact { $0.weeklyMinutesOverride = 0 } == .weeklyHours)
  }

  @Test func `has a mandate of somebody`() throws {
    #expect(try fact { $0.legalMandate = LegalMandate(agency: " ") } == .mandate)
    #expect(
      try fact { $0.legalMandate = LegalMandate(agency: "Court", reportEveryDays: 0) } == .mandate
    )
    #expect(try fact { $0.legalMandate = LegalMandate(agency: "Court") } == nil)
  }

  @Test func `that was entered otherwise stands in nobody's way`() throws {
    var office = Office()
    try office.client("C01")
    office.data.episodes[.of("C01")]?.diagnoses = [Diagnosis(icd10: "alcohol", isPrimary: false)]
    office.data.episodes[.of("C01")]?.weeklyMinutesOverride = 0
    #expect(ask(&office) { $0.track = .known(.evening) } == nil)
    #expect(ask(&office) { $0.diagnoses = [] } == nil)
    try office.takeBack()
    #expect(office.data.episodes[.of("C01")]?.diagnoses.first?.icd10 == "alcohol")
  }

  @Test func `is only read once the stay is over`() throws {
    var office = Office()
    try office.client("C01")
    try office.ask(
      .discharge(Discharge(of: .of("C01"), on: .on("2026-03-10"), reason: .treatmentCompleted))
    )
    guard case .wrongState(let why) = ask(&office, { $0.payer = Payer(kind: .known(.grant)) })
    else {
      Issue.record("it was changed")
      return
    }
    #expect(why.hasPrefix("The stay ended on Tue 10 Mar 2026 and is only read."))
    #expect(why.hasSuffix("who is back is admitted again: . a"))
  }

  @Test func `goes along where two records are made one`() throws {
    var office = Office()
    try office.client("C01", admitted: "2026-03-09")
    try office.client("C02", admitted: nil)
    let mandate = LegalMandate(agency: "County court", contact: "A. Clerk", reportEveryDays: 30)
    #expect(ask(&office) { $0.legalMandate = mandate } == nil)
    try office.ask(
      .merge(
        ClientMerge(.of("C01"), into: .of("C02"), episodeID: .of("moved"), appointmentIDs: [])
      )
    )
    #expect(office.data.episodes[.of("moved")]?.legalMandate == mandate)
  }

  @Test func `is kept beside what another window changed of it`() throws {
    var mine = Office()
    try mine.client("C01")
    var other = mine
    for _ in 0..<9 { _ = other.stamp() }
    #expect(ask(&other) { $0.payer = Payer(kind: .known(.grant)) } == nil)
    #expect(ask(&mine) { $0.legalMandate = LegalMandate(agency: "Court") } == nil)
    var theirs = other.data
    #expect(theirs.reapply(.episode(.of("C01")), of: mine.data) == MergeOutcome())
    let stay = try #require(theirs.episodes[.of("C01")])
    #expect(stay.legalMandate?.agency == "Court")
    #expect(stay.payer?.kind == .known(.grant))
  }

  @Test func `with a mandate is an alert, once`() throws {
    var office = Office()
    try office.client("C01")
    let stay = EpisodeID.of("C01")
    #expect(office.data.alerts(of: .of("C01"), in: stay, following: [:]).isEmpty)
    #expect(ask(&office) { $0.legalMandate = LegalMandate(agency: "Court") } == nil)
    let court = ClientAlert(kind: .known(.courtMandated))
    #expect(office.data.alerts(of: .of("C01"), in: stay, following: [:]) == [court])
    #expect(office.data.alerts(of: .of("C01"), in: nil, following: [:]).isEmpty)
    #expect(office.data.clients[.of("C01")]?.alerts == [])
    let known = ClientAlert(kind: .known(.courtMandated), note: "DUI court")
    office.data.clients[.of("C01")]?.alerts = [known]
    #expect(office.data.alerts(of: .of("C01"), in: stay, following: [:]) == [known])
  }
}
