import Domain
import SampleData
import Support
import Testing

@Suite struct `A note's draft` {
  private let program = NoteProgram { $0.hold("G01", on: NoteProgram.monday) }

  private func draft(_ text: String) -> NoteDraft {
    program.draft("C01", program.group(), NoteContent(texts: ["response": text]))
  }

  private func edited(_ text: String, _ offset: Int, _ removed: Int, _ inserted: String) -> String?
  {
    var draft = draft(text)
    let step = DraftStep.edit(
      part: "response",
      offset: offset,
      removed: removed,
      inserted: inserted
    )
    return draft.apply(step) ? draft.content.text("response") : nil
  }

  @Test func `takes in, takes out, replaces`() {
    #expect(edited("", 0, 0, "ab") == "ab")
    #expect(edited("ab", 1, 0, "x") == "axb")
    #expect(edited("ab", 2, 0, "c") == "abc")
    #expect(edited("abc", 1, 1, "") == "ac")
    #expect(edited("héllo", 1, 2, "e") == "hello")
    #expect(edited("👩‍👧 ok", 11, 0, "!") == "👩‍👧! ok")
    #expect(edited("abc", 0, 3, "") == "")
  }

  @Test(arguments: [(4, 0), (0, 4), (2, 2), (-1, 0), (0, -1), (.max, 1), (1, .max)])
  func `what lies outside the text changes nothing`(offset: Int, removed: Int) {
    var draft = draft("abc")
    let before = draft
    let step = DraftStep.edit(part: "response", offset: offset, removed: removed, inserted: "x")
    let isDone = draft.apply(step)
    #expect(!isDone)
    #expect(draft == before)
  }

  @Test(arguments: [(1, 0, "x"), (0, 1, ""), (1, 1, "")])
  func `a letter is never cut in two`(offset: Int, removed: Int, inserted: String) {
    #expect(edited("é!", offset, removed, inserted) == nil)
  }

  @Test func `a part that was emptied is gone`() {
    var draft = draft("a")
    let isDone = draft.apply(.edit(part: "response", offset: 0, removed: 1, inserted: ""))
    #expect(isDone)
    #expect(draft.content == NoteContent())
    #expect(draft.content.isBlank)
  }

  @Test func `choices, objectives and the format are replaced whole`() {
    var draft = draft("")
    let link = ObjectiveLink(PlanObjective(id: .of("O1"), text: "Walk"), progress: .good)
    let steps: [DraftStep] = [
      .choice(part: "risk", ["use"]), .objectives([link]), .format("soap"),
    ]
    let fit = steps.map { draft.apply($0) }
    #expect(fit == [true, true, true])
    #expect(draft.content.choices == ["risk": ["use"]])
    #expect(draft.content.objectives == [link])
    #expect(draft.format == "soap")
    let back: [DraftStep] = [.choice(part: "risk", []), .objectives([])]
    let taken = back.map { draft.apply($0) }
    #expect(taken == [true, true])
    #expect(draft.content.isBlank)
  }

  @Test func `replaying random steps gives the same text as typing them`() {
    var typed = draft("")
    var steps: [DraftStep] = []
    var seed = 7
    for _ in 0..<500 {
      seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648
      let length = typed.content.text("response").utf8.count
      let offset = seed % (length + 2)
      let words = ["a", "é", "👍🏽", "\n", "word "]
      let step = DraftStep.edit(
        part: "response",
        offset: offset,
        removed: seed % 3 == 0 ? 1 : 0,
        inserted: words[seed % 5]
      )
      if typed.apply(step) { steps.append(step) }
    }
    #expect(steps.count > 50)
    var replayed = draft("")
    let fit = steps.filter { replayed.apply($0) }
    #expect(fit.count == steps.count)
    #expect(replayed == typed)
  }
}

@Suite struct `A part with options` {
  private let risk = SampleTemplates.all.all["group"]?.part("risk")
  private let participation = SampleTemplates.all.all["group"]?.part("participation")

  private func option(_ code: String, of part: NotePart) throws -> NoteOption {
    guard case .choice(let options, _) = part.form else { throw NoSuchOption() }
    return try #require(options.first { $0.code == code })
  }

  private struct NoSuchOption: Error {}

  @Test func `takes one back when chosen again`() throws {
    let risk = try #require(risk)
    var content = NoteContent()
    content.toggle(try option("use", of: risk), of: risk)
    #expect(content.choices == ["risk": ["use"]])
    content.toggle(try option("use", of: risk), of: risk)
    #expect(content.choices == [:])
  }

  @Test func `keeps several in its own order`() throws {
    let risk = try #require(risk)
    var content = NoteContent()
    for code in ["overdose", "si_passive", "use"] {
      content.toggle(try option(code, of: risk), of: risk)
    }
    #expect(content.choices["risk"] == ["si_passive", "use", "overdose"])
  }

  @Test func `none stands alone`() throws {
    let risk = try #require(risk)
    var content = NoteContent()
    content.toggle(try option("use", of: risk), of: risk)
    content.toggle(try option("none", of: risk), of: risk)
    #expect(content.choices["risk"] == ["none"])
    content.toggle(try option("use", of: risk), of: risk)
    #expect(content.choices["risk"] == ["use"])
  }

  @Test func `keeps one where there is only one`() throws {
    let participation = try #require(participation)
    var content = NoteContent()
    content.toggle(try option("active", of: participation), of: participation)
    content.toggle(try option("none", of: participation), of: participation)
    #expect(content.choices["participation"] == ["none"])
  }

