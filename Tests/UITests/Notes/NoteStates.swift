import App
import Domain
import SampleData
import Support
import TerminalCore
import Testing

/// The note screen and the to-do screen as a counselor meets them in the demo.
enum NoteStates {
  static let names = [
    "own", "shared", "individual", "signed", "late", "reading", "returned", "versions", "signing",
    "addendum", "to-do", "to-do-lead",
  ]

  static func state(_ name: String, _ size: Size) throws -> AppState {
    var program = try program(of: name, size)
    switch name {
    case "own": try writeOwn(&program)
    case "shared":
      try program.press("<Enter> f n d e <Tab> <Tab> <Type:The group spoke about sleep.>")
    case "individual", "signing":
      try program.press("g q <Enter>")
      if name == "signing" { try program.press("<Type:Call the sponsor on Saturday.> <F4>") }
    case "signed": try program.press("[ [ <Enter> E")
    case "late":
      program.now = program.now.adding(minutes: 4 * 24 * 60)
      try program.press("g q <Enter>")
    case "reading": try openOf(.group, &program)
    case "returned": try openOf(.individual, &program)
    case "versions": try showVersions(&program)
    case "addendum": try program.press("[ [ <Enter> E a <Type:The client telephoned at noon.>")
    case "to-do": try program.press("g q <Down>")
    default: try program.press("g q")
    }
    return program.state
  }

  private static func program(of name: String, _ size: Size) throws -> TestProgram {
    let code =
      switch name {
      case "individual", "signing", "returned", "to-do", "versions": "NP"
      case "to-do-lead", "reading": "MQ"
      default: "TB"
      }
    let isOver = name == "own" || name == "shared"
    var program = try TestProgram.withNotes(at: isOver ? "12:09" : "10:52", as: code)
    program.send(.resized(size))
    return program
  }

  private static func writeOwn(_ program: inout TestProgram) throws {
    try program.press("<Enter> f n d e <Tab> <Tab> <Type:The group spoke about sleep.> <Esc> 1 E")
    try program.press("<Type:Client named the night shift as the hardest time of the week>")
    try program.press(
      "<Type: and asked the group how others get through it.> <Tab> 3 <Tab> 1 <Tab>"
    )
    program.send(.draftDue)
  }

  /// Opens the first due note of a kind that waits for a co-signature, or that came back.
  private static func openOf(_ kind: NoteKind, _ program: inout TestProgram) throws {
    try program.press("g q")
    let row = program.state.toDoRows.first { row in
      row.first.kind == kind
        && (row.first.status == .awaitingCosign || row.first.status == .returned)
    }
    program.state.toDo.cursor = try #require(row).id
    try program.press("<Enter>")
  }

  private static func showVersions(_ program: inout TestProgram) throws {
    try program.press("g q <Enter>")
    var draft = try #require(program.state.note?.current)
    draft.content.setText("Call the sponsor on Saturday and the spouse.", of: "plan")
    program.notes.versions[draft.document] = [
      NoteVersion(number: 1, at: program.now.adding(seconds: -300), draft: draft)
    ]
    try program.press("<Type:Call the sponsor on Sunday and the spouse before six.>")
    program.send(.draftDue)
    try program.press("<F2> <Type:older versions> <Enter>")
  }
}
