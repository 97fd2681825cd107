import TerminalCore
import Testing

@testable import App

@Suite struct `Typing in a text` {
  static let table: [(keys: String, picture: String)] = [
    ("<Type:abc> <Left> x", "abx|c"),
    ("<Type:two words> <C-w> n", "two n|"),
    ("<Type:two words> <C-Left> <Del>", "two |ords"),
    ("<Type:two words> <C-Left> <C-Left> <C-Right>", "two| words"),
    ("<Type:one> <Enter> <Type:two> <Up> !", "one!|\ntwo"),
    ("<Type:one> <Enter> <Type:two> <Home> <BS>", "one|two"),
    ("<Type:one> <Enter> <Type:two> <Up> <Del>", "one|two"),
    ("<Type:one> <Enter> <Type:two> <Home> <Left> x", "onex|\ntwo"),
    ("<Type:abc> <C-a> x <C-e> y", "xabcy|"),
    ("<Type:abc> <Home> <S-Right> <S-Right>", "[ab]|c"),
    ("<Type:abc> <S-Left>", "ab|[c]"),
    ("<Type:abc> <S-Home> x", "x|"),
    ("<Type:abc> <S-Left> <Left>", "ab|c"),
    ("<Type:abc> <Home> <S-Right> <Right>", "a|bc"),
    ("<Type:abc> <C-k> <Left> <Left>", "a|[bc]"),
    ("<Type:abc> <C-k> <Left> <C-k> <BS>", "ab|"),
    ("<Type:abc> <C-k> <Left> <C-k> <Left>", "ab|c"),
    ("<Type:ab cd> <S-C-Left> <C-x> <Home> <C-v>", "cd|ab "),
    ("<Type:ab> <S-Home> <C-c> <End> <C-v> <C-v>", "ababab|"),
    ("<Type:a> <Enter> <Type:b> <S-Up> <S-Home> <C-x> <C-v> <C-v>", "a\nba\nb|"),
    ("<Type:a> <Enter> <Type:b> <C-Home> x <C-End> y", "xa\nby|"),
    ("<Type:abc> <S-C-Home> <Del>", "|"),
    ("<Type:abc> <C-z>", "|"), ("<Type:abc> <C-z> <C-y>", "abc|"),
    ("<Type:one two> <C-z>", "one |"),
    ("<Type:abcd> <BS> <BS> <C-z>", "abcd|"),
    ("<Type:abcd> <Home> <Del> <Del> <C-z>", "|abcd"),
    ("<Type:ab> <S-Home> x <C-z>", "|ab"),
    ("<Type:ab> <Left> <Right> <S-Home> <Type:xy> <C-z>", "|ab"),
    ("<Type:ab> <Left> x <C-z> <C-z> <C-y>", "ab|"),
    ("<Type:ab> <C-z> x <C-y>", "x|"),
    ("<Type::q!/?> <Tab> <Esc> <F1> <C-s>", ":q!/?|"),
  ]

  @Test(arguments: table)
  func `goes by the keys everybody knows`(keys: String, picture: String) throws {
    var sheet = Sheet()
    try sheet.press(keys)
    #expect(sheet.picture == picture)
  }

  @Test func `moves over and deletes what looks like one character as one`() throws {
    let odd = ["e\u{301}", "👨‍👩‍👧", "🇩🇪", "각", "\u{1112}\u{1161}\u{11AB}", "👍🏽", "❤️"]
    for character in odd {
      var sheet = Sheet("a\(character)b")
      try sheet.press("<Left> <Left>")
      #expect(sheet.buffer.cursor == TextPlace(0, 1), "\(character)")
      try sheet.press("<Del>")
      #expect(sheet.text == "ab", "\(character)")
      try sheet.press("<C-z> <End> <Left> <BS>")
      #expect(sheet.text == "ab", "\(character)")
    }
  }

  @Test func `in a line keeps it one line`() throws {
    var sheet = Sheet("", mode: .oneLine)
    try sheet.press("<Type:a> <Enter> <Type:b>")
    sheet.perform(.paste("one\ntwo\tthree\r\nfour"))
    #expect(sheet.text == "abone two three four")
    try sheet.press("<Up> <Down> <PgUp>")
    #expect(sheet.picture == "abone two three four|")
    try sheet.press("<C-u>")
    #expect(sheet.text.isEmpty)
  }

  @Test func `over a selected value replaces it`() throws {
    var sheet = Sheet()
    sheet.field = TextField("09:00", isSelected: true)
    #expect(sheet.picture == "[09:00]|")
    try sheet.press("<Type:10>")
    #expect(sheet.text == "10")
  }

