import Domain
import Support
import Testing

@testable import App

@Suite struct `A place that clashes, in its form` {
  @Test func `says what is free, and takes it with one key`() throws {
    var program = try TestProgram.demo()
    try program.press("g r")
    var group = try #require(program.state.data.groups.values.first { $0.code == "G01" })
    let enrolled = Set(group.enrollments.map(\.clientID))
    let client = try #require(
      program.state.data.activeClients.first {
        enrolled.contains($0.id) && program.state.openStay(of: $0.id) != nil
      }
    )
    // The same kind at the time of the client's own group, and one at another.
    for (code, start, end) in [("G90", "09:30", "10:00"), ("G91", "15:00", "16:00")] {
      group = GroupSeries(
        id: .of(code),
        code: code,
        title: "Another",
        type: .known(.recreationActivity),
        weekdays: group.weekdays,
        start: .at(start),
        end: .at(end),
        effectiveFrom: .on("2026-03-02"),
        leadID: group.leadID
      )
      program.state.data.groups[group.id] = group
    }
    program.state.prompt = .form(
      program.state.enrollmentForm(client.id, in: GroupID.of("G90"), nil)
    )
    try program.press("<C-s>")
    #expect(program.form?.field.id == .reason)
    #expect(program.state.status.text.hasPrefix("Free: G91 "), "\(program.state.status.text)")
    try program.press("<C-f>")
    #expect(program.form?.fields.first?.chosen.map(\.id) == [GroupID.of("G91").rawValue])
    #expect(program.form?.fields.contains { $0.id == .reason } == false)
    try program.press("<C-s>")
    #expect(program.form == nil, "\(program.form?.problem ?? "")")
    let places = program.state.data.groups[.of("G91")]?.enrollments ?? []
    #expect(places.map(\.clientID) == [client.id])
  }
}
