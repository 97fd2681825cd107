import Domain
import SampleData
import Support
import TerminalCore
import Testing

@testable import App

extension TestProgram {
  /// Wednesday's education group over, everyone marked, and C06 a no-show.
  static func finishedGroup() throws -> TestProgram {
    var program = try withNotes(at: "12:09")
    try program.press("<Enter> f n d")
    try #require(program.state.openSession?.state.status == .completed)
    return program
  }

  /// Writes whatever the group's shared text needs and goes back to the roster.
  mutating func writeShared() throws {
    try press("e <Tab> <Tab> <Type:The group spoke about sleep and strain.> <Esc>")
  }

  /// Fills what one's own part needs, from its first part on.
  mutating func writeOwn(_ words: String) throws {
    type(words)
    try press("<Tab> 3 <Tab> 1 <Tab> 1")
  }

  /// Scrolls the shown note to its end and signs with the PIN.
  mutating func sign(pin: String) throws {
    try press("<End> s")
    type(pin)
    try press("<Enter>")
  }

  mutating func select(_ mrn: String) throws {
    let rows = state.openSession?.rows ?? []
    let place = try #require(rows.firstIndex { state.data.clients[$0.clientID]?.mrn == mrn })
    try press(String(place + 1).map(String.init).joined(separator: " "))
  }

  mutating func sitDown(_ code: String) throws {
    let person = try #require(state.data.staff.values.first { $0.code == code })
    _ = state.begin(as: person.id)
    send(.ticked)
  }

  /// The codes of the clients who attended the open group, in roster order.
  var attended: [String] {
    (state.openSession?.rows ?? []).filter(\.status.isAttended).map { code($0.clientID) }
  }

  func code(_ client: ClientID?) -> String {
    client.flatMap { state.data.clients[$0]?.mrn } ?? ""
  }

  /// Whose note is open; empty for a shared text.
  var noteClient: String { code(state.note?.clientID) }
  var part: String? { state.note?.focusedPart?.key }

  func text(_ key: String) -> String { state.note?.current.content.text(key) ?? "" }

  /// What lies on disk of the open note's part.
  func kept(_ key: String) -> String? {
    state.note.flatMap { notes.drafts[$0.document] }?.content.text(key)
  }

  func ownDocument(_ mrn: String) throws -> NoteDocument {
    let session = try #require(state.openSession)
    let client = try #require(self.client(mrn))
    return .note(.note(of: client, service: session.id.rawValue))
  }

  var isSigning: Bool {
    if case .signing = state.prompt { true } else { false }
  }

  /// What a line is asked for now.
  var asked: LinePurpose? {
    if case .line(let line) = state.prompt { line.purpose } else { nil }
  }

  var question: Question? {
    if case .question(let question) = state.prompt { question } else { nil }
  }
}
