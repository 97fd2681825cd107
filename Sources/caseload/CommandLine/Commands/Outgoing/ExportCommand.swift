import ArgumentParser
import Domain
import Reports
import Storage

struct ExportCommand: ProgramCommand {
  static let form = "caseload export attendance --from 2026-03-01 --to 2026-03-31 -o FILE"

  static let configuration = CommandConfiguration(
    commandName: "export",
    abstract: "Writes a list as comma-separated values (CSV).",
    discussion: """
      Lists: \(ListKind.allCases.map(\.rawValue).joined(separator: ", ")).

      attendance, appointments, hours, schedule and audit are about days: --from and --to, else the \
      week of today. clients, staff, rooms, groups, enrollments and appointments have the columns of \
      caseload import. A text that a spreadsheet would run as a formula (it begins with = + - @) gets \
      an apostrophe in front, which import takes away again.

      Each export is in the audit log. The file is for its owner alone, lies outside of the data \
      folder, and isn't sealed.

      Examples:
        caseload export clients -o ~/clients.csv
        caseload export attendance --from 2026-03-01 --to 2026-03-31 --of TB -o ~/march.csv
      """
  )

  @Argument(help: ArgumentHelp("Which list.", valueName: "list"))
  var list: String

  @Option(parsing: .unconditional, help: ArgumentHelp("The first day.", valueName: "date"))
  var from: String?

  @Option(parsing: .unconditional, help: ArgumentHelp("The last day.", valueName: "date"))
  var to: String?

  @Option(help: ArgumentHelp("Only this staff member's services.", valueName: "code"))
  var of: String?

  @OptionGroup var out: OutgoingOptions

  @OptionGroup(title: "Program options")
  var options: ProgramOptions

  @MainActor func perform() throws(CommandError) -> ExitStatus {
    guard let kind = ListKind(rawValue: list) else {
      throw .use(
        "There is no such list.",
        form: "caseload export with one of "
          + ListKind.allCases.map(\.rawValue).joined(separator: ", ")
      )
    }
    let argument = try DaysArgument(from, to)
    guard kind.hasDays || (from == nil && to == nil) else {
      throw .use("This list isn't about days.", form: "caseload export \(list)")
    }
    return try OpenedProgram.use(options) { program throws(CommandError) in
      let now = program.clock.now()
      let standing = program.folder.loadStanding()
      if let permission = kind.permission {
        try program.allow(permission, options, in: standing, orElse: "exports no such list")
      }
      let days = try argument.days(today: program.zone.date(of: now), in: standing)
      var person = try program.person(of, in: standing)
      if kind == .notesDue {
        person = program.ownerOfDueNotes(person, options, in: standing)
        if let reader = program.reader(options, in: standing),
          let refusal = standing.refusalToSeeDueNotes(of: person, reader: reader)
        {
          throw CommandError(refusal)
        }
      }
      let request = ListRequest(kind, days, of: person, now: now)
      let (table, problems) = request.read(from: program.folder)
      try program.checkComplete(problems)
      try program.send(table.csv, to: out, as: .export, request.detail, by: options)
      return .well
    }
  }
}
