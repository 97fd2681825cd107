import Domain
@testable import SampleData
import Testing

/// The demo with its notes, as a folder holds it and as the program's start knows it.
struct DemoWithNotes {
  let demo: LoadedDemo
  let snapshot: ProgramSnapshot
  /// With all texts and plans.
  let data: ProgramData
  /// With what the start needs and nothing else.
  let quick: ProgramData

  static func shared() throws -> DemoWithNotes { try made.get() }
  private static let made = Result { try DemoWithNotes() }

  init() throws {
    demo = try LoadedDemo.shared()
    var snapshot = demo.snapshot
    Demo.addNotes(to: &snapshot)
    self.snapshot = snapshot
    var data = demo.data
    for record in snapshot.notes { data.notes[record.note.id] = NoteEntry(record) }
    for draft in snapshot.drafts { data.drafts[draft.document] = draft }
    for plan in snapshot.plans { data.plans[plan.clientID, default: []].append(plan) }
    self.data = data
    var quick = demo.data
    for entry in Demo.noteEntries(in: demo.snapshot) { quick.notes[entry.id] = entry }
    for draft in Demo.noteDrafts(in: demo.snapshot) { quick.drafts[draft.document] = draft }
    self.quick = quick
  }

  func code(_ client: ClientID) -> String { data.clients[client]?.mrn ?? "" }
  func staffCode(_ id: StaffID) -> String { data.staff[id]?.code ?? "" }

  /// "NP C13 individual 2026-03-09 due 2026-03-10 15:50 draft", as the table of 8.7 has it.
  func lines(_ data: ProgramData) -> [String] {
    data.dueNotes(at: demo.now, templates: SampleTemplates.all).map { note in
      let due = data.program.zone.local(note.dueAt)
      let turn = note.status == .awaitingCosign ? "\(staffCode(note.waitsFor)) for " : ""
      return "\(turn)\(staffCode(note.authorID)) \(note.kind.rawValue) \(code(note.clientID)) "
        + "\(note.service.date) due \(due.date) \(due.time) \(note.status.rawValue)"
    }.sorted()
  }
}

@Suite struct `The demo's notes` {
  let notes: DemoWithNotes

  init() throws { notes = try DemoWithNotes.shared() }

  private static let table: [String] = {
    func lines(_ head: String, _ clients: [Int], _ tail: String) -> [String] {
      clients.map { "\(head) C\($0 < 10 ? "0" : "")\($0) \(tail)" }
    }
    return
      (lines("MQ group", [1, 2, 3, 4, 5, 7, 8, 10, 11], "2026-03-11 due 2026-03-12 10:30 draft")
      + lines("MQ group", [3, 7, 20], "2026-03-10 due 2026-03-11 14:00 draft")
      + lines("MQ no_show", [6], "2026-03-09 due 2026-03-12 10:30 ready")
      + lines("MQ no_show", [6], "2026-03-11 due 2026-03-14 10:30 ready")
      + lines("MQ no_show", [10], "2026-03-10 due 2026-03-13 14:00 ready")
      + lines("TB no_show", [18], "2026-03-09 due 2026-03-12 19:00 ready")
      + lines("TB no_show", [22], "2026-03-10 due 2026-03-13 17:00 ready")
      + lines("NP group", [13, 14, 17, 18, 19], "2026-03-10 due 2026-03-11 20:40 draft")
      + lines("NP individual", [13], "2026-03-09 due 2026-03-10 15:50 draft")
      + lines("NP individual", [16], "2026-03-10 due 2026-03-11 16:50 returned")
      + lines("NP discharge_summary", [24], "2026-03-06 due 2026-03-13 17:00 draft")
      + lines(
        "MQ for NP group",
        [13, 14, 15, 16, 17, 19],
        "2026-03-09 due 2026-03-16 20:40 awaiting_cosign"
      )
      + lines("MQ for NP individual", [14], "2026-03-09 due 2026-03-16 16:50 awaiting_cosign"))
      .sorted()
  }()

