package import Domain

/// Carrying out commands.
extension TextBuffer {
  /// Does what a command says.
  ///
  /// - Parameters:
  ///   - command: What to do.
  ///   - layout: The window, for going by rows and pages.
  ///   - now: When, for grouping what can be undone.
  ///   - clip: What was last cut or copied in the program.
  /// - Returns: What changed, and what is to be said.
  package mutating func perform(
    _ command: TextCommand,
    in layout: TextLayout,
    at now: Instant,
    clip: inout String
  ) -> TextOutcome {
    switch command {
    case .insert(let text): return put(text, .typing, at: now)
    case .newline: return mode == .oneLine ? TextOutcome() : put("\n", .typing, at: now)
    case .paste(let text): return put(text, .whole, at: now)
    case .pasteClip:
      if clip.isEmpty { return TextOutcome(notice: .nothingToPaste) }
      return put(clip, .whole, at: now)
    case .deleteLeft: return delete(to: left(of: cursor), .left, .deletingLeft, at: now)
    case .deleteRight: return delete(to: right(of: cursor), .right, .deletingRight, at: now)
    case .deleteWordLeft: return delete(to: wordLeft(of: cursor), .left, .deletingLeft, at: now)
    case .deleteWordRight: return delete(to: wordRight(of: cursor), .right, .deletingRight, at: now)
    case .deleteAll: return change(.start..<end, to: "", .whole, at: now)
    case .move(let motion):
      return TextOutcome(notice: move(motion, isExtending: false, in: layout))
    case .extend(let motion):
      return TextOutcome(notice: move(motion, isExtending: true, in: layout))
    case .mark:
      if !isMarking { anchor = cursor }
      isMarking.toggle()
      return TextOutcome()
    case .selectAll:
      select(.start..<end)
      return TextOutcome()
    case .cut:
      guard let selection = take(&clip) else { return TextOutcome(notice: .nothingSelected) }
      return change(selection, to: "", .whole, at: now)
    case .copy: return TextOutcome(notice: take(&clip) == nil ? .nothingSelected : nil)
    case .undo: return undo()
    case .redo: return redo()
    case .askFind: return TextOutcome(notice: .asksFind)
    case .find(let words):
      sought = TextCleaning.cleaned(words, for: .oneLine)
      return TextOutcome(notice: find(from: selection?.lowerBound ?? cursor))
    case .findNext:
      return TextOutcome(notice: find(from: selection?.upperBound ?? cursor))
    }
  }

  mutating func select(_ range: Range<TextPlace>) {
    history.close()
    anchor = range.lowerBound
    cursor = range.upperBound
    isMarking = false
    isAtRowEnd = false
    wishedColumn = nil
  }

  /// Copies what is selected, and ends its extending.
  private mutating func take(_ clip: inout String) -> Range<TextPlace>? {
    guard let selection else { return nil }
    clip = text(in: selection)
    isMarking = false
    return selection
  }

  private mutating func put(
    _ text: String,
    _ kind: TextHistory.Kind,
    at now: Instant
  ) -> TextOutcome {
    let clean = TextCleaning.cleaned(text, for: mode)
    guard !clean.isEmpty else { return TextOutcome() }
    return change(selection ?? cursor..<cursor, to: clean, kind, at: now)
  }

  private mutating func delete(
    to place: TextPlace?,
    _ motion: TextMotion,
    _ kind: TextHistory.Kind,
    at now: Instant
  ) -> TextOutcome {
    if let selection { return change(selection, to: "", .whole, at: now) }
    guard let place else { return TextOutcome(notice: .edge(motion)) }
    return change(min(place, cursor)..<max(place, cursor), to: "", kind, at: now)
  }

  private mutating func change(
    _ range: Range<TextPlace>,
    to new: String,
    _ kind: TextHistory.Kind,
    at now: Instant
  ) -> TextOutcome {
    let edit = TextEdit(at: range.lowerBound, removed: text(in: range), inserted: new)
    guard !edit.isNothing else { return TextOutcome() }
    let before = cursor
    carryOut(edit)
    history.record(edit, kind, from: before, to: cursor, at: now)
    return TextOutcome(edits: [edit])
  }

  private mutating func undo() -> TextOutcome {
    guard let group = history.takeUndoable() else { return TextOutcome(notice: .nothingToUndo) }
    let edits = group.edits.reversed().map(\.inverse)
    for edit in edits { carryOut(edit) }
    cursor = group.from
    return TextOutcome(edits: edits)
  }

  private mutating func redo() -> TextOutcome {
    guard let group = history.takeRedoable() else { return TextOutcome(notice: .nothingToRedo) }
    for edit in group.edits { carryOut(edit) }
    cursor = group.to
    return TextOutcome(edits: group.edits)
  }

  /// Selects the next place with what is sought, going on from the start at the end.
  private mutating func find(from place: TextPlace) -> TextNotice? {
    let search = TextSearch(sought)
    guard !search.isEmpty else { return .nothingSought }
    for paragraph in place.paragraph..<paragraphs.count {
      let start = paragraph == place.paragraph ? place.offset : 0
      if let found = search.first(in: paragraphs[paragraph], from: start) {
        select(TextPlace(paragraph, found.lowerBound)..<TextPlace(paragraph, found.upperBound))
        return nil
      }
    }
    for paragraph in 0...place.paragraph {
      if let found = search.first(in: paragraphs[paragraph], from: 0) {
        select(TextPlace(paragraph, found.lowerBound)..<TextPlace(paragraph, found.upperBound))
        return .foundFromStart
      }
    }
    return .notFound(sought)
  }
}
