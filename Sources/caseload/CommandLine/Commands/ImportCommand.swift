import ArgumentParser
import Domain
import Storage

struct ImportCommand: ProgramCommand {
  static let form = "caseload import --data DIR FOLDER"

  static let configuration = CommandConfiguration(
    commandName: "import",
    abstract: "Takes in people and plans from CSV files: all of them, or none.",
    discussion: """
      The folder may hold staff.csv, rooms.csv, clients.csv, groups.csv, enrollments.csv and \
      appointments.csv. Everything that is wrong is told at once, by file, line and column.

      Columns, those with * must be there:
        staff         code* name* role* credentials supervisor
        rooms         name* capacity* kind
        clients       mrn* legalFirst* legalLast* birthDate* preferredName pronouns phone
                      admittedOn level track counselor
        groups        code* title* type* weekdays* start* end* from* lead* to room coLeads
                      capacity capacityKind countsTowardHours
        enrollments   mrn* group* from* to weekdays
        appointments  mrn* counselor* kind* date* start* end* room modality

      Example:
        caseload import --data ~/cases ~/exported
      """
  )

  @Argument(
    help: ArgumentHelp("A folder with the CSV files.", valueName: "folder"),
    completion: .directory
  )
  var folder: String

  @OptionGroup(title: "Program options")
  var options: ProgramOptions

  @MainActor func perform() throws(CommandError) -> ExitStatus {
    guard FolderNames.of(folder) != nil else {
      throw CommandError(.notThere, "There is no such folder to import from.", form: Self.form)
    }
    return try OpenedProgram.use(options) { program throws(CommandError) in
      let (existing, problems) = program.folder.readAll()
      try program.checkComplete(problems)
      let staff = try options.counselor.map { code throws(CommandError) in
        try CounselorChoice.staff(code, in: ProgramData(standing: existing))
      }
      try program.allow(
        .configure,
        options,
        in: ProgramData(standing: existing),
        orElse: "imports nothing"
      )
      let addition = try read(into: existing)
      do throws(StorageError) {
        let now = program.clock.now()
        try program.folder.add(addition, durable: true, by: staff, at: now)
      } catch {
        throw CommandError(error)
      }
      program.tell(.create, .program, detail: "import", by: options)
      try Output.write(words(addition))
      return .well
    }
  }

  @MainActor private func read(into existing: ProgramSnapshot) throws(CommandError)
    -> ProgramSnapshot
  {
    var ids = IDMaker(seed: .random(in: .min ... .max))
    do throws(ImportErrors) {
      return try ProgramImport.read(folder: folder, into: existing, makeIDs: &ids)
    } catch {
      let count = error.problems.count
      var refusal = CommandError(
        .badData,
        "Nothing was imported: \(count == 1 ? "1 problem" : "\(count) problems")."
      )
      refusal.details = error.problems.map(\.sentence)
      throw refusal
    }
  }

  /// How many of each are new or changed, one kind a line.
  @MainActor private func words(_ new: ProgramSnapshot) -> String {
    var table = TextTable()
    table.right = [1]
    table.add(["staff", "\(new.staff.count)"])
    table.add(["rooms", "\(new.rooms.count)"])
    table.add(["clients", "\(new.clients.count)"])
    table.add(["episodes", "\(new.episodes.count)"])
    table.add(["groups", "\(new.groups.count)"])
    table.add(["appointments", "\(new.appointments.count)"])
    return table.text
  }
}
