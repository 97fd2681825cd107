import App
import TerminalCore
import Testing

@Suite struct `The key table as text` {
  @Test func `has every binding once in Markdown`() {
    let lines = keyTableMarkdown().split(separator: "\n")
    let rows = lines.filter { $0.hasPrefix("| `") }
    #expect(rows.count == Keymap.standard.bindings.count)
    #expect(lines.contains("### Attendance"))
    #expect(lines.contains("| `Space` or `p` | present, go to the next unmarked client |"))
    #expect(lines.contains("| `0` to `9` | go to the row of that number (1 then 2 is row 12) |"))
  }

  @Test func `breaks no row of Markdown`() {
    for line in keyTableMarkdown().split(separator: "\n") where line.hasPrefix("|") {
      #expect(line.count { $0 == "|" } == 3, "\(line)")
    }
  }

  @Test func `lines up its columns in plain text`() {
    let lines = KeyTable.plain().split(separator: "\n").filter { $0.hasPrefix("  ") }
    #expect(lines.count == Keymap.standard.bindings.count)
    let titles = Set(Command.allCases.map(\.info.title))
    let column = 2 + 20 + 2
    for line in lines { #expect(titles.contains(String(line.dropFirst(column))), "\(line)") }
  }
}
