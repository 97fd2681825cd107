import ArgumentParser
import Domain
import Reports
import Storage

struct ImportCommand: ProgramCommand {
  static let form = "caseload import --data DIR FOLDER"

  static let configuration = CommandConfiguration(
    commandName: "import",
    abstract: "Takes in people and plans from CSV files: all of them, or none.",
    discussion: """
      The folder may hold staff.csv, rooms.csv, clients.csv, groups.csv, topics.csv, \
      enrollments.csv, appointments.csv and plans.csv; one file may be named alone. Everything that is wrong is told at once, by \
      file, line and column. A row with a code that the program has changes that record; an empty \
      cell leaves what is there. --dry-run only says what would happen. --undo takes back \
      your last import of today, unless something rests on it by now; of an import with \
      --counselor, or in a program of one counselor.

      Columns, those with * must be there:
        staff         code* name* role* credentials supervisor
        rooms         name* capacity* kind
        clients       mrn* legalFirst* legalLast* birthDate* preferredName pronouns phone
                      admittedOn level track counselor
        groups        code* title* type* weekdays* start* end* from* lead* to room coLeads
                      capacity capacityKind countsTowardHours
        topics        group* topic*
        enrollments   mrn* group* from* to weekdays
        appointments  mrn* counselor* kind* date* start* end* room modality
        plans         mrn* problem* goal* objective* dimension targetDate from

      --closures takes the whole days of an iCalendar file as holidays (--as closure, short_day).

      Examples:
        caseload import --data ~/cases --dry-run ~/exported
        caseload import --data ~/cases --closures holidays.ics
        caseload import --data ~/cases --undo --counselor TB
      """
  )

  @Argument(
    help: ArgumentHelp("A folder with the CSV files, or one of them.", valueName: "folder"),
    completion: .directory
  )
  var folder: String?

  @Option(
    help: ArgumentHelp("An iCalendar file with holidays.", valueName: "file"),
    completion: .file()
  )
  var closures: String?

  @Option(help: ArgumentHelp("What its days are: holiday, closure, short_day.", valueName: "kind"))
  var `as` = CalendarEntryKind.holiday.rawValue

  @Flag(help: "Takes back your last import of today, all of it or nothing.")
  var undo = false

  @Flag(help: "Says what would happen, and changes nothing.")
  var dryRun = false

  @OptionGroup(title: "Program options")
  var options: ProgramOptions

  @MainActor func perform() throws(CommandError) -> ExitStatus {
    let count = (folder == nil ? 0 : 1) + (closures == nil ? 0 : 1) + (undo ? 1 : 0)
    guard count == 1 else {
      throw .use("Give a folder, --closures with a file, or --undo.", form: Self.form)
    }
    if undo { return try takeBack() }
    if let closures { return try importClosures(closures) }
    return try importFolder(folder ?? "")
  }

  // MARK: People and plans

  @MainActor private func importFolder(_ folder: String) throws(CommandError) -> ExitStatus {
    guard folder.hasSuffix(".csv") || FolderNames.of(folder) != nil else {
      throw CommandError(.notThere, "There is no such folder to import from.", form: Self.form)
    }
    return try OpenedProgram.use(options) { program throws(CommandError) in
      let (existing, problems) = program.folder.readAll()
      try program.checkComplete(problems)
      let standing = ProgramData(standing: existing)
      let staff = try importer(in: standing)
      try program.allow(.configure, options, in: standing, orElse: "imports nothing")
      let now = program.trueNow
      let request = ImportRequest(folder, by: staff, at: now, order: ProgramClock.milliseconds)
      let plan = try plan(request, into: existing)
      if dryRun || plan.isEmpty {
        try Output.write(plan.lines.joined(separator: "\n"))
        return .well
      }
      guard plan.changes.isEmpty || staff != nil else {
        // Whose change it is stands in each record's history.
        _ = try CounselorChoice.staff(nil, in: standing, asking: "Who imports this?")
        throw Self.byWhom
      }
      do throws(StorageError) {
        try program.folder.add(
          plan.records,
          durable: true,
          by: staff,
          at: now,
          saying: "import"
        )
      } catch {
        throw CommandError(error)
      }
      program.tell(.create, .program, detail: "import", by: options)
      try Output.write(plan.lines.joined(separator: "\n"))
      return .well
    }
  }

