import Domain

extension DataFolder {
  /// Reads everything and reports what isn't as it should be; changes nothing, and what this
  /// window knows of its records stays as it was.
  ///
  /// May run beside a program that is in use.
  ///
  /// - Parameter progress: Told how many files were read, of how many; false stops the check.
  /// - Returns: The findings so far, in the order of their paths.
  package func check(
    progress: (_ done: Int, _ all: Int) -> Bool = { _, _ in true }
  ) -> CheckReport {
    let walk = FolderWalk(root, isSealed: root.seal != nil)
    var reader = CheckReader(self, all: walk.files)
    reader.read(progress)
    var findings = Findings()
    let index = RecordIndex(reader.snapshot, problems: reader.problems)
    if !reader.isStopped { findings.checkAll(index) }
    let notes =
      reader.isStopped
      ? []
      : verifyNotes { reader.goesOn(progress) } + ownRecordProblems() + pastRulesProblems()
        + accessProblems() + auditProblems(of: reader.known, beside: reader.problems)
    var seen: Set<String> = []
    let problems =
      (sharingProblems() + reader.problems + walk.problems + notes).filter {
        seen.insert($0.record + "\n" + $0.kind).inserted
      }
      + findings.problems
    return CheckReport(
      files: walk.files,
      problems: problems.sorted { $0.record < $1.record },
      mentions: (sharingMentions() + findings.mentions).sorted { $0.record < $1.record },
      isStopped: reader.isStopped
    )
  }
}

extension DataFolder {
  /// What is wrong with the log, and which records are older than it says.
  private func auditProblems(
    of known: [String: KnownRecord],
    beside others: [RecordProblem]
  ) -> [RecordProblem] {
    let (lines, problems) = readAudit()
    var newest = NewestRevisions()
    for line in lines { newest.take(line) }
    return problems + newest.problems(of: known, in: self) + problemsBeside(newest)
      + newest.gone(from: known, beside: others, in: self)
  }

  /// The files beside the records that are older than the log says.
  private func problemsBeside(_ newest: NewestRevisions) -> [RecordProblem] {
    let found = newest.files(of: program.id).compactMap { file in
      problem(of: file).map { (file, $0) }
    }
    guard found.contains(where: { $0.0.isDraft }) else { return found.map(\.1) }
    // Somebody may have begun a draft again in the meantime.
    var later = NewestRevisions()
    for line in readAudit().lines { later.take(line) }
    return found.filter { !$0.0.isDraft || later.isLast($0.0) }.map(\.1)
  }

  private func sharingProblems() -> [RecordProblem] { sharing().locksWork ? [] : told(.locks) }

  private func sharingMentions() -> [RecordProblem] { sharing().locksWork ? told(.mention) : [] }

  /// What is to be known about where the folder lies.
  private func told(_ word: ProblemWord) -> [RecordProblem] {
    guard let sentence = sharing().sentence else { return [] }
    return [RecordProblem(record: ".", kind: word.rawValue, what: sentence, doThis: "")]
  }
}

extension Findings {
  /// Applies every rule to everything.
  mutating func checkAll(_ index: RecordIndex) {
    checkStanding(index)
    checkPeople(index)
    checkPlans(index)
    for session in index.snapshot.sessions { check(session, index) }
    for meeting in index.snapshot.appointments { check(meeting, index) }
    checkPlaces(index)
    checkChanges(index)
  }
}

/// Reads all records for a check, a client or a day at a time.
private struct CheckReader {
  private let folder: DataFolder
  private let all: Int
  private(set) var snapshot: ProgramSnapshot
  private(set) var problems: [RecordProblem] = []
  private(set) var isStopped = false
  /// What was read, by path.
  private(set) var known: [String: KnownRecord] = [:]

  init(_ folder: DataFolder, all: Int) {
    self.folder = folder
    self.all = all
    snapshot = ProgramSnapshot(program: folder.program)
  }

  private var first = 0

  /// Tells the progress, and whether it is to be stopped.
  mutating func goesOn(_ progress: (Int, Int) -> Bool) -> Bool {
    if !isStopped, !progress(folder.disk.filesOpened - first, all) { isStopped = true }
    return !isStopped
  }

  mutating func read(_ progress: (Int, Int) -> Bool) {
    first = folder.disk.filesOpened
    let memory = folder.memory
    folder.removesLeftovers = false
    defer {
      known = folder.memory.known
      folder.memory = memory
      folder.removesLeftovers = true
    }
    var data = folder.loadStanding()
    folder.loadEndedEnrollments(into: &data)
    problems = data.problems
    for id in folder.clientIDs(problems: &problems) {
      folder.loadClient(id, into: &data, problems: &problems)
      guard goesOn(progress) else { return }
    }
    snapshot = ProgramSnapshot(standing: data)
    snapshot.ruleSets = folder.storedRuleSets()
    var week = FoundWeek()
    for date in folder.days(problems: &problems) {
      folder.readDay(date, of: data, into: &week)
      guard goesOn(progress) else { return }
    }
    problems += week.problems
    snapshot.sessions = week.sessions
    snapshot.appointments = week.appointments
  }
}
