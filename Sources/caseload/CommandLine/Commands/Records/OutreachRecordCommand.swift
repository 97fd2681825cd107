import ArgumentParser
import Domain
import Storage

struct OutreachRecordCommand: ProgramCommand {
  static let form = "caseload outreach record --client C06 --result no-answer"

  static let configuration = CommandConfiguration(
    commandName: "record",
    abstract: "Keeps an attempt to reach a client, by the rules of the screen.",
    discussion: """
      A way that the client doesn't allow is refused. The next attempt follows by itself, unless \
      --again sets another day.

      Examples:
        caseload outreach record --client C06 --result left-message
        caseload outreach record --client C06 --by letter --result left-message
        caseload outreach record --client C06 --result no-answer --again fri --at 14:00
      """
  )

  @Option(help: ArgumentHelp("The client's code, as C06.", valueName: "code"))
  var client: String

  @Option(help: ArgumentHelp("What came of it, as reached, no-answer.", valueName: "word"))
  var result: String

  @Option(help: ArgumentHelp("How: call, text, email, letter, home-visit.", valueName: "word"))
  var by = OutreachChannel.call.rawValue

  @Option(help: ArgumentHelp("A few words; nothing that belongs into a note.", valueName: "text"))
  var words: String?

  @Option(help: ArgumentHelp("The day of the next attempt.", valueName: "date"))
  var again: String?

  @Option(help: ArgumentHelp("Its time; else noon.", valueName: "hh:mm"))
  var at: String?

  @OptionGroup(title: "Program options")
  var options: ProgramOptions

  @MainActor func perform() throws(CommandError) -> ExitStatus {
    let result: OutreachResult = try StoredWord.read(result, option: "--result")
    let channel: OutreachChannel = try StoredWord.read(by, option: "--by")
    let day = try DateArgument(again, option: "--again")
    let time = at.flatMap { TimeOfDay.parse(typed: $0) }
    guard at == nil || time != nil else {
      throw .use("--at isn't a time.", form: "--at 13:00")
    }
    return try OpenedProgram.use(options) { program throws(CommandError) in
      let now = program.clock.now()
      let data = program.dataOfOutreach(at: now)
      let staff = try program.whoEnters(
        options,
        about: client,
        in: data,
        asking: "Who tried to reach the client?"
      ) {
        data.refusal(of: .markAttendance, by: $0, "reaches no clients")
      }
      let client = try RecordFinder(data: data).client(client)
      var attempt = OutreachAttempt(channel, result, words: words)
      if again != nil || time != nil {
        let date = day.date(today: program.zone.date(of: now))
        attempt.nextDueAt = program.zone.instant(date, time ?? .noon)
      }
      var ids = IDMaker(seed: .random(in: .min ... .max))
      var saving = RecordAttempt(program, data, by: staff, at: now, because: nil)
      _ = try saving.save(.outreach(client.id, attempt, as: ids.next(.followUp)))
      try Output.write("\(client.mrn): \(channel.word), \(result.word).\n")
      return .well
    }
  }
}
