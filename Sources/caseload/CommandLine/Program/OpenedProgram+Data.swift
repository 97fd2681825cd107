import Domain
import Storage

extension OpenedProgram {
  /// The standing records and the week that a date lies in.
  func data(weekOf date: CalendarDate) -> ProgramData {
    var data = folder.loadStanding()
    folder.loadWeek(data.weekStart(of: date), into: &data)
    return data
  }

  /// Refuses to leave the impression that an answer was whole when records are missing from it.
  func checkComplete(_ problems: [RecordProblem]) throws(CommandError) {
    let missing = problems.filter(Self.hidesRecord).count
    guard missing > 0 else { return }
    throw CommandError(
      .badData,
      missing == 1
        ? "One record can't be used, so this isn't all."
        : "\(missing) records can't be used, so this isn't all.",
      form: "caseload check"
    )
  }

  /// Whether a problem is about a record that should be in the data, not about a stray file.
  static func hidesRecord(_ problem: RecordProblem) -> Bool {
    guard let word = ProblemWord(rawValue: problem.kind) else { return true }
    switch word {
    case .foreign, .mode, .leftover, .mention, .locks, .audit:
      return problem.record.hasSuffix(".plist")
    case .damaged, .newer, .unreadable, .reference, .invariant, .tooDeep, .tooLarge, .notPlain,
      .tampered, .olderCopy:
      return true
    }
  }
}
