package import Domain

extension DataFolder {
  /// Reads the weeks after a day that anything is stored about and that aren't here.
  ///
  /// For what ends everything to come; as many weeks as people book ahead.
  package func loadWeeks(after date: CalendarDate, into data: inout ProgramData) {
    var problems: [RecordProblem] = []
    let ahead = days(problems: &problems).filter { $0 > date }
    for first in Set(ahead.map { data.weekStart(of: $0) }).sorted() where !data.isLoaded(first) {
      loadWeek(first, into: &data)
    }
    let known = Set(data.problems.map(\.record))
    data.problems += problems.filter { !known.contains($0.record) }
  }
}
