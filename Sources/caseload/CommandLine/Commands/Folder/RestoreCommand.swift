import ArgumentParser
import Storage

struct RestoreCommand: ProgramCommand {
  static let form = "caseload restore FILE --to DIR"

  static let configuration = CommandConfiguration(
    commandName: "restore",
    abstract: "Takes a backup back into a new folder.",
    discussion: """
      The folder must be empty or new: nothing is ever written over. Afterwards every record is \
      checked.

      Example:
        caseload restore ~/backups/2026-03-11.tar.gz --to ~/cases-again
      """
  )

  @Argument(help: ArgumentHelp("The archive.", valueName: "file"), completion: .file())
  var file: String

  @Option(help: ArgumentHelp("A folder that is empty or new.", valueName: "dir"))
  var to: String

  @MainActor func perform() throws(CommandError) -> ExitStatus {
    try HeldSignals.during { () throws(CommandError) in try restore() }
  }

  @MainActor private func restore() throws(CommandError) -> ExitStatus {
    let folder: DataFolder
    do throws(StorageError) {
      folder = try DataFolder.restore(file, to: to, stops: { HeldSignals.isOneWaiting })
    } catch .sealed {
      try Output.write("Restored \(to). It is sealed: log in and run check to look it through.\n")
      return .well
    } catch {
      throw CommandError(error)
    }
    let report = folder.check()
    try Output.write("Restored \(to). " + CheckWords(report).text)
    return report.problems.isEmpty ? .well : .found
  }
}
