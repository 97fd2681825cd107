import Domain

/// What changed in the records of administration, in words.
enum RecordWords {
  /// One sentence's worth; nil for other edits.
  ///
  /// - Parameters:
  ///   - edit: As it was done, also where it is being taken back.
  ///   - state: For names.
  /// - Returns: The words without a full stop.
  static func words(of edit: Edit, in state: AppState) -> String? {
    switch edit {
    case .client(let id, let edit): StayWords.client(edit, name: name(of: edit, id, in: state))
    case .episode(_, let edit): StayWords.episode(edit, in: state)
    case .staff(_, let edit):
      facts(edit, "\((edit.after ?? edit.before)?.name ?? "Somebody")", new: "works here now")
    case .room(_, let edit):
      facts(edit, "\((edit.after ?? edit.before)?.name ?? "Room")", new: "is a room now")
    // All days of a change are told together.
    case .calendar: nil
    case .followUp(_, let edit): FollowUpWords.words(of: edit, in: state)
    case .group(_, .series(let edit)): series(edit)
    case .group(let id, .enrollment(_, let edit)):
      enrollment(edit, group: state.data.groups[id]?.code ?? "group", in: state)
    // What moves it says it.
    case .group(_, .cursor): nil
    case .session, .appointment: nil
    }
  }

  /// Rooms and groups that come or go together; nil for anything else.
  static func week(_ edits: [Edit]) -> String? {
    var (rooms, groups) = (0, 0)
    var isNew = true
    for edit in edits {
      switch edit {
      case .room(_, let edit) where edit.before == nil || edit.after == nil:
        rooms += 1
        isNew = edit.after != nil
      case .group(_, .series(let edit)) where edit.before == nil || edit.after == nil:
        groups += 1
        isNew = edit.after != nil
      case .room, .calendar, .group, .client, .episode, .staff, .session, .appointment,
        .followUp:
        return nil
      }
    }
    guard groups > 1 else { return nil }
    let with = rooms == 0 ? "" : rooms == 1 ? "A room and " : "\(rooms) rooms and "
    return "\(with)\(groups) groups \(isNew ? "" : "not ")added"
  }

  /// The places that come, or go, with an admission: "In G01, G02"; nil where there are none.
  static func placesOfAdmission(_ edits: [Edit], in state: AppState) -> String? {
    var codes: [String] = []
    var isAdmission = false
    for edit in edits {
      switch edit {
      case .episode(_, let edit): isAdmission = edit.before == nil || edit.after == nil
      case .group(let id, .enrollment): codes.append(state.data.groups[id]?.code ?? "a group")
      case .group, .client, .staff, .room, .calendar, .session, .appointment, .followUp: break
      }
    }
    guard isAdmission, !codes.isEmpty else { return nil }
    return "In " + codes.sorted().joined(separator: ", ")
  }

  private static func name(
    of edit: RecordEdit<Client>,
    _ id: ClientID,
    in state: AppState
  ) -> String {
    guard state.data.clients[id] == nil, let client = edit.after ?? edit.before else {
      return state.name(of: id)
    }
    if state.roomMode == .seats { return "a client" }
    return state.showsFullNames && state.roomMode == .off ? client.fullName : client.roomName
  }

  private static func facts<Record>(
    _ edit: RecordEdit<Record>,
    _ who: String,
    new: String
  ) -> String {
    if edit.before == nil { return "\(who) \(new)" }
    return edit.after == nil ? "\(who) not added" : "\(who) changed"
  }

  private static func series(_ edit: RecordEdit<GroupSeries>) -> String {
    guard let group = edit.after ?? edit.before else { return "group changed" }
    let title = "\(group.code) \(group.title)"
    guard let before = edit.before, let after = edit.after else {
      return edit.after == nil ? "\(title) not added" : "\(title) added"
    }
    if before.past.count < after.past.count, let last = after.past.last {
      let from = last.until.adding(days: 1).shortName
      return "\(title) -> \(when(after)) from \(from)"
    }
    if before.topics != after.topics {
      let count = after.topics.count
      return "\(title) -> \(count == 0 ? "no topics" : count == 1 ? "1 topic" : "\(count) topics")"
    }
    if before.effectiveTo != after.effectiveTo {
      return after.effectiveTo.map { "\(title) -> last day \($0.shortName)" }
        ?? "\(title) -> no last day"
    }
    return "\(title) -> \(when(after))"
  }

  private static func when(_ group: GroupSeries) -> String { group.whenWords }

  private static func enrollment(
    _ edit: RecordEdit<Enrollment>,
    group: String,
    in state: AppState
  ) -> String {
    guard let enrollment = edit.after ?? edit.before else { return "enrollment changed" }
    let name = state.name(of: enrollment.clientID)
    if edit.after == nil { return "\(name) -> not in \(group)" }
    var words = "in \(group) "
    if enrollment.to == enrollment.from {
      words += "on \(enrollment.from.dayName(on: state.today))"
      // The weekday stands there already.
      return "\(name) -> \(words)"
    }
    words += "from \(enrollment.from.shortName)"
    if let to = enrollment.to { words += " to \(to.shortName)" }
    if let days = enrollment.weekdays { words += ", \(TypedWeekdays.words(days))" }
    return "\(name) -> \(words)"
  }
}

/// One meeting that is held otherwise than planned.
extension RecordWords {
  /// What became of a meeting that is, or isn't, held from now on; nil where another part of the
  /// change says it.
  static func held(
    _ title: String,
    _ before: SessionState,
    _ after: SessionState,
    in state: AppState
  ) -> String? {
    guard before.movedTo == after.movedTo else { return nil }
    if after.isWithdrawn {
      return after.movedFrom == nil ? "\(title): no extra meeting" : "\(title) not moved"
    }
    let when = ChangeWords.moment(after.scheduledStart, in: state)
    return after.movedFrom == nil
      ? "\(title): extra meeting \(when)" : "\(title) moved to \(when)"
  }

  /// Meetings that went to another day, or came back, as their own records have it: where the new
  /// record isn't part of the change.
  static func moves(_ edits: [Edit], in state: AppState) -> [String] {
    edits.compactMap { edit in
      guard case .session(let id, .state(let before, let after)) = edit,
        before.movedTo != after.movedTo
      else { return nil }
      let title = state.data.sessions[id].map(state.data.title(of:)) ?? "group"
      guard let new = after.movedTo else { return "\(title) not moved" }
      let start = state.data.sessions[new]?.state.scheduledStart
      return start.map { "\(title) moved to \(ChangeWords.moment($0, in: state))" }
        ?? "\(title) moved to another day"
    }
  }

  /// Another time or room of a meeting that stays on its day; nil where neither changed.
  static func planned(
    _ title: String,
    _ before: SessionState,
    _ after: SessionState,
    in state: AppState
  ) -> String? {
    var changed: [String] = []
    if before.scheduledStart != after.scheduledStart || before.scheduledEnd != after.scheduledEnd {
      changed.append(
        "now \(state.clock(after.scheduledStart))-\(state.clock(after.scheduledEnd))"
      )
    }
    if before.roomID != after.roomID {
      changed.append(
        after.roomID.flatMap { state.data.rooms[$0]?.name }.map { "in \($0)" } ?? "no room"
      )
    }
    return changed.isEmpty ? nil : "\(title) \(changed.joined(separator: ", "))"
  }
}

extension GroupSeries {
  /// "Mon Wed 09:00-10:30".
  package var whenWords: String { "\(TypedWeekdays.words(weekdays)) \(start)-\(end)" }
}
