import ArgumentParser
import Domain
import Storage

struct AccessCommand: ProgramCommand {
  static let form =
    "caseload access list, or access with add CODE, remove CODE, passphrase, recover, paper, renew"

  static let configuration = CommandConfiguration(
    commandName: "access",
    abstract: "Who may open a sealed program: passphrases and the recovery key.",
    discussion: """
      Passphrases are asked for on the terminal. With --passphrase-stdin each is a line of \
      standard input: one's own first, then what is new.

      Examples:
        caseload access list --counselor TB
        caseload access add MQ --counselor TB
        caseload access passphrase --counselor MQ
        caseload access recover --counselor TB
      """,
    subcommands: [
      AccessListCommand.self, AccessAddCommand.self, AccessRemoveCommand.self,
      AccessPassphraseCommand.self, AccessRecoverCommand.self, AccessPaperCommand.self,
      AccessRenewCommand.self,
    ]
  )

  @OptionGroup(title: "Program options")
  var options: ProgramOptions

  @MainActor func perform() throws(CommandError) -> ExitStatus {
    try Output.write(CaseloadCommand.helpMessage(for: AccessCommand.self))
    return .well
  }
}

/// A sealed program that somebody logged in to.
struct OpenedAccess {
  let folder: DataFolder
  let data: ProgramData
  let secrets: SecretInput

  static func use(
    _ options: ProgramOptions,
    bySupervisor: Bool = true,
    work: (OpenedAccess) throws(CommandError) -> Void
  ) throws(CommandError) -> ExitStatus {
    let secrets = try options.choice().secrets
    return try OpenedProgram.use(options) { program throws(CommandError) in
      guard program.folder.isSealed else {
        throw CommandError(
          .notAllowed,
          "This program isn't sealed: it has no passphrases. Nothing was changed."
        )
      }
      let access = OpenedAccess(
        folder: program.folder,
        data: program.folder.loadStanding(),
        secrets: secrets
      )
      if bySupervisor { try access.checkSupervisor() }
      try work(access)
      return .well
    }
  }

  private func checkSupervisor() throws(CommandError) {
    guard folder.loggedIn.flatMap({ data.staff[$0] })?.may(.configure) == true else {
      throw CommandError(
        .notAllowed,
        "Only a supervisor or the director says who may open the program. Nothing was changed."
      )
    }
  }

  /// Whoever is the last who may give passphrases keeps theirs: nobody could be let in any more.
  func checkSomebodyGives(without staff: Staff) throws(CommandError) {
    guard staff.may(.configure) else { return }
    let others = folder.holders.filter { $0 != staff.id }.compactMap { data.staff[$0] }
    guard !others.contains(where: { $0.may(.configure) }) else { return }
    throw CommandError(
      .notAllowed,
      "\(staff.code) is the last who may give passphrases. Nothing was changed. Give another supervisor "
        + "or the director one first: caseload access add CODE."
    )
  }

  func staff(_ code: String) throws(CommandError) -> Staff {
    let id = try CounselorChoice.staff(code, in: data)
    guard let staff = data.staff[id] else { throw CommandError(StorageError.noAccess) }
    return staff
  }

  func change(_ step: () throws(StorageError) -> Void) throws(CommandError) {
    do throws(StorageError) { try step() } catch { throw CommandError(error) }
  }
}

struct AccessListCommand: ProgramCommand {
  static let form = "caseload access list"
  static let configuration = CommandConfiguration(
    commandName: "list",
    abstract: "Who has a passphrase, a code a line."
  )

  @OptionGroup(title: "Program options")
  var options: ProgramOptions

  @MainActor func perform() throws(CommandError) -> ExitStatus {
    try OpenedAccess.use(options, bySupervisor: false) { access throws(CommandError) in
      let codes = access.folder.holders.map { access.data.staff[$0]?.code ?? $0.rawValue }
      try Output.write(codes.sorted().map { $0 + "\n" }.joined())
    }
  }
}

struct AccessAddCommand: ProgramCommand {
  static let form = "caseload access add CODE"
  static let configuration = CommandConfiguration(
    commandName: "add",
    abstract: "Gives a counselor a first passphrase, or another one."
  )

