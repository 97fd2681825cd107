/// Days of the week as people type them.
///
/// | typed | meaning |
/// |---|---|
/// | `mon wed fri`, `Mon, Wed` | those days, cut down to two letters at least |
/// | `mon-thu`, `fri-mon` | from one day to another |
/// | `mwf`, `tth`, `tr` | letters run together; `r` and `th` are Thursday, `u` Sunday, `s` Saturday |
/// | `daily`, `weekdays` | all seven; Monday to Friday |
package enum TypedWeekdays {
  package static let help = "Read as weekdays: mon wed fri, mwf, mon-thu, weekdays, daily."

  /// Reads typed weekdays; nil for a text that is none, or names no day.
  package static func parse(_ text: String) -> Set<Weekday>? {
    let words = text.lowercased().split { !$0.isLetter && $0 != "-" }.map(String.init)
    guard !words.isEmpty else { return nil }
    var days: Set<Weekday> = []
    for word in words {
      guard let found = read(word) else { return nil }
      days.formUnion(found)
    }
    return days.isEmpty ? nil : days
  }

  /// "Mon Wed Fri", as the weekdays stand in the week.
  package static func words(_ days: Set<Weekday>) -> String {
    days.sorted().map(\.shortName).joined(separator: " ")
  }

  private static func read(_ word: String) -> Set<Weekday>? {
    switch word {
    case "daily", "every", "all": return Set(Weekday.allCases)
    case "weekdays": return [.monday, .tuesday, .wednesday, .thursday, .friday]
    default: break
    }
    let ends = word.split(separator: "-", omittingEmptySubsequences: false)
    if ends.count == 2, let first = day(String(ends[0])), let last = day(String(ends[1])) {
      return run(from: first, to: last)
    }
    if let day = day(word) { return [day] }
    return letters(word)
  }

  private static func day(_ word: String) -> Weekday? {
    guard word.utf8.count >= 2 else { return nil }
    let found = Weekday.allCases.filter { $0.name.lowercased().hasPrefix(word) }
    return found.count == 1 ? found[0] : nil
  }

  private static func run(from first: Weekday, to last: Weekday) -> Set<Weekday> {
    let all = Weekday.allCases
    let count = (last.rawValue - first.rawValue + 7) % 7
    return Set((0...count).map { all[(first.rawValue - 1 + $0) % 7] })
  }

  /// "mtwrf": one letter a day, "th" for Thursday.
  private static func letters(_ word: String) -> Set<Weekday>? {
    var rest = word[...]
    var days: Set<Weekday> = []
    while let letter = rest.popFirst() {
      switch letter {
      case "m": days.insert(.monday)
      case "t":
        let isThursday = rest.first == "h"
        if isThursday { rest.removeFirst() }
        days.insert(isThursday ? .thursday : .tuesday)
      case "w": days.insert(.wednesday)
      case "r": days.insert(.thursday)
      case "f": days.insert(.friday)
      case "s": days.insert(.saturday)
      case "u": days.insert(.sunday)
      default: return nil
      }
    }
    return days
  }
}
