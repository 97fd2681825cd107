package import Domain
package import TerminalCore

/// A field of a screen: a text, the window it is seen through, and whether it may be changed.
package struct TextField: Equatable, Sendable {
  package internal(set) var buffer: TextBuffer
  package private(set) var scroll = TextScroll()
  package private(set) var layout: TextLayout
  package var isReadOnly: Bool

  /// A field of one line; it needs no window.
  package init(_ text: String = "", isSelected: Bool = false) {
    self.init(
      buffer: TextBuffer(text, mode: .oneLine, isSelected: isSelected),
      layout: TextLayout(columns: 1, rows: 1)
    )
  }

  package init(buffer: TextBuffer, layout: TextLayout, isReadOnly: Bool = false) {
    self.buffer = buffer
    self.layout = layout
    self.isReadOnly = isReadOnly
    follow(isChanged: true)
  }

  package var text: String { buffer.text }

  /// Fits the field to a window.
  package mutating func resize(to size: Size) {
    guard !layout.isOf(size) else { return }
    layout = TextLayout(size)
    // What was scrolled away in a smaller window comes back.
    scroll = TextScroll()
    follow(isChanged: true)
  }

  /// Does what a key means in a text.
  ///
  /// - Returns: What it came to; nil if the key isn't one of a text's own.
  package mutating func handle(
    _ key: Key,
    at now: Instant,
    clip: inout String
  ) -> TextOutcome? {
    guard let command = TextKeys.command(for: key, in: buffer.mode) else { return nil }
    return perform(command, at: now, clip: &clip)
  }

  package mutating func perform(
    _ command: TextCommand,
    at now: Instant,
    clip: inout String
  ) -> TextOutcome {
    if isReadOnly, command.changesText { return TextOutcome(notice: .readOnly) }
    let outcome = buffer.perform(command, in: layout, at: now, clip: &clip)
    follow(isChanged: !outcome.edits.isEmpty, by: outcome.edits)
    return outcome
  }

  /// Puts in a text from outside, as one step.
  @discardableResult
  package mutating func paste(_ text: String, at now: Instant) -> TextOutcome {
    var clip = ""
    return perform(.paste(text), at: now, clip: &clip)
  }

  /// Plays an edit of a journal; false if it was made in another text.
  package mutating func apply(_ edit: TextEdit) -> Bool {
    guard buffer.apply(edit) else { return false }
    follow(isChanged: true)
    return true
  }

  /// Moves the window as little as shows the cursor.
  mutating func follow(isChanged: Bool, by edits: [TextEdit] = []) {
    layout.learn(buffer, isChanged: isChanged, by: edits)
    scroll = layout.scroll(scroll, showing: buffer)
  }
}

extension TextCommand {
  fileprivate var changesText: Bool {
    switch self {
    case .insert, .newline, .paste, .pasteClip, .deleteLeft, .deleteRight, .deleteWordLeft,
      .deleteWordRight, .deleteAll, .cut, .undo, .redo:
      true
    case .move, .extend, .mark, .selectAll, .copy, .askFind, .find, .findNext: false
    }
  }
}
