import ArgumentParser

struct ImportCommand: ProgramCommand {
  static let form = "caseload import --data DIR FOLDER"

  static let configuration = CommandConfiguration(
    commandName: "import",
    abstract: "Takes in staff, rooms, clients, groups, enrollments and appointments as CSV."
  )

  @Argument(
    help: ArgumentHelp("A folder with the CSV files.", valueName: "folder"),
    completion: .directory
  )
  var folder: String

  @OptionGroup(title: "Program options")
  var options: ProgramOptions

  @MainActor func perform() throws(CommandError) -> ExitStatus {
    throw CommandError(.notThere, "import isn't there yet.")
  }
}
