import Domain
import Support
import Testing

@Suite struct `A note of nothing on the schedule` {
  private var program = NoteProgram { _ in }

  private func call(_ kind: NoteKind = .collateralContact, times: Bool = true) -> NoteDraft {
    var draft = program.draft("C01", program.group(), NoteContent(), kind: kind)
    draft.document = .note(NoteID("nt_000000000003"))
    draft.service = .none(.on(NoteProgram.monday))
    draft.format = "narrative"
    draft.content.setText("Spoke with the sister.", of: "narrative")
    draft.content.choices["risk"] = ["none"]
    if times { draft.span = Interval(start: program.at("14:10"), end: program.at("14:30")) }
    return draft
  }

  private func signed(_ draft: NoteDraft, at now: Instant) throws -> ProgressNote {
    try program.data.signed(
      SigningCase(draft: draft, lateReason: "Was ill."),
      signature: Signature(Staff(id: .of("TB"), code: "TB", name: "T B"), at: now),
      templates: program.templates
    )
  }

  @Test func `is due a day after its end, and late after three`() throws {
    var program = program
    program.write(call())
    let due = try #require(program.due(at: "15:00").first)
    #expect(due.dueAt == program.at("14:30", on: "2026-03-10"))
    #expect(due.clock.lateAt == program.at("14:30", on: "2026-03-12"))
  }

  @Test func `says its times and minutes once signed`() throws {
    let note = try signed(call(), at: program.at("15:00"))
    #expect(note.start == program.at("14:10"))
    #expect(note.end == program.at("14:30"))
    #expect(note.minutes == 20)
    #expect(note.lateReason == nil)
    #expect(NoteDraft(of: note).span == call().span)
  }

  @Test func `signed after its last day is a late entry with its reason`() throws {
    let now = program.at("14:31", on: "2026-03-12")
    #expect(program.data.isLate(call(), at: now))
    #expect(try signed(call(), at: now).lateReason == "Was ill.")
    let findings = program.data.signingFindings(
      SigningCase(draft: call()),
      by: .of("TB"),
      at: now,
      templates: program.templates
    )
    #expect(findings == [.late])
  }

  @Test func `of administration counts from the end of its day`() {
    let draft = call(.administrative, times: false)
    #expect(!program.data.isLate(draft, at: program.at("23:59", on: "2026-03-12")))
    #expect(program.data.isLate(draft, at: program.at("00:01", on: "2026-03-13")))
  }

  @Test func `no late entry is taken after 45 days, where the rules say so`() throws {
    let last = program.at("12:00", on: "2026-04-23")
    #expect(throws: Never.self) { try signed(call(), at: last) }
    let after = program.at("12:00", on: "2026-04-24")
    #expect(throws: RuleViolation.self) { try signed(call(), at: after) }
    let free = NoteProgram { $0.rules { $0.lateEntryMaxDays = nil } }
    let findings = free.data.signingFindings(
      SigningCase(draft: call(), lateReason: "Was ill."),
      by: .of("TB"),
      at: after,
      templates: program.templates
    )
    #expect(findings == [])
  }

  @Test func `isn't signed before it is over`() {
    #expect(throws: RuleViolation.self) { try signed(call(), at: program.at("14:29")) }
  }

  @Test func `moves by a step, which no note of the schedule takes`() {
    var draft = call()
    let span = Interval(start: program.at("09:00"), end: program.at("09:20"))
    let moved = DraftStep.occurrence(.on("2026-03-08"), span)
    let isMoved = draft.apply(moved)
    #expect(isMoved)
    #expect(draft.service == .none(.on("2026-03-08")))
    #expect(draft.span == span)
    var group = program.draft("C01", program.group())
    let before = group
    let isGroupMoved = group.apply(moved)
    #expect(!isGroupMoved)
    #expect(group == before)
  }
}

@Suite struct `Whose note it is` {
  private let program = NoteProgram {
    $0.group("G02", "11:00", "12:00", on: [.monday]) { $0.coLeadIDs = [.of("SV")] }
    $0.enroll("C01", in: "G02")
    $0.hold("G02", on: NoteProgram.monday)
  }

