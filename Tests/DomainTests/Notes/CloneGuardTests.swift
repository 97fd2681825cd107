import Domain
import Support
import Testing

@Suite struct `The guard of clones` {
  /// A text of so many words, each different.
  private func text(_ count: Int, from first: Int = 0) -> String {
    (first..<(first + count)).map { "word\($0)" }.joined(separator: " ")
  }

  @Test func `the same words are 100, whatever their case, accents and points`() {
    let one = text(24) + " café didn't"
    let other = text(24).uppercased() + ", cafe\u{301}... didn’t!"
    #expect(CloneGuard.likeness(of: one, to: other) == 100)
  }

  @Test func `one word more is no longer 100`() {
    #expect(CloneGuard.likeness(of: text(200), to: text(200) + " more") == 99)
    #expect(CloneGuard.likeness(of: text(200) + " more", to: text(200)) == 99)
  }

  @Test(arguments: [(104, 100, 80, 80), (104, 100, 79, 79), (104, 100, 0, 0)])
  func `counts runs of five words`(words: Int, runs: Int, alike: Int, percent: Int) {
    let common = alike == 0 ? 0 : alike + 4
    let own = text(common) + " " + text(words - common, from: 10_000)
    let other = text(common) + " " + text(50, from: 20_000)
    #expect(CloneGuard.likeness(of: own, to: other) == percent)
  }

  @Test func `texts under twenty words aren't compared`() {
    #expect(CloneGuard.likeness(of: text(19), to: text(19)) == nil)
    #expect(CloneGuard.likeness(of: text(20), to: text(19)) == nil)
    #expect(CloneGuard.likeness(of: text(20), to: text(20)) == 100)
    #expect(CloneGuard.likeness(of: "", to: "") == nil)
  }

  @Test func `shows the sentences that stand in both, as they are written`() {
    let own = "Client came on time today. Spoke little.\nClient plans to call the sister first!"
    let other = "client plans to call the sister first. Client came on time today? Spoke little."
    #expect(
      CloneGuard.alikeSentences(of: own, in: other)
        == ["Client came on time today", "Client plans to call the sister first"]
    )
  }
}

@Suite struct `Signing a note` {
  private let service: NoteService
  private var program: NoteProgram

  init() {
    program = NoteProgram {
      $0.hold("G01", on: NoteProgram.monday, ["C02": .late("09:21"), "C03": .noShow]) {
        $0.state.coLeadIDs = [.of("NP")]
      }
      $0.book("C02", on: NoteProgram.monday, ("13:00", "13:50"), .kept)
    }
    program.data.staff[.of("TB")]?.credentials = "CADC II"
    for (code, first, last) in [
      ("C01", "Aster", "Fauxwell"), ("C02", "Brindle", "Mockingham"), ("C03", "Hope", "Vale"),
    ] {
      program.data.clients[.of(code)]?.legalFirst = first
      program.data.clients[.of(code)]?.legalLast = last
    }
    service = program.group()
  }

  private func signing(_ text: String, of client: String = "C02", shared: String = "A round.")
    -> SigningCase
  {
    var content = NoteProgram.whole
    content.setText(text, of: "response")
    var common = NoteProgram.shared
    common.setText(shared, of: "summary")
    return SigningCase(
      draft: program.draft(client, service, content),
      shared: program.sharedDraft(service, common)
    )
  }

  private func findings(
    _ signing: SigningCase,
    by staff: String = "TB",
    at time: String = "11:00",
    on date: String = NoteProgram.monday
  ) -> [SigningFinding] {
    program.data.signingFindings(
      signing,
      by: .of(staff),
      at: program.at(time, on: date),
      templates: program.templates
    )
  }

  private func signed(
    _ signing: SigningCase,
    by staff: String = "TB",
    at time: String = "11:00",
    on date: String = NoteProgram.monday
  ) throws -> ProgressNote {
    let person = try #require(program.data.staff[.of(staff)])
    return try program.data.signed(
      signing,
      signature: Signature(person, at: program.at(time, on: date)),
      templates: program.templates
    )
  }

  @Test func `a whole note has the credited minutes, the place and the frozen shared text`() throws
  {
    let signing = signing("Spoke.")
    #expect(findings(signing) == [])
    let note = try signed(signing)
    #expect(note.minutes == 69)
    #expect(note.start == program.at("09:00"))
    #expect(note.end == program.at("10:30"))
    #expect(note.episodeID == .of("C02"))
    #expect(note.shared.map(\.text) == ["Weekend", "A round."])
    #expect(note.sections.map(\.title) == ["Response", "Participation", "Risk"])
    #expect(note.sections.map(\.text) == ["Spoke.", "Active", "None"])
    #expect(note.signature.name == "Tobias Brightwater")
    #expect(note.signature.credentials == "CADC II")
    #expect(!note.needsCosign)
    #expect(note.lateReason == nil)
    var draft = try #require(signing.shared)
    draft.content.setText("Changed later.", of: "summary")
    #expect(note.shared.map(\.text) == ["Weekend", "A round."])
  }