  @Test func `at 10 52 exactly these are due`() { #expect(notes.lines(notes.data) == Self.table) }

  @Test func `the program's start knows the same without any text`() {
    #expect(notes.lines(notes.quick) == Self.table)
    let entries = Demo.noteEntries(in: notes.demo.snapshot)
    #expect(entries == notes.snapshot.notes.map(NoteEntry.init))
    let quick = Demo.noteDrafts(in: notes.demo.snapshot).map(\.document)
    #expect(quick == notes.snapshot.drafts.map(\.document))
  }

  @Test func `it is the same each time`() {
    var again = notes.demo.snapshot
    Demo.addNotes(to: &again)
    #expect(again == notes.snapshot)
  }

  @Test func `one is overdue, those of the medication group are due soon`() {
    let due = notes.data.dueNotes(at: notes.demo.now, templates: SampleTemplates.all)
    let overdue = due.filter { $0.clock.urgency(at: notes.demo.now) >= .overdue }
    #expect(overdue.map { notes.code($0.clientID) } == ["C13"])
    #expect(overdue.map(\.missing) == [["Plan"]])
    let soon = due.filter { $0.clock.urgency(at: notes.demo.now) == .soon }
    #expect(Set(soon.map { notes.code($0.clientID) }) == ["C03", "C07", "C16", "C20"])
  }

  @Test func `the returned one has the supervisor's words and is whole`() throws {
    let due = notes.data.dueNotes(at: notes.demo.now, templates: SampleTemplates.all)
    let returned = try #require(due.first { $0.status == .returned })
    #expect(returned.comment?.contains("assessment") == true)
    #expect(returned.missing == [])
    let record = try #require(notes.snapshot.notes.first { $0.note.id == returned.id })
    #expect(record.events.map { notes.staffCode($0.signature.by) } == ["MQ"])
    #expect(record.events.allSatisfy { $0.signature.at < notes.demo.now })
  }

  @Test func `some drafts are begun and some are not`() {
    let due = notes.data.dueNotes(at: notes.demo.now, templates: SampleTemplates.all)
    let group = due.filter { $0.kind == .group && $0.status == .draft }
    #expect(group.filter(\.isBegun).count == 9)
    #expect(group.filter { !$0.isBegun }.count == 8)
    #expect(group.allSatisfy { !$0.missing.isEmpty })
  }

  @Test func `every attended service since Monday has its signed note`() {
    let data = notes.data
    let owed = Set(data.dueNotes(at: notes.demo.now, templates: SampleTemplates.all).map(\.id))
    var signed = 0
    for occasion in data.noteOccasions(at: notes.demo.now) {
      guard let id = occasion.noteID, !owed.contains(id) else { continue }
      signed += 1
      #expect(data.notes[id]?.status == .signed)
    }
    #expect(signed == 38)
  }

  @Test func `who was seen alone last week has a last signed note`() {
    let first = Demo.notesFrom.adding(days: -7)
    let seen = notes.demo.snapshot.appointments.filter {
      $0.state.status.isKept && first <= $0.serviceDate && $0.serviceDate < Demo.notesFrom
    }
    #expect(seen.count == 22)
    for appointment in seen {
      let service = NoteService.appointment(appointment.id, appointment.serviceDate)
      let entry = service.noteID(of: appointment.clientID).flatMap { notes.data.notes[$0] }
      let isTrainee = notes.staffCode(appointment.state.counselorID) == "NP"
      #expect(entry?.status == (isTrainee ? .cosigned : .signed))
    }
  }

  @Test func `signed notes are whole, by their author, in time and in order`() throws {
    for record in notes.snapshot.notes {
      let note = record.note
      let author = try #require(notes.data.staff[note.signature.by])
      #expect(note.needsCosign == author.requiresCosign)
      #expect(note.signature.at <= notes.demo.now)
      #expect(note.startedAt < note.signature.at)
      let end = try #require(note.end)
      #expect(end <= note.startedAt)
      #expect(note.signature.at <= end.adding(minutes: 24 * 60), "\(notes.code(note.clientID))")
      #expect(note.lateReason == nil)
      #expect((note.minutes ?? 0) > 0)
      #expect(note.location != nil)
      #expect(!note.objectives.isEmpty)
      #expect((note.kind == .group) == !note.shared.isEmpty)
    }
    let times = notes.snapshot.notes.map(\.note.signature.at)
    #expect(times == times.sorted())
    #expect(Set(notes.snapshot.notes.map(\.note.id)).count == notes.snapshot.notes.count)
  }

  @Test func `the events are allowed by the rules`() throws {
    for record in notes.snapshot.notes {
      var before = NoteRecord(note: record.note)
      for event in record.events {
        let again = try notes.data.event(
          event.kind,
          on: before,
          by: event.signature.by,
          at: event.signature.at
        )
        #expect(again == event)
        #expect(event.signature.at > before.current.signature.at)
        before.events.append(event)
      }
    }
  }

  @Test func `the minutes are the credited ones`() throws {
    let late = try #require(
      notes.snapshot.notes.first { record in
        notes.code(record.note.clientID) == "C03" && record.note.kind == .group
          && record.note.start.map { notes.demo.data.today(at: $0) } == Demo.notesFrom
      }
    )
    #expect(late.note.minutes == 68)
  }
}

