import Domain
import TerminalCore

/// The first screen, where there is no program yet.
extension AppState {
  mutating func handleInFirstRun(_ key: Key) -> [Effect] {
    guard let command = Keymap.standard.command(for: key, in: .firstRun) else {
      say("Enter tries it, s sets up your own, ? shows the keys.", .question)
      return []
    }
    return run(command)
  }

  /// Asks for one part of a new program; what was typed for it before is there.
  mutating func askNewProgram(_ part: NewProgramPart, problem: String? = nil) {
    let (label, text, purpose): (String, String, LinePurpose) =
      switch part {
      case .name: ("name of the program", founding.name, .programName)
      case .zone: ("time zone, as America/New_York", founding.zone, .programZone)
      case .counselor: ("you: name, credentials", founding.counselor, .firstCounselor)
      }
    let number = [.name, .zone, .counselor].firstIndex(of: part).map { $0 + 1 } ?? 1
    var line = LinePrompt(
      title: "Your own program, \(number) of 3",
      label: label,
      line: TextField(text, isSelected: true),
      purpose: purpose
    )
    line.problem = problem
    prompt = .line(line)
  }

  /// Takes what was typed for a part and asks for the next one, or makes the program.
  mutating func answerNewProgram(_ part: NewProgramPart, _ line: LinePrompt) -> [Effect] {
    keep(line, of: part)
    guard line.line.text.hasWords else {
      let what = part == .zone ? "A time zone is needed." : "A name is needed."
      return refuse(line, what)
    }
    switch part {
    case .name: askNewProgram(.zone)
    case .zone:
      guard ProgramTimeZone.isValidIdentifier(founding.zone) else {
        return refuse(line, "A time zone has a name like America/Chicago or Europe/Berlin.")
      }
      askNewProgram(.counselor)
    case .counselor:
      prompt = nil
      return [.create(founding)]
    }
    return []
  }

  /// Esc: one question back; what was typed stays for the next time.
  mutating func leaveNewProgram(_ part: NewProgramPart, _ line: LinePrompt) {
    keep(line, of: part)
    switch part {
    case .name: prompt = nil
    case .zone: askNewProgram(.name)
    case .counselor: askNewProgram(.zone)
    }
  }

  private mutating func keep(_ line: LinePrompt, of part: NewProgramPart) {
    switch part {
    case .name: founding.name = line.line.text
    case .zone: founding.zone = line.line.text
    case .counselor: founding.counselor = line.line.text
    }
  }
}
