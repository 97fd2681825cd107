import TerminalCore
import Testing

@testable import App

@Suite struct `Keys of a text` {
  @Test func `what types a character is always text`() {
    for value in (0x20...0x7E).map({ UInt32($0) }) + [0xE9, 0x738B, 0x1F600] {
      guard let scalar = Unicode.Scalar(value) else { continue }
      for mode in [TextBuffer.Mode.oneLine, .manyLines] {
        let command = TextKeys.command(for: Key(scalar), in: mode)
        #expect(command == .insert(String(Character(scalar))))
      }
    }
  }

  @Test(arguments: [
    "<Esc>", "<Tab>", "<S-Tab>", "<F1>", "<F2>", "<F4>", "<F5>", "<F6>", "<F7>", "<F8>", "<C-l>",
    "<C-q>", "<C-s>", "<C-t>", "<C-o>", "<C-p>", "<C-Up>", "<C-Down>", "<A-x>", "<Ins>",
  ])
  func `what isn't a text's own is left to the screen`(notation: String) throws {
    let key = try #require(Key(notation: notation))
    #expect(TextKeys.command(for: key, in: .manyLines) == nil)
    #expect(TextKeys.command(for: key, in: .oneLine) == nil)
  }

  @Test func `Enter is a line break only where there are lines`() {
    #expect(TextKeys.command(for: .enter, in: .manyLines) == .newline)
    #expect(TextKeys.command(for: .enter, in: .oneLine) == nil)
  }
}
