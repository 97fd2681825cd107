/// Changing the text: the one place that touches paragraphs.
extension TextBuffer {
  /// Plays an edit of a journal, or of another window; it can be undone.
  ///
  /// - Returns: Whether it fits: what it removes stands there.
  package mutating func apply(_ edit: TextEdit) -> Bool {
    guard fits(edit) else { return false }
    let before = cursor
    carryOut(edit)
    history.close()
    history.record(edit, .whole, from: before, to: cursor, at: nil)
    return true
  }

  private func fits(_ edit: TextEdit) -> Bool {
    let end = edit.start.behind(edit.removed)
    guard holds(edit.start), holds(end) else { return false }
    let isThere = text(in: edit.start..<end).utf8.elementsEqual(edit.removed.utf8)
    let inserted = edit.inserted.utf8
    let isClean = TextCleaning.cleaned(edit.inserted, for: mode).utf8.elementsEqual(inserted)
    return isThere && isClean
  }

  /// Makes a change that is known to fit, and puts the cursor behind it.
  mutating func carryOut(_ edit: TextEdit) {
    let range = edit.start..<edit.start.behind(edit.removed)
    cursor = replace(range, with: edit.inserted)
    anchor = nil
    isMarking = false
    isAtRowEnd = false
    wishedColumn = nil
  }

  /// - Returns: The place behind the new text, or behind the cluster that the new text became a
  ///   part of.
  private mutating func replace(_ range: Range<TextPlace>, with new: String) -> TextPlace {
    let (from, to) = (range.lowerBound, range.upperBound)
    var end = TextPlace(from.paragraph, from.offset + new.utf8.count)
    if from.paragraph == to.paragraph, !new.utf8.contains(0x0A) {
      let start = paragraphs[from.paragraph].at(from.offset)
      let stop = paragraphs[from.paragraph].at(to.offset)
      paragraphs[from.paragraph].replaceSubrange(start..<stop, with: new)
    } else {
      var lines = Self.paragraphs(of: new)
      let last = lines.count - 1
      end = TextPlace(from.paragraph + last, lines[last].utf8.count)
      if last == 0 { end.offset += from.offset }
      let tail = paragraphs[to.paragraph]
      lines[0] = paragraphs[from.paragraph].slice(0..<from.offset) + lines[0]
      lines[last] += tail.slice(to.offset..<tail.utf8.count)
      paragraphs.replaceSubrange(from.paragraph...to.paragraph, with: lines)
    }
    end.offset = paragraphs[end.paragraph].clusterBoundary(atOrAfter: end.offset)
    return end
  }
}
