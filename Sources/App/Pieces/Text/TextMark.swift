package import TerminalCore

/// A part of a text that is to be seen, such as a name that the name guard found.
package struct TextMark: Equatable, Sendable {
  package var range: Range<TextPlace>
  package var role: Role

  package init(_ range: Range<TextPlace>, _ role: Role) {
    self.range = range
    self.role = role
  }
}
