import Domain

extension DataFolder {
  /// Every signed note, client by client in the order of their chains, and every draft.
  func readNotesAndDrafts(
    into snapshot: inout ProgramSnapshot,
    problems: inout [RecordProblem]
  ) {
    for client in snapshot.clients {
      let (records, found) = notes(of: client.id)
      snapshot.notes += records
      problems += found
    }
    guard let drafts = openFolder(Layout.drafts, problems: &problems) else { return }
    let names = recordNames(in: drafts, problems: &problems) { StoredID.isValid($0, .staff) }
    for name in names {
      let (found, faults) = readDrafts(of: StaffID(name))
      snapshot.drafts += found.map(\.draft)
      problems += faults
    }
  }
}
