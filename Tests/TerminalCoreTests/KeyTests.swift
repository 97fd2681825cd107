import Testing

@testable import TerminalCore

@Suite struct `Key notation` {
  @Test(
    arguments: [
      ("n", Key("n")), ("N", Key("N")), ("<C-l>", .control("l")), ("<S-Tab>", .shiftTab),
      ("<F1>", .function(1)), ("<Space>", .space), ("<lt>", Key("<")), ("<Enter>", .enter),
      ("<C-Down>", Key(.down, .control)), ("<A-x>", Key(.character("x"), .alt)),
      ("é", Key("é")), ("<Esc>", .escape), ("<PgUp>", .pageUp),
      (
        "<C-A-S-Left>",
        Key(.left, [.control, .alt, .shift])
      ),
    ])
  func `reads and writes every kind of key`(text: String, key: Key) {
    #expect(Key(notation: text) == key)
    #expect(key.notation == text)
  }

  @Test(arguments: ["", "<", "<>", "<C->", "ab", "<Foo>", "<F99>", " ", "<l>", "<X-a>"])
  func `refuses what names no key`(text: String) {
    #expect(Key(notation: text) == nil)
  }

  @Test func `a sequence is split at white space and types texts`() throws {
    let keys = try Key.sequence("n <Enter>\n<Type:a b> <C-L>")
    #expect(keys == [Key("n"), .enter, Key("a"), .space, Key("b"), .control("l")])
  }

  @Test func `a sequence says which piece it can't read`() {
    #expect(throws: KeyNotationError(piece: "<Nope>")) { try Key.sequence("n <Nope>") }
    #expect(throws: KeyNotationError(piece: "<Type:a")) { try Key.sequence("<Type:a") }
  }

  @Test(
    arguments: [
      (Key.control("l"), "Ctrl-L"), (.shiftTab, "Shift-Tab"), (.function(1), "F1"),
      (.space, "Space"), (Key("n"), "n"), (Key("<"), "<"), (.pageDown, "PgDn"),
    ])
  func `is said as a person would`(key: Key, spoken: String) {
    #expect(key.spoken == spoken)
  }
}
