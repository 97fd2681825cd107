/// What one person may take back and do again today, as the files remember it.
///
/// Derived from the histories of the loaded records, so it is the same after a restart.
package struct UndoHistory: Equatable, Sendable {
  /// Oldest first; the last is the next to be undone.
  package private(set) var undoable: [Change]
  /// The last is the next to be redone.
  ///
  /// What is done meanwhile takes away only what is about the same: a mark after too many undos
  /// loses nobody else's.
  package private(set) var redoable: [Change]
  /// Everything that was done, undone or redone that day, oldest first.
  package private(set) var all: [Change]

  package init() {
    undoable = []
    redoable = []
    all = []
  }

  /// Collects what a person did on a local date from everything that is loaded.
  package init(of staff: StaffID, on date: CalendarDate, in data: ProgramData) {
    self.init()
    var changes: [ChangeID: Change] = [:]
    func collect<Record: KeptRecord>(_ record: Record, _ edit: (Record.EditOfRecord) -> Edit) {
      for entry in record.history where entry.isOwn(of: staff, on: date, in: data) {
        changes[entry.change, default: Change(entry, edits: [])]
          .add(edit(entry.edit), order: entry.order)
      }
    }
    for session in data.sessions.values.sorted(by: { $0.id < $1.id }) {
      for entry in session.history where entry.isOwn(of: staff, on: date, in: data) {
        changes[entry.change, default: Change(entry, edits: [])]
          .add(.session(session.id, entry.edit), order: entry.order)
      }
    }
    for meeting in data.appointments.values.sorted(by: { $0.id < $1.id }) {
      for entry in meeting.history where entry.isOwn(of: staff, on: date, in: data) {
        changes[entry.change, default: Change(entry, edits: [])]
          .add(.appointment(meeting.id, entry.edit), order: entry.order)
      }
    }
    for client in data.clients.values { collect(client) { .client(client.id, $0) } }
    for client in data.withdrawn.clients.values { collect(client) { .client(client.id, $0) } }
    for stay in data.episodes.values { collect(stay) { .episode(stay.id, $0) } }
    for stay in data.withdrawn.episodes.values { collect(stay) { .episode(stay.id, $0) } }
    for person in data.staff.values { collect(person) { .staff(person.id, $0) } }
    for person in data.withdrawn.staff.values { collect(person) { .staff(person.id, $0) } }
    for group in data.groups.values { collect(group) { .group(group.id, $0) } }
    for group in data.withdrawn.groups.values { collect(group) { .group(group.id, $0) } }
    for one in data.followUps.values { collect(one) { .followUp(one.id, $0) } }
    for one in data.withdrawn.followUps.values { collect(one) { .followUp(one.id, $0) } }
    for room in data.keptRooms { collect(room) { .room(room.id, $0) } }
    for day in data.keptCalendar { collect(day) { .calendar(day.date, $0) } }
    for id in changes.keys { changes[id]?.edits.sort(by: Self.isMadeBefore) }
    for change in changes.values.sorted(by: { ($0.order, $0.at, $0.id) < ($1.order, $1.at, $1.id) })
    {
      record(change)
    }
  }

  /// What others rest on is made first; the edits of one kind stay in their order.
  private static func isMadeBefore(_ left: Edit, _ right: Edit) -> Bool {
    left.rank < right.rank
  }

  /// Takes a change that was just applied into account.
  package mutating func record(_ change: Change) {
    // What it booked is in the records by now.
    var change = change
    change.booked = []
    change.added = []
    all.append(change)
    switch change.kind {
    case .done:
      undoable.append(change)
      redoable.removeAll { $0.isAboutSame(as: change) }
    case .undo(let id):
      if let place = undoable.lastIndex(where: { $0.id == id }) {
        redoable.append(undoable.remove(at: place))
      }
    case .redo(let id):
      if let place = redoable.lastIndex(where: { $0.id == id }) {
        undoable.append(redoable.remove(at: place))
      }
    case .differs: break
    }
  }

  /// Forgets what could be done again, since something else was done.
  package mutating func forgetUndone() { redoable.removeAll() }

  /// Leaves out a change that can't be taken back or done again, so that the one before it can.
  package mutating func passOver(_ id: ChangeID) {
    undoable.removeAll { $0.id == id }
    redoable.removeAll { $0.id == id }
  }
}

extension HistoryEntry {
  /// Whether a person did it on a date; what only differs was never done.
  fileprivate func isOwn(of staff: StaffID, on date: CalendarDate, in data: ProgramData) -> Bool {
    by == staff && kind != .differs && data.today(at: at) == date
  }
}

extension Edit {
  fileprivate var rank: Int {
    switch self {
    case .staff: 0
    case .room, .calendar: 1
    case .client: 2
    case .episode: 3
    case .group: 4
    case .session, .appointment, .followUp: 5
    }
  }
}

extension Change {
  /// Put together with others' changes, one change may have got a later place in one of its files.
  fileprivate mutating func add(_ edit: Edit, order other: Int) {
    edits.append(edit)
    order = max(order, other)
  }

  /// What a history remembers of a change.
  package init<EditOfFile>(_ entry: HistoryEntry<EditOfFile>, edits: [Edit]) {
    self.init(
      id: entry.change,
      order: entry.order,
      at: entry.at,
      by: entry.by,
      kind: entry.kind,
      reason: entry.reason,
      edits: edits
    )
  }
}
