import Domain

/// Groups, enrollments and appointments.
extension Importer {
  mutating func takeGroup(_ row: inout ImportRow) {
    let title = row.text("title")
    let type = row.word("type", GroupType.self)
    let weekdays = row.value("weekdays", "weekdays such as \"Mon Wed Fri\"", ImportRow.weekdays)
    let times = span(of: &row)
    let from = row.date("from")
    let lead = row.text("lead").flatMap { staffID(code: $0, "lead", in: &row) }
    let details = GroupDetails(&row, &self, from: from)
    guard let code = row.text("code") else { return }
    guard isFirst(code, in: row) else {
      return row.fail("code", "the code \"\(code)\" stands twice")
    }
    if let old = groups[code] {
      let plan = GroupPlan(
        weekdays: weekdays ?? old.weekdays,
        start: times?.start ?? old.start,
        end: times?.end ?? old.end,
        from: from ?? old.effectiveFrom,
        leadID: lead ?? old.leadID
      )
      return takeKnownGroup(old, title: title, type: type, plan, details, &row)
    }
    var group = GroupSeries(
      id: makeIDs.next(.group),
      code: code,
      title: title ?? "",
      type: .known(type ?? .other),
      weekdays: weekdays ?? Set(Weekday.allCases),
      start: times?.start ?? .midnight,
      end: times?.end ?? .endOfDay,
      effectiveFrom: from ?? .earliest,
      leadID: lead ?? StaffID("")
    )
    details.apply(to: &group)
    groups[code] = group
    touched.append(code)
  }

  /// A group of the program: its facts may be others; when, where and by whom it is held may not.
  private mutating func takeKnownGroup(
    _ old: GroupSeries,
    title: String?,
    type: GroupType?,
    _ plan: GroupPlan,
    _ details: GroupDetails,
    _ row: inout ImportRow
  ) {
    let differing = plan.differing(from: old) + details.differing(from: old)
    for column in differing {
      row.fail(column, "the program has another one; it holds from a day on: change it there")
    }
    guard row.problems.isEmpty, let title, let type else { return }
    var new = old
    (new.title, new.type) = (title, .known(type))
    details.change(&new)
    guard let new = changed(old, to: new, old.code, in: row, as: { .series($0) }) else { return }
    groups[old.code] = new
    if !touched.contains(old.code) { touched.append(old.code) }
  }

  /// A start and an end after it.
  private func span(of row: inout ImportRow) -> (start: TimeOfDay, end: TimeOfDay)? {
    let start = row.time("start")
    let end = row.time("end", asEnd: true)
    guard let start, let end else { return nil }
    guard start < end else {
      row.fail("end", "it must be after the start, \(start)")
      return nil
    }
    return (start, end)
  }

  mutating func takeEnrollment(_ row: inout ImportRow) {
    let client = clientID(in: &row)
    let code = row.text("group")
    let from = row.date("from")
    let to = row.optionalDate("to")
    let weekdays = row.optionalValue("weekdays", "weekdays such as \"Mon Wed\"", ImportRow.weekdays)
    if let from, let to, to < from { row.fail("to", "it lies before the beginning, \(from)") }
    guard let code else { return }
    guard let group = groups[code] else {
      return row.fail("group", "no group has the code \"\(code)\"")
    }
    if let weekdays, !weekdays.isSubset(of: group.weekdays) {
      row.fail("weekdays", "the group doesn't meet on all of these days")
    }
    guard let client, let from, let episode = episode(of: client, on: from, "from", in: &row)
    else { return }
    if let end = episode.dischargedOn, end < (to ?? .latest) {
      row.fail("to", "the client is discharged on \(end); the enrollment must end by then")
    }
    let known = group.enrollments.first { $0.clientID == client && $0.from == from }
    if let known, enrollmentRows[known.id] == nil {
      return takeKnown(known, of: code, to: to, weekdays, row)
    }
    let enrollment = Enrollment(
      id: makeIDs.next(.enrollment),
      clientID: client,
      episodeID: episode.id,
      from: from,
      to: to,
      weekdays: weekdays
    )
    if group.enrollments.contains(where: {
      $0.clientID == client && $0.from <= (to ?? .latest) && from <= ($0.to ?? .latest)
    }) {
      return row.fail("mrn", "the client is enrolled in the group already in that time")
    }
    groups[code]?.enrollments.append(enrollment)
    if !touched.contains(code) { touched.append(code) }
    enrollmentRows[enrollment.id] = row
  }