  @Test func `what is shown before is what is signed`() throws {
    let signing = signing("Spoke.")
    let shown = program.data.preview(
      signing,
      by: .of("TB"),
      at: program.at("11:00"),
      templates: program.templates
    )
    #expect(try signed(signing) == shown)
  }

  @Test func `an appointment's note has its actual minutes`() throws {
    let appointment = NoteService.appointment(.of("A1"), .on(NoteProgram.monday))
    let content = NoteContent(
      texts: ["data": "Came.", "assessment": "Well.", "plan": "Go on."],
      choices: ["risk": ["none"]]
    )
    let draft = program.draft("C02", appointment, content, kind: .individual, format: "dap")
    let note = try signed(SigningCase(draft: draft), at: "14:00")
    #expect(note.minutes == 50)
    #expect(note.shared == [])
  }

  @Test func `a trainee's needs a second signature`() throws {
    var signing = signing("Spoke.")
    signing.draft.authorID = .of("NP")
    #expect(try signed(signing, by: "NP").needsCosign)
  }

  @Test func `one by a credential that the rules name needs a second signature too`() throws {
    var copy = self
    copy.program.data.staff[.of("TB")]?.credentials = "MA, ladc-T"
    func setFrom(_ date: String) {
      copy.program.data.ruleSets = program.data.ruleSets(
        changedFrom: .on(date),
        as: RuleSetID("rs_1"),
        of: \.cosignCredentials
      ) { $0.cosignCredentials = ["LADC-T", "CADC I"] }
    }
    #expect(try !copy.signed(copy.signing("Spoke.")).needsCosign)
    setFrom("2026-03-10")
    #expect(try !copy.signed(copy.signing("Spoke.")).needsCosign)
    setFrom(NoteProgram.monday)
    #expect(try copy.signed(copy.signing("Spoke.")).needsCosign)
    copy.program.data.staff[.of("TB")]?.credentials = "LADC"
    #expect(try !copy.signed(copy.signing("Spoke.")).needsCosign)
    // A supervisor's would wait for nobody.
    copy.program.data.staff[.of("TB")]?.credentials = "CADC I"
    copy.program.data.staff[.of("TB")]?.role = .known(.clinicalSupervisor)
    #expect(try !copy.signed(copy.signing("Spoke.")).needsCosign)
  }

  @Test func `only its author signs`() {
    let refused = findings(signing("Spoke."), by: "SV")
    #expect(refused == [.refused("This note is T. Brightwater's to sign.")])
    #expect(throws: RuleViolation.self) { try signed(signing("Spoke."), by: "SV") }
  }

  @Test func `not before the group is finished, nor of one who wasn't there`() {
    let running = NoteProgram { $0.run("G01", on: NoteProgram.monday, ["C02": .present]) }
    let early = running.data.signingFindings(
      signing("Spoke."),
      by: .of("TB"),
      at: running.at("10:00"),
      templates: running.templates
    )
    #expect(early.count == 1)
    #expect(early.allSatisfy { $0.isRefused })
    #expect(findings(signing("Spoke.", of: "C03")).allSatisfy { $0.isRefused })
    #expect(findings(signing("Spoke.", of: "C03")).count == 1)
  }

  @Test func `not twice, but again once it came back`() {
    var copy = self
    copy.program.list("C02", service, .signed)
    #expect(copy.findings(copy.signing("Spoke.")).allSatisfy { $0.isRefused })
    #expect(copy.findings(copy.signing("Spoke.")).count == 1)
    copy.program.list("C02", service, .returned)
    #expect(copy.findings(copy.signing("Spoke.")) == [])
  }

  @Test func `a no-show's only while the client is marked so`() {
    let missed = NoteService.missedDay(.on(NoteProgram.monday))
    let content = NoteContent(texts: ["what": "Did not come."])
    func draft(_ client: String) -> SigningCase {
      SigningCase(
        draft: program.draft(client, missed, content, kind: .noShow, format: "no-show")
      )
    }
    #expect(findings(draft("C03")) == [])
    #expect(findings(draft("C01")).map(\.isRefused) == [true])
  }

