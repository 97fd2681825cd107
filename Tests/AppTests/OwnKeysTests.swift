import Support
import TerminalCore
import Testing

@testable import App

@Suite struct `Keys of one's own` {
  /// Made of "place command: keys", a line each.
  static func own(_ text: String) -> OwnKeys {
    var lines: [KeyLine] = []
    for (number, line) in text.split(separator: "\n").enumerated() {
      let halves = line.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
      let words = halves[0].split(separator: " ").map(String.init)
      let keys = String(halves[1].drop { $0 == " " })
      lines.append(KeyLine(context: words[0], command: words[1], keys: keys, line: number + 1))
    }
    return OwnKeys(lines)
  }

  @Test func `take the place of all the keys a command had there`() {
    let own = Self.own(
      "attendance no-show: N F4\nattendance present: Space\neverywhere palette: F2"
    )
    #expect(own.problems == [])
    #expect(own.keymap.command(for: Key("N"), in: .attendance) == .noShow)
    #expect(own.keymap.command(for: .function(4), in: .attendance) == .noShow)
    #expect(own.keymap.command(for: Key("n"), in: .attendance) == nil)
    #expect(own.keymap.command(for: Key("p"), in: .attendance) == nil)
    #expect(own.keymap.command(for: Key("n"), in: .individual) == .missed)
    #expect(own.keymap.command(for: .control("p"), in: .note) == nil)
    #expect(own.keymap.spokenKey(of: .noShow, in: .attendance) == "N")
  }

  @Test func `may be exchanged`() {
    let own = Self.own("attendance late: n\nattendance no-show: t")
    #expect(own.problems == [])
    #expect(own.keymap.command(for: Key("n"), in: .attendance) == .late)
    #expect(own.keymap.command(for: Key("t"), in: .attendance) == .noShow)
  }

  @Test func `are written as help says them, or in the notation`() {
    let own = Self.own("list find: Ctrl-f <C-g> <lt>\ntodo sign: < s\nlist messages: F11 f11")
    #expect(own.problems.map(\.line) == [1])
    #expect(own.keymap.command(for: Key("<"), in: .toDo) == .sign)
    #expect(own.keymap.command(for: .function(11), in: .week) == .messages)
  }

  @Test func `can be none, where the commands have it`() {
    let own = Self.own("attendance video:\nlist undo:")
    #expect(own.problems == [])
    #expect(own.keymap.command(for: Key("v"), in: .attendance) == nil)
    var state = DemoState.day(columns: 80, rows: 24)
    state.keymap = own.keymap
    let lines = PaletteList.lines(of: state, query: "undo")
    #expect(lines.contains { $0.command == .undo && $0.key == nil })
    #expect(own.keymap.said(.undo, in: .attendance) == "\"undo\" among the commands")
  }

  @Test func `give a command without a key one in any list or note`() {
    let own = Self.own("list themes: F3\nnote older-versions: Ctrl-G\nattendance go-to-week: W")
    #expect(own.problems.map(\.line) == [1])
    #expect(own.keymap.command(for: .control("g"), in: .choice) == .olderVersions)
    #expect(own.keymap.command(for: Key("W"), in: .attendance) == .goToWeek)
    // What has its key in one place is among the commands of all the others as before.
    var state = DemoState.day(columns: 80, rows: 24)
    state.keymap = own.keymap
    #expect(PaletteList.lines(of: state, query: "week's hours").map(\.command) == [.goToWeek])
  }