  @Test func `links an objective and takes it back`() {
    let objective = PlanObjective(id: .of("O1"), text: "Walk")
    var content = NoteContent()
    content.toggle(objective)
    #expect(content.objectives.map(\.text) == ["Walk"])
    #expect(content.objectives.map(\.isCopied) == [false])
    content.toggle(objective)
    #expect(content.objectives == [])
  }
}

@Suite struct `What is missing in a note` {
  private var program = NoteProgram { $0.hold("G01", on: NoteProgram.monday) }

  private func due(_ program: NoteProgram) throws -> DueNote {
    try #require(program.due(at: "11:00").first { $0.clientID == .of("C01") })
  }

  @Test func `the shared text's parts come first`() throws {
    let note = try due(program)
    #expect(note.missing == ["Topic", "Summary", "Response", "Participation", "Risk"])
    #expect(note.status == .draft)
    #expect(!note.isBegun)
  }

  @Test func `with all written it is ready`() throws {
    var program = program
    program.write(program.sharedDraft(program.group()))
    program.write(program.draft("C01", program.group()))
    #expect(try due(program).missing == [])
    #expect(try due(program).status == .ready)
  }

  @Test func `blanks are nothing`() throws {
    var program = program
    var content = NoteProgram.whole
    content.setText(" \n\t", of: "response")
    program.write(program.sharedDraft(program.group()))
    program.write(program.draft("C01", program.group(), content))
    #expect(try due(program).missing == ["Response"])
  }

  @Test(arguments: ["use", "overdose", "si_passive", "hi_active_plan"])
  func `a finding of risk wants a plan in words`(code: String) throws {
    var program = program
    var content = NoteProgram.whole
    content.choices["risk"] = [code]
    program.write(program.sharedDraft(program.group()))
    program.write(program.draft("C01", program.group(), content))
    #expect(try due(program).missing == ["Plan"])
    content.setText("Called the crisis line together.", of: "plan")
    program.write(program.draft("C01", program.group(), content))
    #expect(try due(program).missing == [])
  }

  @Test func `an objective, where the plan of the day has any`() throws {
    var program = program
    program.write(program.sharedDraft(program.group()))
    program.write(program.draft("C01", program.group()))
    var plan = TreatmentPlan(
      id: .of("P1"),
      clientID: .of("C01"),
      episodeID: .of("C01"),
      effectiveFrom: .on("2026-03-09")
    )
    let objective = PlanObjective(id: .of("O1"), text: "Walk")
    let goal = PlanGoal(text: "I want to walk", objectives: [objective])
    plan.problems = [PlanProblem(statement: "Feet", goals: [goal])]
    program.data.plans[.of("C01")] = [plan]
    #expect(try due(program).missing == ["Objectives"])
    var content = NoteProgram.whole
    content.toggle(objective)
    program.write(program.draft("C01", program.group(), content))
    #expect(try due(program).missing == [])
    plan.effectiveFrom = .on("2026-03-10")
    program.data.plans[.of("C01")] = [plan]
    program.write(program.draft("C01", program.group()))
    #expect(try due(program).missing == [])
  }

  @Test func `the newest version in force counts`() {
    var program = program
    let first = TreatmentPlan(
      id: .of("P1"),
      clientID: .of("C01"),
      episodeID: .of("C01"),
      effectiveFrom: .on("2026-01-05")
    )
    var second = first
    second.version = 2
    second.effectiveFrom = .on("2026-03-01")
    program.data.plans[.of("C01")] = [second, first]
    #expect(program.data.plan(of: .of("C01"), on: .on("2026-02-28"))?.version == 1)
    #expect(program.data.plan(of: .of("C01"), on: .on("2026-03-09"))?.version == 2)
    #expect(program.data.plan(of: .of("C01"), on: .on("2026-01-04")) == nil)
  }

  @Test func `a quick line begins its client's part, a session's topic the shared text`() throws {
    let program = NoteProgram {
      $0.hold("G01", on: NoteProgram.monday) {
        $0.rows[0].quickLine = "Asked for help with rides."
        $0.state.topic = "Grounding"
      }
    }
    let note = try due(program)
    #expect(note.missing == ["Summary", "Participation", "Risk"])
    let occasion = try #require(
      program.data.noteOccasions(at: program.at("11:00")).first {
        $0.clientID == .of("C01")
      }
    )
    let draft = try #require(program.data.newDraft(of: occasion, at: program.at("11:00")))
    #expect(draft.content.text("response") == "Asked for help with rides.\n")
    #expect(draft.authorID == .of("TB"))
    #expect(draft.document == .note(note.id))
  }

  @Test func `what another template's parts hold keeps its place, its title and its meaning`()
    throws
  {
    var draft = program.draft("C01", program.group())
    draft.format = "no-show"
    draft.content.choices["mood"] = ["low"]
    let template = SampleTemplates.all.template(for: draft)
    #expect(template.parts.map(\.key) == ["what", "response", "mood", "participation", "risk"])
    let sections = template.sections(of: draft.content)
    #expect(sections.map(\.title) == ["Response", "mood", "Participation", "Risk"])
    #expect(sections.map(\.text) == ["Spoke of the weekend.", "low", "Active", "None"])
    #expect(template.missing(in: draft.content, hasObjectives: true) == ["What happened"])
  }

  @Test func `a template that is gone loses no text`() {
    var draft = program.draft("C01", program.group(), NoteContent(texts: ["old": "Kept."]))
    draft.format = "gone"
    let template = SampleTemplates.all.template(for: draft)
    #expect(template.sections(of: draft.content).map(\.text) == ["Kept."])
  }
}
