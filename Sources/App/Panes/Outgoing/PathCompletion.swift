import Domain
import TerminalCore

/// How a path that was typed for an import may go on.
package struct PathCompletion: Equatable, Sendable {
  /// What stood there when it was asked for.
  package var typed: String
  /// The path as far as it is sure.
  package var text: String
  /// What it may go on with, in the last folder; those of folders end in a slash.
  package var names: [String]
  /// Why nothing is known.
  package var why: String?

  /// - Parameters:
  ///   - typed: What stood there when it was asked for.
  ///   - folder: Its part up to the last slash, with it.
  ///   - beginning: What is behind that.
  ///   - names: Those in the folder that begin so, perhaps in another case.
  package init(typed: String, folder: String, beginning: String, names: [String]) {
    self.typed = typed
    self.names = names
    let shared = Self.shared(by: names)
    text = folder + (shared.count < beginning.count ? beginning : shared)
  }

  package init(typed: String, why: String) {
    (self.typed, text, names, self.why) = (typed, typed, [], why)
  }

  /// What all of them begin with.
  private static func shared(by names: [String]) -> String {
    guard let first = names.first else { return "" }
    return names.dropFirst().reduce(first) { shared, name in
      String(zip(shared, name).prefix { $0 == $1 }.map(\.0))
    }
  }
}

extension AppState {
  /// Takes it into the prompt that it was asked for.
  mutating func take(_ completion: PathCompletion) {
    guard case .line(var line) = prompt, line.purpose == .importFrom,
      line.line.text == completion.typed
    else { return }
    if let why = completion.why { return sayAboutKey(why, .warning) }
    line.line = TextField(completion.text)
    line.problem = nil
    prompt = .line(line)
    switch completion.names.count {
    case 0:
      sayAboutKey(
        "Nothing there begins so: folders, .csv and .ics files are looked for.",
        .warning
      )
    case 1: break
    default: sayAboutKey(words(for: completion.names))
    }
  }

  /// As many names as the status line has room for, and how many more there are.
  private func words(for names: [String]) -> String {
    let room = size.columns - 2
    var shown = names.count
    while true {
      let rest = names.count - shown
      let words =
        names.prefix(shown).joined(separator: "  ")
        + (rest > 0 ? "  and \(rest) more" : "")
      if CellWidth.of(words) <= room || shown <= 1 { return words }
      shown -= 1
    }
  }
}
