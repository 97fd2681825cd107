import Domain
import TerminalCore

@testable import App

/// A text at work: keys in, the text with its cursor out, and every edit kept as a journal would.
struct Sheet {
  var field: TextField
  var now = Instant(secondsSince1970: 1_773_240_720)
  var clip = ""
  private(set) var journal: [TextEdit] = []
  private(set) var notice: TextNotice?

  init(_ text: String = "", mode: TextBuffer.Mode = .manyLines, columns: Int = 41, rows: Int = 10) {
    field = TextField(
      buffer: TextBuffer(text, mode: mode),
      layout: TextLayout(columns: columns, rows: rows)
    )
  }

  var buffer: TextBuffer { field.buffer }
  var text: String { field.text }

  /// The text with `|` at the cursor, and what is selected between `[` and `]`.
  var picture: String {
    var marks: [(TextPlace, String)] = [(buffer.cursor, "|")]
    if let selection = buffer.selection {
      marks = [(selection.lowerBound, "["), (selection.upperBound, "]")]
      if buffer.cursor == selection.lowerBound { marks[0].1 = "|[" } else { marks[1].1 = "]|" }
    }
    var lines = buffer.paragraphs
    for (place, mark) in marks.reversed() {
      lines[place.paragraph].insert(contentsOf: mark, at: lines[place.paragraph].at(place.offset))
    }
    return lines.joined(separator: "\n")
  }

  /// Presses keys; what no key of a text is, is passed over.
  mutating func press(_ keys: String) throws {
    for key in try Key.sequence(keys) {
      guard let command = TextKeys.command(for: key, in: buffer.mode) else { continue }
      perform(command)
    }
  }

  mutating func perform(_ command: TextCommand) {
    let outcome = field.perform(command, at: now, clip: &clip)
    journal += outcome.edits
    notice = outcome.notice
  }

  mutating func wait(seconds: Int) { now = now.adding(seconds: seconds) }
}
