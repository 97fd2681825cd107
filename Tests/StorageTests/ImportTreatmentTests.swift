import Domain
import Storage
import Testing

@Suite struct `An import of treatment plans` {
  private static let plans = #"""
    mrn,problem,dimension,goal,objective,targetDate,from
    C01,Drinks after work,5,"""My evenings back""",Names three hours,2026-04-15,2026-02-01
    C01,Drinks after work,,"""My evenings back""",Calls one person,,
    C01,Sleeps badly,3,Sleep,Keeps a sleep log,,2026-02-01
    C02,Uses on weekends,,Weekends,Plans each Saturday,,
    """#

  @Test func `makes one plan of a client's rows`() throws {
    let found = try ImportFolder(["plans.csv": Self.plans]).read()
    #expect(found.plans.map(\.clientID) == [found.clients[0].id, found.clients[1].id])
    let plan = try #require(found.plans.first)
    #expect(plan.episodeID == found.episodes[0].id)
    #expect(plan.effectiveFrom == SampleProgram.day("2026-02-01"))
    #expect(plan.problems.map(\.statement) == ["Drinks after work", "Sleeps badly"])
    #expect(plan.problems.map(\.dimension) == [5, 3])
    #expect(plan.goals.map(\.text) == ["\"My evenings back\"", "Sleep"])
    #expect(
      plan.objectives.map(\.text) == ["Names three hours", "Calls one person", "Keeps a sleep log"]
    )
    #expect(plan.objectives.map(\.targetDate) == [SampleProgram.day("2026-04-15"), nil, nil])
    #expect(found.plans.last?.effectiveFrom == SampleProgram.day("2026-02-02"))
  }

  @Test func `ends the plan that was in force`() throws {
    let temporary = TemporaryFolder()
    let folder = try DataFolder.create(
      at: temporary.path,
      snapshot: try ImportFolder(["plans.csv": Self.plans]).read(),
      durable: false,
      now: SoundProgram.now
    )
    var files = ImportFolder.files.mapValues { _ in ImportFolder.absent }
    files["plans.csv"] = "mrn,problem,goal,objective,from\nC01,New,Goal,Step,2026-03-01\n"
    let addition = try ImportFolder(files).read(into: folder.readAll().0)
    try folder.add(addition, durable: false, at: SoundProgram.now)
    let found = folder.readAll().0
    let client = found.clients.first { $0.mrn == "C01" }?.id
    let plans = found.plans.filter { $0.clientID == client }
    #expect(plans.map(\.version) == [1, 2])
    #expect(plans.map(\.effectiveTo) == [SampleProgram.day("2026-02-28"), nil])
    #expect(folder.check().problems == [])
  }

  @Test(arguments: [
    ("C99,P,G,O,,", "column 1 (mrn): no client has the number \"C99\""),
    ("C03,P,G,O,,", "column 1 (mrn): the client has no open episode"),
    ("C01,,G,O,,", "column 2 (problem): it is empty, and has to be there"),
    ("C01,P,G,,,", "column 4 (objective): it is empty, and has to be there"),
    ("C01,P,G,O,7,", "column 5 (dimension): expected a number from 1 to 6, found \"7\""),
    ("C01,P,G,O,,2026-01-04", "column 6 (from): the client has no open episode on 2026-01-04"),
  ])
  func `names what is wrong with a row`(row: String, expected: String) {
    let text = "mrn,problem,goal,objective,dimension,from\n\(row)\n"
    #expect(
      ImportFolder(["plans.csv": text]).problems() == ["plans.csv, line 2, \(expected)"]
    )
  }

  @Test func `finds an objective that stands twice, and another beginning`() {
    let text = """
      mrn,problem,goal,objective,from
      C01,P,G,O,2026-02-01
      C01,P,G,O,
      C01,P,G,Q,2026-02-02
      """
    #expect(
      ImportFolder(["plans.csv": text]).problems() == [
        "plans.csv, line 3, column 4 (objective): it stands in this goal already",
        "plans.csv, line 4, column 5 (from): the client's plan begins on 2026-02-01 above",
      ]
    )
  }
}