  @Test func `says why a key did nothing`() throws {
    var sheet = Sheet("x")
    try sheet.press("<C-z>")
    #expect(sheet.notice?.words == "There is nothing to undo in this text.")
    try sheet.press("<C-c>")
    #expect(sheet.notice?.words?.contains("Ctrl-K begins a selection") == true)
    try sheet.press("<C-v>")
    #expect(sheet.notice?.words?.contains("nothing to paste") == true)
    try sheet.press("<Down>")
    #expect(sheet.notice == .edge(.down))
    try sheet.press("<C-f>")
    #expect(sheet.notice == .asksFind)
  }

  @Test func `changes nothing where it can only be read`() throws {
    var sheet = Sheet("signed and done")
    sheet.field.isReadOnly = true
    for keys in ["x", "<BS>", "<C-w>", "<Enter>", "<C-z>", "<S-Home> <C-x>"] {
      try sheet.press(keys)
      #expect(sheet.notice == .readOnly)
    }
    try sheet.press("<C-c>")
    #expect(sheet.text == "signed and done")
    #expect(sheet.clip == "signed and done")
    #expect(sheet.journal.isEmpty)
  }
}

@Suite struct `Undo in a text` {
  @Test func `takes back a word at a time, and what a pause set apart`() throws {
    var sheet = Sheet()
    try sheet.press("<Type:calm and focused>")
    try sheet.press("<C-z>")
    #expect(sheet.text == "calm and ")
    try sheet.press("<C-z>")
    #expect(sheet.text == "calm ")
    sheet = Sheet()
    try sheet.press("<Type:ca>")
    sheet.wait(seconds: 1)
    try sheet.press("<Type:lm>")
    sheet.wait(seconds: 2)
    try sheet.press("<Type:er>")
    try sheet.press("<C-z>")
    #expect(sheet.text == "calm")
    try sheet.press("<C-z>")
    #expect(sheet.text.isEmpty)
  }

  @Test func `takes back a paste as a whole`() throws {
    var sheet = Sheet()
    try sheet.press("<Type:x>")
    sheet.perform(.paste("one two\nthree four"))
    sheet.perform(.paste("five"))
    try sheet.press("<C-z>")
    #expect(sheet.text == "xone two\nthree four")
    try sheet.press("<C-z>")
    #expect(sheet.text == "x")
  }

  @Test func `puts the cursor where it was`() throws {
    var sheet = Sheet("one\ntwo\nthree")
    try sheet.press("<C-Home> <Down> <S-Down> <BS> <C-End> <C-z>")
    #expect(sheet.picture == "one\ntwo\n|three")
    try sheet.press("<C-End> <C-y>")
    #expect(sheet.picture == "one\n|three")
  }
}

@Suite struct `Finding in a text` {
  @Test func `goes on from the cursor and around, without regard to case and accents`() throws {
    var sheet = Sheet("Zoë called.\nNo answer.\nWent to ZOE'S; zoë.")
    try sheet.press("<C-Home>")
    sheet.perform(.find("zoe"))
    #expect(sheet.picture.hasPrefix("[Zoë]| called."))
    try sheet.press("<F3>")
    #expect(sheet.picture.hasSuffix("Went to [ZOE]|'S; zoë."))
    try sheet.press("<F3>")
    #expect(sheet.picture.hasSuffix("; [zoë]|."))
    try sheet.press("<F3>")
    #expect(sheet.picture.hasPrefix("[Zoë]| called."))
    #expect(sheet.notice == .foundFromStart)
    sheet.perform(.find("zoom"))
    #expect(sheet.notice?.words == "“zoom” isn't in this text.")
    #expect(sheet.picture.hasPrefix("[Zoë]| called."))
  }

  @Test func `finds whole characters only`() {
    let search = TextSearch("s")
    #expect(search.matches(in: "ß s", 0..<4) == [3..<4])
    #expect(TextSearch("ss").matches(in: "ß s", 0..<4) == [0..<2])
    #expect(TextSearch("e").matches(in: "e\u{301}x", 0..<4) == [0..<3])
    #expect(TextSearch("").matches(in: "abc", 0..<3) == [])
    #expect(TextSearch("b").first(in: "abcb", from: 2) == 3..<4)
  }

  @Test func `says when nothing was looked for`() throws {
    var sheet = Sheet("abc")
    try sheet.press("<F3>")
    #expect(sheet.notice == .nothingSought)
  }
}
