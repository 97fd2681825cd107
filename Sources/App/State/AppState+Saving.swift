package import Domain

/// The order of saves of one change: none of them may be on disk alone where that loses something.
///
/// A moved appointment's new record goes first, and is withdrawn last: whatever is cut off leaves
/// the client booked.
extension AppState {
  func saves(of records: [RecordReference]) -> [Effect] {
    let ranks = [0, 1, 2]
    return ranks.flatMap { rank in records.filter { self.rank($0) == rank } }.map { .save($0) }
  }

  var savesOfUnsaved: [Effect] { saves(of: Array(unsaved.keys)) }

  private func rank(_ record: RecordReference) -> Int {
    if case .session(let id) = record {
      return data.sessions[id]?.state.isWithdrawn == true ? 2 : 0
    }
    guard case .appointment(let id) = record, let state = data.appointments[id]?.state else {
      return 0
    }
    if state.isWithdrawn { return 2 }
    return state.rescheduledTo == nil ? 0 : 1
  }

  /// Why a record must not be saved yet: one that has to be on disk before it isn't.
  package func reasonToWait(with record: RecordReference) -> String? {
    if case .session(let id) = record { return reasonToWait(with: id) }
    guard case .appointment(let id) = record, let state = data.appointments[id]?.state else {
      return nil
    }
    if let new = state.rescheduledTo, let why = unsaved[.appointment(new)] { return why }
    guard state.isWithdrawn else { return nil }
    for case (.appointment(let other), let why) in unsaved
    where data.appointments[other]?.history.last(where: { $0.kind != .differs })?.edit.before
      .rescheduledTo == id
    {
      return why
    }
    return nil
  }

  /// A meeting is put away only once the one that is held instead is on disk, whichever of the two.
  private func reasonToWait(with id: SessionID) -> String? {
    guard let state = data.sessions[id]?.state, state.isWithdrawn,
      let other = state.movedTo ?? state.movedFrom
    else { return nil }
    return unsaved[.session(other)]
  }
}