  @Argument(help: ArgumentHelp("The counselor, as MQ.", valueName: "code"))
  var code: String

  @OptionGroup(title: "Program options")
  var options: ProgramOptions

  @MainActor func perform() throws(CommandError) -> ExitStatus {
    try OpenedAccess.use(options) { access throws(CommandError) in
      let staff = try access.staff(code)
      let passphrase = try access.secrets.askNew("New passphrase of \(staff.code)")
      try access.change { () throws(StorageError) in
        try access.folder.setPassphrase(passphrase, for: staff)
      }
      try Output.write("\(staff.code) may open the program now.\n")
    }
  }
}

struct AccessRemoveCommand: ProgramCommand {
  static let form = "caseload access remove CODE"
  static let configuration = CommandConfiguration(
    commandName: "remove",
    abstract: "Takes a counselor's passphrase away."
  )

  @Argument(help: ArgumentHelp("The counselor, as MQ.", valueName: "code"))
  var code: String

  @OptionGroup(title: "Program options")
  var options: ProgramOptions

  @MainActor func perform() throws(CommandError) -> ExitStatus {
    try OpenedAccess.use(options) { access throws(CommandError) in
      let staff = try access.staff(code)
      try access.checkSomebodyGives(without: staff)
      try access.change { () throws(StorageError) in
        try access.folder.removeAccess(of: staff.id)
      }
      try Output.write(
        "\(staff.code) can't open the program any more. access renew seals everything under a key\n"
          + "that \(staff.code) never had.\n"
      )
    }
  }
}

struct AccessPassphraseCommand: ProgramCommand {
  static let form = "caseload access passphrase"
  static let configuration = CommandConfiguration(
    commandName: "passphrase",
    abstract: "Changes one's own passphrase."
  )

  @OptionGroup(title: "Program options")
  var options: ProgramOptions

  @MainActor func perform() throws(CommandError) -> ExitStatus {
    try OpenedAccess.use(options, bySupervisor: false) { access throws(CommandError) in
      guard let staff = access.folder.loggedIn.flatMap({ access.data.staff[$0] }) else {
        throw CommandError(StorageError.noAccess)
      }
      let passphrase = try access.secrets.askNew("New passphrase of \(staff.code)")
      try access.change { () throws(StorageError) in
        try access.folder.setPassphrase(passphrase, for: staff)
      }
      try Output.write("The new passphrase holds from now on.\n")
    }
  }
}

struct AccessRecoverCommand: ProgramCommand {
  static let form = "caseload access recover --counselor CODE"
  static let configuration = CommandConfiguration(
    commandName: "recover",
    abstract: "Sets a new passphrase with the recovery key on paper."
  )

  @OptionGroup(title: "Program options")
  var options: ProgramOptions

  @MainActor func perform() throws(CommandError) -> ExitStatus {
    let choice = try options.choice()
    let staff = try LogIn.recover(try DataPlace.path(of: choice), choice)
    try Output.write("\(staff.code) may open the program with the new passphrase.\n")
    return .well
  }
}

struct AccessPaperCommand: ProgramCommand {
  static let form = "caseload access paper"
  static let configuration = CommandConfiguration(
    commandName: "paper",
    abstract: "Makes a new recovery key; the one on the old paper opens nothing any more."
  )

  @OptionGroup(title: "Program options")
  var options: ProgramOptions

  @MainActor func perform() throws(CommandError) -> ExitStatus {
    try OpenedAccess.use(options) { access throws(CommandError) in
      // The old one goes only once the new one was seen.
      let key = RecoveryKey.random()
      do throws(CommandError) { try RecoveryPaper.show(key, by: access.secrets) } catch {
        var error = error
        error.sentence += " Nothing was changed: the key on the old paper holds."
        throw error
      }
      do throws(StorageError) { try access.folder.setRecoveryKey(key) } catch {
        var refusal = CommandError(error)
        refusal.sentence +=
          " The key that was shown opens nothing; the one on the old paper holds."
        throw refusal
      }
      Output.tell("It holds from now on. The key on the old paper opens nothing any more.")
    }
  }
}
