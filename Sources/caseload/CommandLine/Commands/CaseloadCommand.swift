import ArgumentParser
import Glibc

/// The program itself: without a subcommand it takes the whole screen.
struct CaseloadCommand: ProgramCommand {
  static let form = "caseload [--data DIR] [--demo], or caseload COMMAND; see caseload --help"

  static let version = "0.1.0"

  static let configuration = CommandConfiguration(
    commandName: "caseload",
    abstract: "A counselor's day in an intensive outpatient program, on the keyboard.",
    discussion: """
      Without a command it takes the whole screen; ? there shows the keys.

      Examples:
        caseload --demo                        try the pretend program
        caseload --demo hours --json           ask it something, for a script
        caseload day --date fri                what Friday holds
        caseload attendance mark --group G03 --client C06 --status no-show
        caseload --data DIR check              is this data folder sound?

      Exit status: 0 well, 1 check or notes verify found something, 64 wrong use, 65 bad data \
      or a rule refused, 66 not there, 69 the terminal can't do it, 73 can't create, 74 input \
      or output, 75 locked (try again), 77 not allowed.
      """,
    version: version,
    subcommands: [
      DayCommand.self, AttendanceCommand.self, HoursCommand.self, CheckCommand.self,
      ThemesCommand.self, KeysCommand.self, InitCommand.self, AccessCommand.self, CoverCommand.self,
      ShowCommand.self, ImportCommand.self, NotesCommand.self, ClientsCommand.self,
      ClientCommand.self, GroupsCommand.self, ScheduleCommand.self, AdmitCommand.self,
      DischargeCommand.self, EnrollCommand.self, BookCommand.self, OutreachCommand.self,
      BackupCommand.self, RestoreCommand.self,
      AuditCommand.self, ExportCommand.self, CalendarCommand.self, PrintCommand.self,
    ]
  )

  @OptionGroup(title: "Program options")
  var options: ProgramOptions

  @MainActor func perform() throws(CommandError) -> ExitStatus {
    Self.runScreen(try options.choice())
  }

  /// Takes the whole screen; after a signal the process ends here, with the signal's status.
  @MainActor static func runScreen(_ choice: StartChoice) -> ExitStatus {
    let status = ScreenProgram.run(choice)
    guard let plain = ExitStatus(rawValue: status) else { Glibc.exit(status) }
    return plain
  }
}
