package import Domain

/// What takes an import back as a whole, or does it again.
///
/// It looks at the whole program, not at what happens to be loaded: no part of an import must stay
/// behind. What was used since stands in the way, and then nothing is changed.
package struct ImportReversal: Sendable {
  /// The records as they are to be written.
  package private(set) var records: ProgramSnapshot
  /// What comes of it, in words: "12 clients, 24 places in groups".
  package private(set) var words = ""
  /// What stands in the way, a sentence each; empty where nothing does.
  package private(set) var obstacles: [String] = []

  /// Looks for an import, and for what rests on it.
  ///
  /// - Parameters:
  ///   - id: The change of the import; nil is the last of today.
  ///   - again: Whether it was taken back and is done again.
  ///   - existing: Everything in the folder.
  ///   - stamp: Who asks, when, and under which change.
  ///   - order: The least order of the change.
  package init(
    of id: ChangeID?,
    again: Bool,
    in existing: ProgramSnapshot,
    _ stamp: Stamp,
    order: Int
  ) {
    records = ProgramSnapshot(program: existing.program)
    guard let change = Self.change(id, again: again, in: existing, stamp) else {
      obstacles = [
        "There is no import of yours of today to be \(again ? "done again" : "taken back")."
      ]
      return
    }
    var snapshot = existing
    let plans = Self.turn(&snapshot.plans, of: change.id, again: again)
    var data = Self.data(of: snapshot, around: change)
    data.orderFloor = order
    var turned =
      again
      ? data.again(change, stamp: stamp)
      : data.inverse(of: change, kind: .undo(of: change.id), stamp: stamp)
    turned.reason = Change.importReason
    obstacles = data.obstacles(to: turned).map {
      "\(ImportWords.name(of: $0.edit, in: data)): \($0.why)"
    }
    if !again { obstacles += Self.notes(about: plans, in: existing) }
    guard obstacles.isEmpty else { return }
    do throws(RuleViolation) { try data.apply(turned) } catch {
      obstacles = [error.message]
      return
    }
    records = Self.records(of: turned, in: data)
    records.plans = plans
    words = ImportWords.counts(of: change, plans: plans.count { $0.importedBy == change.id })
  }

  /// The change as the histories of all records have it.
  private static func change(
    _ id: ChangeID?,
    again: Bool,
    in existing: ProgramSnapshot,
    _ stamp: Stamp
  ) -> Change? {
    var data = ProgramData(standing: existing)
    let own = existing.appointments.filter { meeting in
      meeting.history.contains { $0.by == stamp.staff && $0.reason == Change.importReason }
    }
    load(Set(own.map(\.serviceDate)), of: existing, into: &data)
    let undo = UndoHistory(of: stamp.staff, on: data.today(at: stamp.madeAt), in: data)
    return (again ? undo.redoable : undo.undoable).last { $0.isImport && $0.id == id ?? $0.id }
  }

  /// The program with the weeks in which something may rest on what the import brought.
  private static func data(of snapshot: ProgramSnapshot, around change: Change) -> ProgramData {
    let touched = TouchedByImport(change)
    var dates: [CalendarDate] = []
    for session in snapshot.sessions where touched.isIn(session) {
      dates.append(session.serviceDate)
    }
    for meeting in snapshot.appointments where touched.isIn(meeting) {
      dates.append(meeting.serviceDate)
    }
    for record in snapshot.notes where touched.clients.contains(record.note.clientID) {
      dates.append(record.current.service.date)
    }
    var data = ProgramData(standing: snapshot)
    load(Set(dates), of: snapshot, into: &data)
    return data
  }

  private static func load(
    _ dates: Set<CalendarDate>,
    of snapshot: ProgramSnapshot,
    into data: inout ProgramData
  ) {
    for week in Set(dates.map { data.weekStart(of: $0) }).sorted() {
      data.load(week: week, from: snapshot)
    }
  }

  /// Puts the plans of an import aside, or back, and with them the end of those before.
  ///
  /// - Returns: The plans that are others by that.
  private static func turn(
    _ plans: inout [TreatmentPlan],
    of id: ChangeID,
    again: Bool
  ) -> [TreatmentPlan] {
    var turned: [TreatmentPlan] = []
    for place in plans.indices
    where plans[place].importedBy == id && plans[place].isWithdrawn == again {
      plans[place].isWithdrawn = !again
      turned.append(plans[place])
      let (client, start) = (plans[place].clientID, plans[place].effectiveFrom)
      let last = start.adding(days: -1)
      for earlier in plans.indices
      where plans[earlier].clientID == client && !plans[earlier].isWithdrawn
        && plans[earlier].effectiveFrom < start
        && plans[earlier].effectiveTo == (again ? nil : last)
      {
        plans[earlier].effectiveTo = again ? last : nil
        turned.append(plans[earlier])
      }
    }
    return turned
  }

  /// Notes that speak of an objective of a plan that is to go.
  private static func notes(
    about plans: [TreatmentPlan],
    in existing: ProgramSnapshot
  ) -> [String] {
    plans.filter(\.isWithdrawn).compactMap { plan in
      let own = Set(plan.objectives.map(\.id))
      let links =
        existing.notes.filter { $0.note.clientID == plan.clientID }.flatMap(\.note.objectives)
        + existing.drafts.flatMap(\.content.objectives)
      guard links.contains(where: { own.contains($0.objectiveID) }) else { return nil }
      let mrn = existing.clients.first { $0.id == plan.clientID }?.mrn ?? "a client"
      return "The plan of \(mrn): a note speaks of it by now."
    }
  }

  private static func records(of change: Change, in data: ProgramData) -> ProgramSnapshot {
    var records = ProgramSnapshot(program: data.program)
    var rooms: Set<RoomID> = []
    for case .room(let id, _) in change.edits { rooms.insert(id) }
    records.rooms = data.keptRooms.filter { rooms.contains($0.id) }
    for record in Set(change.edits.map(\.record)) {
      switch record {
      case .client(let id): if let kept = data.kept(id) { records.clients.append(kept) }
      case .episode(let id): if let kept = data.kept(id) { records.episodes.append(kept) }
      case .staff(let id): if let kept = data.kept(id) { records.staff.append(kept) }
      case .group(let id): if let kept = data.kept(id) { records.groups.append(kept) }
      case .appointment(let id):
        if let kept = data.appointments[id] { records.appointments.append(kept) }
      case .rooms, .calendar, .session, .followUp: break
      }
    }
    return records
  }
}

