import Domain
import SampleData
import Testing

@Suite struct `The notes of a made-up program` {
  static let today = "2026-03-11"
  let zone: ProgramTimeZone

  init() throws { zone = try newYork() }

  private func program(_ clients: Int, _ weeks: Int, seed: UInt64 = 7, on day: String = today)
    throws -> (snapshot: ProgramSnapshot, data: ProgramData, now: Instant)
  {
    let date = try #require(CalendarDate(day))
    let snapshot = SampleProgram.snapshot(
      seed: seed,
      clients: clients,
      weeks: weeks,
      zone: zone,
      lastDay: date
    )
    var data = snapshot.loaded()
    for record in snapshot.notes { data.notes[record.note.id] = NoteEntry(record) }
    for plan in snapshot.plans { data.plans[plan.clientID, default: []].append(plan) }
    return (snapshot, data, SampleProgram.now(in: snapshot, on: date))
  }

  @Test(
    arguments: [
      (1, 1, "2026-03-11"), (3, 30, "2026-03-10"), (24, 6, "2026-03-11"), (40, 8, "2026-03-15"),
      (60, 52, "2026-11-05"), (120, 10, "2026-03-13"),
    ]
  )
  func `every service of the last two weeks has one, and none is owed but co-signatures`(
    clients: Int,
    weeks: Int,
    day: String
  ) throws {
    let (snapshot, data, now) = try program(clients, weeks, on: day)
    let due = data.dueNotes(at: now, templates: SampleTemplates.all)
    #expect(due.allSatisfy { $0.status == .awaitingCosign })
    #expect(snapshot.notes.count == data.noteOccasions(at: now).count)
    #expect(Set(snapshot.notes.map(\.note.id)).count == snapshot.notes.count)
    let from = try #require(snapshot.ruleSets.first?.notesFrom)
    let today = try #require(CalendarDate(day))
    #expect(CalendarDate.days(from: from, to: today) <= 13)
    #expect(snapshot.notes.allSatisfy { $0.note.service.date >= from })
  }

  @Test func `they are sound`() throws {
    let (snapshot, data, now) = try program(80, 12)
    #expect(snapshot.notes.count > 400)
    for record in snapshot.notes {
      let note = record.note
      let author = try #require(data.staff[note.signature.by])
      #expect(note.needsCosign == author.requiresCosign)
      #expect(note.startedAt <= note.signature.at && note.signature.at <= now)
      #expect(!note.sections.isEmpty)
      #expect((note.kind == .group) == !note.shared.isEmpty)
      if note.kind != .noShow { #expect(!note.objectives.isEmpty) }
      for event in record.events {
        #expect(event.signature.by == author.supervisorID)
        #expect(event.signature.at <= now)
      }
    }
    let times = snapshot.notes.map(\.note.signature.at)
    #expect(times == times.sorted())
    let kinds = Set(snapshot.notes.map(\.note.kind))
    #expect(kinds == [.group, .individual, .noShow])
    let statuses = Set(snapshot.notes.map(\.status))
    #expect(statuses.isSuperset(of: [.signed, .cosigned]))
  }

  @Test func `everybody has a plan for each stay`() throws {
    let (snapshot, data, _) = try program(60, 20)
    let date = try #require(CalendarDate(Self.today))
    #expect(snapshot.plans.count == snapshot.episodes.count)
    #expect(Set(snapshot.plans.map(\.episodeID)) == Set(snapshot.episodes.map(\.id)))
    for episode in snapshot.episodes where episode.dischargedOn == nil {
      let plan = try #require(data.plan(of: episode.clientID, on: date))
      #expect(plan.objectives.count == 4)
      #expect(plan.nextReviewDue.map { date < $0 } == true)
    }
    let ids = snapshot.plans.flatMap { $0.objectives.map(\.id.rawValue) + [$0.id.rawValue] }
    #expect(Set(ids).count == ids.count)
  }

  @Test(arguments: [UInt64.min, 7, .max])
  func `nobody is named in them`(seed: UInt64) throws {
    let (snapshot, _, _) = try program(250, 12, seed: seed)
    let guardian = NameGuard(others: snapshot.clients, own: nil)
    var texts: Set<String> = []
    for record in snapshot.notes {
      texts.formUnion((record.note.sections + record.note.shared).map(\.text))
    }
    for plan in snapshot.plans {
      texts.formUnion(plan.problems.map(\.statement) + plan.goals.map(\.text))
      texts.formUnion(plan.objectives.map(\.text))
    }
    #expect(texts.count > 50)
    for text in texts { #expect(guardian.findings(in: text) == [], "\(text)") }
  }

  @Test func `the same seed writes the same notes`() throws {
    let first = try program(30, 8).snapshot
    #expect(try program(30, 8).snapshot.notes == first.notes)
    #expect(try program(30, 8, seed: 8).snapshot.notes != first.notes)
  }
}
