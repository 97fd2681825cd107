import App
import Domain
import TerminalCore

extension WeekTable {
  /// What the letters in the table mean, those that stand in it, in lines of a width.
  func legend(columns width: Int) -> [String] {
    var letters: Set<Character> = []
    var hasPart = false
    for row in rows {
      for place in days {
        let cell = WeekCell(day: row.hours.days[place], today: today)
        let text = cell.text(columns: columns.day - 1)
        if let letter = cell.letter, text.contains(letter) { letters.insert(letter) }
        if text.contains("+") { hasPart = true }
      }
    }
    var parts: [String] = []
    if hasPart { parts.append("+ more to come") }
    if letters.contains("b") { parts.append("b booked") }
    if letters.contains("?") { parts.append("? not marked") }
    parts += AttendanceStatus.known.filter { !$0.isUnmarked && letters.contains($0.letter) }
      .map { "\($0.letter) \($0.word.lowercased())" }
    if letters.contains("!") { parts.append("! unknown") }
    return parts.reduce(into: []) { lines, part in
      let longer = (lines.last.map { $0 + "  " } ?? "") + part
      if lines.isEmpty || CellWidth.of(longer) > width {
        lines.append(part)
      } else {
        lines[lines.count - 1] = longer
      }
    }
  }

  /// How many clients are in each state, the urgent ones first.
  var totals: [(String, Role)] {
    var counts: [(word: String, role: Role, count: Int)] = []
    let states: [WeekState] = [.short, .tight, .onTrack, .transition, .exempt, .noMinimum]
    for state in states {
      for row in rows where row.hours.state == state {
        let word = HourWords.standing(row.hours, isOver: isOver)
        if let place = counts.firstIndex(where: { $0.word == word }) {
          counts[place].count += 1
        } else {
          counts.append((word, word == HourWords.met ? .ok : state.role, 1))
        }
      }
    }
    var totals = counts.map { ("\($0.count) \($0.word)", $0.role) }
    let unmarked = rows.count { $0.hours.unmarked > 0 }
    if unmarked > 0 {
      totals.insert(("\(unmarked) not marked yet", .warning), at: min(2, totals.count))
    }
    return totals
  }
}
