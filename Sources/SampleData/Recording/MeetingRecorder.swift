import Domain

/// Plays the marks of one meeting in the order of time, as its lead would press them.
///
/// The first mark begins the meeting. What happens at the same second is one change; the last one
/// finishes the meeting and closes the presence of everyone who is still there.
struct MeetingRecorder {
  private(set) var session: GroupSession
  private var steps: [RowStep] = []
  private var newcomer: AttendanceRow?

  /// The second at which all who are plainly present are marked by one change.
  private static let together = 95

  /// - Parameter expected: The meeting as its series plans it.
  init(expected: GroupSession) {
    session = expected
    session.history.reserveCapacity(expected.rows.count * 2 + 4)
    steps.reserveCapacity(expected.rows.count + 8)
  }

  private var start: Instant { session.state.scheduledStart }

  /// Notes how a row turned out; a row that isn't marked stays as it is.
  ///
  /// - Parameters:
  ///   - outcome: How it turned out.
  ///   - row: The row's place.
  ///   - alone: Whether it is marked by itself even where it is one of those plainly present.
  ///   - checkIn: What is entered shortly before the end.
  mutating func mark(
    _ outcome: Outcome,
    row: Int,
    alone: Bool = false,
    checkIn: CheckIn? = nil
  ) {
    let isOneOfMany = !alone && outcome.isPlain
    let first = isOneOfMany ? MeetingRecorder.together : 8 + row * 6 + row % 3
    outcome.addSteps(row: row, first: first, to: &steps)
    if let checkIn, outcome.staysToTheEnd {
      steps.append(RowStep(second: 4_500 + row * 45, row: row, edit: .checkIn(checkIn)))
    }
  }

  /// Adds somebody who came without a place in the group, some seconds after the start; only one.
  mutating func walkIn(_ row: AttendanceRow, second: Int) {
    newcomer = row
    Outcome.present.addSteps(row: session.rows.count, first: second, to: &steps)
  }

  /// Another counselor takes the meeting, as was agreed some minutes before it.
  mutating func substitute(_ staff: StaffID, minutesBefore: Int, in chronicle: inout Chronicle) {
    let old = session.state.leadID
    let change = chronicle.change(at: start.adding(minutes: -minutesBefore), by: old)
    changeState(change) {
      $0.leadID = staff
      $0.substituteFor = old
    }
  }

  /// Plays what was noted for the first seconds of the meeting.
  mutating func play(seconds: Int = .max, in chronicle: inout Chronicle) {
    let order = steps.indices.filter { steps[$0].second < seconds }
      .sorted { (steps[$0].second, $0) < (steps[$1].second, $1) }
    let start = start
    var change: ChangeMark?
    for place in order {
      let step = steps[place]
      let at = start.adding(seconds: step.second)
      if change?.at != at { change = chronicle.change(at: at, by: session.state.leadID) }
      guard let change else { continue }
      if session.state.status == .scheduled { begin(change) }
      if step.row < session.rows.count {
        changeRow(step.row, change) { step.edit.apply(to: &$0, start: start, change: change) }
      } else if var row = newcomer {
        step.edit.apply(to: &row, start: start, change: change)
        session.rows.append(row)
        session.history.append(change.entry(.row(row.clientID, before: nil, after: row)))
      }
    }
  }

  /// Ends the meeting, normally at its scheduled end; without anyone there it didn't take place.
  ///
  /// - Parameters:
  ///   - minutes: The meeting's length where it ended early.
  ///   - reason: Why the program ended it early.
  ///   - chronicle: Where the change is kept.
  mutating func finish(
    after minutes: Int? = nil,
    reason: String? = nil,
    in chronicle: inout Chronicle
  ) {
    if session.state.status == .scheduled {
      begin(chronicle.change(at: start.adding(seconds: 5), by: session.state.leadID))
    }
    let end = minutes.map { start.adding(minutes: $0) } ?? session.state.scheduledEnd
    var change = chronicle.change(
      at: end.adding(seconds: 12 + session.rows.count),
      by: session.state.leadID
    )
    change.reason = reason
    let attended = session.rows.contains(where: \.status.isAttended)
    changeState(change) {
      $0.status = attended ? .completed : .cancelledNoAttendees
      $0.actualEnd = end
      $0.programReason = reason
      $0.closedAt = change.at
      $0.closedBy = change.by
    }
    for place in session.rows.indices where session.rows[place].hasOpenSegment {
      changeRow(place, change) { $0.segments[$0.segments.count - 1].end = end }
    }
  }

  /// The program calls the meeting off some minutes before its start.
  mutating func cancel(reason: String, minutesBefore: Int, in chronicle: inout Chronicle) {
    var change = chronicle.change(
      at: start.adding(minutes: -minutesBefore),
      by: session.state.leadID
    )
    change.reason = reason
    changeState(change) {
      $0.status = .cancelledByProgram
      $0.programReason = reason
    }
    for place in session.rows.indices where session.rows[place].status.isUnmarked {
      changeRow(place, change) {
        $0.status = .cancelledProgram
        $0.markedBy = change.by
        $0.markedAt = change.at
      }
    }
  }

  private mutating func begin(_ change: ChangeMark) {
    changeState(change) {
      $0.status = .inProgress
      $0.actualStart = $0.scheduledStart
    }
  }

  private mutating func changeState(_ change: ChangeMark, _ edit: (inout SessionState) -> Void) {
    let before = session.state
    edit(&session.state)
    session.history.append(change.entry(.state(before: before, after: session.state)))
  }

  private mutating func changeRow(
    _ place: Int,
    _ change: ChangeMark,
    _ edit: (inout AttendanceRow) -> Void
  ) {
    let before = session.rows[place]
    edit(&session.rows[place])
    session.history.append(
      change.entry(.row(before.clientID, before: before, after: session.rows[place]))
    )
  }
}
