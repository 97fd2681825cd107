import Domain
import Support
import Testing

@Suite struct `A ready-made week` {
  private func office(_ week: ReadyWeek) throws -> Office {
    var office = Office()
    var ids = IDMaker(seed: 5)
    let request = week.request(in: office.data, lead: office.tb, from: office.today, ids: &ids)
    try office.ask(request)
    return office
  }

  private func minutes(_ office: Office) -> Int {
    office.data.groups.values.reduce(0) { $0 + $1.lengthMinutes * $1.weekdays.count }
  }

  @Test func `has nine hours, in a room that nobody else has then`() throws {
    for week in [ReadyWeek.day, .evening] {
      let office = try self.office(week)
      #expect(office.data.groups.count == 2)
      #expect(office.data.rooms.count == 2)
      #expect(minutes(office) == 540)
      #expect(office.data.groups.values.allSatisfy { $0.roomID != nil })
    }
    let both = try self.office(.both)
    #expect(both.data.groups.values.map(\.code).sorted() == ["G01", "G02", "G03", "G04"])
    #expect(minutes(both) == 1080)
  }

  @Test func `begins on the day it is set up, and one undo takes all of it back`() throws {
    var office = try self.office(.day)
    #expect(office.data.sessions(on: office.today).count == 2)
    #expect(office.data.sessions(on: .on("2026-03-09")).isEmpty)
    try office.takeBack()
    #expect(office.data.groups.isEmpty && office.data.rooms.isEmpty)
    #expect(office.data.sessions(on: office.today).isEmpty)
    try office.doAgain()
    #expect(office.data.sessions(on: office.today).count == 2)
  }

  @Test func `uses a room that is there, and codes that aren't taken`() throws {
    var office = Office()
    try office.room("Cedar")
    try office.ask(.group(office.series("G01", "13:00", "14:00")))
    var ids = IDMaker(seed: 5)
    try office.ask(
      ReadyWeek.evening.request(in: office.data, lead: office.tb, from: office.today, ids: &ids)
    )
    #expect(office.data.rooms.values.map(\.name).sorted() == ["Cedar", "Office"])
    #expect(office.data.groups.values.map(\.code).sorted() == ["G01", "G02", "G03"])
  }

  @Test func `is set up by who may set up the program`() throws {
    var builder = ProgramBuilder()
    builder.snapshot.staff.append(
      Staff(id: .of("FD"), code: "FD", name: "Fay Desk", role: .known(.frontDesk))
    )
    var office = Office(builder)
    office.asker = .of("FD")
    var ids = IDMaker(seed: 5)
    let request = ReadyWeek.day.request(
      in: office.data,
      lead: office.tb,
      from: office.today,
      ids: &ids
    )
    #expect(throws: RuleViolation.self) { try office.ask(request) }
    #expect(office.data.groups.isEmpty)
  }
}