  private static let byWhom = CommandError.use(
    "Records of the program are changed. By whom?",
    form: form + " --counselor TB"
  )

  /// Whoever was named, else the only one who is here; so it can be taken back.
  @MainActor private func importer(in data: ProgramData) throws(CommandError) -> StaffID? {
    if let code = options.counselor { return try CounselorChoice.staff(code, in: data) }
    let active = data.staff.values.filter(\.isActive)
    return active.count == 1 ? active.first?.id : nil
  }

  @MainActor private func plan(
    _ request: ImportRequest,
    into existing: ProgramSnapshot
  ) throws(CommandError) -> ImportPlan {
    do throws(ImportErrors) { return try request.plan(into: existing) } catch {
      throw .notImported(error.problems.map(\.sentence))
    }
  }

  @MainActor private func takeBack() throws(CommandError) -> ExitStatus {
    try OpenedProgram.use(options) { program throws(CommandError) in
      let (existing, problems) = program.folder.readAll()
      try program.checkComplete(problems)
      let standing = ProgramData(standing: existing)
      let staff = try CounselorChoice.staff(
        try options.choice().counselorCode,
        in: standing,
        asking: "Who takes this back?"
      )
      try program.allow(.configure, options, in: standing, orElse: "imports nothing")
      let now = program.trueNow
      let reversal = ImportReversal(of: nil, again: false, in: existing, by: staff, at: now)
      guard reversal.obstacles.isEmpty else {
        var error = CommandError(.badData, "Nothing was taken back.")
        error.details = reversal.obstacles
        throw error
      }
      guard !dryRun else {
        try Output.write("Would be taken back: \(reversal.words)\n")
        return .well
      }
      do throws(StorageError) {
        try program.folder.add(
          reversal.records,
          durable: true,
          by: staff,
          at: now,
          saying: "import taken back"
        )
      } catch {
        throw CommandError(error)
      }
      program.tell(.update, .program, detail: "import taken back", by: options)
      try Output.write("Taken back: \(reversal.words)\n")
      return .well
    }
  }

  // MARK: Closed days

  @MainActor private func importClosures(_ path: String) throws(CommandError) -> ExitStatus {
    guard let kind = CalendarEntryKind(rawValue: `as`) else {
      throw .use("There is no such kind of day.", form: "--as holiday, closure or short_day")
    }
    return try OpenedProgram.use(options) { program throws(CommandError) in
      let now = program.clock.now()
      let data = program.folder.loadStanding()
      try program.checkComplete(data.problems)
      try program.allow(.configure, options, in: data, orElse: "imports nothing")
      let today = program.zone.date(of: now)
      let found = try ClosureCalendar.entries(in: path, as: kind, today: today)
      let new = found.filter { data.calendar[$0.date]?.bare != $0 }
      try Output.write(ClosureCalendar.lines(about: new).joined(separator: "\n"))
      guard !dryRun, !new.isEmpty else { return .well }
      guard let staff = try importer(in: data) else {
        guard new.allSatisfy({ data.keptDay($0.date) == nil }) else { throw Self.byWhom }
        do throws(StorageError) { try program.folder.addClosures(new, at: program.trueNow) } catch {
          throw CommandError(error)
        }
        return .well
      }
      var attempt = RecordAttempt(program, data, by: staff, at: now, because: "a calendar file")
      _ = try attempt.save(.calendar(new.map(CalendarSpan.init)))
      return .well
    }
  }
}
