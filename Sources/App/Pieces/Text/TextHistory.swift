import Domain

/// What can be taken back and done again, in groups as a person thinks of them.
///
/// What is typed groups by words and by pauses of more than a second; deleting in one direction is
/// one group. The oldest groups go when there are very many.
struct TextHistory: Equatable, Sendable {
  struct Group: Equatable, Sendable {
    var edits: [TextEdit]
    /// The cursor before and behind it.
    var from: TextPlace
    var to: TextPlace
  }

  /// How an edit came about, which decides what joins it.
  enum Kind: Equatable, Sendable {
    case typing
    case deletingLeft
    case deletingRight
    /// Alone, such as a paste.
    case whole
  }

  private(set) var undoable: [Group] = []
  private(set) var redoable: [Group] = []
  /// How the newest group goes on, and when it was last added to; nil once it is complete.
  private var open: Open?

  private struct Open: Equatable, Sendable {
    var kind: Kind
    var last: Instant
  }

  private static let most = 6000

  /// Ends the newest group, as when the cursor moves.
  mutating func close() { open = nil }

  mutating func record(
    _ edit: TextEdit,
    _ kind: Kind,
    from: TextPlace,
    to: TextPlace,
    at now: Instant?
  ) {
    redoable = []
    let place = undoable.count - 1
    if place >= 0, let now, let open, open.kind == kind, kind != .whole,
      abs(now.secondsSince1970 - open.last.secondsSince1970) <= 1,
      let last = undoable[place].edits.last, let joined = Self.joined(last, edit, kind)
    {
      undoable[place].edits[undoable[place].edits.count - 1] = joined
      undoable[place].to = to
    } else {
      undoable.append(Group(edits: [edit], from: from, to: to))
      if undoable.count > Self.most { undoable.removeFirst(Self.most / 6) }
    }
    open = now.map { Open(kind: kind, last: $0) }
  }

  mutating func takeUndoable() -> Group? {
    close()
    guard let group = undoable.popLast() else { return nil }
    redoable.append(group)
    return group
  }

  mutating func takeRedoable() -> Group? {
    close()
    guard let group = redoable.popLast() else { return nil }
    undoable.append(group)
    return group
  }

  /// Two edits as one, if the second goes on where the first was.
  private static func joined(_ last: TextEdit, _ next: TextEdit, _ kind: Kind) -> TextEdit? {
    guard last.inserted.utf8.count + last.removed.utf8.count < 4096 else { return nil }
    switch kind {
    case .typing:
      let isNewWord =
        last.inserted.last?.isWhitespace == true
        && next.inserted.first?.isWhitespace == false
      guard next.removed.isEmpty, !isNewWord, next.start == last.start.behind(last.inserted)
      else { return nil }
      return TextEdit(
        at: last.start,
        removed: last.removed,
        inserted: last.inserted + next.inserted
      )
    case .deletingLeft:
      guard last.start == next.start.behind(next.removed) else { return nil }
      return TextEdit(at: next.start, removed: next.removed + last.removed)
    case .deletingRight:
      guard last.start == next.start else { return nil }
      return TextEdit(at: last.start, removed: last.removed + next.removed)
    case .whole: return nil
    }
  }
}