  @Test(arguments: [
    ("attendence late: T", "\"attendence\" is no place; there are everywhere, list, day, "),
    ("attendance lat: T", "\"lat\" is no command; caseload keys --example has all of them."),
    (
      "attendance late: Ctrl",
      "\"Ctrl\" names no key (a letter as n, others as Enter, Ctrl-P, Shift-Tab, F4); late keeps t."
    ),
    ("attendance late: <Type:x>", "\"<Type:x>\" names no key"),
    ("attendance late: n", "n already means no-show in Attendance; late keeps t."),
    ("attendance late: c", "c already means go-to-calendar in every list; late keeps t."),
    ("list find: n", "n already means missed-appointment in Individual; find keeps /, Ctrl-F."),
    ("attendance late: Ctrl-H", "Ctrl-H is Backspace to a terminal; late keeps t."),
    ("attendance late: Ctrl-I", "Ctrl-I is Tab to a terminal"),
    ("attendance late: Ctrl-j", "Ctrl-J is Enter to a terminal"),
    ("attendance late: <C-m>", "Ctrl-M is Enter to a terminal"),
    ("attendance late: Ctrl-[", "Ctrl-[ is Esc to a terminal"),
    ("attendance late: Ctrl-1", "Ctrl-1 isn't sent by every terminal"),
    ("attendance late: Alt-x", "Alt keys don't arrive the same on every terminal"),
    ("attendance late: Shift-x", "Shift-x isn't sent as that; write the letter itself"),
    ("attendance late: F13", "F13 isn't sent by every terminal"),
    ("attendance late: Ctrl-Enter", "Ctrl-Enter isn't sent by every terminal"),
    ("attendance late: \u{200B}", "that character can't be seen"),
    ("attendance late: Esc", "Esc always means back; late keeps t."),
    ("note sign: F1", "F1 always means help; sign keeps F4."),
    ("week redo: Ctrl-L", "Ctrl-L always means blank; redo gets no key of its own in Week."),
    ("list redo: Ctrl-Q", "Ctrl-Q always means quit"),
    ("day zoom: F12", "F12 always means hide"),
    ("list back: q", "back must have Esc among its keys; back keeps Esc, q."),
    ("everywhere help: F11", "help must have F1 among its keys; help keeps F1."),
    ("everywhere blank: F11", "blank must have Ctrl-L among its keys"),
    ("everywhere quit:", "quit must have Ctrl-Q among its keys"),
    ("everywhere hide: F11", "hide must have F12 among its keys"),
    ("list up:", "up must have a key; up keeps Up, k."),
    ("list go-to:", "go-to must have a key"),
    ("note sign: S", "S types or edits text there; sign keeps F4."),
    ("note next-part: Enter", "Enter types or edits text there; next-part keeps Tab."),
    ("note sign: Ctrl-W", "Ctrl-W types or edits text there"),
    ("choice choose: c", "c types or edits text there; choose keeps Space."),
    ("everywhere close-day: 9", "9 types or edits text there"),
    ("everywhere redraw: Space", "Space types or edits text there"),
    ("everywhere redraw: Ctrl-N", "Ctrl-N belongs to forms and questions"),
    ("text back: Esc F3", "what keys do while typing can't be changed; back keeps Esc."),
    ("attendance digit: a", "digits are the numbers of rows; digit keeps 0 to 9."),
    ("week present: P", "present does nothing in Week; present gets no key of its own in Week."),
    ("first-run go-to-week: w", "go-to-week does nothing in First page"),
    ("list late: T", "late does nothing in every list"),
    ("week undo: 1 2 3 4 5 6 7 8 9 0 A B C", "12 keys are the most"),
  ])
  func `that can't be are refused with the reason and what stays`(line: String, words: String) {
    let own = Self.own(line)
    #expect(own.keymap == .standard)
    #expect(own.problems.map(\.line) == [1])
    #expect(own.problems.first?.sentence.hasPrefix(words) == true, "\(own.problems)")
    #expect(own.problems.first?.sentence.hasSuffix(".") == true)
  }

  @Test func `are told with their file and their line`() {
    let own = Self.own("attendance video: V\nattendance late: n\nattendance no-show: n X")
    #expect(
      own.problems.map { $0.words(file: "keys.plist") } == [
        "keys.plist line 2: n already means no-show in Attendance; late keeps t."
      ]
    )
    #expect(own.keymap.command(for: Key("V"), in: .attendance) == .video)
    #expect(own.keymap.command(for: Key("X"), in: .attendance) == .noShow)
  }

  @Test func `are kept by the earlier of two lines`() {
    let own = Self.own("attendance late: L\nattendance video: L\nattendance late: K")
    #expect(
      own.problems.map(\.sentence) == [
        "L already means late in Attendance by line 1; video keeps v.",
        "late in Attendance stands in line 1, too; that one counts.",
      ]
    )
    #expect(own.keymap.command(for: Key("L"), in: .attendance) == .late)
  }

  /// A refused line gives its command the old keys back, which another line may want.
  @Test func `are judged anew once a line is refused`() {
    let own = Self.own("attendance late: n\nattendance no-show: x")
    #expect(own.problems.map(\.line) == [1, 2])
    #expect(own.keymap == .standard)
  }

  @Test func `leave a table of which every rule holds`() {
    var random = RandomNumbers(seed: 7)
    let keys =
      "npxtcZ9<>".map(String.init) + ["F3", "F4", "Ctrl-P", "Ctrl-G", "Tab", "Esc", "Space"]
    for _ in 0..<200 {
      let lines = (1...20).map { number in
        KeyLine(
          context: Context.allCases.randomElement(using: &random)?.rawValue ?? "",
          command: Command.allCases.randomElement(using: &random)?.rawValue ?? "",
          keys: (0..<Int.random(in: 0...3, using: &random))
            .compactMap { _ in keys.randomElement(using: &random) }.joined(separator: " "),
          line: number
        )
      }
      let own = OwnKeys(lines)
      #expect(own.keymap.clashes(hiding: .standard).isEmpty, "\(lines)")
      for (key, command) in Keymap.fixed {
        for context in Context.allCases where Keymap.standard.command(for: key, in: context) != nil
        {
          #expect(own.keymap.command(for: key, in: context) == command, "\(lines)")
        }
      }
    }
  }

  @Test func `have words that are told apart however they are written`() {
    for words in [Command.allCases.map(\.rawValue), Context.allCases.map(\.rawValue)] {
      let plain = words.map { $0.lowercased().filter { $0 != "-" } }
      #expect(Set(plain).count == words.count)
    }
  }

  @Test func `in an example are those of the standard table`() {
    var context = ""
    var lines: [KeyLine] = []
    for line in KeyFileExample.text.split(separator: "\n") {
      let texts = line.split(whereSeparator: { "<>".contains($0) }).map(String.init)
      if line.hasPrefix("<key>") { context = texts[1] }
      guard line.hasPrefix("  <!-- <key>") else { continue }
      let keys = texts[6].replacing("&lt;", with: "<").replacing("&gt;", with: ">")
      lines.append(KeyLine(context: context, command: texts[3], keys: keys, line: lines.count + 1))
    }
    let own = OwnKeys(lines)
    #expect(own.problems == [])
    #expect(own.keymap == .standard)
    #expect(lines.count > 120)
  }
}