  @Test func `missing parts are named, the shared text's first`() {
    var signing = signing("", shared: "")
    signing.draft.content.choices["risk"] = ["use"]
    #expect(
      findings(signing) == [
        .missing(part: "summary", title: "Summary", isShared: true),
        .missing(part: "response", title: "Response", isShared: false),
        .missing(part: "plan", title: "Plan", isShared: false),
      ]
    )
  }

  @Test func `another's name refuses, in the own text and in the shared one`() throws {
    let own = findings(signing("Sat beside Aster."))
    #expect(own.map(\.isRefused) == [true])
    #expect(own.first?.sentence.contains("\"Aster\"") == true)
    #expect(throws: RuleViolation.self) { try signed(signing("Sat beside Aster.")) }
    #expect(findings(signing("Brindle spoke.")) == [])
    let shared = findings(signing("Spoke.", shared: "Brindle began."))
    guard case .name(_, "summary", true, "Brindle") = shared.first else {
      Issue.record("\(shared)")
      return
    }
    #expect(throws: RuleViolation.self) { try signed(signing("Spoke.", shared: "Brindle began.")) }
  }

  @Test func `a word that is a name, or initials, are asked about and can be signed`() throws {
    let asked = findings(signing("There is hope, said A.F."))
    #expect(asked.map(\.isRefused) == [false, false])
    #expect(throws: Never.self) { try signed(signing("There is hope, said A.F.")) }
  }

  private func text(_ count: Int, from first: Int = 0) -> String {
    (first..<(first + count)).map { "word\($0)" }.joined(separator: " ")
  }

  @Test(
    arguments: [(84, nil, nil), (83, 79, nil), (84, 80, false), (104, 100, true)]
      as [(Int, Int?, Bool?)]
  )
  func `a text taken over is asked about from 80 and refused at 100`(
    common: Int,
    likeness: Int?,
    isRefused: Bool?
  ) throws {
    let own = text(common) + " " + text(104 - common, from: 10_000)
    var signing = signing(own)
    if likeness != nil {
      let other = common == 104 ? own : text(common) + " " + text(30, from: 20_000)
      signing.compared = [
        ComparedText(source: "last week's note", text: "Something quite different."),
        ComparedText(source: "this client's last note", text: other),
      ]
    }
    let found = findings(signing)
    #expect(found.map(\.isRefused) == (isRefused.map { [$0] } ?? []))
    guard isRefused != true else {
      #expect(throws: RuleViolation.self) { try signed(signing) }
      return
    }
    #expect(try signed(signing).similarity == likeness)
  }

  @Test func `a no-show's prefilled line may be the same each time`() {
    let text = text(40)
    let missed = NoteService.missedDay(.on(NoteProgram.monday))
    var signing = SigningCase(
      draft: program.draft(
        "C03",
        missed,
        NoteContent(texts: ["what": text]),
        kind: .noShow,
        format: "no-show"
      )
    )
    signing.compared = [ComparedText(source: "the last one", text: text)]
    #expect(findings(signing) == [])
  }

  @Test func `past 72 hours it wants a reason and keeps it`() throws {
    var signing = signing("Spoke.")
    let last = findings(signing, at: "10:30", on: "2026-03-12")
    #expect(last == [])
    #expect(findings(signing, at: "10:31", on: "2026-03-12") == [.late])
    signing.lateReason = " "
    #expect(findings(signing, at: "10:31", on: "2026-03-12") == [.late])
    signing.lateReason = "Ill for two days"
    #expect(findings(signing, at: "10:31", on: "2026-03-12") == [])
    #expect(try signed(signing, at: "10:31", on: "2026-03-12").lateReason == "Ill for two days")
    #expect(try signed(signing, at: "10:30", on: "2026-03-12").lateReason == nil)
  }

  @Test func `a no-show's late entry begins when its clock says so`() throws {
    let missed = NoteService.missedDay(.on(NoteProgram.monday))
    let draft = program.draft(
      "C03",
      missed,
      NoteContent(texts: ["what": "Did not come."]),
      kind: .noShow,
      format: "no-show"
    )
    let due = try #require(program.due(at: "11:00").first { $0.kind == .noShow })
    #expect(due.clock.lateAt == program.at("10:30", on: "2026-03-12"))
    #expect(!program.data.isLate(draft, at: due.clock.lateAt))
    #expect(program.data.isLate(draft, at: due.clock.lateAt.adding(seconds: 1)))
  }

  @Test func `the shared text alone is never signed`() {
    let alone = SigningCase(draft: program.sharedDraft(service))
    #expect(findings(alone).map(\.isRefused) == [true])
  }
}
