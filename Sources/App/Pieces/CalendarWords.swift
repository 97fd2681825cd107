import Domain

/// What changed of the program's calendar, all days of a change together.
extension RecordWords {
  /// What the days are now, and what isn't held for that, in words.
  ///
  /// - Parameters:
  ///   - edits: As they were done, also where they are being taken back.
  ///   - isUndo: Whether they are: nothing follows from them then.
  ///   - state: With the calendar as it is by now.
  /// - Returns: Nil for a change of anything else.
  static func calendar(_ edits: [Edit], isUndo: Bool, in state: AppState) -> String? {
    var days: [(date: CalendarDate, edit: RecordEdit<CalendarEntry>)] = []
    for edit in edits {
      guard case .calendar(let date, let edit) = edit else { return nil }
      days.append((date, edit))
    }
    days.sort { $0.date < $1.date }
    guard let first = days.first, let last = days.last else { return nil }
    let after = Set(days.map { Meaning($0.edit.after) })
    let what = after.count == 1 ? after.first?.words ?? "" : "changed"
    let words = "\(span(first.date, last.date, days.count, in: state)) -> \(what)"
    guard !isUndo, let follows = state.wordsOfClosing(days.map(\.date)) else { return words }
    return "\(words). \(follows)"
  }

  private static func span(
    _ first: CalendarDate,
    _ last: CalendarDate,
    _ count: Int,
    in state: AppState
  ) -> String {
    let begin = first.dayName(on: state.today)
    return count == 1 ? begin : "\(begin) to \(last.dayName(on: state.today)), \(count) days"
  }

  /// What a day is, whichever.
  private struct Meaning: Hashable {
    let kind: String?
    let note: String

    init(_ day: CalendarEntry?) {
      kind = day?.kind.stored
      note = day?.note ?? ""
    }

    var words: String {
      guard let kind else { return "open as usual" }
      return FormChoices.spoken(kind) + (note.isEmpty ? "" : ", \(note)")
    }
  }
}
