import Domain
import Reports
import Storage

extension ClosureCalendar {
  /// The closed days in a file that somebody named.
  ///
  /// - Throws: `badData` with everything that can't be taken in; where the file can't be read.
  static func entries(
    in path: String,
    as kind: CalendarEntryKind,
    today: CalendarDate
  ) throws(CommandError) -> [CalendarEntry] {
    let text: String
    do throws(OutgoingFault) { text = try DataFolder.readOutside(path) } catch {
      throw CommandError(error)
    }
    let calendar = ClosureCalendar(text, as: kind, today: today)
    guard calendar.problems.isEmpty else { throw .notImported(calendar.problems) }
    return calendar.entries
  }

  /// What taking them in would do, a line each.
  static func lines(about days: [CalendarEntry]) -> [String] {
    guard !days.isEmpty else { return ["Nothing would change."] }
    return days.map { "\($0.date.shortName)  \($0.kind.stored)  \($0.note)" }
  }
}

extension CommandError {
  /// Nothing came in, for all these reasons.
  static func notImported(_ problems: [String]) -> CommandError {
    let count = problems.count == 1 ? "1 problem" : "\(problems.count) problems"
    var refusal = CommandError(.badData, "Nothing was imported: \(count).")
    refusal.details = problems
    return refusal
  }
}
