package import TerminalCore

/// One line of text being typed: the text, and the cursor as an index in it.
///
/// Grapheme clusters are the unit of movement and deletion.
package struct TextLine: Equatable, Sendable {
  package private(set) var text: String
  /// Grapheme clusters before the cursor, 0...text.count.
  package private(set) var cursor: Int
  /// Whether the whole text is selected, as when a prompt opens with the old value.
  package private(set) var isSelected: Bool

  package init(_ text: String = "", isSelected: Bool = false) {
    self.text = text
    cursor = text.count
    self.isSelected = isSelected && !text.isEmpty
  }

  /// The text before the cursor, for placing it by cells.
  package var textBeforeCursor: String { String(text.prefix(cursor)) }

  /// Types, moves or deletes.
  ///
  /// - Returns: Whether the key was one of a text field's own.
  package mutating func handle(_ key: Key) -> Bool {
    if let scalar = key.typedScalar {
      insert(String(Character(scalar)))
      return true
    }
    switch (key.code, key.modifiers) {
    case (.backspace, _): deleteLeft()
    case (.delete, []): deleteRight()
    case (.left, []): move(to: isSelected ? 0 : cursor - 1)
    case (.right, []): move(to: isSelected ? text.count : cursor + 1)
    case (.home, []), (.character("a"), .control): move(to: 0)
    case (.end, []), (.character("e"), .control): move(to: text.count)
    case (.left, .control): move(to: wordStart())
    case (.right, .control): move(to: wordEnd())
    case (.character("w"), .control): deleteWord()
    case (.character("u"), .control): replaceAll("")
    default: return false
    }
    return true
  }

  /// Puts text in at the cursor; line breaks become spaces, control characters are dropped.
  package mutating func insert(_ pasted: String) {
    let clean = TextLine.cleaned(pasted)
    guard !clean.isEmpty else { return }
    if isSelected { replaceAll("") }
    let place = text.index(text.startIndex, offsetBy: cursor)
    let before = String(text[..<place]) + clean
    text = before + text[place...]
    cursor = before.count
  }

  package mutating func replaceAll(_ new: String) {
    text = new
    cursor = new.count
    isSelected = false
  }

  private static func cleaned(_ pasted: String) -> String {
    var result = ""
    for scalar in pasted.unicodeScalars {
      if scalar == "\n" || scalar == "\t" {
        result.unicodeScalars.append(" ")
      } else if scalar.value >= 0x20, !(0x7F..<0xA0).contains(scalar.value) {
        result.unicodeScalars.append(scalar)
      }
    }
    return result
  }

  private mutating func move(to place: Int) {
    cursor = max(0, min(place, text.count))
    isSelected = false
  }

  private mutating func deleteLeft() {
    if isSelected { return replaceAll("") }
    guard cursor > 0 else { return }
    text.remove(at: text.index(text.startIndex, offsetBy: cursor - 1))
    cursor -= 1
  }

  private mutating func deleteRight() {
    if isSelected { return replaceAll("") }
    guard cursor < text.count else { return }
    text.remove(at: text.index(text.startIndex, offsetBy: cursor))
  }

  private mutating func deleteWord() {
    if isSelected { return replaceAll("") }
    let start = wordStart()
    let from = text.index(text.startIndex, offsetBy: start)
    text.removeSubrange(from..<text.index(text.startIndex, offsetBy: cursor))
    cursor = start
  }

  private func wordStart() -> Int {
    let characters = Array(text.prefix(cursor))
    var place = characters.count
    while place > 0, characters[place - 1] == " " { place -= 1 }
    while place > 0, characters[place - 1] != " " { place -= 1 }
    return place
  }

  private func wordEnd() -> Int {
    let characters = Array(text)
    var place = cursor
    while place < characters.count, characters[place] == " " { place += 1 }
    while place < characters.count, characters[place] != " " { place += 1 }
    return place
  }
}
