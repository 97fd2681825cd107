import App
import Domain
import Reports
import Storage
import TerminalCore

/// What leaves the program and comes in, on the screen's behalf.
extension EffectRunner {
  func writeOut(_ out: WriteOut, _ state: AppState) -> Action? {
    do throws(CommandError) {
      guard let folder = try opened(state) else { return nil }
      let made = try made(out, from: folder, state)
      let isPrinter = out.path.lowercased() == WriteOut.printer
      let path = Self.expanded(out.path)
      let isPDF = path.lowercased().hasSuffix(".pdf")
      if made.action == .print, isPrinter {
        tell(made.action, made.detail, of: made.client, state)
        try PaperTool.sendToPrinter(made.text)
        return .writtenOut("Handed to the printer.")
      }
      let isPage = made.action == .print && isPDF
      let bytes = isPage ? try PaperTool.pdf(of: made.text) : Array(made.text.utf8)
      // What is tried is recorded first: nothing leaves unrecorded.
      tell(made.action, made.detail, of: made.client, state)
      do throws(OutgoingFault) {
        try folder.writeOutside(bytes, to: path, replaces: false)
      } catch {
        throw CommandError(error)
      }
      return .writtenOut("Written to \(out.path), for you alone.")
    } catch {
      return .notWrittenOut(why: error.sentence)
    }
  }

  private struct Made {
    var text: String
    var action: AuditAction.Known
    var detail: String
    /// Whom alone it is about.
    var client: ClientID?
  }

  private func made(
    _ out: WriteOut,
    from folder: DataFolder,
    _ state: AppState
  ) throws(CommandError) -> Made {
    let made: Made
    let problems: [RecordProblem]
    switch out.kind {
    case .list(let kind):
      let request = ListRequest(kind, out.days, of: out.staff, now: now)
      let found = request.read(from: folder)
      problems = found.problems
      made = Made(text: found.table.csv, action: .export, detail: request.detail)
    case .calendar(let group):
      let request = CalendarRequest(out.days, hasNames: out.hasNames, now: now)
      let (calendar, data) = request.read(from: folder)
      problems = data.problems
      let series = group.flatMap { data.groups[$0] }
      guard let text = series.map(calendar.text(of:)) ?? out.staff.map(calendar.text(of:)) else {
        throw CommandError(.wrongUse, "Whose calendar? Choose somebody.")
      }
      made = Made(text: text, action: .export, detail: request.detail)
    case .page(let page, let group):
      let request = PageRequest(
        page,
        out.days.lowerBound,
        of: out.staff,
        group: group,
        hasFullNames: out.hasNames
      )
      let found = request.read(from: folder)
      problems = found.problems
      guard let text = found.text else {
        throw CommandError(.notThere, "The group doesn't meet on that day.")
      }
      made = Made(text: text, action: .print, detail: request.detail)
    case .letter(let client):
      let text = state.letter(to: client).map { $0 + "\n" }.joined()
      made = Made(text: text, action: .print, detail: "letter", client: client)
      problems = []
    }
    guard !problems.contains(where: OpenedProgram.hidesRecord) else {
      throw CommandError(.badData, "Some records can't be used, so it wouldn't be whole: messages.")
    }
    return made
  }

  /// The folder, with everything in it that is in memory.
  private func opened(_ state: AppState) throws(CommandError) -> DataFolder? {
    guard state.unsaved.isEmpty else {
      throw CommandError(.inputOutput, "Something isn't saved yet; F5 tries again.")
    }
    do throws(StorageError) {
      return try place.folder(week: state.data.weekStart(of: state.today))
    } catch {
      throw CommandError(error)
    }
  }

  private func tell(
    _ action: AuditAction.Known,
    _ detail: String,
    of client: ClientID? = nil,
    _ state: AppState
  ) {
    place.shared?.audit([
      AuditEvent(
        at: now,
        by: state.staffID,
        action: .known(action),
        entity: .program,
        clientID: client,
        detail: detail
      )
    ])
  }

  /// "~/" is the person's own folder.
  static func expanded(_ path: String) -> String {
    guard path.hasPrefix("~/"), let home = Environment.value("HOME") else { return path }
    return home + path.dropFirst()
  }

  // MARK: Import

  /// What would come in, and how it is done.
  private enum Coming {
    case records(ImportPlan)
    case closures([CalendarEntry])
  }

  func readImport(_ path: String, _ state: AppState) -> Action? {
    do throws(CommandError) {
      guard let folder = try opened(state) else { return nil }
      return .importRead(preview(try coming(path, into: folder, state), of: path))
    } catch {
      return .importRead(
        ImportPreview(
          path: path,
          lines: error.details.isEmpty ? [error.sentence] : error.details,
          isRefused: true,
          isNews: false
        )
      )
    }
  }

