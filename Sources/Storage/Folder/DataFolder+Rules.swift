package import Domain

extension DataFolder {
  /// Takes other rule sets in; weeks that have other days by them are put together anew, and what isn't
  /// here of their days is read.
  ///
  /// - Returns: The first days of the weeks that were read: without what this window hasn't saved.
  @discardableResult
  package func take(_ sets: [RuleSet], into data: inout ProgramData) -> [CalendarDate] {
    let unusable = memory.unusable.values.reduce(into: Set<SessionID>()) { $0.formUnion($1) }
    let before = Set(data.weeks.keys)
    let cut = data.take(sets)
    // Also of other days: a session's name says which day it is of.
    for first in data.weeks.keys where !before.contains(first) { memory.unusable[first] = unusable }
    for first in cut { loadWeek(first, into: &data) }
    return cut
  }
}
