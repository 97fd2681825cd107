/// One whole screen: its cells and where the real cursor stands.
package struct Frame: Equatable, Sendable {
  package var buffer: CellBuffer
  /// On the focused row or field, always: screen readers follow it.
  package var cursor: Position

  package init(buffer: CellBuffer, cursor: Position) {
    self.buffer = buffer
    self.cursor = cursor
  }
}
