import Domain
import Glibc
import Support
import Testing

@testable import Storage

/// Any run of what an office enters, saved as it goes: reading it again gives the same.
///
/// `OFFICE_RUNS=40 swift test --filter RandomOffice` does 10,000 steps.
@Suite struct `Any run of administration on disk` {
  private static let runs = getenv("OFFICE_RUNS").flatMap { Int(String(cString: $0)) }

  @Test func `is the same when it is read again, and at the start when all is undone`() throws {
    for seed in 1...UInt64(Self.runs ?? 1) {
      let run = try SavedOffice(seed: seed)
      try run.work(steps: Self.runs == nil ? 120 : 250)
    }
  }
}

private final class SavedOffice {
  private let temporary = TemporaryFolder()
  private let folder: DataFolder
  private var run: RandomOffice
  private let start: [String: AnyHashable]
  private let seed: UInt64

  init(seed: UInt64) throws {
    let (office, snapshot) = Office.stored
    self.seed = seed
    start = office.content
    run = RandomOffice(seed: seed, office)
    _ = try DataFolder.create(
      at: temporary.path,
      snapshot: snapshot,
      durable: false,
      now: office.now
    )
    folder = try DataFolder.open(at: temporary.path)
    var data = folder.loadStanding()
    folder.loadWeek(.on(Office.monday), into: &data)
    #expect(Office.content(of: data) == start)
  }

  func work(steps: Int) throws {
    for step in 1...steps {
      if let change = try run.step() { try save(change) }
      if step % 40 == 0 { try compare("step \(step)") }
    }
    try compare("the end")
    while let change = try run.takeBack() { try save(change) }
    #expect(run.office.content == start, "seed \(seed)")
    try compare("all taken back")
  }

  private func save(_ change: Change) throws {
    for record in change.records {
      try folder.save(
        record,
        from: run.office.data,
        by: run.office.tb,
        at: run.office.now
      )
    }
  }

  /// A second window reads what this one has.
  private func compare(_ when: String) throws {
    let other = try DataFolder.open(at: temporary.path)
    var data = other.loadStanding()
    other.loadCaseload(into: &data)
    other.loadWeek(.on(Office.monday), into: &data)
    let office = run.office
    #expect(data.problems == [], "seed \(seed), \(when)")
    #expect(Office.content(of: data) == office.content, "seed \(seed), \(when)")
    let undo = UndoHistory(of: office.tb, on: office.today, in: data)
    #expect(undo.undoable.map(\.id) == office.undo.undoable.map(\.id), "seed \(seed), \(when)")
    #expect(other.check().problems == [], "seed \(seed), \(when)")
  }
}
