import Domain
import Testing

@testable import Storage

@Suite struct `A program's folder` {
  @Test func `gives back everything that was put in`() throws {
    let temporary = TemporaryFolder()
    let snapshot = try SampleProgram.snapshot()
    let made = try DataFolder.create(
      at: temporary.path,
      snapshot: snapshot,
      durable: false,
      now: SampleProgram.at("14:52:00")
    )
    let (found, problems) = try DataFolder.open(at: made.path).readAll()
    #expect(problems == [])
    #expect(found.program == snapshot.program)
    #expect(found.ruleSets == snapshot.ruleSets)
    #expect(found.rooms == snapshot.rooms)
    #expect(found.calendar == snapshot.calendar)
    #expect(found.staff == snapshot.staff)
    #expect(found.groups == snapshot.groups)
    #expect(found.clients == snapshot.clients)
    #expect(found.episodes == snapshot.episodes)
    #expect(found.plans == snapshot.plans)
    #expect(found.notes == snapshot.notes)
    #expect(found.drafts == snapshot.drafts)
    #expect(found.sessions == snapshot.sessions)
    #expect(found.appointments == snapshot.appointments)
  }
}