@Suite struct `The texts of the demo's notes` {
  let notes: DemoWithNotes

  init() throws { notes = try DemoWithNotes.shared() }

  private func words(_ text: String) -> Int { text.split { $0.isWhitespace }.count }

  @Test func `nobody is named in them, not even by initials`() {
    let all = NameGuard(others: notes.snapshot.clients, own: nil)
    func check(_ text: String, _ place: String) {
      for finding in all.findings(in: text) {
        let word = String(decoding: Array(text.utf8)[finding.range], as: UTF8.self)
        Issue.record("\(place) has \"\(word)\"")
      }
    }
    for record in notes.snapshot.notes {
      for section in record.note.sections + record.note.shared {
        check(section.text, "\(notes.code(record.note.clientID)) \(record.note.service)")
      }
      check(record.returnComment ?? "", "a comment")
    }
    for draft in notes.snapshot.drafts {
      for text in draft.content.texts.values { check(text, "a draft of \(draft.service)") }
    }
    for plan in notes.snapshot.plans {
      let place = "the plan of \(notes.code(plan.clientID))"
      for problem in plan.problems { check(problem.statement, place) }
      for goal in plan.goals { check(goal.text, place) }
      for objective in plan.objectives { check(objective.text, place) }
    }
  }

  @Test func `no two are alike`() {
    let texts =
      notes.snapshot.notes.map(\.note.ownText)
      + notes.snapshot.drafts
      .filter { notes.data.notes[NoteID($0.document.rawValue)] == nil && $0.clientID != nil }
      .map { $0.ownText(in: nil) }
    for (place, text) in texts.enumerated() {
      for other in texts.dropFirst(place + 1) {
        #expect((CloneGuard.likeness(of: text, to: other) ?? 0) < 40)
      }
    }
  }

  @Test func `individual notes and shared texts have paragraphs, own parts a few sentences`() {
    for record in notes.snapshot.notes {
      let note = record.note
      let code = notes.code(note.clientID)
      if note.kind == .individual {
        #expect((80...300).contains(words(note.ownText)), "\(code) \(words(note.ownText))")
        #expect(note.sections.first?.text.contains("\n\n") == true, "\(code)")
      } else {
        #expect((20...90).contains(words(note.ownText)), "\(code) \(words(note.ownText))")
        #expect(note.shared.map(\.key) == ["topic", "methods", "summary", "plan"])
        #expect(words(note.shared.map(\.text).joined(separator: " ")) > 80)
      }
    }
  }