  private func preview(_ coming: Coming, of path: String) -> ImportPreview {
    switch coming {
    case .records(let plan):
      ImportPreview(path: path, lines: plan.lines, isRefused: false, isNews: !plan.isEmpty)
    case .closures(let days):
      ImportPreview(
        path: path,
        lines: ClosureCalendar.lines(about: days),
        isRefused: false,
        isNews: !days.isEmpty
      )
    }
  }

  private func coming(
    _ path: String,
    into folder: DataFolder,
    _ state: AppState
  ) throws(CommandError) -> Coming {
    let file = Self.expanded(path)
    guard file.lowercased().hasSuffix(".ics") else {
      let (existing, problems) = folder.readAll()
      guard !problems.contains(where: OpenedProgram.hidesRecord) else {
        throw CommandError(.badData, "Some records can't be used; caseload check names them.")
      }
      let request = ImportRequest(
        file,
        by: state.staffID,
        at: trueNow,
        order: ProgramClock.milliseconds
      )
      do throws(ImportErrors) { return .records(try request.plan(into: existing)) } catch {
        throw .notImported(error.problems.map(\.sentence))
      }
    }
    let days = try ClosureCalendar.entries(in: file, as: .holiday, today: state.today)
    return .closures(days.filter { state.data.calendar[$0.date]?.bare != $0 })
  }

  func takeImport(_ shown: ImportPreview, _ state: AppState) -> Action? {
    do throws(CommandError) {
      guard let folder = try opened(state) else { return nil }
      let coming = try coming(shown.path, into: folder, state)
      // Somebody may have changed files or records since.
      let now = preview(coming, of: shown.path)
      guard now == shown else { return .importRead(now) }
      switch coming {
      case .closures(let days): return .closedDaysRead(days)
      case .records(let plan):
        do throws(StorageError) {
          try folder.add(
            plan.records,
            durable: true,
            by: state.staffID,
            at: trueNow,
            saying: "import"
          )
        } catch {
          throw CommandError(error)
        }
        tell(.create, "import", state)
        return .imported(reloaded(state, from: folder), "Imported: \(plan.words)  (u undo)")
      }
    } catch {
      return .openFailed(why: error.sentence)
    }
  }

  /// Takes an import back, or does it again: all of it, or nothing.
  func reverseImport(_ id: ChangeID, again: Bool, _ state: AppState) -> Action? {
    guard let staff = state.staffID else { return nil }
    do throws(CommandError) {
      guard let folder = try opened(state) else { return nil }
      let (existing, problems) = folder.readAll()
      guard !problems.contains(where: OpenedProgram.hidesRecord) else {
        throw CommandError(.badData, "Some records can't be used; caseload check names them.")
      }
      let reversal = ImportReversal(of: id, again: again, in: existing, by: staff, at: trueNow)
      guard reversal.obstacles.isEmpty else { return .importStands(reversal.obstacles) }
      do throws(StorageError) {
        try folder.add(
          reversal.records,
          durable: true,
          by: staff,
          at: trueNow,
          saying: again ? "import done again" : "import taken back"
        )
      } catch {
        throw CommandError(error)
      }
      tell(.update, again ? "import done again" : "import taken back", state)
      let words =
        again
        ? "Imported again: \(reversal.words)  (u undo)" : "Taken back: \(reversal.words)  (U redo)"
      return .imported(reloaded(state, from: folder), words)
    } catch {
      return .openFailed(why: error.sentence)
    }
  }

  /// Everything that was in memory, read anew.
  private func reloaded(_ state: AppState, from folder: DataFolder) -> ProgramData {
    var data = folder.loadStanding()
    data.drafts = state.data.drafts
    for week in state.data.weeks.keys.sorted() { folder.loadWeek(week, into: &data) }
    folder.loadCaseload(into: &data)
    return data
  }

  // MARK: Settings

  func save(_ change: RulesChange, _ state: AppState) -> Action? {
    do throws(CommandError) {
      guard let folder = try opened(state) else { return nil }
      do throws(StorageError) {
        var snapshot = ProgramSnapshot(program: state.data.program)
        snapshot.ruleSets = change.sets
        try folder.add(
          snapshot,
          durable: true,
          by: state.staffID,
          at: trueNow,
          saying: change.words
        )
      } catch {
        throw CommandError(error)
      }
      var data = state.data
      folder.take(change.sets, into: &data)
      return .rulesSaved(data, change)
    } catch {
      return .openFailed(why: error.sentence)
    }
  }
}
