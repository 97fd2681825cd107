import App
import Domain
import TerminalCore

/// How the group stands, and how many of its roster are here and left to mark.
struct AttendanceHeader {
  let session: GroupSession
  let view: DayView

  private var state: AppState { view.state }

  /// Takes one row where all fits into it, else two.
  ///
  /// - Returns: What is left below.
  func draw(in rect: Rect, on canvas: inout Canvas) -> Rect {
    let (words, role) = standing
    let inside = rect.inset(rows: 0, columns: 1)
    let isLive = session.state.status == .inProgress
    let room = Room(
      count: RosterCount(session),
      limit: isLive ? state.data.capacityLimit(of: session) : nil
    )
    let columns = inside.columns - CellWidth.of(words) - 2
    canvas.put(words, in: inside, at: (0, 0), width: inside.columns, role: role)
    let long = counts(room, .long)
    let isLow = rect.rows < 17
    for words in [long, counts(room, .plain)] + (isLow ? [counts(room, .short)] : [])
    where words.width <= columns {
      words.draw(right: inside, row: 0, on: &canvas)
      return rect.split(top: 1).rest
    }
    long.draw(left: inside, row: 1, on: &canvas)
    return rect.split(top: 2).rest
  }

  private var standing: (String, Role) {
    let now = session.state
    let start = state.clock(now.scheduledStart)
    let end = state.clock(now.scheduledEnd)
    switch now.status {
    case .inProgress:
      let isWell = runningBreak == nil && !state.isLeftOpen(session)
      return (live, isWell ? .ok : .warning)
    case .scheduled:
      if now.scheduledEnd <= state.now { return ("Planned \(start)–\(end), never begun", .warning) }
      if now.scheduledStart <= state.now {
        return ("Planned \(start). \(state.said(.begin, in: .attendance)) begins it", .warning)
      }
      return ("Planned \(start)–\(end). \(state.said(.begin, in: .attendance)) begins it", .text)
    case .completed:
      let from = state.clock(now.actualStart ?? now.scheduledStart)
      let to = state.clock(now.actualEnd ?? now.scheduledEnd)
      return ("Finished, \(from)–\(to)", .text)
    case .cancelledByProgram:
      return ("Cancelled by the program" + (now.programReason.map { ": " + $0 } ?? ""), .warning)
    case .cancelledNoAttendees: return ("Cancelled, nobody came", .warning)
    case .unknown: return (now.status.word, .oddCharacter)
    }
  }

  private var live: String {
    let now = session.state
    let end = state.clock(now.scheduledEnd)
    let start = now.actualStart ?? now.scheduledStart
    if state.isLeftOpen(session) {
      return
        "Open since \(state.dayAndTime(start)). \(state.said(.finish, in: .attendance)) finishes it"
    }
    if let pause = runningBreak {
      let minutes = max(0, Instant.minutes(from: pause.start, to: state.now))
      return
        "BREAK since \(state.clock(pause.start)) (\(minutes) min). \(state.said(.breakTime, in: .attendance)) ends it"
    }
    let minutes = max(0, Instant.minutes(from: start, to: state.now))
    let ends = now.scheduledEnd <= state.now ? "planned end was \(end)" : "ends \(end)"
    return "LIVE since \(state.clock(start)) (\(minutes) min), \(ends)"
  }

  private var runningBreak: SessionBreak? {
    session.state.breaks.last { $0.start <= state.now && state.now < ($0.end ?? .latest) }
  }

  private enum Length { case long, plain, short }

  private struct Room {
    let count: RosterCount
    /// Only of a live group.
    let limit: CapacityLimit?
  }

  private func counts(_ room: Room, _ length: Length) -> CountWords {
    let count = room.count
    var words = CountWords()
    if length != .short { words.add("\(count.roster) roster") }
    if let cap = room.limit?.cap {
      let present = state.data.presentNow(in: session)
      if present > cap {
        words.add("\(present)/\(cap) in the room, OVER", .error)
      } else if present == cap {
        words.add("\(present)/\(cap) in the room, FULL", .warning)
      } else {
        // Who takes part by video counts toward the limit, and isn't in the room.
        let isAll = session.rows.allSatisfy {
          !$0.hasOpenSegment || $0.modality == .known(.inPerson)
        }
        let place = isAll ? "in the room" : "here"
        let isLong = length == .long
        words.add(isLong ? "\(present)/\(cap) \(place)" : "\(count.here) here")
      }
    } else if session.state.status == .completed {
      words.add("\(count.attended) came")
    }
    if count.left > 0, !session.state.status.isCancelled {
      words.add("\(count.left) left", session.state.status == .scheduled ? .text : .warning)
    }
    if state.isNotSaved(.session(session.id)) { words.add("NOT SAVED", .error) }
    return words
  }
}

/// The counts of the header, two cells apart.
private struct CountWords {
  private var parts: [(text: String, role: Role)] = []

  mutating func add(_ text: String, _ role: Role = .text) { parts.append((text, role)) }

  var width: Int { parts.reduce(-2) { $0 + 2 + $1.text.utf8.count } }

  func draw(right rect: Rect, row: Int, on canvas: inout Canvas) {
    draw(left: rect.split(right: width).right, row: row, on: &canvas)
  }

  func draw(left rect: Rect, row: Int, on canvas: inout Canvas) {
    var column = 0
    for part in parts {
      column = canvas.put(part.text, in: rect, row: row, column: column, role: part.role) + 2
    }
  }
}
