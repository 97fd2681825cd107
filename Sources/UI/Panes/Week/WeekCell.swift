import App
import Domain
import TerminalCore

/// One client's day in the Week table.
struct WeekCell {
  let day: DayMinutes
  let today: CalendarDate

  private var total: Int { day.credited + day.possible }

  /// The status's letter, `?` for past and unmarked, `b` for what is only booked.
  var letter: Character? {
    guard let status = day.status else { return day.possible > 0 ? "b" : nil }
    guard status.isUnmarked else { return status.letter }
    return day.date >= today && day.possible > 0 ? "b" : "?"
  }

  /// Whether something happened already and more of the day is to come.
  var isPartly: Bool {
    guard day.possible > 0 else { return false }
    return day.credited > 0 || day.status?.isUnmarked == false
  }

  /// What fits into so many cells: hours and letter, hours alone, or the letter alone.
  func text(columns: Int) -> String {
    guard let letter else { return total > 0 ? Hours.cutDown(total) : "." }
    if columns <= 3 {
      return total == 0 ? String(letter) : fitting([Hours.cutDown(total)], columns)
    }
    if isPartly {
      let so = day.credited > 0 ? Hours.cutDown(day.credited) : ""
      let number = Hours.cutDown(total)
      return fitting(
        [
          "\(so)\(letter) +\(Hours.cutDown(day.possible))b", "\(number) \(letter)+",
          "\(number)\(letter)+",
        ],
        columns
      )
    }
    return fitting(
      ["\(Hours.cutDown(total)) \(letter)", "\(Hours.cutDown(total))\(letter)"],
      columns
    )
  }

  private func fitting(_ texts: [String], _ columns: Int) -> String {
    texts.first { CellWidth.of($0) <= columns } ?? "\(total / 60)"
  }

  var role: Role {
    guard let status = day.status, !status.isUnmarked else {
      return letter == "?" ? .warning : .dim
    }
    return status.weekRole
  }
}

extension AttendanceStatus {
  /// The role of the letter.
  var weekRole: Role {
    switch self {
    case .expected: .text
    case .present: .markPresent
    case .late, .leftEarly, .lateLeftEarly: .markLate
    case .noShow, .notAdmitted, .removed, .cancelledClient: .markAbsent
    case .excused, .onLeave, .cancelledProgram: .markExcused
    case .unknown: .oddCharacter
    }
  }
}
