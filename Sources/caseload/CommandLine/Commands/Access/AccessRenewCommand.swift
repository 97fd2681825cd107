import ArgumentParser
import Storage

struct AccessRenewCommand: ProgramCommand {
  static let form = "caseload access renew"
  static let configuration = CommandConfiguration(
    commandName: "renew",
    abstract: "Makes a new key and seals every file anew under it.",
    discussion: """
      For when somebody left who had a passphrase. Others may go on working. It can be stopped at \
      any point; run again it goes on, and so does the program when it starts.
      """
  )

  @OptionGroup(title: "Program options")
  var options: ProgramOptions

  @MainActor func perform() throws(CommandError) -> ExitStatus {
    HeldSignals.hold()
    defer { HeldSignals.release() }
    return try OpenedAccess.use(options) { access throws(CommandError) in
      let renewal: Renewal
      let progress = CheckProgress()
      do throws(StorageError) {
        renewal = try access.folder.renewal()
        while progress.show(renewal.done, renewal.all), try renewal.step() {}
      } catch {
        throw CommandError(error)
      }
      guard renewal.done == renewal.all else {
        throw CommandError(
          .locked,
          "Stopped after \(renewal.done) of \(renewal.all) files. Everything opens as before.",
          form: Self.form
        )
      }
      try Output.write(words(renewal))
    }
  }

  @MainActor private func words(_ renewal: Renewal) -> String {
    var words = "\(renewal.all) files are sealed under a new key.\n"
    if !renewal.inUse.isEmpty {
      words += "\(renewal.inUse.count) being written now: run it again once they are closed.\n"
    }
    if !renewal.unusable.isEmpty {
      words += "\(renewal.unusable.count) can't be opened and stay as they are: run check.\n"
    }
    return words
  }
}
