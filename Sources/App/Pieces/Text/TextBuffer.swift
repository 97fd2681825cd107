/// A text being typed: its paragraphs, the cursor, what is selected and what can be taken back.
///
/// An edit touches the paragraphs it is in and no other, so that a long text is as quick as a short
/// one. Changed by `perform(_:in:at:clip:)` and `apply(_:)`.
///
/// 1. There is at least one paragraph; none holds a line feed or a control character but tabs.
/// 2. Cursor and anchor lie in the text, between two grapheme clusters.
package struct TextBuffer: Equatable, Sendable {
  /// Whether a text may have paragraphs, or is a field of one line.
  package enum Mode: Equatable, Sendable {
    case oneLine
    case manyLines
  }

  package let mode: Mode
  package internal(set) var paragraphs: [String]
  package internal(set) var cursor: TextPlace
  /// Where the selection began; the other end is the cursor.
  var anchor: TextPlace?
  /// Whether moving selects, after Ctrl-K.
  package internal(set) var isMarking = false
  /// Whether a cursor between two rows of one paragraph stands behind the upper one.
  package internal(set) var isAtRowEnd = false
  /// The column that going up and down keeps to.
  var wishedColumn: Int?
  /// What was last looked for; empty if nothing was.
  package internal(set) var sought = ""
  var history = TextHistory()

  package init(_ text: String = "", mode: Mode = .manyLines, isSelected: Bool = false) {
    self.mode = mode
    paragraphs = Self.paragraphs(of: TextCleaning.cleaned(text, for: mode))
    cursor = .start
    cursor = end
    if isSelected, !isEmpty { anchor = .start }
  }

  /// A text with the edits of a journal played over it, the cursor behind the last; nil if one of
  /// them was made in another text.
  package init?(_ text: String, mode: Mode = .manyLines, replaying edits: some Sequence<TextEdit>) {
    self.init(text, mode: mode)
    for edit in edits where !apply(edit) { return nil }
  }

  /// The whole text, paragraphs separated by line feeds.
  package var text: String {
    paragraphs.count == 1 ? paragraphs[0] : paragraphs.joined(separator: "\n")
  }

  package var isEmpty: Bool { paragraphs.count == 1 && paragraphs[0].isEmpty }

  package var end: TextPlace {
    TextPlace(paragraphs.count - 1, paragraphs[paragraphs.count - 1].utf8.count)
  }

  /// What is selected; nil if nothing is.
  package var selection: Range<TextPlace>? {
    guard let anchor, anchor != cursor else { return nil }
    return min(anchor, cursor)..<max(anchor, cursor)
  }

  package var canUndo: Bool { !history.undoable.isEmpty }
  package var canRedo: Bool { !history.redoable.isEmpty }

  static func paragraphs(of text: String) -> [String] {
    guard text.utf8.contains(0x0A) else { return [text] }
    return text.utf8.split(separator: 0x0A, omittingEmptySubsequences: false)
      .map { String(Substring($0)) }
  }
}
