// Data table: which keys mean which command, where.
package import TerminalCore

/// The one source of keys, hints, help, palette and the README's table.
package struct Keymap: Sendable {
  package let bindings: [Binding]
  private let commands: [Context: [Key: Command]]

  package init(bindings: [Binding]) {
    self.bindings = bindings
    var commands: [Context: [Key: Command]] = [:]
    for binding in bindings {
      for key in binding.keys { commands[binding.context, default: [:]][key] = binding.command }
    }
    self.commands = commands
  }

  /// The command of a key in a context or the nearest parent that binds it.
  package func command(for key: Key, in context: Context) -> Command? {
    for context in context.chain {
      if let command = commands[context]?[key] { return command }
    }
    return nil
  }

  /// Where else a key has a meaning: for the sentence about a wrong key.
  package func contexts(of key: Key) -> [(Context, Command)] {
    Context.allCases.compactMap { context in commands[context]?[key].map { (context, $0) } }
  }

  /// The first key of a command as it is said in help, from the nearest context.
  package func spokenKey(of command: Command, in context: Context) -> String? {
    for context in context.chain {
      if let binding = bindings.first(where: { $0.context == context && $0.command == command }),
        let key = binding.keys.first
      {
        return key.spoken
      }
    }
    return bindings.first { $0.command == command }?.keys.first?.spoken
  }

  package static let standard = Keymap(bindings: [
    Binding(.everywhere, "<F1>", .help, hint: 99),
    Binding(.everywhere, "<F2> <C-p>", .palette),
    Binding(.everywhere, "<F5>", .redraw),
    Binding(.everywhere, "<F8>", .fullNames),
    Binding(.everywhere, "<C-l>", .blank),
    Binding(.everywhere, "<C-q>", .quit),

    Binding(.list, "<Esc> q", .back, hint: 98),
    Binding(.list, "<Up> k", .up),
    Binding(.list, "<Down> j", .down),
    Binding(.list, "<Left> h", .left),
    Binding(.list, "<Right> l", .right),
    Binding(.list, "<Home>", .first),
    Binding(.list, "<End> G", .last),
    Binding(.list, "<PgUp>", .pageUp),
    Binding(.list, "<PgDn>", .pageDown),
    Binding(.list, "<Enter>", .open, hint: 2),
    Binding(.list, "? <F1>", .help),
    Binding(.list, ": <F2> <C-p>", .palette, hint: 60),
    Binding(.list, "/ <C-f>", .find, hint: 40),
    Binding(.list, "u <C-z>", .undo, hint: 50),
    Binding(.list, "U <C-y>", .redo),
    Binding(.list, "g", .goTo),
    Binding(.list, "[", .before),
    Binding(.list, "]", .after),
    Binding(.list, "!", .explain, hint: 41),
    Binding(.list, "<C-c>", .quitHint),

    Binding(.day, "<Tab>", .nextPane, hint: 1),
    Binding(.day, "<S-Tab>", .previousPane),
    Binding(.day, "z", .zoom, hint: 45),
    Binding(.day, "*", .mineOrAll, hint: 42),

    Binding(.groups, "b", .begin, hint: 10),
    Binding(.groups, "f", .finish, hint: 11),
    Binding(.groups, ".", .sessionMenu, hint: 12),
    Binding(.groups, "=", .groupTimes, hint: 13),
    Binding(.groups, "B", .breakTime),

    Binding(.individual, "p <Space>", .arrive, hint: 10),
    Binding(.individual, "t", .arriveLate, hint: 11),
    Binding(.individual, "n", .missed, hint: 12),
    Binding(.individual, "x .", .cancelAppointment, hint: 13),
    Binding(.individual, "=", .appointmentTimes, hint: 14),
    Binding(.individual, "f", .endAppointment, hint: 15),
    Binding(.individual, "- <BS>", .clearAppointment),

    Binding(.attendance, "<Space> p", .present, hint: 5),
    Binding(.attendance, "t", .late, hint: 6),
    Binding(.attendance, "d", .leftEarly, hint: 7),
    Binding(.attendance, "n", .noShow, hint: 8),
    Binding(.attendance, "x", .otherReason, hint: 9),
    Binding(.attendance, "i", .stepOut, hint: 21),
    Binding(.attendance, "v", .video, hint: 22),
    Binding(.attendance, ",", .quickLine, hint: 23),
    Binding(.attendance, "=", .times, hint: 24),
    Binding(.attendance, "- <BS>", .clear, hint: 26),
    Binding(.attendance, "#", .creditMinutes, hint: 31),
    Binding(.attendance, "A", .allTheRest, hint: 10),
    Binding(.attendance, "a", .walkIn, hint: 27),
    Binding(.attendance, "m", .select, hint: 28),
    Binding(.attendance, "M", .clearSelection),
    Binding(.attendance, "b", .begin),
    Binding(.attendance, "B", .breakTime, hint: 29),
    Binding(.attendance, "f", .finish, hint: 25),
    Binding(.attendance, ".", .sessionMenu, hint: 30),
    Binding(.attendance, "0 1 2 3 4 5 6 7 8 9", .digit),

    Binding(.week, "<lt>", .sortBefore, hint: 10),
    Binding(.week, "<gt>", .sortAfter, hint: 11),

    Binding(.firstRun, "<Enter>", .tryDemo),
    Binding(.firstRun, "s", .setUp),
    Binding(.firstRun, "? <F1>", .help),
    Binding(.firstRun, ": <F2> <C-p>", .palette),
    Binding(.firstRun, "<Esc> q", .back),
    Binding(.firstRun, "<C-c>", .quitHint),

    Binding(.text, "<Esc>", .back),
  ])
}