  private mutating func takeKnown(
    _ old: Enrollment,
    of code: String,
    to: CalendarDate?,
    _ weekdays: Set<Weekday>?,
    _ row: ImportRow
  ) {
    var new = old
    new.to = to ?? old.to
    new.weekdays = weekdays ?? old.weekdays
    guard new != old, let place = groups[code]?.enrollments.firstIndex(of: old) else {
      unchanged[row.file, default: 0] += 1
      return
    }
    changes.append(ImportedChange(file: row.file, line: row.line, what: code))
    groups[code]?.enrollments[place] = new
    if let change {
      let edit = GroupEdit.enrollment(old.id, RecordEdit(before: old, after: new))
      groups[code]?.history.append(change.entry(edit))
    }
    if !touched.contains(code) { touched.append(code) }
    enrollmentRows[new.id] = row
  }

  mutating func takeAppointment(_ row: inout ImportRow) {
    let client = clientID(in: &row)
    let counselor = row.text("counselor").flatMap { staffID(code: $0, "counselor", in: &row) }
    let kind = row.word("kind", AppointmentKind.self)
    let date = row.date("date")
    let times = span(of: &row)
    let room = roomID(in: &row)
    let modality = row.optionalWord("modality", Modality.self)
    guard let client, let date, let episode = episode(of: client, on: date, "date", in: &row),
      let counselor, let kind, let times
    else { return }
    let zone = existing.program.zone
    var state = AppointmentState(
      scheduledStart: zone.instant(date, times.start),
      scheduledEnd: zone.instant(date, times.end),
      counselorID: counselor,
      roomID: room
    )
    state.modality = .known(modality ?? .inPerson)
    let isKnown = existing.appointments.contains { known in
      known.clientID == client && known.kind == .known(kind) && !known.state.isWithdrawn
        && known.state.counselorID == counselor
        && known.state.scheduledStart == state.scheduledStart
        && known.state.scheduledEnd == state.scheduledEnd
    }
    guard !isKnown else {
      unchanged[row.file, default: 0] += 1
      return
    }
    let meeting = Appointment(
      id: makeIDs.next(.appointment),
      clientID: client,
      episodeID: episode.id,
      kind: .known(kind),
      serviceDate: date,
      state: state
    )
    result.appointments.append(meeting)
    appointmentRows[meeting.id] = row
  }
}

/// When and by whom a group is held, as its row says.
private struct GroupPlan {
  var weekdays: Set<Weekday>
  var start: TimeOfDay
  var end: TimeOfDay
  var from: CalendarDate
  var leadID: StaffID

  /// The columns that say something else than the program.
  func differing(from group: GroupSeries) -> [String] {
    var columns: [String] = []
    if weekdays != group.weekdays { columns.append("weekdays") }
    if start != group.start { columns.append("start") }
    if end != group.end { columns.append("end") }
    if from != group.effectiveFrom { columns.append("from") }
    if leadID != group.leadID { columns.append("lead") }
    return columns
  }
}

/// The columns of a group that may be left out.
private struct GroupDetails {
  private let to: CalendarDate?
  private let room: RoomID?
  private var coLeads: [StaffID] = []
  private let capacity: Int?
  private let capacityKind: CapacityKind?
  private let counts: Bool?

  init(_ row: inout ImportRow, _ importer: inout Importer, from: CalendarDate?) {
    to = row.optionalDate("to")
    room = importer.roomID(in: &row)
    capacity = row.optionalValue("capacity", "a number from 1 to 1000", ImportRow.count)
    capacityKind = row.optionalWord("capacityKind")
    counts = row.optionalValue("countsTowardHours", "yes or no", ImportRow.truth)
    for code in ImportRow.parts(row.optional("coLeads") ?? "") {
      if let id = importer.staffID(code: code, "coLeads", in: &row) { coLeads.append(id) }
    }
    if let from, let to, to < from { row.fail("to", "it lies before the beginning, \(from)") }
  }

  /// The columns that say something else about where and by whom a group is held.
  func differing(from group: GroupSeries) -> [String] {
    var columns: [String] = []
    if let room, room != group.roomID { columns.append("room") }
    if !coLeads.isEmpty, coLeads != group.coLeadIDs { columns.append("coLeads") }
    return columns
  }

  /// Changes what is told; what isn't stays.
  func change(_ group: inout GroupSeries) {
    if let to { group.effectiveTo = to }
    if let capacity { group.capacity = capacity }
    if let capacityKind { group.capacityKind = .known(capacityKind) }
    if let counts { group.countsTowardHours = counts }
  }

  func apply(to group: inout GroupSeries) {
    group.effectiveTo = to
    group.roomID = room
    group.coLeadIDs = coLeads
    if let capacity { group.capacity = capacity }
    if let capacityKind { group.capacityKind = .known(capacityKind) }
    if let counts { group.countsTowardHours = counts }
  }
}
