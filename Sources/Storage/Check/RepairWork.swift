import Domain

/// Mending what a check finds, one thing after the other.
///
/// Nothing is ever destroyed: a file that is replaced is kept in the folder. Each repair looks
/// again, under the lock of what it is about, whether it is still called for.
package final class RepairWork {
  package let report: CheckReport
  package private(set) var repairs: [Repair] = []
  package private(set) var unmended: [Unmended] = []
  let folder: DataFolder
  /// The last backup, unpacked; nil where there is none that can be used.
  let backup: UnpackedBackup?

  fileprivate init(_ folder: DataFolder, _ report: CheckReport) {
    self.folder = folder
    self.report = report
    let isAboutContent = report.problems.contains { $0.kind != ProblemWord.mode.rawValue }
    backup = isAboutContent || folder.hasQuarantine ? UnpackedBackup(of: folder) : nil
    for problem in report.problems { take(problem) }
    takeTornJournals()
    takeQuarantine()
  }

  /// Takes away what was unpacked to look at.
  package func close() { backup?.remove() }

  private func take(_ problem: RecordProblem) {
    guard let word = ProblemWord(rawValue: problem.kind) else { return leave(problem) }
    let path = problem.record
    switch word {
    case .mode:
      add(problem, .mode, "Its owner alone gets at it; what it holds stays as it is.")
    case .leftover where RepairWork.isJournal(path):
      add(
        problem,
        .putAside,
        "It is no draft any more; the text stays beside the drafts, under another name."
      )
    case .damaged where isTornJournal(path):
      add(
        problem,
        .journal,
        "A sound journal takes its place, with what couldn't be joined as versions; the damaged "
          + "one stays beside it."
      )
    case .reference where problem.wanted != nil: bringBack(problem)
    case .damaged, .foreign, .tampered, .reference, .tooLarge, .tooDeep, .notPlain:
      if let date = dayOfList(path), word != .notPlain {
        add(
          problem,
          .list(date),
          "The list is made anew from the notes; the present one is kept in quarantine."
        )
      } else {
        bringBack(problem)
      }
    case .newer, .unreadable, .invariant, .leftover, .mention, .locks, .audit, .olderCopy:
      leave(problem)
    }
  }

  private static func isJournal(_ path: String) -> Bool {
    path.hasPrefix(Layout.drafts + "/") && path.hasSuffix(Journal.suffix)
  }

  private func isTornJournal(_ path: String) -> Bool {
    Self.isJournal(path) && folder.storedDraft(atJournal: path) != nil
  }

  /// Offers sound journals for those that a crash cut off, which a check passes over: opening such a
  /// text does the same.
  private func takeTornJournals() {
    for path in folder.tornJournals() where !repairs.contains(where: { $0.record == path }) {
      let problem = RecordProblem(
        record: path,
        kind: ProblemWord.damaged.rawValue,
        what: "The draft \(path) was cut off while it was written. The text up to there is whole.",
        doThis: ""
      )
      add(
        problem,
        .journal,
        "A sound journal takes its place; the torn one stays beside it."
      )
    }
  }

  /// The day of a list of notes that can be made anew; nil for any other path.
  private func dayOfList(_ path: String) -> CalendarDate? {
    guard let place = RecordPlace(path: path, program: folder.program.id), place.kind == .noteList
    else { return nil }
    return place.date
  }

  /// Offers the version of the last backup, where that has a sound one.
  private func bringBack(_ problem: RecordProblem) {
    let path = problem.wanted ?? problem.record
    guard let place = RecordPlace(path: path, program: folder.program.id), place.isMendable,
      let backup, let found = backup.envelope(at: place), folder.fault(at: place) != nil
    else { return leave(problem) }
    let isThere = folder.fault(at: place) != .missing
    repairs.append(
      Repair(
        record: path,
        what: problem.what,
        offer: "\(backup.words(found)) comes back; what was changed since isn't in it."
          + (isThere ? " The present file is kept in quarantine." : ""),
        way: .backup
      )
    )
  }

  private func add(_ problem: RecordProblem, _ way: RepairWay, _ offer: String) {
    repairs.append(Repair(record: problem.record, what: problem.what, offer: offer, way: way))
  }

  private func leave(_ problem: RecordProblem) {
    unmended.append(
      Unmended(problem: problem, lastGood: lastGood(problem.wanted ?? problem.record))
    )
  }

  private func lastGood(_ path: String) -> String? {
    if Self.isJournal(path) { return lastGoodText(path) }
    guard let place = RecordPlace(path: path, program: folder.program.id) else { return nil }
    guard let backup else { return Self.noBackup }
    guard let found = backup.envelope(at: place) else { return backup.hasNoneSound }
    return "The last good version known: \(backup.words(found))."
  }

  private func lastGoodText(_ path: String) -> String {
    if let text = backup?.textDate(atJournal: path) {
      return "The last good version known: the text of \(text), in \(backup?.place ?? "")."
    }
    return folder.hasAside(ofJournal: path)
      ? "An earlier journal of it lies beside it, with the ending .aside."
      : backup?.hasNoneSound ?? Self.noBackup
  }

  private static let noBackup = "No backup is known in which it could be looked for."

  // MARK: Quarantine

  /// Offers what lies in quarantine although it is sound and nothing took its place.
  private func takeQuarantine() {
    var best: [RecordPlace: (path: String, revision: Int)] = [:]
    var broken: [RecordPlace: (path: String, fault: FileFault)] = [:]
    let files: [String]
    do throws(StorageError) { files = try folder.quarantined() } catch { return }
    for file in files {
      guard let place = folder.place(ofQuarantined: file), place.isMendable,
        folder.fault(at: place) == .missing
      else { continue }
      do throws(FileFault) {
        let found = try folder.envelope(ofQuarantined: file, for: place)
        if best[place].map({ $0.revision < found.revision }) ?? true {
          best[place] = (file, found.revision)
        }
      } catch { broken[place] = (file, error) }
    }
    for (place, found) in best.sorted(by: { $0.key.path < $1.key.path }) {
      repairs.append(
        Repair(
          record: place.path,
          what: "\(place.words) isn't there, and \(found.path) is a sound file of it, revision "
            + "\(found.revision).",
          offer: "That one goes back to its place; it stays in quarantine too.",
          way: .putBack(from: found.path)
        )
      )
    }
    for (place, found) in broken.sorted(by: { $0.key.path < $1.key.path })
    where best[place] == nil && !repairs.contains(where: { $0.record == place.path }) {
      var problem = found.fault.problem(ofFile: found.path)
      problem.wanted = place.path
      bringBack(problem)
    }
  }
}

extension DataFolder {
  /// Checks everything and finds out what of it can be mended; changes nothing yet.
  ///
  /// - Parameter progress: As in `check`.
  /// - Returns: What was found; whoever has it closes it.
  package func repairs(
    progress: (_ done: Int, _ all: Int) -> Bool = { _, _ in true }
  ) -> RepairWork {
    RepairWork(self, check(progress: progress))
  }

  fileprivate var hasQuarantine: Bool {
    do throws(StorageError) { return try !quarantined().isEmpty } catch { return false }
  }
}

extension RecordPlace {
  /// Whether an older version of it may take its place.
  ///
  /// Not of what is there to notice that something is older or gone.
  var isMendable: Bool {
    switch kind {
    case .noteChain, .auditAnchor, .access, .program, .noteList: false
    case .rooms, .calendar, .staff, .group, .client, .episode, .appointment, .plan, .ruleSets,
      .session, .note, .pin, .words, .forms, .grants, .noteEvent, .enrollments, .followUp:
      true
    }
  }
}
