import Domain
import Support
import TerminalCore
import Testing

@testable import App

/// Whatever is done in a text, its journal plays it again, and everything can be taken back.
@Suite struct `Any commands in a text` {
  @Test(arguments: 1...40)
  func `replay, undo and redo to the same bytes`(seed: Int) {
    var dice = Dice(seed: UInt64(seed))
    let mode: TextBuffer.Mode = seed % 4 == 0 ? .oneLine : .manyLines
    let start = TextBuffer(Self.text(&dice), mode: mode).text
    var sheet = Sheet(start, mode: mode, columns: 2 + dice.below(30), rows: 1 + dice.below(8))
    var seen: [[UInt8]] = []
    for step in 0..<250 {
      let command = Self.command(&dice)
      sheet.perform(command)
      if dice.below(5) == 0 { sheet.wait(seconds: dice.below(4)) }
      if dice.below(30) == 0 {
        sheet.field.resize(to: Size(columns: dice.below(20), rows: dice.below(6)))
      }
      check(sheet, "seed \(seed), step \(step), \(command)")
      if step % 25 == 0 {
        let replayed = TextBuffer(start, mode: mode, replaying: sheet.journal)
        #expect(replayed.map { Array($0.text.utf8) } == Array(sheet.text.utf8), "seed \(seed)")
      }
    }
    let end = Array(sheet.text.utf8)
    while sheet.buffer.canUndo {
      seen.append(Array(sheet.text.utf8))
      sheet.perform(.undo)
      check(sheet, "seed \(seed), undoing")
    }
    #expect(Array(sheet.text.utf8) == Array(start.utf8), "seed \(seed)")
    while !seen.isEmpty {
      sheet.perform(.redo)
      #expect(Array(sheet.text.utf8) == seen.popLast(), "seed \(seed)")
      check(sheet, "seed \(seed), redoing")
    }
    #expect(Array(sheet.text.utf8) == end, "seed \(seed)")
    let replayed = TextBuffer(start, mode: mode, replaying: sheet.journal)
    #expect(replayed.map { Array($0.text.utf8) } == end, "seed \(seed)")
  }

  @Test func `a journal of another text is refused`() {
    let edit = TextEdit(at: TextPlace(0, 2), removed: "c", inserted: "x")
    #expect(TextBuffer("abcd", replaying: [edit])?.text == "abxd")
    #expect(TextBuffer("abzd", replaying: [edit]) == nil)
    #expect(TextBuffer("ab", replaying: [edit]) == nil)
    let far = TextEdit(at: TextPlace(3, 0), inserted: "x")
    #expect(TextBuffer("ab", replaying: [far]) == nil)
    let cut = TextEdit(at: TextPlace(0, 1), inserted: "x")
    #expect(TextBuffer("é", replaying: [cut]) == nil)
    let control = TextEdit(at: .start, inserted: "\u{1B}")
    #expect(TextBuffer("ab", replaying: [control]) == nil)
    let other = TextEdit(at: .start, removed: "\u{E9}")
    #expect(TextBuffer("e\u{301}", replaying: [other]) == nil)
    let before = TextEdit(at: TextPlace(0, -1), inserted: "x")
    #expect(TextBuffer("ab", replaying: [before]) == nil)
  }

  private func check(_ sheet: Sheet, _ place: String) {
    let buffer = sheet.buffer
    for end in [buffer.cursor, buffer.anchor ?? buffer.cursor] {
      let text = buffer.paragraphs[end.paragraph]
      let isBetween = text.clusterBoundary(atOrAfter: end.offset) == end.offset
      #expect(isBetween, "\(place): \(end) cuts a character")
    }
    if buffer.mode == .oneLine { #expect(buffer.paragraphs.count == 1, "\(place)") }
    let layout = sheet.field.layout
    let rows = layout.visible(buffer, from: sheet.field.scroll)
    let cell = layout.cursorCell(buffer, in: rows)
    let isSeen = cell.map {
      $0.row < layout.rows && (buffer.mode == .oneLine || $0.column < layout.columns)
    }
    #expect(isSeen == true, "\(place): the cursor is out of sight")
  }

  private static let pieces = [
    "a", "word ", " ", "\n", "\t", "é", "e\u{301}", "\u{301}", "\u{200D}", "👨‍👩‍👧", "🇩", "🇪", "👍🏽",
    "\u{FE0F}", "❤️", "王", "小明 ", "שלום ", "\u{202E}", "\u{200B}", "\u{1B}[31m", "\u{0}", "\r\n",
    "\r",
    "각", "\u{1112}", "\u{1161}", "\u{11AB}", "क्षि", "\u{FFFD}", "long/path/without/spaces", "\u{85}",
    "\u{600}", "ß", "\u{AD}",
  ]

  private static func text(_ dice: inout Dice) -> String {
    (0..<dice.below(40)).map { _ in pieces[dice.below(pieces.count)] }.joined()
  }

  private static func command(_ dice: inout Dice) -> TextCommand {
    let motion = TextMotion.allCases[dice.below(TextMotion.allCases.count)]
    switch dice.below(28) {
    case 0...8: return .insert(pieces[dice.below(pieces.count)])
    case 9: return .newline
    case 10...11: return .paste(text(&dice))
    case 12: return .pasteClip
    case 13...14: return .deleteLeft
    case 15: return .deleteRight
    case 16: return .deleteWordLeft
    case 17: return .deleteWordRight
    case 18...20: return .move(motion)
    case 21...22: return .extend(motion)
    case 23: return [.mark, .selectAll, .deleteAll][dice.below(3)]
    case 24: return [.cut, .copy][dice.below(2)]
    case 25: return .undo
    case 26: return .redo
    default: return [.find("e"), .findNext][dice.below(2)]
    }
  }
}

/// The same numbers for the same seed.
private struct Dice {
  private var state: UInt64

  init(seed: UInt64) { state = seed &* 0x9E37_79B9_7F4A_7C15 | 1 }

  mutating func below(_ bound: Int) -> Int {
    state ^= state << 13
    state ^= state >> 7
    state ^= state << 17
    return Int(state % UInt64(bound))
  }
}
