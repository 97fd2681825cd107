import ArgumentParser
import Domain
import Storage

struct ShowCommand: ProgramCommand {
  static let form = "caseload show FILE"

  static let configuration = CommandConfiguration(
    commandName: "show",
    abstract: "Prints one record as a property list, also where it is sealed.",
    discussion: """
      The file is named by its path below the data folder, as check names it or as it lies on \
      disk. What is printed holds names.

      Example:
        caseload show staff/st_0Example0000.plist
      """
  )

  @Argument(help: ArgumentHelp("A record's file.", valueName: "file"), completion: .file())
  var file: String

  @OptionGroup(title: "Program options")
  var options: ProgramOptions

  @MainActor func perform() throws(CommandError) -> ExitStatus {
    try OpenedProgram.use(options) { program throws(CommandError) in
      let data = program.folder.loadStanding()
      try program.allow(
        .readEverything,
        options,
        in: data,
        orElse: "reads no record as it lies on disk"
      )
      let seen: InspectedFile
      do throws(StorageError) { seen = try program.folder.inspect(file: file) } catch {
        throw CommandError(error)
      }
      try Output.write(seen.lines.map { $0 + "\n" }.joined())
      return .well
    }
  }
}
