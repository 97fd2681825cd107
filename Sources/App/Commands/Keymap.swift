// Data table: which keys mean which command, where.
package import TerminalCore

/// The one source of keys, hints, help, palette and the README's table.
///
/// The bundled one is `standard`; what is in force, with a person's own keys, stands in the state.
package struct Keymap: Equatable, Sendable {
  package let bindings: [Binding]
  /// Those with a place in the hint bar, in its order.
  package let inHintBar: [Binding]

  /// The keys that mark on a roster, with the words of the hint bar; made once, since every frame
  /// of the day shows them.
  package let legend: [HintList.Hint]
  /// The same with whole phrases.
  package let longLegend: [HintList.Hint]

  package init(bindings: [Binding]) {
    self.bindings = bindings
    inHintBar = bindings.filter { $0.hintOrder != nil }
      .sorted { ($0.hintOrder ?? 0) < ($1.hintOrder ?? 0) }
    let marks = inHintBar.filter {
      $0.context == .attendance && $0.command != .openCard && !$0.keys.isEmpty
    }
    legend = marks.map { HintList.Hint($0.keys[0].spoken, $0.command.info.hint ?? "") }
    longLegend = marks.map { HintList.Hint($0.keys[0].spoken, $0.command.info.title) }
  }

  /// The command of a key in a context or the nearest parent that binds it.
  package func command(for key: Key, in context: Context) -> Command? {
    for context in context.chain {
      if let command = ownCommand(for: key, in: context) { return command }
    }
    return nil
  }

  /// A list of some dozens is faster made and quick enough to look through.
  private func ownCommand(for key: Key, in context: Context) -> Command? {
    bindings.last { $0.context == context && $0.keys.contains(key) }?.command
  }

  /// Where else a key has a meaning: for the sentence about a wrong key.
  package func contexts(of key: Key) -> [(Context, Command)] {
    Context.allCases.compactMap { context in
      ownCommand(for: key, in: context).map { (context, $0) }
    }
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
    return bindings.first { $0.command == command && !$0.keys.isEmpty }?.keys.first?.spoken
  }

  /// The first key that does a command here; nil where its keys do something else here, or nothing.
  func actingKey(of command: Command, in context: Context) -> String? {
    context.chain.lazy.flatMap { place in
      bindings.filter { $0.context == place && $0.command == command }.flatMap(\.keys)
    }
    .first { self.command(for: $0, in: context) == command }?.spoken
  }

  /// A command's key for a sentence: its first here, else how the list of commands has it.
  package func said(_ command: Command, in context: Context) -> String {
    if let key = spokenKey(of: command, in: context) { return key }
    return "\"\(command.info.hint ?? command.info.title)\" among the commands"
  }

  package static let standard = Keymap(bindings: [
    Binding(.everywhere, "<F1>", .help, hint: 99),
    Binding(.everywhere, "<F2> <C-p>", .palette),
    Binding(.everywhere, "<F5>", .redraw),
    Binding(.everywhere, "<F8>", .fullNames),
    Binding(.everywhere, "<C-l>", .blank),
    Binding(.everywhere, "<F12>", .hide),
    Binding(.everywhere, "<C-r>", .roomMode),
    Binding(.everywhere, "<C-q>", .quit),

    Binding(.everywhere, "<F9>", .closeDay),

    Binding(.list, "<Esc> q", .back, hint: 98),
    Binding(.list, "<Up> k", .up),
    Binding(.list, "<Down> j", .down),
    Binding(.list, "<Left> h", .left),
    Binding(.list, "<Right> l", .right),
    Binding(.list, "<Home>", .first),
    Binding(.list, "<End> G", .last),
    Binding(.list, "<PgUp>", .pageUp),
    Binding(.list, "<PgDn>", .pageDown),
    Binding(.list, "<Enter>", .open, hint: 4),
    Binding(.list, "? <F1>", .help),
    Binding(.list, ": <F2> <C-p>", .palette, hint: 60),
    Binding(.list, "/ <C-f>", .find, hint: 40),
    Binding(.list, "u <C-z>", .undo, hint: 50),
    Binding(.list, "U <C-y>", .redo),
    Binding(.list, "g", .goTo),
    Binding(.list, "c", .goToCalendar, hint: 46),
    Binding(.list, "+", .newNote),
    Binding(.list, "w", .writeOut),
    Binding(.list, "[", .before),
    Binding(.list, "]", .after),
    Binding(.list, "!", .explain, hint: 41),
    Binding(.list, "o", .outreach, hint: 47),
    Binding(.list, "<C-c>", .quitHint),

    Binding(.day, "<Tab>", .nextPane, hint: 1),
    Binding(.day, "<S-Tab>", .previousPane),
    Binding(.day, "z", .zoom, hint: 45),
    Binding(.day, "*", .mineOrAll, hint: 42),
    Binding(.day, "e", .openNote, hint: 35),
    Binding(.day, "E", .ownPart, hint: 36),

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
    Binding(.individual, "b", .book, hint: 16),

    Binding(.client, "<Enter>", .openCard, hint: 3),

    Binding(.attendance, "<Enter>", .openCard, hint: 3),
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

    Binding(.week, "b", .book, hint: 9),
    Binding(.week, "<lt>", .sortBefore, hint: 10),
    Binding(.week, "<gt>", .sortAfter, hint: 11),

    Binding(.clients, "a", .addRecord, hint: 10),
    Binding(.clients, "=", .changeRecord, hint: 11),
    Binding(.clients, "+", .enroll, hint: 12),
    Binding(.clients, "b", .book, hint: 13),
    Binding(.clients, ".", .recordMenu, hint: 9),
    Binding(.clients, "f", .onlyStage, hint: 15),
    Binding(.clients, "*", .mineOrAll, hint: 14),
    Binding(.clients, "<lt>", .sortBefore, hint: 42),
    Binding(.clients, "<gt>", .sortAfter, hint: 43),

    Binding(.card, "<Tab>", .nextPane, hint: 1),
    Binding(.card, "<S-Tab>", .previousPane),
    Binding(.card, "=", .changeRecord, hint: 10),
    Binding(.card, "+", .enroll, hint: 11),
    Binding(.card, "b", .book, hint: 12),
    Binding(.card, ".", .recordMenu, hint: 9),

    Binding(.calendar, "<Tab>", .nextPane, hint: 1),
    Binding(.calendar, "<S-Tab>", .previousPane),
    Binding(.calendar, "[", .before, hint: 10),
    Binding(.calendar, "]", .after, hint: 11),
    Binding(.calendar, "/ <C-f>", .goToDate, hint: 15),
    Binding(.calendar, "*", .mineOrAll, hint: 12),
    Binding(.calendar, "b", .book, hint: 13),
    Binding(.calendar, "=", .changeRecord, hint: 14),

    Binding(.setUp, "<Tab>", .nextPane, hint: 1),
    Binding(.setUp, "<S-Tab>", .previousPane),
    Binding(.setUp, "a", .addRecord, hint: 10),
    Binding(.setUp, "=", .changeRecord, hint: 11),
    Binding(.setUp, "+", .enroll, hint: 12),
    Binding(.setUp, ".", .recordMenu, hint: 13),

    Binding(.team, "p <Space>", .teamContinue, hint: 10),
    Binding(.team, "i", .teamStepUp, hint: 11),
    Binding(.team, "d", .teamStepDown, hint: 12),
    Binding(.team, "x", .teamDischarge, hint: 13),
    Binding(.team, "e", .teamExtra, hint: 14),
    Binding(.team, ".", .recordMenu, hint: 15),
    Binding(.team, "*", .mineOrAll, hint: 42),

    Binding(.toDo, "<Tab>", .nextPane, hint: 1),
    Binding(.toDo, "<S-Tab>", .previousPane),
    Binding(.toDo, "o", .outreach, hint: 11),
    Binding(.toDo, "s <F4>", .sign, hint: 10),
    Binding(.toDo, "m", .select, hint: 28),
    Binding(.toDo, "M", .clearSelection),

    Binding(.note, "<Esc>", .back, hint: 98),
    Binding(.note, "<Tab>", .nextPart, hint: 1),
    Binding(.note, "<S-Tab>", .previousPart),
    Binding(.note, "<C-Down>", .nextNote, hint: 3),
    Binding(.note, "<C-Up>", .previousNote),
    Binding(.note, "<F4>", .sign, hint: 2),
    Binding(.note, "<F6> <C-o>", .sidePane, hint: 6),
    Binding(.note, "<C-t>", .insertPhrase, hint: 7),
    Binding(.note, "<F7>", .spelling, hint: 8),
    Binding(.note, "<C-s>", .alreadySaved),

    Binding(.choice, "<Space>", .choose, hint: 4),
    Binding(.choice, "<Up>", .up),
    Binding(.choice, "<Down>", .down),
    Binding(.choice, "<Left>", .left),
    Binding(.choice, "<Right>", .right),
    Binding(.choice, "<Enter>", .nextPart),
    Binding(.choice, "0 1 2 3 4 5 6 7 8 9", .digit),

    Binding(.reading, "<Tab> <C-Down>", .nextNote, hint: 3),
    Binding(.reading, "<S-Tab> <C-Up>", .previousNote),
    Binding(.reading, "a", .addendum, hint: 10),
    Binding(.reading, ".", .addToNote, hint: 14),
    Binding(.reading, "y", .copyText, hint: 12),
    Binding(.reading, "<F3>", .findNext),
    Binding(.reading, "<F6> <C-o>", .sidePane, hint: 13),
    Binding(.reading, "s <F4>", .sign, hint: 11),

    Binding(.firstRun, "<Enter>", .tryDemo),
    Binding(.firstRun, "s", .setUp),
    Binding(.firstRun, "? <F1>", .help),
    Binding(.firstRun, ": <F2> <C-p>", .palette),
    Binding(.firstRun, "<Esc> q", .back),
    Binding(.firstRun, "<C-c>", .quitHint),

    Binding(.text, "<Esc>", .back),
  ])
}
