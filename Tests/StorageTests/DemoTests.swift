import Domain
import SampleData
import Testing

@testable import Storage

@Suite struct `The demo's folder` {
  @Test func `is sound, and gives back what was put in`() throws {
    let temporary = TemporaryFolder()
    let zone = try SystemZone.load("America/New_York")
    let demo = Demo.snapshot(zone: zone)
    let folder = try DataFolder.create(
      at: temporary.path,
      snapshot: demo,
      durable: false,
      now: Demo.now(zone: zone)
    )
    let report = folder.check()
    #expect(report.problems == [])
    let (found, problems) = folder.readAll()
    #expect(problems == [])
    #expect(Set(found.sessions) == Set(demo.sessions))
    #expect(Set(found.appointments) == Set(demo.appointments))
    #expect(Set(found.clients) == Set(demo.clients))
    #expect(Set(found.episodes) == Set(demo.episodes))
    #expect(Set(found.groups.map(\.sorted)) == Set(demo.groups.map(\.sorted)))
    #expect(folder.lastChangeAt() == Demo.now(zone: zone))
  }
}
