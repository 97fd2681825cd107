/// Where the motions lead.
extension TextBuffer {
  /// Moves, and extends the selection or ends it.
  mutating func move(_ motion: TextMotion, isExtending: Bool, in layout: TextLayout) -> TextNotice?
  {
    history.close()
    if !isExtending, !isMarking, let selection {
      anchor = nil
      if motion == .left || motion == .right {
        stand(at: motion == .left ? selection.lowerBound : selection.upperBound)
        return nil
      }
    }
    if isExtending || isMarking {
      anchor = anchor ?? cursor
    } else {
      anchor = nil
    }
    let before = cursor
    switch motion {
    case .left: stand(at: left(of: cursor) ?? cursor)
    case .right: stand(at: right(of: cursor) ?? cursor)
    case .wordLeft: stand(at: wordLeft(of: cursor) ?? cursor)
    case .wordRight: stand(at: wordRight(of: cursor) ?? cursor)
    case .textStart: stand(at: .start)
    case .textEnd: stand(at: end)
    case .rowStart:
      let row = layout.cursorRow(self)
      stand(at: TextPlace(row.paragraph, row.range.lowerBound))
    case .rowEnd: standAtEnd(of: layout.cursorRow(self))
    case .up: moveRows(-1, in: layout)
    case .down: moveRows(1, in: layout)
    case .pageUp: moveRows(-max(1, layout.rows - 1), in: layout)
    case .pageDown: moveRows(max(1, layout.rows - 1), in: layout)
    }
    return cursor == before ? .edge(motion) : nil
  }

  private mutating func stand(at place: TextPlace) {
    cursor = place
    isAtRowEnd = false
    wishedColumn = nil
  }

  /// Before the space at which a row is broken, or behind the row where a word is broken.
  private mutating func standAtEnd(of row: TextRow) {
    let range = row.range
    stand(at: TextPlace(row.paragraph, range.upperBound))
    guard row.isBroken, !range.isEmpty else { return }
    if let place = left(of: cursor), isBlank(at: place) {
      cursor = place
    } else {
      isAtRowEnd = true
    }
  }

  private func isBlank(at place: TextPlace) -> Bool {
    let text = paragraphs[place.paragraph]
    let byte = text.utf8[text.at(place.offset)]
    return byte == 0x20 || byte == 0x09
  }

  private mutating func moveRows(_ steps: Int, in layout: TextLayout) {
    guard mode == .manyLines else { return }
    let from = layout.cursorRow(self)
    let column = wishedColumn ?? layout.cursorColumn(self, in: from)
    let row = layout.row(steps, from: from, in: self)
    guard !row.isSame(from) else { return }
    let text = paragraphs[row.paragraph]
    let offset = TextWalk.offset(in: text, row.range, column: column)
    if offset == row.range.upperBound {
      standAtEnd(of: row)
    } else {
      stand(at: TextPlace(row.paragraph, offset))
    }
    wishedColumn = column
  }
}
