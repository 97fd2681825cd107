import TerminalCore

/// The keys of a form.
extension HintList {
  /// Those with a place in the hint bar.
  static func hints(of form: Form) -> [Hint] {
    var hints = doing(form)
    switch form.field.kind {
    case .text, .longText, .lines, .language, .secret, .date, .time, .number, .weekdays, .zone,
      .hours:
      break
    case .choice: hints.append(Hint("Left/Right", "choose"))
    case .choices: hints += [Hint("Space", "choose"), Hint("Left/Right", "along")]
    case .pick: hints.append(Hint("Space", "search"))
    }
    return hints + asking(form) + [Hint("Up/Down", "move")]
  }

  /// Every key that acts in the field under the cursor, but for Esc, which stands last.
  static func keys(of form: Form, in keymap: Keymap) -> [Hint] {
    doing(form) + asking(form) + moving(form) + filling(form.field)
      + everywhere.map { command in
        let keys = keymap.bindings.first {
          $0.context == .everywhere && $0.command == command
        }?.keys
        return Hint(HelpList.spoken(keys ?? []), command.info.title)
      }
  }

  /// The commands whose keys act over every prompt.
  static let everywhere: [Command] = [.palette, .redraw, .fullNames, .blank, .hide, .quit]

  private static func doing(_ form: Form) -> [Hint] {
    let enter =
      form.field.kind.isLong
      ? "new line" : form.cursor < form.fields.count - 1 ? "next" : "keep"
    return [Hint("Enter", enter), Hint("Ctrl-S", "keep")]
      + (form.field.id == .topics ? [Hint("Ctrl-T", "ready ones")] : [])
  }

  private static func asking(_ form: Form) -> [Hint] {
    var hints: [Hint] = []
    switch form.purpose {
    case .booking, .enrollment: hints.append(Hint("Ctrl-F", "next free"))
    default: break
    }
    if form.isDraft { hints.append(Hint("Ctrl-N", "empty it")) }
    return hints
  }

  private static func moving(_ form: Form) -> [Hint] {
    let isLong = form.field.kind.isLong
    let rows = isLong ? "line, then field before, after" : "field before, after"
    return [
      Hint("Up/Down", rows), Hint("Tab/Shift-Tab", "field after, before"),
      Hint("PgUp/PgDn", "first field, last field"),
    ]
  }

  private static func filling(_ field: FormField) -> [Hint] {
    switch field.kind {
    case .choice:
      let none = field.isRequired ? [] : [Hint("Backspace/Del", "none of them")]
      return [
        Hint("Left/Right", "the one before, after"), Hint("Space", "the next one"),
        Hint("Home/End", "the first, the last"),
        Hint("Letters", "the next one that begins with it"),
      ] + none
    case .choices:
      return [
        Hint("Left/Right", "along them"), Hint("Home/End", "to the first, the last"),
        Hint("Space", "choose, or take the choice back"),
      ]
    case .pick(_, let isMany):
      return [
        Hint("Space", "search"), Hint("Letters", "search for what begins with it"),
        Hint("Backspace/Del", isMany ? "takes the last one off" : "empties it"),
      ]
    case .secret: return typing(isLong: false)
    case .longText, .lines: return typing(isLong: true) + copying
    case .text, .language, .date, .time, .number, .weekdays, .zone, .hours:
      return typing(isLong: false) + copying
    }
  }

  private static func typing(isLong: Bool) -> [Hint] {
    [
      Hint("Letters", "type"), Hint("Left/Right", "move"),
      Hint("Ctrl-Left/Right", "word before, after"),
      Hint("Home/End", "start, end; also Ctrl-A, Ctrl-E"),
      Hint("Backspace/Del", "delete before, after"),
      Hint("Ctrl-W", "deletes the word before"),
    ] + (isLong ? [] : [Hint("Ctrl-U", "deletes everything")]) + [
      Hint("Ctrl-K", "begin a selection, or end it"),
      Hint("Shift-Left/Right", "select; also Shift-Home, Shift-End"),
      Hint("Ctrl-Z/Y", "undo, redo in this field"),
    ]
  }

  private static let copying = [
    Hint("Ctrl-C/X/V", "copy, cut, paste what is selected")
  ]
}
