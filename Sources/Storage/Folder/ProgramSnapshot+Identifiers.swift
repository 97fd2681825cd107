import Domain

extension ProgramSnapshot {
  /// Throws for an identifier that may not become a file's name.
  func checkIdentifiers() throws(StorageError) {
    try check([program.id])
    try check(ruleSets.map(\.id))
    try check(rooms.map(\.id))
    try check(staff.map(\.id))
    try check(groups.map(\.id))
    try check(clients.map(\.id))
    try check(episodes.map(\.id))
    try check(episodes.map(\.clientID))
    try check(sessions.map(\.id))
    try check(appointments.map(\.id))
    try check(plans.map(\.id))
    try check(plans.map(\.clientID))
    try check(followUps.map(\.id))
    try check(followUps.map(\.clientID))
    try check(notes.map(\.note.id))
    try check(notes.map(\.note.clientID))
    try check(drafts.map(\.authorID))
    for draft in drafts where NoteDocument(stored: draft.document.rawValue) != draft.document {
      throw .badIdentifier(draft.document.rawValue)
    }
    try check(plans.flatMap { $0.objectives.map(\.id) })
  }

  private func check<Entity: Identified>(_ ids: [ID<Entity>]) throws(StorageError) {
    for id in ids where !StoredID.isValid(id.rawValue, Entity.idPrefix) {
      throw .badIdentifier(id.rawValue)
    }
  }
}
