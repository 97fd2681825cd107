import App
import Domain
import SampleData
import TerminalCore

extension TestProgram {
  /// The demo with its plans, notes and drafts, also on the desk's disk.
  package static func withNotes(
    at time: String = "10:52",
    as code: String = "TB"
  ) throws -> TestProgram {
    let snapshot = try DemoNotebook.snapshot.get()
    let now = snapshot.program.zone.instant(Demo.date, .at(time))
    var program = TestProgram(snapshot, now: now, counselor: code)
    for draft in snapshot.drafts { program.notes.drafts[draft.document] = draft }
    for record in snapshot.notes { program.notes.records[record.note.id] = record }
    program.state.templates = SampleTemplates.all
    program.send(.ticked)
    return program
  }
}

private enum DemoNotebook {
  static let snapshot = Result {
    var snapshot = Demo.snapshot(zone: try TestZone.newYork())
    Demo.addNotes(to: &snapshot)
    return snapshot
  }
}
