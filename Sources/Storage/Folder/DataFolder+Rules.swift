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

extension DataFolder {
  /// What of the rules before their changes can't be used.
  func pastRulesProblems() -> [RecordProblem] {
    var data = ProgramData(program: program)
    loadPastRules(into: &data)
    return data.problems
  }

  /// Reads what the rules were before each change of them, for the past to be computed with.
  ///
  /// What can't be used of it becomes a problem; the rules that came after it count then.
  package func loadPastRules(into data: inout ProgramData) {
    var problems: [RecordProblem] = []
    defer { data.problems += problems }
    forget(problemsOf: [Layout.pastSettings], in: &data)
    data.pastRules = []
    guard let folder = openFolder(Layout.pastSettings, problems: &problems) else { return }
    let names = recordNames(in: folder, problems: &problems) {
      RecordPlace.revision(ofPast: $0) != nil
    }
    var past: [RecordFile<ListRecord<RuleSet>>] = []
    for revision in names.compactMap(RecordPlace.revision(ofPast:)).sorted() {
      let place = RecordPlace.pastRuleSets(program.id, revision: revision)
      do throws(FileFault) {
        let file: RecordFile<ListRecord<RuleSet>> = try folder.record(at: place)
        guard file.envelope.revision == revision else {
          throw .misplaced("it is revision \(file.envelope.revision)")
        }
        past.append(file)
      } catch {
        problems.append(error.problem(at: place))
      }
    }
    let now = memory.known[Layout.ruleSets]?.envelope.changedAt
    let ends = past.dropFirst().map(\.envelope.changedAt) + [now ?? .latest]
    data.pastRules = zip(past, ends).map { PastRules($0.record.elements, until: $1) }
  }
}
