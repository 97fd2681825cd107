import Domain

/// Several appointments that change together.
extension RecordWords {
  /// Those that are booked or taken back; nil for fewer than two.
  static func bookings(_ edits: [Edit], in state: AppState) -> String? {
    var starts: [Instant] = []
    var client: ClientID?
    var isBooked = true
    for case .appointment(let id, let edit) in edits
    where edit.before.isWithdrawn != edit.after.isWithdrawn {
      starts.append(edit.after.scheduledStart)
      client = state.data.appointments[id]?.clientID
      isBooked = !edit.after.isWithdrawn
    }
    let what = isBooked ? "booked" : "not booked"
    return words(client, starts, what, in: state)
  }

  /// Those that are moved, called off or given to somebody else; nil for fewer than two.
  static func meetings(_ edits: [Edit], in state: AppState) -> String? {
    if let words = exchange(edits, in: state) { return words }
    var (starts, newStarts): ([Instant], [Instant]) = ([], [])
    var client: ClientID?
    var what = ""
    for case .appointment(let id, let edit) in edits {
      if edit.before.isWithdrawn != edit.after.isWithdrawn {
        newStarts.append(edit.after.scheduledStart)
        continue
      }
      starts.append(edit.after.scheduledStart)
      client = state.data.appointments[id]?.clientID
      let (before, after) = (edit.before.counselorID, edit.after.counselorID)
      what =
        before == after
        ? edit.after.status.word : "now with \(state.data.staff[after]?.code ?? "somebody else")"
    }
    let isMoved = newStarts.count == starts.count
    return words(
      client,
      isMoved ? newStarts : starts,
      isMoved ? "moved" : what,
      in: state
    )
  }

  /// Two clients' appointments at each other's times; nil for anything else.
  private static func exchange(_ edits: [Edit], in state: AppState) -> String? {
    var moved: [(client: ClientID, start: Instant)] = []
    for case .appointment(let id, let edit) in edits
    where edit.before.isWithdrawn != edit.after.isWithdrawn {
      guard let meeting = state.data.appointments[id] else { return nil }
      moved.append((meeting.clientID, edit.after.scheduledStart))
    }
    guard edits.count == 4, moved.count == 2, moved[0].client != moved[1].client else { return nil }
    return moved.map {
      "\(state.name(of: $0.client)) now \(ChangeWords.moment($0.start, in: state))"
    }
    .joined(separator: ", ")
  }

  /// Whose they are, what became of them, and from when to when; nil for fewer than two.
  private static func words(
    _ client: ClientID?,
    _ starts: [Instant],
    _ what: String,
    in state: AppState
  ) -> String? {
    guard starts.count > 1, let first = starts.min(), let last = starts.max() else { return nil }
    let who = client.map(state.name(of:)) ?? "appointments"
    let day = state.data.program.zone.local(last).date
    let until =
      day.year == state.today.year
      ? "\(day.weekday.shortName) \(day.day) \(day.monthShortName)" : day.shortName
    return
      "\(who) -> \(starts.count) times \(what), \(ChangeWords.moment(first, in: state)) to \(until)"
  }
}
