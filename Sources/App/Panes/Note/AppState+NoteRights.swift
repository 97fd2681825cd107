import Domain

/// Leave to read that ends while a note is on the screen: another role, a place or an emergency that is
/// over.
extension AppState {
  /// Takes an open note off the screen that isn't for whoever sits here any more, with what is asked
  /// above it, and says why; what is typed is kept.
  ///
  /// Asked whenever others' data come in, and at each tick.
  mutating func leaveUnreadableNote() -> [Effect] {
    guard let staffID, let open = note else { return [] }
    guard let refusal = refusalToRead(open.opening, reader: staffID) else {
      forgetUnreadableHistory(of: open, reader: staffID)
      return []
    }
    let effects = leaveNote()
    (prompt, covered) = (nil, [])
    (signingRun, waitingSignature, lateReason, pinGivenTo) = (nil, nil, nil, nil)
    let readsAny = data.staff[staffID]?.may(.readNotes) == true
    if screen == .note { screen = open.comesFrom == .toDo && readsAny ? .toDo : .day }
    note = nil
    // What was copied from another's note goes with it.
    if open.access != .writing { clip = "" }
    let isDraft = open.access == .writing && !open.current.content.isBlank
    let kept = isDraft ? " Your draft is kept." : ""
    say("The note was closed: you may not read it any more.\(kept) \(refusal.message)", .warning)
    return effects
  }

  /// Other notes of the client beside one's own go by themselves; what words are added to stays.
  private mutating func forgetUnreadableHistory(of open: NoteScreenState, reader: StaffID) {
    let kept = open.history.filter { record in
      open.base?.note.id == record.note.id
        || data.mayRead(record.current, reader: reader, at: trueNow)
    }
    guard kept.count < open.history.count else { return }
    note?.history = kept
    refitNote()
  }
}
