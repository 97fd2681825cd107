import Domain
import SampleData
import Testing

@Suite struct `A made-up program` {
  let zone: ProgramTimeZone

  init() throws { zone = try newYork() }

  private func program(
    _ clients: Int,
    _ weeks: Int,
    seed: UInt64 = 7,
    on day: String = "2026-03-11"
  ) throws -> ProgramSnapshot {
    SampleProgram.snapshot(
      seed: seed,
      clients: clients,
      weeks: weeks,
      zone: zone,
      lastDay: try #require(CalendarDate(day))
    )
  }

  @Test(
    arguments: [
      (1, 1, "2026-03-11"), (1, 1, "2026-03-09"), (2, 1, "2026-03-14"), (3, 30, "2026-03-10"),
      (24, 6, "2026-03-11"), (40, 8, "2026-03-15"), (60, 52, "2026-11-05"),
      (120, 10, "2026-03-13"), (150, 3, "2027-01-01"),
    ]
  )
  func `every size keeps the invariants`(clients: Int, weeks: Int, day: String) throws {
    let snapshot = try program(clients, weeks, on: day)
    let now = SampleProgram.now(in: snapshot, on: try #require(CalendarDate(day)))
    #expect(snapshot.clients.count == clients)
    #expect(SnapshotFlaws(of: snapshot, now: now).found.prefix(5) == [])
    #expect(HistoryFlaws(of: snapshot).found.prefix(5) == [])
  }

  @Test func `years of it are sound too`() throws {
    let snapshot = try program(500, 260)
    let now = SampleProgram.now(in: snapshot, on: try #require(CalendarDate("2026-03-11")))
    #expect(SnapshotFlaws(of: snapshot, now: now).found.prefix(5) == [])
  }

  @Test(arguments: [UInt64.min, 1, 2, 3, .max])
  func `every seed keeps the invariants`(seed: UInt64) throws {
    let snapshot = try program(70, 20, seed: seed)
    let now = SampleProgram.now(in: snapshot, on: try #require(CalendarDate("2026-03-11")))
    #expect(SnapshotFlaws(of: snapshot, now: now).found.prefix(5) == [])
    #expect(HistoryFlaws(of: snapshot).found.prefix(5) == [])
  }

  @Test func `the same seed makes the same program, another seed another`() throws {
    #expect(try program(30, 8) == program(30, 8))
    #expect(try program(30, 8) != program(30, 8, seed: 8))
  }

  @Test func `about nine in ten places are attended, and all kinds of marks occur`() throws {
    let rows = try program(200, 30).sessions.flatMap(\.rows)
    let expected = rows.filter { $0.status != .onLeave && $0.status != .expected }
    let present = expected.filter { $0.status == .present }
    #expect((84...92).contains(present.count * 100 / expected.count))
    let kinds = Set(rows.map(\.status.stored))
    #expect(
      kinds.isSuperset(of: [
        "expected", "present", "late", "left_early", "late_left_early", "excused", "no_show",
        "cancelled_client", "on_leave", "not_admitted", "removed",
      ])
    )
  }

  @Test func `people are discharged, come back, go on leave and to aftercare`() throws {
    let snapshot = try program(200, 40)
    let episodes = snapshot.episodes
    #expect(episodes.contains { $0.dischargedOn != nil })
    #expect(episodes.contains { !$0.leaves.isEmpty })
    #expect(episodes.contains { $0.levels.contains { $0.level == "1.5" } })
    #expect(episodes.contains { $0.levels.contains { $0.reason == .known(.transitionTaper) } })
    let clients = Dictionary(grouping: episodes, by: \.clientID)
    #expect(clients.values.contains { $0.count > 1 })
    #expect(clients.count == 200)
  }

  @Test func `today's first group runs, and two marks are missing`() throws {
    let snapshot = try program(24, 6)
    let today = try #require(CalendarDate("2026-03-11"))
    let now = SampleProgram.now(in: snapshot, on: today)
    #expect(zone.local(now).time == TimeOfDay("09:12"))
    let live = snapshot.sessions.filter { $0.state.status == .inProgress }
    #expect(live.count >= 1)
    for session in live {
      #expect(session.serviceDate == today)
      #expect(session.rows.filter(\.status.isUnmarked).count == 2)
    }
    let entries = snapshot.sessions.flatMap { $0.history.map(\.at) }
    #expect(entries.allSatisfy { $0 <= now })
  }

  @Test func `there are three staff for a small program and more for a large one`() throws {
    #expect(try program(24, 20).staff.count == 3)
    let large = try program(300, 10)
    #expect(large.staff.count >= 18)
    #expect(large.staff.count.isMultiple(of: 3))
  }

  @Test func `some names are wide, right to left, combining or sixty characters long`() throws {
    let names = try program(200, 10).clients.map(\.fullName)
    #expect(names.contains { $0.unicodeScalars.contains { $0.properties.isIdeographic } })
    #expect(names.contains { $0.unicodeScalars.contains { (0x590...0x6FF).contains($0.value) } })
    #expect(names.contains { $0.unicodeScalars.count > $0.count })
    #expect(names.contains { $0.count == 60 })
  }

  @Test func `codes count up with the admissions`() throws {
    let snapshot = try program(30, 8)
    #expect(snapshot.clients.map(\.mrn).prefix(2) == ["C0001", "C0002"])
    #expect(snapshot.clients.last?.mrn == "C0030")
    let order = snapshot.clients.compactMap { client in
      snapshot.episodes.first { $0.clientID == client.id }?.admittedOn
    }
    #expect(order == order.sorted())
  }
}
