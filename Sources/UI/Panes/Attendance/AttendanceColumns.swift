/// Which columns of the roster there is room for, and where they begin.
///
/// The most needed come first: name, status and time always, then the week, SHORT, minutes, the
/// whole name, remarks, the week's other words, and the time out.
struct AttendanceColumns {
  let number: Int
  let name: Int
  private(set) var nameWidth = 11
  private(set) var status = 0
  private(set) var statusWidth = 11
  private(set) var time = 0
  private(set) var timeWidth = 5
  private(set) var minutes: Int?
  private(set) var week: Int?
  private(set) var state: Int?
  private(set) var stateWidth = 5
  private(set) var note: Int?
  private(set) var noteWidth = 0

  static let weekWidth = 7

  /// How far the selection's bar goes: over what a mark changes.
  ///
  /// The week beside it keeps its own
  /// colours, and a step through the roster paints half as much.
  var markedWidth: Int { minutes.map { $0 + 3 } ?? time + timeWidth }

  init(columns: Int, longestName: Int, highestNumber: Int) {
    number = highestNumber > 99 ? 3 : 2
    name = number + 2
    var spare = columns - name - nameWidth - 1 - statusWidth - 1 - timeWidth - 1
    func take(_ wanted: Int) -> Bool {
      guard spare >= wanted else { return false }
      spare -= wanted
      return true
    }
    let hasWeek = take(1 + Self.weekWidth)
    let hasState = hasWeek && take(1 + stateWidth)
    let hasMinutes = take(4)
    let growth = min(spare, max(0, min(longestName, 24) - nameWidth))
    if take(growth) { nameWidth += growth }
    let hasNote = take(11)
    if hasNote { noteWidth = 10 }
    if take(1) { statusWidth += 1 }
    if hasState, take(5) { stateWidth = 10 }
    if take(6) { timeWidth = 11 }
    if take(2) { nameWidth += 2 }
    let rest = min(spare, max(0, min(longestName, 60) - nameWidth))
    if take(rest) { nameWidth += rest }
    if hasNote { noteWidth += max(0, spare) }
    place(week: hasWeek, state: hasState, minutes: hasMinutes, note: hasNote)
  }

  private mutating func place(
    week hasWeek: Bool,
    state hasState: Bool,
    minutes hasMinutes: Bool,
    note hasNote: Bool
  ) {
    status = name + nameWidth + 1
    time = status + statusWidth + 1
    var next = time + timeWidth + 1
    if hasMinutes {
      minutes = next
      next += 4
    }
    if hasWeek {
      week = next
      next += Self.weekWidth + 1
    }
    if hasState {
      state = next
      next += stateWidth + 1
    }
    if hasNote { note = next }
  }
}