/// Who and what an import is about.
private struct TouchedByImport {
  var clients: Set<ClientID> = []
  private var groups: Set<GroupID> = []
  private var staff: Set<StaffID> = []
  private var rooms: Set<RoomID> = []
  private var appointments: Set<AppointmentID> = []

  init(_ change: Change) {
    for edit in change.edits {
      switch edit {
      case .client(let id, _): clients.insert(id)
      case .episode(_, let edit):
        if let stay = edit.after ?? edit.before { clients.insert(stay.clientID) }
      case .group(let id, .enrollment(_, let edit)):
        groups.insert(id)
        if let place = edit.after ?? edit.before { clients.insert(place.clientID) }
      case .group(let id, _): groups.insert(id)
      case .staff(let id, _): staff.insert(id)
      case .room(let id, _): rooms.insert(id)
      case .appointment(let id, _): appointments.insert(id)
      case .calendar, .session, .followUp: break
      }
    }
  }

  func isIn(_ session: GroupSession) -> Bool {
    session.groupID.map(groups.contains) ?? false || staff.contains(session.state.leadID)
      || session.rows.contains { clients.contains($0.clientID) }
  }

  func isIn(_ meeting: Appointment) -> Bool {
    appointments.contains(meeting.id) || clients.contains(meeting.clientID)
      || staff.contains(meeting.state.counselorID)
      || meeting.state.roomID.map(rooms.contains) ?? false
  }
}