  @Test func `nothing that a signed note must have is missing`() throws {
    for record in notes.snapshot.notes {
      let note = record.note
      let template = try #require(SampleTemplates.all.all[note.format])
      var content = NoteContent(objectives: note.objectives)
      for section in note.sections {
        content.texts[section.key] = section.codes.isEmpty ? section.text : nil
        content.choices[section.key] = section.codes.isEmpty ? nil : section.codes
      }
      let missing = template.missing(in: content, hasObjectives: true)
      #expect(missing == [], "\(notes.code(note.clientID)) \(note.service)")
      let objectives = notes.data.objectives(of: note.clientID, on: note.service.date)
      for link in note.objectives {
        #expect(objectives.contains { $0.id == link.objectiveID && $0.text == link.text })
      }
    }
  }

  @Test func `every choice is an option, in the template's order`() throws {
    func check(_ choices: [String: [String]], _ format: String) throws {
      let template = try #require(SampleTemplates.all.all[format])
      for (key, codes) in choices {
        guard case .choice(let options, _) = template.part(key)?.form else {
          Issue.record("\(format) has no choice \(key)")
          continue
        }
        #expect(options.map(\.code).filter(codes.contains) == codes)
      }
    }
    for record in notes.snapshot.notes {
      let sections = record.note.sections.filter { !$0.codes.isEmpty }
      let choices = Dictionary(uniqueKeysWithValues: sections.map { ($0.key, $0.codes) })
      try check(choices, record.note.format)
    }
    for draft in notes.snapshot.drafts { try check(draft.content.choices, draft.format) }
  }

  @Test func `every text of the tables has its place`() {
    let tables = [
      DemoLastWeek.all, DemoThisWeek.all, DemoGroupText.signed, DemoDraftText.returned,
    ]
    let texts = tables.flatMap { NoteText.all(in: $0) }
    #expect(texts.count == notes.snapshot.notes.count)
    #expect(NoteText.all(in: DemoSharedText.signed).count == 6)
  }
}

@Suite struct `The demo's plans` {
  let notes: DemoWithNotes

  init() throws { notes = try DemoWithNotes.shared() }

  @Test func `each admitted client has one in force, with goals and objectives`() throws {
    for episode in notes.snapshot.episodes where episode.dischargedOn == nil {
      let plan = try #require(notes.data.plan(of: episode.clientID, on: Demo.date))
      #expect((1...2).contains(plan.problems.count))
      #expect((2...3).contains(plan.goals.count))
      #expect((3...4).contains(plan.objectives.count), "\(notes.code(plan.clientID))")
      #expect(plan.goals.allSatisfy { $0.text.hasPrefix("I want") })
      #expect(plan.problems.allSatisfy { (1...6).contains($0.dimension ?? 0) })
      #expect(episode.admittedOn <= plan.effectiveFrom)
      #expect(plan.episodeID == episode.id)
    }
    #expect(notes.snapshot.plans.count == 24)
    let ids = notes.snapshot.plans.flatMap { $0.objectives.map(\.id.rawValue) + [$0.id.rawValue] }
    #expect(Set(ids).count == ids.count)
    #expect(ids.allSatisfy { $0.utf8.count == 15 })
  }

  @Test func `one review is overdue and one is due tomorrow`() {
    let reviews = notes.snapshot.plans.compactMap { plan in
      plan.nextReviewDue.map { (notes.code(plan.clientID), $0) }
    }
    #expect(reviews.filter { $0.1 < Demo.date }.map(\.0) == ["C15"])
    #expect(reviews.filter { $0.1 == Demo.date.adding(days: 1) }.map(\.0).contains("C03"))
  }

  @Test func `the discharged client's has ended`() throws {
    let client = try notes.demo.client("C24")
    #expect(notes.data.plan(of: client, on: Demo.date) == nil)
    #expect(notes.data.plan(of: client, on: .on(2026_03_02)) != nil)
  }
}
