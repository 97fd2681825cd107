import Domain

/// One window of a trial with several, on the roster of the group that all of them have open.
final class TrialWindow {
  static let group = "Recovery Education — Day"
  /// The key for the first row: Home.
  static let firstRow = "\u{1B}[H"

  private let start: ProgramStart
  private let code: String
  private let day: CalendarDate
  /// Opens a sealed program; nil for a plain one.
  private let passphrase: String?
  private(set) var program: DrivenProgram
  /// What the last keys were to do; nil once it was looked at.
  private var pending: Work?
  private var statusBefore = ""

  private enum Work {
    case mark(Int, String)
    case quickLine(String)
    case undo
  }

  init(
    _ start: ProgramStart,
    of code: String,
    on day: CalendarDate,
    passphrase: String?
  ) throws(ToolError) {
    self.start = start
    self.code = code
    self.day = day
    self.passphrase = passphrase
    program = try DrivenProgram(start)
    try open()
  }

  /// Starts the program and goes to the roster.
  private func open() throws(ToolError) {
    program.begin()
    if let passphrase {
      try program.wait(for: "Passphrase")
      program.send(passphrase + "\r")
    }
    try program.wait(for: "F1 help")
    program.settle()
    leaveNote()
    if code != "TB" {
      program.send("*")
      // The status line may be about what others did.
      try program.wait(for: "Quill all")
    }
    for _ in 0..<12 where !isOnGroup {
      program.send("j")
      program.settle()
    }
    program.send("\r")
    // Where all windows wait for one lock, a note may open only now and take the key.
    for _ in 0..<3 where !program.comes("Attendance]") {
      leaveNote()
      program.send("\r")
    }
    try program.wait(for: "Attendance]")
    try program.wait(for: Self.group)
    statusBefore = status
  }

  /// Begins the session unless it goes on already.
  func begin() throws(ToolError) {
    guard !program.shows("LIVE") else { return }
    program.send("b")
    try program.wait(for: "LIVE")
    program.settle()
    statusBefore = status
  }

  /// A note in which it was killed opens by itself.
  private func leaveNote() {
    for _ in 0..<4 where program.shows("Esc back") {
      program.send("\u{1B}")
      program.settle(quiet: 60)
    }
  }

  private var isOnGroup: Bool {
    program.screen.lines.contains { $0.contains("Attendance: Recovery Education") }
  }

  /// Sends the keys of some work, without waiting for what becomes of it.
  ///
  /// - Parameters:
  ///   - kind: 0...99, which work.
  ///   - place: The row it is about, from 0.
  ///   - claims: Takes what shows at once.
  ///   - number: A text that nobody else types.
  func act(_ kind: Int, on place: Int, _ claims: inout Claims, _ number: Int) {
    statusBefore = status
    let row = "\(place + 1)"
    switch kind {
    case 0..<32:
      program.send(row + "n")
      pending = .mark(place, "No-show")
    case 32..<64:
      program.send(row + "p")
      pending = .mark(place, "Present")
    case 64..<72:
      program.send(row + "x\r")
      pending = .mark(place, "Excused")
    case 72..<84:
      // Only what the trial did: earlier changes are about other groups.
      guard claims.mayUndo(code) else { return }
      program.send("u")
      pending = .undo
    case 84..<96:
      // Ctrl-U empties the line.
      program.send(row + ",\u{15}w\(number)\r")
      pending = .quickLine("\(number)")
    default:
      guard code == "TB" else { return }
      note(row, number, &claims)
    }
  }

  /// Types a number into somebody's own part of the note, where no other window does.
  private func note(_ row: String, _ number: Int, _ claims: inout Claims) {
    program.send(row + "E")
    program.settle()
    guard !isOnRoster else { return }
    // The blank keeps it apart from what is typed there later.
    program.send("\(number) ")
    program.settle()
    let isTyped = program.screen.lines.contains { $0.contains("\(number)") }
    program.send("\u{1B}")
    program.settle()
    if isTyped, isOnRoster { claims.add(text: "\(number)") }
    if !isOnRoster { program.send("\u{1B}") }
  }

  /// Leaves a note that opened late, since the window was killed in it, and whatever else is open.
  func returnToRoster() {
    for _ in 0..<8 where !isOnRoster {
      let isOnGroups = program.shows("Enter open")
      program.send(isOnGroups ? "\r" : "\u{1B}")
      program.settle(quiet: 60)
    }
  }

  private var isOnRoster: Bool {
    program.screen.lines.last?.contains("Space present") == true
  }

  /// Waits until the window has done what it was given, and notes what it calls saved.
  func take(_ claims: inout Claims) {
    program.settle()
    look(&claims)
    // A question that came up (a reason, a repeated mark) is left again.
    if !isOnRoster { program.send("\u{1B}") }
  }

  private func look(_ claims: inout Claims) {
    defer { pending = nil }
    let words = status
    guard let pending, words.hasPrefix("Saved "), words != statusBefore else { return }
    switch pending {
    case .mark(let place, let mark):
      if words.contains("-> \(mark)"), !words.contains("ndone: ") {
        claims.add(mark: mark, of: place, on: day, by: code)
      }
    case .quickLine(let text):
      if words.contains("quick line kept") { claims.add(text: text) }
    case .undo: if words.contains("Undone: ") { claims.add(undoBy: code) }
    }
  }

  /// Ends it as a power cut would; what its screen had called saved counts.
  func kill(_ claims: inout Claims) {
    program.kill()
    look(&claims)
  }

  func restart() throws(ToolError) {
    program = try DrivenProgram(start)
    try open()
  }

  /// The line above the hints.
  private var status: String {
    let line = program.screen.lines.dropLast().last ?? ""
    return String(line.drop { $0 == " " })
  }

  /// The rows of the roster as they are shown.
  var table: [String] {
    program.screen.lines.filter { line in
      line.hasPrefix("│") && line.dropFirst(3).first?.isNumber == true
    }
  }
}