  @Test func `a stand-in owes what they led, and nobody else does`() {
    let program = NoteProgram {
      $0.hold("G01", on: NoteProgram.monday, ["C02": .noShow]) {
        $0.state.leadID = .of("SV")
        $0.state.substituteFor = .of("TB")
      }
    }
    let now = program.at("11:00")
    let ofStandIn = program.data.dueNotes(of: .of("SV"), at: now, templates: program.templates)
    #expect(
      ofStandIn.map(\.kind).sorted { $0.rawValue < $1.rawValue } == [.group, .group, .noShow]
    )
    #expect(program.data.dueNotes(of: .of("TB"), at: now, templates: program.templates) == [])
  }

  @Test func `the lead owes it; what a co-leader began is the co-leader's`() throws {
    var program = program
    let now = program.at("13:00")
    let service = program.group(NoteProgram.monday, "G02")
    #expect(program.due(at: "13:00").map(\.waitsFor) == [.of("TB")])
    program.write(program.draft("C01", service, by: "SV"))
    let due = program.data.dueNotes(of: .of("SV"), at: now, templates: program.templates)
    #expect(due.map(\.clientID) == [.of("C01")])
    #expect(due.map(\.waitsFor) == [.of("SV")])
  }

  @Test(arguments: [("TB", true), ("SV", true), ("OT", false)])
  func `lead and co-leader sign, nobody who wasn't there`(code: String, signs: Bool) throws {
    let service = program.group(NoteProgram.monday, "G02")
    var signing = SigningCase(draft: program.draft("C01", service, by: code))
    signing.shared = program.sharedDraft(service)
    let findings = program.data.signingFindings(
      signing,
      by: .of(code),
      at: program.at("13:00"),
      templates: program.templates
    )
    #expect(findings.isEmpty == signs)
    guard case .refused(let why) = findings.first else { return }
    #expect(why == "T. Brightwater led this group and signs its notes. Your text stays as a draft.")
  }

  @Test func `a draft of a week that isn't loaded is still owed by its author`() throws {
    var program = program
    program.write(program.draft("C02", program.group("2025-12-01")))
    let due = program.data.dueNotes(
      of: .of("TB"),
      at: program.at("13:00"),
      templates: program.templates
    )
    #expect(due.contains { $0.clientID == .of("C02") && $0.service.date == .on("2025-12-01") })
  }

  @Test func `what is written while a group runs isn't owed yet`() {
    var program = NoteProgram { $0.run("G01", on: NoteProgram.monday) }
    program.write(program.draft("C01", program.group(), by: "SV"))
    #expect(program.owed(at: "10:00") == [])
  }
}

@Suite struct `Carrying forward` {
  private let first = PlanObjective(id: .init("ob_000000000001"), text: "Names two hours")
  private let second = PlanObjective(id: .init("ob_000000000002"), text: "Calls the sponsor")
  private var program: NoteProgram

  init() {
    program = NoteProgram { _ in }
    program.data.plans[.of("C01")] = [
      TreatmentPlan(
        id: .init("tp_000000000001"),
        clientID: .of("C01"),
        episodeID: .of("C01"),
        effectiveFrom: .on("2026-01-05"),
        problems: [
          PlanProblem(
            statement: "Use",
            goals: [PlanGoal(text: "Stay", objectives: [first, second])]
          )
        ]
      )
    ]
  }

  private func note(on date: String, _ links: [ObjectiveLink]) -> NoteRecord {
    var note = ProgressNote(
      id: program.noteID("C01", program.group(date)),
      kind: .group,
      clientID: .of("C01"),
      service: program.group(date),
      format: "group",
      formatTitle: "Group",
      sections: [NoteSection(key: "response", title: "Response", text: "Spoke of the sister.")],
      startedAt: program.at("10:31", on: date),
      signature: Signature(
        by: .of("TB"),
        name: "T",
        credentials: "",
        at: program.at("11:00", on: date)
      )
    )
    note.objectives = links
    return NoteRecord(note: note)
  }

  private func carried(_ history: [NoteRecord], kind: String = "group") -> NoteContent {
    let fresh = program.draft("C01", program.group(), NoteContent(), format: kind)
    return program.data.carryingForward(fresh, from: history, templates: program.templates).content
  }

  @Test func `takes the last note's objectives, marked, and no text`() {
    let old = note(on: "2026-02-23", [ObjectiveLink(second)])
    let last = note(on: "2026-03-02", [ObjectiveLink(first, progress: .good)])
    let content = carried([last, old])
    #expect(content.objectives == [ObjectiveLink(first, progress: .good, isCopied: true)])
    #expect(content.texts.isEmpty)
    #expect(content.choices.isEmpty)
    #expect(content.isBlank)
  }

  @Test func `takes nothing of a note in error, of a later one, nor what left the plan`() {
    var wrong = note(on: "2026-03-02", [ObjectiveLink(first)])
    let signature = wrong.note.signature
    wrong.events = [
      NoteEvent(
        noteID: wrong.note.id,
        clientID: .of("C01"),
        number: 1,
        kind: .enteredInError(reason: "Other client"),
        signature: signature
      )
    ]
    let later = note(on: "2026-03-16", [ObjectiveLink(first)])
    let gone = PlanObjective(id: .init("ob_000000000009"), text: "Old")
    #expect(carried([wrong, later]).objectives == [])
    #expect(carried([note(on: "2026-03-02", [ObjectiveLink(gone)])]).objectives == [])
  }

  @Test func `leaves a note without objectives alone`() {
    let last = note(on: "2026-03-02", [ObjectiveLink(first)])
    #expect(carried([last], kind: "no-show").objectives == [])
  }

  @Test func `a key on a carried one takes it as meant, the next takes it back`() {
    var content = NoteContent(objectives: [ObjectiveLink(first, isCopied: true)])
    content.toggle(first)
    #expect(content.objectives == [ObjectiveLink(first)])
    content.toggle(first)
    #expect(content.objectives == [])
  }
}
