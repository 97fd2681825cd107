import Domain

/// Rules for the histories: each entry begins where the last one of its value ended.
extension Findings {
  mutating func checkHistory(of session: GroupSession, at place: RecordPlace) {
    checkOrder(of: session.history, at: place)
    var rows: [ClientID: AttendanceRow?] = [:]
    var state: SessionState?
    for entry in session.history where entry.kind != .differs {
      switch entry.edit {
      case .row(let client, let before, let after):
        if let last = rows[client], !Self.isSame(last, before) {
          breaksChain(place, "the row of \(client)", at: entry.order)
        }
        rows[client] = .some(after)
      case .state(let before, let after):
        if let state, state != before { breaksChain(place, "its state", at: entry.order) }
        state = after
      }
    }
    for (client, last) in rows.sorted(by: { $0.0 < $1.0 })
    where !Self.isSame(last, session.row(of: client)) {
      breaksChain(place, "the row of \(client)", at: nil)
    }
    if let state, state != session.state { breaksChain(place, "its state", at: nil) }
  }

  mutating func checkHistory(of meeting: Appointment, at place: RecordPlace) {
    checkOrder(of: meeting.history, at: place)
    let applied = meeting.history.filter { $0.kind != .differs }
    for (entry, next) in zip(applied, applied.dropFirst())
    where entry.edit.after != next.edit.before {
      breaksChain(place, "its state", at: next.order)
    }
    if let last = applied.last, last.edit.after != meeting.state {
      breaksChain(place, "its state", at: nil)
    }
  }

  /// Whether two values of a row count as one.
  ///
  /// A row that nobody marked is made from the enrollments, and comes and goes with them.
  private static func isSame(_ left: AttendanceRow?, _ right: AttendanceRow?) -> Bool {
    left == right || (isPlanned(left) && isPlanned(right))
  }

  private static func isPlanned(_ row: AttendanceRow?) -> Bool {
    row.map { $0.markedAt == nil && !$0.isWalkin } ?? true
  }

  private mutating func breaksChain(_ place: RecordPlace, _ what: String, at order: Int?) {
    let where_ = order.map { "at change \($0)" } ?? "at its end"
    breaks(
      place,
      "the history of \(what) doesn't fit together \(where_).",
      advice: "Compare it with a backup: somebody changed the file by hand."
    )
  }

  /// Changes stand in the order in which they were made; one change may touch several rows.
  private mutating func checkOrder<Edit>(of history: [HistoryEntry<Edit>], at place: RecordPlace) {
    for (entry, next) in zip(history, history.dropFirst()) {
      if next.order < entry.order || (next.order == entry.order && next.change != entry.change) {
        breaks(
          place,
          "change \(next.order) stands after change \(entry.order).",
          advice: "Compare it with a backup: somebody changed the file by hand."
        )
      }
      if next.at < entry.at {
        add(
          place,
          .mention,
          "change \(next.order) is dated before the one it follows.",
          "Look at the machine's clock."
        )
      }
    }
  }

  /// One change is the same in every file it touched, but for its order: put together with others'
  /// changes it gets a later one there.
  mutating func checkChanges(_ index: RecordIndex) {
    var seen: [ChangeID: SeenChange] = [:]
    for session in index.snapshot.sessions {
      let place = RecordPlace.session(session.id, on: session.serviceDate)
      for entry in session.history where entry.kind != .differs {
        check(SeenChange(entry), at: place, &seen)
      }
    }
    for meeting in index.snapshot.appointments {
      let place = RecordPlace.appointment(meeting.id, on: meeting.serviceDate)
      for entry in meeting.history where entry.kind != .differs {
        check(SeenChange(entry), at: place, &seen)
      }
    }
  }

  private mutating func check(
    _ change: SeenChange,
    at place: RecordPlace,
    _ seen: inout [ChangeID: SeenChange]
  ) {
    if let other = seen[change.id], other != change {
      breaks(
        place,
        "\(change.id) is told otherwise in another file.",
        advice: "Compare it with a backup: somebody changed a file by hand."
      )
    }
    seen[change.id] = change
  }
}

/// What must be the same of one change in every file.
private struct SeenChange: Hashable {
  let id: ChangeID
  let at: Instant
  let by: StaffID
  let kind: ChangeKind

  init<Edit>(_ entry: HistoryEntry<Edit>) {
    id = entry.change
    at = entry.at
    by = entry.by
    kind = entry.kind
  }
}
