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

  /// Each entry of a record begins where the one before it ended, and the last ends in its facts.
  mutating func checkHistory<Record: KeptRecord>(of record: Record, at place: RecordPlace)
  where Record.EditOfRecord == RecordEdit<Record> {
    checkOrder(of: record.history, at: place)
    let edits = record.history.map(\.edit)
    checkChain(edits, orders: record.history.map(\.order), "its facts", at: place)
    guard let last = edits.last else { return }
    let present = record.isWithdrawn ? nil : record.bare
    if last.after != present { breaksChain(place, "its facts", at: nil) }
  }

  mutating func checkHistory(of group: GroupSeries, at place: RecordPlace) {
    checkOrder(of: group.history, at: place)
    var series: [RecordEdit<GroupSeries>] = []
    var enrollments: [EnrollmentID: [RecordEdit<Enrollment>]] = [:]
    var cursor: TopicCursor?
    for entry in group.history {
      switch entry.edit {
      case .series(let edit): series.append(edit)
      case .enrollment(let id, let edit): enrollments[id, default: []].append(edit)
      case .cursor(let before, let after):
        if let cursor, cursor != before { breaksChain(place, "its topic", at: entry.order) }
        cursor = after
      }
    }
    checkChain(series, orders: [], "its facts", at: place)
    if let last = series.last, last.after != (group.isWithdrawn ? nil : group.bare) {
      breaksChain(place, "its facts", at: nil)
    }
    if let cursor, cursor != group.topicCursor { breaksChain(place, "its topic", at: nil) }
    for (id, edits) in enrollments.sorted(by: { $0.key < $1.key }) {
      checkChain(edits, orders: [], "enrollment \(id)", at: place)
      if edits.last?.after != group.enrollments.first(where: { $0.id == id }) {
        breaksChain(place, "enrollment \(id)", at: nil)
      }
    }
  }

  private mutating func checkChain<Record>(
    _ edits: [RecordEdit<Record>],
    orders: [Int],
    _ what: String,
    at place: RecordPlace
  ) {
    for (index, (edit, next)) in zip(edits, edits.dropFirst()).enumerated()
    where edit.after != next.before {
      breaksChain(place, what, at: orders.indices.contains(index + 1) ? orders[index + 1] : nil)
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
    let snapshot = index.snapshot
    for client in snapshot.clients { check(client, at: .client(client.id), &seen) }
    for stay in snapshot.episodes { check(stay, at: .episode(stay.id, of: stay.clientID), &seen) }
    for one in snapshot.followUps { check(one, at: .followUp(one.id, of: one.clientID), &seen) }
    for person in snapshot.staff { check(person, at: .staff(person.id), &seen) }
    for group in snapshot.groups { check(group, at: .group(group.id), &seen) }
    for room in snapshot.rooms { check(room, at: .rooms(snapshot.program.id), &seen) }
    for day in snapshot.calendar { check(day, at: .calendar(snapshot.program.id), &seen) }
  }

  private mutating func check<Record: KeptRecord>(
    _ record: Record,
    at place: RecordPlace,
    _ seen: inout [ChangeID: SeenChange]
  ) {
    for entry in record.history { check(SeenChange(entry), at: place, &seen) }
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
