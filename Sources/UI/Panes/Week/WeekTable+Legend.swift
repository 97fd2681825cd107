import App
import Domain
import TerminalCore

extension WeekTable {
  /// What the letters in the table mean, those that stand in it, as many as fit whole.
  func legend(columns width: Int) -> String {
    var letters: Set<Character> = []
    var hasPart = false
    for row in rows {
      for place in days {
        let cell = WeekCell(day: row.hours.days[place], today: today)
        if let letter = cell.letter { letters.insert(letter) }
        if cell.isPartly { hasPart = true }
      }
    }
    var parts = AttendanceStatus.known.filter { !$0.isUnmarked && letters.contains($0.letter) }
      .map { "\($0.letter) \($0.word.lowercased())" }
    if letters.contains("!") { parts.append("! unknown") }
    if letters.contains("?") { parts.insert("? not marked", at: 0) }
    if letters.contains("b") { parts.insert("b booked", at: 0) }
    if hasPart, columns.day > 4 { parts.insert("+ more to come", at: 0) }
    var line = ""
    for part in parts {
      let longer = line.isEmpty ? part : line + "  " + part
      if CellWidth.of(longer) > width { break }
      line = longer
    }
    return line
  }

  /// How many clients are in each state, the urgent ones first.
  var totals: [(String, Role)] {
    var totals: [(String, Role)] = []
    let states: [WeekState] = [.short, .tight, .onTrack, .transition, .exempt, .noMinimum]
    for state in states {
      let count = rows.count { $0.hours.state == state }
      if count > 0 { totals.append(("\(count) \(state.word)", state.role)) }
    }
    let unmarked = rows.count { $0.hours.unmarked > 0 }
    if unmarked > 0 {
      totals.insert(("\(unmarked) not marked yet", .warning), at: min(2, totals.count))
    }
    return totals
  }
}
