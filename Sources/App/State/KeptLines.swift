import Domain
import TerminalCore

/// Lines in which words are typed: what is left, or killed, is there when the same is asked again.
///
/// Times, dates and what is looked for are typed again sooner than they are found; secrets are kept
/// nowhere.
extension AppState {
  /// Asks for a line, with what was typed into it before.
  mutating func ask(_ line: LinePrompt) {
    var line = line
    if let name = keptName(of: line), let text = keptForms.takeLine(name) {
      line.line = TextField(text, isSelected: true)
      say("What you typed before is back; typing replaces it.")
    }
    prompt = .line(line)
  }

  /// Keeps what was typed in a line that is left, or whose answer was refused.
  mutating func keepLine(_ line: LinePrompt) {
    if let typed = unfinished(line) { keptForms.lines[typed.form] = typed }
  }

  /// What is typed in lines that are open, or were left; by the names they are kept under.
  var unfinishedLines: [String: UnfinishedForm] {
    var lines = keptForms.lines
    for case .line(let line) in covered + [prompt].compactMap(\.self) {
      if let typed = unfinished(line) { lines[typed.form] = typed }
    }
    return lines
  }

  /// Nil where it is as it was when it opened, and for a line that is kept nowhere.
  private func unfinished(_ line: LinePrompt) -> UnfinishedForm? {
    let text = line.line.text
    guard text.hasWords, text != storedText(of: line), let name = keptName(of: line) else {
      return nil
    }
    return UnfinishedForm(
      id: "",
      form: name,
      words: line.purpose.keptWords,
      answers: [UnfinishedForm.Answer(field: KeptForms.lineField, content: [text], before: [""])]
    )
  }

  private func storedText(of line: LinePrompt) -> String? {
    guard case .quickLine(let session, let client) = line.purpose else { return nil }
    return data.sessions[session]?.row(of: client).map { QuickLineText.text(of: $0) }
  }

  /// What a line is kept under, by identifiers; nil for one that is kept nowhere.
  private func keptName(of line: LinePrompt) -> String? {
    switch line.purpose {
    case .quickLine(let session, let client): "line quick \(session) \(client)"
    case .because(let pending): "line because \(pending.subject.keptName)"
    case .emergency(let client): "line emergency \(client)"
    case .lateReason: note.map { "line late \($0.draft.document.rawValue)" }
    case .rowTimes, .markTime, .cameBack, .groupTimes, .creditMinutes, .appointmentTimes, .newTime,
      .goToDate, .find, .findInNote, .newNote, .noteTime, .lateService, .audit, .past,
      .importFrom, .pin, .newPIN, .repeatPIN:
      nil
    }
  }
}

extension LinePurpose {
  /// What a line is about, without a name.
  fileprivate var keptWords: String {
    if case .quickLine = self { "a quick line" } else { "a reason" }
  }
}

extension PromptSubject {
  fileprivate var keptName: String {
    switch self {
    case .session(let id): "\(id)"
    case .people(let id, let clients):
      ([id.rawValue] + clients.map(\.rawValue)).joined(separator: " ")
    case .appointment(let id): "\(id)"
    case .record(let record): record.keptName
    }
  }
}

extension RecordReference {
  fileprivate var keptName: String {
    switch self {
    case .session(let id): id.rawValue
    case .appointment(let id): id.rawValue
    case .client(let id): id.rawValue
    case .episode(let id): id.rawValue
    case .staff(let id): id.rawValue
    case .group(let id): id.rawValue
    case .followUp(let id): id.rawValue
    case .rooms: "rooms"
    case .calendar: "calendar"
    }
  }
}
