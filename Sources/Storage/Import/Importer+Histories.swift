import Domain

/// What an import brings remembers it, so that it can be taken back as any other change.
extension Importer {
  /// The result, with the change as the first entry of the history of each new record.
  func withHistories(of change: Change) -> ProgramSnapshot {
    var made = result
    Self.begin(&made.staff, existing.staff, change) { $0 }
    Self.begin(&made.rooms, existing.rooms, change) { $0 }
    Self.begin(&made.clients, existing.clients, change) { $0 }
    Self.begin(&made.episodes, existing.episodes, change) { $0 }
    Self.begin(&made.groups, existing.groups, change) { .series($0) }
    let known = Set(existing.groups.flatMap { $0.enrollments.map(\.id) })
    for place in made.groups.indices {
      for enrollment in made.groups[place].enrollments where !known.contains(enrollment.id) {
        let edit = RecordEdit(before: nil, after: enrollment)
        made.groups[place].history.append(change.entry(.enrollment(enrollment.id, edit)))
      }
    }
    for place in made.appointments.indices {
      var withdrawn = made.appointments[place].state
      withdrawn.isWithdrawn = true
      let edit = AppointmentEdit(before: withdrawn, after: made.appointments[place].state)
      made.appointments[place].history.append(change.entry(edit))
    }
    begin(&made.plans, in: &made.clients, change)
    return made
  }

  private static func begin<Record: KeptRecord>(
    _ records: inout [Record],
    _ old: [Record],
    _ change: Change,
    _ edit: (RecordEdit<Record>) -> Record.EditOfRecord
  ) {
    let known = Set(old.map(\.id))
    for place in records.indices where !known.contains(records[place].id) {
      let made = RecordEdit(before: nil, after: records[place].bare)
      records[place].history.append(change.entry(edit(made)))
    }
  }

  /// A plan has no history of its own: it names the change, and its client's history tells of it.
  private func begin(
    _ plans: inout [TreatmentPlan],
    in clients: inout [Client],
    _ change: Change
  ) {
    let known = Set(existing.plans.map(\.id))
    for place in plans.indices where !known.contains(plans[place].id) {
      plans[place].importedBy = change.id
      let id = plans[place].clientID
      guard !clients.contains(where: { $0.id == id }),
        var client = existing.clients.first(where: { $0.id == id })
      else { continue }
      client.history.append(change.entry(RecordEdit(before: client.bare, after: client.bare)))
      clients.append(client)
    }
  }
}
