import App
import Domain
import TerminalCore

/// The roster's rows: who, how, when, the minutes so far, and how the week stands.
struct AttendanceTable {
  let view: DayView
  let session: GroupSession
  let columns: AttendanceColumns
  private let week: CalendarDate
  private let isLive: Bool
  private let isNotSaved: Bool

  private var state: AppState { view.state }

  init(view: DayView, session: GroupSession, columns: AttendanceColumns) {
    let state = view.state
    self.view = view
    self.session = session
    self.columns = columns
    week = state.data.weekStart(of: session.serviceDate)
    isLive = session.state.status == .inProgress
    isNotSaved = state.isNotSaved(.session(session.id))
  }

  func drawHeads(in rect: Rect, on canvas: inout Canvas) {
    canvas.put("#", in: rect, row: 0, column: columns.number, role: .dim)
    if let filter = state.attendance.filter, !filter.isEmpty {
      let width = columns.nameWidth + 1 + columns.statusWidth
      let words = "filtered: \(filter)"
      canvas.put(words, in: rect, at: (0, columns.name), width: width, role: .match)
    } else {
      canvas.put("Client", in: rect, row: 0, column: columns.name, role: .dim)
      canvas.put("Status", in: rect, row: 0, column: columns.status, role: .dim)
    }
    canvas.put("Time", in: rect, row: 0, column: columns.time, role: .dim)
    if let minutes = columns.minutes {
      canvas.put("Min", in: rect, row: 0, column: minutes, role: .dim)
    }
    if let week = columns.week { canvas.put("Week h", in: rect, row: 0, column: week, role: .dim) }
    if let note = columns.note {
      canvas.put("Remarks", in: rect, row: 0, column: note, role: .dim)
    }
  }

  /// Draws the row at a place of the roster.
  func draw(_ place: Int, name: String, in rect: Rect, on canvas: inout Canvas) {
    let number = place + 1
    let row = session.rows[place]
    let digits = number < 10 ? 1 : number < 100 ? 2 : 3
    canvas.put("\(number)", in: rect, row: 0, column: 1 + columns.number - digits, role: .dim)
    if state.attendance.selected.contains(row.clientID) {
      canvas.put("*", in: rect, row: 0, column: columns.name - 1, role: .match)
    }
    canvas.put(name: name, in: rect, column: columns.name, width: columns.nameWidth)
    drawStatus(row, in: rect, on: &canvas)
    if isNotSaved, row.markedAt != nil {
      let place = columns.note ?? columns.week ?? columns.time
      canvas.put("NOT SAVED", in: rect, row: 0, column: place, role: .error)
      if columns.note == nil { return }
    } else if columns.note == nil, let entry = session.differences(of: row.clientID).last {
      let place = columns.week ?? columns.time
      let words = state.differs(entry, from: row, in: session)
      canvas.put(words, in: rect, at: (0, place), width: rect.columns - place, role: .warning)
      return
    } else if columns.note != nil {
      drawRemarks(row, in: rect, on: &canvas)
    }
    drawHours(row, in: rect, on: &canvas)
  }

  private func drawStatus(_ row: AttendanceRow, in rect: Rect, on canvas: inout Canvas) {
    let isOut = row.isSteppedOut(sessionIsLive: isLive)
    let words = isOut ? "stepped out" : row.status.word
    let role: Role = isOut ? .markLate : row.status.isUnmarked ? .warning : row.status.weekRole
    let status = (row: 0, column: columns.status)
    if row.status.isAttended, let first = row.firstIn {
      canvas.put(words, in: rect, at: status, width: columns.statusWidth, role: role)
      let hasGone = isOut || [.leftEarly, .lateLeftEarly, .removed].contains(row.status)
      drawTimes(from: first, to: row.segments.last?.end, hasGone, in: rect, on: &canvas)
    } else if let reason = row.absenceReason {
      canvas.put(words, in: rect, at: status, width: columns.statusWidth, role: role)
      let words = reason.value?.word ?? reason.stored
      canvas.put(words, in: rect, at: (0, columns.time), width: columns.timeWidth, role: role)
    } else {
      let width = columns.statusWidth + 1 + columns.timeWidth
      canvas.put(words, in: rect, at: status, width: width, role: role)
    }
  }

  /// Both times where there is room, else the one that the status is about.
  private func drawTimes(
    from first: Instant,
    to last: Instant?,
    _ hasGone: Bool,
    in rect: Rect,
    on canvas: inout Canvas
  ) {
    if columns.timeWidth < 11, hasGone, let last {
      canvas.put(state.clock(last), in: rect, row: 0, column: columns.time)
      return
    }
    let end = canvas.put(state.clock(first), in: rect, row: 0, column: columns.time)
    guard columns.timeWidth >= 11, let last else { return }
    let out = canvas.put("–", in: rect, row: 0, column: end)
    canvas.put(state.clock(last), in: rect, row: 0, column: out)
  }

  private func drawHours(_ row: AttendanceRow, in rect: Rect, on canvas: inout Canvas) {
    if let column = columns.minutes, row.status.isAttended {
      let minutes = state.data.creditedMinutes(of: row, in: session, now: state.now)
      let digits = minutes < 10 ? 1 : minutes < 100 ? 2 : 3
      canvas.put("\(minutes)", in: rect, row: 0, column: column + 3 - digits)
      // Set by hand; the remarks say so in words.
      if row.creditOverride != nil {
        canvas.put("*", in: rect, row: 0, column: column + 2 - digits, role: .warning)
      }
    }
    guard let column = columns.week,
      let hours = state.hoursOfWeek(of: row.clientID, week: week)
    else { return }
    canvas.put(
      HourWords.week(hours),
      in: rect,
      at: (0, column),
      width: AttendanceColumns.weekWidth,
      role: hours.state.role
    )
    guard let column = columns.state, hours.state.word.utf8.count <= columns.stateWidth else {
      return
    }
    canvas.put(hours.state.word, in: rect, row: 0, column: column, role: hours.state.role)
  }

  private func drawRemarks(_ row: AttendanceRow, in rect: Rect, on canvas: inout Canvas) {
    guard let column = columns.note else { return }
    let remarks = Remarks(of: row, in: session, state)
    if remarks.isEmpty { return }
    canvas.put(
      remarks.words,
      in: rect,
      at: (0, column),
      width: columns.noteWidth,
      role: remarks.isAlert ? .warning : .dim
    )
  }
}
