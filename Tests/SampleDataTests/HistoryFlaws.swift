import Domain

/// What is wrong with the histories of a snapshot, in words; empty is sound.
///
/// Each history is played from its beginning: an entry's *before* is what the entries before it
/// made, and the last *after* is what is there. The orders ascend with time over all records.
struct HistoryFlaws {
  private(set) var found: [String] = []
  private var timeOfOrder: [Int: Instant] = [:]
  private var changeOfOrder: [Int: ChangeID] = [:]
  private let planned: ProgramData

  init(of snapshot: ProgramSnapshot) {
    planned = ProgramData(standing: snapshot)
    for session in snapshot.sessions { check(session) }
    for appointment in snapshot.appointments { check(appointment) }
    let orders = timeOfOrder.sorted { $0.key < $1.key }
    for (first, second) in zip(orders, orders.dropFirst()) where first.value > second.value {
      found.append("order \(second.key) is earlier than \(first.key)")
    }
  }

  private mutating func note<EditOfFile>(_ entry: HistoryEntry<EditOfFile>) {
    if let other = changeOfOrder[entry.order], other != entry.change {
      found.append("order \(entry.order) twice")
    }
    changeOfOrder[entry.order] = entry.change
    timeOfOrder[entry.order] = entry.at
  }

  private mutating func check(_ session: GroupSession) {
    let id = session.id.rawValue
    guard let group = session.groupID.flatMap({ planned.groups[$0] }) else { return }
    let expected = planned.occurrence(of: group, on: session.serviceDate)
    var rows = Dictionary(uniqueKeysWithValues: expected.rows.map { ($0.clientID, $0) })
    var state = expected.state
    state.topic = session.state.topic
    for entry in session.history {
      note(entry)
      switch entry.edit {
      case .row(let client, let before, let after):
        if rows[client] != before { found.append("\(id): a row's before differs") }
        rows[client] = after
        if after?.status != before?.status, after?.markedAt != entry.at {
          found.append("\(id): marked at another time")
        }
      case .state(let before, let after):
        if state != before { found.append("\(id): a state's before differs") }
        state = after
      }
    }
    if state != session.state { found.append("\(id): the state isn't the last one") }
    for row in session.rows where rows[row.clientID] != row {
      found.append("\(id): a row isn't the last one")
    }
    if rows.count != session.rows.count { found.append("\(id): rows that aren't there") }
  }

  private mutating func check(_ appointment: Appointment) {
    var state = appointment.history.first?.edit.before ?? appointment.state
    if state.status != .booked { found.append("\(appointment.id): didn't begin as booked") }
    for entry in appointment.history {
      note(entry)
      if state != entry.edit.before { found.append("\(appointment.id): a before differs") }
      state = entry.edit.after
    }
    if state != appointment.state { found.append("\(appointment.id): not the last state") }
  }
}
