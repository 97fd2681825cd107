import ArgumentParser
import Domain
import Storage

struct BackupCommand: ProgramCommand {
  static let form = "caseload backup --data DIR FILE"

  static let configuration = CommandConfiguration(
    commandName: "backup",
    abstract: "Writes all records into one archive, while others go on working.",
    discussion: """
      The archive is what everything was at one moment; it is read back and compared before it \
      gets its name. It is a compressed tar file. Its content is as readable as the data folder \
      is: keep it where you would keep that.

      --verify unpacks a backup into a temporary folder and checks every record in it. Of a sealed \
      program it looks whether each file is as it was written; with --counselor it asks for the \
      passphrase and checks what they hold too.

      Examples:
        caseload backup ~/backups/2026-03-11.tar.gz
        caseload backup --verify ~/backups/2026-03-11.tar.gz
      """
  )

  @Flag(help: "Checks a backup instead of making one.")
  var verify = false

  @Argument(help: ArgumentHelp("The archive.", valueName: "file"), completion: .file())
  var file: String

  @OptionGroup(title: "Program options")
  var options: ProgramOptions

  @MainActor func perform() throws(CommandError) -> ExitStatus {
    if verify { return try HeldSignals.during { () throws(CommandError) in try check() } }
    return try HeldSignals.during { () throws(CommandError) in try make() }
  }

  @MainActor private func make() throws(CommandError) -> ExitStatus {
    try OpenedProgram.use(options) { program throws(CommandError) in
      let report: BackupReport
      do throws(StorageError) {
        report = try program.folder.backUp(
          to: file,
          at: program.clock.now(),
          stops: { HeldSignals.isOneWaiting }
        )
      } catch {
        throw CommandError(error)
      }
      program.tell(.backup, .program, by: options)
      var words = "Wrote \(file): \(report.files) files, read back and compared.\n"
      for path in report.leftOut { words += "Left out, neither file nor folder: \(path)\n" }
      try Output.write(words)
      return .well
    }
  }

  @MainActor private func check() throws(CommandError) -> ExitStatus {
    let temporary = try TemporaryFolder.make(named: "caseload-verify")
    defer { temporary.remove() }
    do throws(StorageError) {
      try DataFolder.unpack(file, to: temporary.path, stops: { HeldSignals.isOneWaiting })
    } catch {
      throw CommandError(error)
    }
    let folder: DataFolder
    do throws(StorageError) {
      folder = try DataFolder.open(at: temporary.path)
    } catch {
      guard case .sealed = error else { throw CommandError(error) }
      let choice = try options.choice()
      guard choice.counselorCode != nil else { return try checkUnopened(temporary.path) }
      folder = try LogIn.open(temporary.path, choice)
    }
    let report = folder.check()
    try Output.write(CheckWords(report).text)
    return report.problems.isEmpty ? .well : .found
  }

  /// What can be said of a sealed backup without a passphrase.
  @MainActor private func checkUnopened(_ path: String) throws(CommandError) -> ExitStatus {
    let locked: LockedFolder?
    do throws(StorageError) { locked = try LockedFolder.open(at: path) } catch {
      throw CommandError(error)
    }
    guard let locked else { throw CommandError(StorageError.noProgram(path)) }
    let report = locked.checkUnopened()
    var words = CheckWords(report).text
    words +=
      "It is sealed: each file was looked at from outside. What they hold is checked with\n"
      + "--counselor CODE and the passphrase that was right when the backup was made.\n"
    try Output.write(words)
    return report.problems.isEmpty ? .well : .found
  }
}
