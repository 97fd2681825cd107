package import Domain

/// A change in words: for the status line and the change list.
package enum ChangeWords {
  /// What was done and how to take it back, or what was undone.
  package static func sentence(of change: Change, in state: AppState) -> String {
    var words = words(of: change, in: state)
    var promise = ""
    if let begun = begunSession(in: change),
      let title = state.data.sessions[begun].map(state.data.title)
    {
      (words, promise) = startPromise(words, of: title, in: state)
    }
    let undo = "  (\(state.said(.undo)) undo)"
    switch change.kind {
    case .done: return words + undo + promise
    case .undo: return "Undone: " + words + "  (\(state.said(.redo)) redo)"
    case .redo: return "Done again: " + words + undo + promise
    case .differs: return "Differs: " + words
    }
  }

  /// The session that a change begins; nil for an undo.
  static func begunSession(in change: Change) -> SessionID? {
    if case .undo = change.kind { return nil }
    for case .session(let id, .state(let before, let after)) in change.edits
    where before.status == .scheduled && after.status == .inProgress {
      return id
    }
    return nil
  }

  /// Takes the start that the words begin with behind the mark that began the group, which is what
  /// must not be cut off, and says how to change it.
  private static func startPromise(
    _ words: String,
    of title: String,
    in state: AppState
  ) -> (words: String, promise: String) {
    let start = "\(title) started "
    guard words.hasPrefix(start) else { return (words, "") }
    let end = words.index(words.startIndex, offsetBy: start.count + 5)
    let rest = words[end...].drop { $0 == "." || $0 == " " }
    let key =
      state.day.focus == .groups ? state.said(.groupTimes) : "\(state.said(.sessionMenu)) t"
    guard !rest.isEmpty else { return (words + ", \(key) changes it", "") }
    return (String(rest), "  started \(words[..<end].suffix(5)), \(key) changes it")
  }

  /// What a change did; for an undo, what it took back.
  package static func words(of change: Change, in state: AppState) -> String {
    let isUndo: Bool
    switch change.kind {
    case .undo: isUndo = true
    case .done, .redo, .differs: isUndo = false
    }
    let whole = isUndo ? change.edits.map(\.inverse).reversed() : change.edits
    let edits = state.roomMode == .off ? whole : whole.filter { $0.clinicalClient == nil }
    if let words = RecordWords.week(edits) { return words }
    if let words = RecordWords.calendar(edits, isUndo: isUndo, in: state) { return words }
    if let words = RecordWords.substitution(edits, in: state) { return words }
    var parts: [String] = []
    var rows:
      [(session: SessionID, client: ClientID, before: AttendanceRow?, after: AttendanceRow?)] = []
    var booking: String?
    var newTime: String?
    let bookings = RecordWords.bookings(edits, in: state)
    var meetings: [(who: String, words: String, isMoved: Bool)] = []
    let places = RecordWords.placesOfAdmission(edits, in: state)
    let isDischarge = whole.contains { $0.isDischarge || $0.isMerge }
    for edit in edits {
      switch edit {
      // What ends with a stay is said by its end.
      case .group(_, .enrollment) where isDischarge, .appointment where isDischarge: continue
      case .group(_, .enrollment) where places != nil: continue
      case .session(let id, .state(let before, let after)):
        let title = state.data.sessions[id].map(state.data.title(of:)) ?? "group"
        if before.isWithdrawn == after.isWithdrawn {
          parts.append(sessionWords(title, before, after, in: state))
        } else if let words = RecordWords.held(title, before, after, in: state) {
          parts.append(words)
        }
      case .session(let id, .row(let client, let before, let after)):
        rows.append((id, client, before, after))
      case .appointment(let id, let edit):
        let client = state.data.appointments[id]?.clientID
        let who = client.map(state.name(of:)) ?? "appointment"
        if edit.before.isWithdrawn != edit.after.isWithdrawn {
          let when = moment(edit.after.scheduledStart, in: state)
          booking = "\(who) -> \(edit.after.isWithdrawn ? "not booked" : "booked") \(when)"
          newTime = edit.after.isWithdrawn ? nil : when
        } else {
          let isKept = edit.before == edit.after ? "kept as " : ""
          let words = isKept + appointmentWords(edit.before, edit.after, in: state)
          meetings.append((who, words, edit.after.status == .rescheduled))
        }
      case .episode(_, let edit) where edit.isError: continue
      case .client, .episode, .staff, .room, .calendar, .group, .followUp:
        if let words = RecordWords.words(of: edit, in: state) { parts.append(words) }
      }
    }
    if parts.isEmpty, rows.isEmpty { parts += RecordWords.moves(edits, in: state) }
    if let places { parts.append(places) }
    let together = RecordWords.meetings(edits, in: state)
    if let together, !isDischarge { parts.append(together) }
    for meeting in meetings where together == nil {
      let moved = meeting.isMoved ? newTime.map { "moved to " + $0 } : nil
      parts.append("\(meeting.who) -> \(moved ?? meeting.words)")
    }
    if meetings.isEmpty, let booking { parts.append(bookings ?? booking) }
    if rows.count == 1 {
      let row = rows[0]
      let words = rowWords(row.before, row.after, of: row.session, in: state)
      parts.append("\(state.name(of: row.client)) -> \(words)")
    } else if !rows.isEmpty {
      let words = Set(rows.map { $0.after?.status.word ?? "off the roster" })
      let what = words.count == 1 ? words.first ?? "" : "changed"
      let sessionEnded = parts.contains { $0.contains("finished") || $0.contains(" ended ") }
      if !sessionEnded { parts.append("\(rows.count) people -> \(what)") }
    }
    if edits.count < whole.count { parts += wordsForRoom(whole, in: state) }
    return parts.joined(separator: ". ")
  }

  /// About whom something clinical was done, which isn't for the room.
  private static func wordsForRoom(_ edits: [Edit], in state: AppState) -> [String] {
    var words: [String] = []
    for edit in edits {
      guard let client = edit.clinicalClient else { continue }
      let name = state.data.clients[client] == nil ? "a client" : state.name(of: client)
      let sentence = "something about \(name)"
      if !words.contains(sentence) { words.append(sentence) }
    }
    return words
  }

  private static func sessionWords(
    _ title: String,
    _ before: SessionState,
    _ after: SessionState,
    in state: AppState
  ) -> String {
    if before.status != after.status {
      switch after.status {
      case .inProgress:
        if before.status != .scheduled { return "\(title) reopened" }
        let start = after.actualStart ?? after.scheduledStart
        return "\(title) started \(state.clock(start))"
      case .completed:
        return "\(title) finished \(state.clock(after.actualEnd ?? after.scheduledEnd))"
      case .cancelledNoAttendees: return "\(title) finished: nobody came"
      case .cancelledByProgram: return "\(title) cancelled by the program"
      case .scheduled: return "\(title) not begun"
      case .unknown: return "\(title) changed"
      }
    }
    if before.breaks != after.breaks {
      return after.breaks.last?.end == nil ? "\(title): break begins" : "\(title): break ends"
    }
    if let words = RecordWords.planned(title, before, after, in: state) { return words }
    if before.leadID != after.leadID {
      return "\(title) led by \(state.data.staff[after.leadID]?.shortName ?? "someone else")"
    }
    if before.topic != after.topic {
      return "\(title): \(after.topic ?? "the curriculum's topic")"
    }
    var changed: [String] = []
    if before.actualStart != after.actualStart, let start = after.actualStart {
      changed.append("started \(state.clock(start))")
    }
    if before.actualEnd != after.actualEnd, let end = after.actualEnd {
      changed.append("ended \(state.clock(end))")
    }
    return "\(title) \(changed.isEmpty ? "changed" : changed.joined(separator: ", "))"
  }

  package static func rowWords(
    _ before: AttendanceRow?,
    _ after: AttendanceRow?,
    of session: SessionID,
    in state: AppState
  ) -> String {
    guard let after else { return "off the roster" }
    if before == after { return "kept \(statusWords(after, in: state))" }
    if let before, before.status == after.status {
      if before.modality != after.modality { return modalityWords(after.modality) }
      if before.hasOpenSegment != after.hasOpenSegment, let last = after.segments.last {
        return after.hasOpenSegment
          ? "back in \(state.clock(last.start))"
          : "stepped out \(state.clock(last.end ?? last.start))"
      }
      if before.creditOverride != after.creditOverride {
        return after.creditOverride.map { "\($0.minutes) min, set by hand" }
          ?? "minutes by the times"
      }
      if before.quickLine != after.quickLine || before.craving != after.craving
        || before.mood != after.mood || before.participation != after.participation
      {
        let mayRead = state.data.sessions[session].map { state.mayReadQuickLine(of: after, in: $0) }
        return mayRead == true ? "quick line kept" : "changed"
      }
    }
    return statusWords(after, in: state)
  }

  /// "Late 09:12", "Left early 11:40", "Excused court".
  package static func statusWords(_ row: AttendanceRow, in state: AppState) -> String {
    var words = row.status.isUnmarked ? "not marked" : row.status.word
    switch row.status {
    case .late, .lateLeftEarly: if let time = row.firstIn { words += " \(state.clock(time))" }
    case .leftEarly, .removed:
      if let time = row.segments.last?.end { words += " \(state.clock(time))" }
    case .expected, .present, .excused, .noShow, .cancelledClient, .cancelledProgram, .onLeave,
      .notAdmitted, .unknown:
      break
    }
    if let reason = row.absenceReason, state.roomMode == .off {
      words += " \(reason.value?.word ?? reason.stored)"
    }
    return words
  }

  /// "Fri 13 Mar 14:30".
  package static func moment(_ instant: Instant, in state: AppState) -> String {
    let (date, time) = state.data.program.zone.local(instant)
    let day = "\(date.weekday.shortName) \(date.day) \(date.monthShortName)"
    return date.year == state.today.year ? "\(day) \(time)" : "\(day) \(date.year) \(time)"
  }

  private static func modalityWords(_ modality: Coded<Modality>) -> String {
    modality.value.map { "here \($0 == .inPerson ? "in person" : "by \($0.word)")" }
      ?? modality.stored
  }

  private static func appointmentWords(
    _ before: AppointmentState,
    _ after: AppointmentState,
    in state: AppState
  ) -> String {
    guard before.counselorID != after.counselorID else { return appointmentWords(after, in: state) }
    return "now with \(state.data.staff[after.counselorID]?.code ?? "somebody else")"
  }

  static func appointmentWords(_ after: AppointmentState, in state: AppState) -> String {
    var words = after.status.word
    switch after.status {
    case .arrived, .inProgress: words += " \(state.clock(after.actualStart ?? state.now))"
    case .kept, .lateKept:
      if let start = after.actualStart, let end = after.actualEnd {
        words += " \(state.clock(start))-\(state.clock(end))"
      }
    case .booked, .noShow, .cancelledClient, .cancelledClientLate, .cancelledProgram,
      .rescheduled, .unknown:
      break
    }
    if let reason = after.reason, state.roomMode == .off {
      words += " \(reason.value?.word ?? reason.stored)"
    }
    return words
  }
}

extension Edit {
  /// The client of whom an edit says something that a room isn't to read: an attempt to reach them, a
  /// decision of the team, facts, a stay, a quick line; nil for marks and meetings.
  fileprivate var clinicalClient: ClientID? {
    switch self {
    case .followUp(_, let edit): (edit.after ?? edit.before)?.clientID
    case .client(let id, _): id
    case .episode(_, let edit): (edit.after ?? edit.before)?.clientID
    case .session(_, .row(let client, let before?, let after?)):
      before.saysSame(as: after) ? nil : client
    case .session, .appointment, .staff, .room, .calendar, .group: nil
    }
  }
}

extension AttendanceRow {
  /// Whether what was kept of the client in a few words and numbers is the same.
  fileprivate func saysSame(as other: AttendanceRow) -> Bool {
    quickLine == other.quickLine && craving == other.craving && mood == other.mood
      && participation == other.participation
  }
}
