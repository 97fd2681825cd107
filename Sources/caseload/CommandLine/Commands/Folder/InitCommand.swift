import App
import ArgumentParser
import Domain
import Storage

struct InitCommand: ProgramCommand {
  static let form =
    "caseload init --data DIR --program NAME --time-zone America/New_York "
    + "--counselor \"NAME, CREDENTIALS\""

  static let configuration = CommandConfiguration(
    commandName: "init",
    abstract: "Makes an empty program with its first counselor.",
    discussion: """
      The first counselor's code is made of the name's initials, and the role is that of a \
      supervisor, who may do everything.

      Example:
        caseload init --data ~/cases --program "Cedar Harbor" \
      --time-zone America/New_York --counselor "Tanya Brooks, LADC"

      Everything is sealed under a passphrase, which is asked for; the recovery key is shown, \
      once. With --passphrase-stdin the passphrase is the first line of standard input and the \
      recovery key comes on standard output. --plain leaves the files readable to whoever gets at \
      them.
      """
  )

  @Option(help: ArgumentHelp("What the program is called.", valueName: "name"))
  var program: String

  @Option(
    help: ArgumentHelp(
      "Where it lives, as America/New_York; a part that no other has is enough: \"new york\".",
      valueName: "zone"
    )
  )
  var timeZone: String

  @Flag(help: "Leaves the files readable to whoever gets at them.")
  var plain = false

  @OptionGroup(title: "Program options")
  var options: ProgramOptions

  @MainActor func perform() throws(CommandError) -> ExitStatus {
    guard !options.demo else {
      throw .use("init makes an own program, not the pretend one.", form: Self.form)
    }
    let choice = try options.choice()
    guard let counselor = options.counselor else {
      throw .use("Who is the first counselor?", form: Self.form)
    }
    let path = try DataPlace.path(of: choice)
    let plan = NewProgram(name: program, zone: timeZone, counselor: counselor)
    guard plain else { return try seal(plan, at: path, choice.secrets) }
    let made = try ProgramFounding.make(plan, at: path, now: ProgramClock.real.now())
    try Output.write("Made \(path). The first counselor's code is \(made.counselor.code).\n")
    return .well
  }

  @MainActor private func seal(
    _ plan: NewProgram,
    at path: String,
    _ secrets: SecretInput
  ) throws(CommandError) -> ExitStatus {
    let key = RecoveryKey.random()
    var isShown = false
    do throws(CommandError) {
      let made = try ProgramFounding.makeSealed(
        plan,
        at: path,
        key,
        now: ProgramClock.real.now(),
        passphrase: { staff throws(CommandError) in
          if case .terminal = secrets { try HiddenTerminal.tell(RecoveryPaper.warning) }
          return try secrets.askNew("Passphrase of \(staff.code)")
        },
        isToBeMade: { () throws(CommandError) in
          try RecoveryPaper.show(key, by: secrets)
          isShown = true
        }
      )
      isShown = false
      try Output.write(
        "Made \(path), sealed. The first counselor's code is \(made.counselor.code).\n"
      )
      return .well
    } catch {
      var error = error
      if isShown { error.sentence += " The recovery key that was shown opens nothing." }
      throw error
    }
  }
}
