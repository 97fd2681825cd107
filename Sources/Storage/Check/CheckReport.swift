package import Domain

/// What `check` found.
package struct CheckReport: Equatable, Sendable {
  /// How many files were looked at.
  package var files: Int
  /// What somebody has to look after; the folder is sound when there is none.
  package var problems: [RecordProblem]
  /// What is worth knowing and needs nothing done, of the kind `mention`.
  package var mentions: [RecordProblem]
  /// Whether it was stopped before the end.
  package var isStopped: Bool

  package init(
    files: Int = 0,
    problems: [RecordProblem] = [],
    mentions: [RecordProblem] = [],
    isStopped: Bool = false
  ) {
    self.files = files
    self.problems = problems
    self.mentions = mentions
    self.isStopped = isStopped
  }
}

/// Where the rules of `check` put what they find.
struct Findings {
  private(set) var problems: [RecordProblem] = []
  private(set) var mentions: [RecordProblem] = []

  mutating func add(
    _ place: RecordPlace,
    _ word: ProblemWord,
    _ what: String,
    _ advice: String,
    wanted: String? = nil
  ) {
    let problem = RecordProblem(
      record: place.path,
      kind: word.rawValue,
      what: "\(place.words): \(what)",
      doThis: advice,
      date: place.date,
      wanted: wanted
    )
    if word == .mention { mentions.append(problem) } else { problems.append(problem) }
  }

  /// A record that names another one which isn't there.
  mutating func leadsNowhere(_ place: RecordPlace, _ field: String, _ id: String) {
    add(
      place,
      .reference,
      "\(field) names \(id), which isn't there.",
      "Bring \(id) back from a backup, or correct \(field).",
      wanted: Self.path(of: id)
    )
  }

  /// Where the record of an identifier lies, for those whose identifier tells.
  private static func path(of id: String) -> String? {
    switch IDPrefix(rawValue: String(id.prefix(2))) {
    case .staff where StoredID.isValid(id, .staff): RecordPlace.staff(StaffID(id)).path
    case .group where StoredID.isValid(id, .group): RecordPlace.group(GroupID(id)).path
    case .client where StoredID.isValid(id, .client): RecordPlace.client(ClientID(id)).path
    default: nil
    }
  }

  /// A record that breaks a rule of the model.
  mutating func breaks(_ place: RecordPlace, _ what: String, advice: String) {
    add(place, .invariant, what, advice)
  }
}
