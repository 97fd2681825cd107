import ArgumentParser

struct AttendanceCommand: ProgramCommand {
  static let form = MarkCommand.form

  static let configuration = CommandConfiguration(
    commandName: "attendance",
    abstract: "Marks attendance.",
    subcommands: [MarkCommand.self]
  )

  @OptionGroup(title: "Program options")
  var options: ProgramOptions

  @MainActor func perform() throws(CommandError) -> ExitStatus {
    throw .use("What about the attendance?", form: Self.form)
  }
}
