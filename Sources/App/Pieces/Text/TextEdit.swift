/// One change of a text: what stood at a place, and what stands there now.
///
/// It holds both, so that it can be taken back, and so that a journal that is played over another
/// text than the one it was written for is noticed.
package struct TextEdit: Equatable, Sendable {
  package var start: TextPlace
  package var removed: String
  package var inserted: String

  package init(at start: TextPlace, removed: String = "", inserted: String = "") {
    self.start = start
    self.removed = removed
    self.inserted = inserted
  }

  package var inverse: TextEdit {
    TextEdit(at: start, removed: inserted, inserted: removed)
  }

  var isNothing: Bool { removed.isEmpty && inserted.isEmpty }
}
