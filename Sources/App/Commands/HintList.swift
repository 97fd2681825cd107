import Domain
import TerminalCore

/// What the hint bar can say: keys with at most two words each.
package enum HintList {
  package struct Hint: Hashable, Sendable {
    package var key: String
    package var words: String

    package init(_ key: String, _ words: String) {
      self.key = key
      self.words = words
    }
  }

  /// The keys that act now, the most useful first; those that are pinned are left out.
  package static func flowing(of state: AppState) -> [Hint] {
    if let prompt = state.prompt { return own(of: prompt) }
    if state.screen == .firstRun {
      return [Hint(state.said(.tryDemo), "try it"), Hint(state.said(.setUp), "set up")]
    }
    return bound(in: state.contextBelowPrompt, of: state.keymap)
      .filter { $0.command != .help && $0.command != .back && state.hasUse(of: $0.command) }
      .compactMap { hint(of: $0) }
  }

  /// The ways back and to help, which stand at the right end and are never left out.
  package static func pinned(of state: AppState) -> [Hint] {
    if let prompt = state.prompt {
      let back = wayBack(from: prompt, in: state)
      if case .help = prompt { return [back] }
      return [back, Hint("F1", "help")]
    }
    if state.screen == .firstRun { return [Hint("q", "leave"), Hint("F1", "help")] }
    let shown: [Command] = state.isAtRoot ? [.help] : [.back, .help]
    let bindings = bound(in: state.contextBelowPrompt, of: state.keymap)
    return shown.compactMap { command in
      bindings.first { $0.command == command }.flatMap { hint(of: $0) }
    }
  }

  /// The bindings with a place in the bar, in its order, each command once.
  private static func bound(in context: Context, of keymap: Keymap) -> [Binding] {
    let chain = context.chain
    var seen: [Command] = []
    var keys: [Key] = []
    return keymap.inHintBar.filter { binding in
      guard chain.contains(binding.context), !seen.contains(binding.command),
        let key = binding.keys.first, !keys.contains(key)
      else { return false }
      seen.append(binding.command)
      keys.append(key)
      return true
    }
  }

  private static func hint(of binding: Binding) -> Hint? {
    guard let key = binding.keys.first, let words = binding.command.info.hint else { return nil }
    return Hint(key.spoken, words)
  }

  /// Every key of a prompt, for help.
  static func keys(of prompt: Prompt, in state: AppState) -> [Hint] {
    var hints = own(of: prompt)
    switch prompt {
    case .form(let form): hints = keys(of: form, in: state.keymap)
    case .line, .palette, .help, .pick:
      hints += [
        Hint("Letters", "type"), Hint("Left/Right", "move; with Ctrl by words"),
        Hint("Home/End", "start, end; also Ctrl-A, Ctrl-E"),
        Hint("Ctrl-W", "deletes the word before"), Hint("Ctrl-U", "deletes everything"),
      ]
    case .menu, .question: hints.append(Hint("Letters", "the one with that letter"))
    case .text, .theme, .signing, .versions, .spelling: break
    }
    return hints + [wayBack(from: prompt, in: state)]
  }

  private static func own(of prompt: Prompt) -> [Hint] {
    let choose = Hint("Up/Down", "choose")
    switch prompt {
    case .palette: return [Hint("Enter", "do it"), choose]
    case .help: return [Hint("Enter", "run it"), choose, Hint("Letters", "search")]
    case .menu: return [Hint("Enter", "choose"), Hint("Up/Down", "move")]
    case .line(let line):
      let tab = line.purpose == .importFrom ? [Hint("Tab", "complete")] : []
      return [Hint("Enter", enterWords(line.purpose))] + tab
    case .question: return [Hint("Enter", "choose"), Hint("Left/Right", "other")]
    case .pick(let pick): return [Hint("Enter", enterWords(pick.purpose)), Hint("Up/Down", "move")]
    case .form(let form): return hints(of: form)
    case .text: return [Hint("Up/Down", "scroll"), Hint("PgDn", "page")]
    case .theme:
      return [
        Hint("Enter", "keep"), Hint("Up/Down", "try"), Hint("1-4", "colours"), Hint("b", "borders"),
      ]
    case .versions:
      return [
        Hint("b", "bring back"), Hint("Left/Right", "older, newer"), Hint("n", "next change"),
      ]
    case .spelling:
      return [
        Hint("1-9", "replace"), Hint("0", "ignore"), Hint("+", "my words"), Hint("F7", "next"),
      ]
    case .signing(let signing):
      let back = signing.matter.isCosignature ? [Hint("r", "return")] : []
      let sign = [Hint("Space", "read on"), Hint("s", "sign")]
      return sign + back + [Hint("Right", "other")]
    }
  }

  private static func enterWords(_ purpose: LinePurpose) -> String {
    switch purpose {
    case .because, .rowTimes, .markTime, .cameBack, .groupTimes, .creditMinutes,
      .appointmentTimes, .quickLine, .find:
      "keep"
    case .newTime: "move it"
    case .goToDate, .lateService, .audit, .past: "go there"
    case .emergency: "open"
    case .importFrom: "look"
    case .newNote: "write it"
    case .noteTime: "keep"
    case .findInNote: "find"
    case .lateReason, .newPIN: "go on"
    case .pin, .repeatPIN: "sign"
    }
  }

  private static func enterWords(_ purpose: PickPurpose) -> String {
    switch purpose {
    case .walkIn: "add"
    case .counselor, .topic, .field: "choose"
    }
  }

  private static func wayBack(from prompt: Prompt, in state: AppState) -> Hint {
    switch prompt {
    case .palette, .help, .text, .versions: return Hint("Esc", "close")
    case .theme: return Hint("Esc", "undo")
    case .line(let line): return Hint("Esc", line.purpose == .find ? "show all" : "back")
    case .pick(let pick):
      let isStart = pick.purpose == .counselor && state.staffID == nil
      return isStart ? Hint("Ctrl-Q", "quit") : Hint("Esc", "back")
    case .form: return Hint("Esc", "later")
    case .signing: return Hint("Esc", "not yet")
    case .menu, .question, .spelling: return Hint("Esc", "back")
    }
  }
}

extension AppState {
  /// Whether Esc has nowhere to go back to.
  private var isAtFirstPane: Bool {
    day.focus == .groups && !day.isZoomed && attendance.selected.isEmpty && day.backTo == nil
  }

  package var isAtRoot: Bool { screen == .day && isAtFirstPane }
}
