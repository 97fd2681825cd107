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

  mutating func askProgramName() {
    prompt = .line(
      LinePrompt(
        title: "Your own program, 1 of 3",
        label: "name of the program",
        purpose: .programName
      )
    )
  }

  mutating func answerSetUp(_ line: LinePrompt) -> [Effect] {
    let text = line.line.text
    guard !text.allSatisfy(\.isWhitespace) else { return refuse(line, "A name is needed.") }
    switch line.purpose {
    case .programName:
      prompt = .line(
        LinePrompt(
          title: "Your own program, 2 of 3",
          label: "time zone, as America/New_York",
          purpose: .programZone(name: text)
        )
      )
    case .programZone(let name):
      guard ProgramTimeZone.isValidIdentifier(text) else {
        return refuse(line, "A time zone has a name like America/Chicago or Europe/Berlin.")
      }
      prompt = .line(
        LinePrompt(
          title: "Your own program, 3 of 3",
          label: "you: name, credentials",
          purpose: .firstCounselor(name: name, zone: text)
        )
      )
    case .firstCounselor(let name, let zone):
      prompt = nil
      return [.create(NewProgram(name: name, zone: zone, counselor: text))]
    case .findInNote, .lateReason, .pin, .newPIN, .repeatPIN, .because, .rowTimes,
      .markTime, .groupTimes, .creditMinutes, .appointmentTimes, .newTime, .quickLine, .goToDate,
      .find:
      break
    }
    return []
  }
}
