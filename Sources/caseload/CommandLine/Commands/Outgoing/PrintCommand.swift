import ArgumentParser
import Domain
import Reports
import Storage

struct PrintCommand: ProgramCommand {
  static let form = "caseload print sign-in --group G03 --date 2026-03-11"

  static let configuration = CommandConfiguration(
    commandName: "print",
    abstract: "A sign-in sheet, or the sheet of a day, week or month, as plain text or PDF.",
    discussion: """
      Pages: \(PrintedPage.allCases.map(\.rawValue).joined(separator: ", ")). Clients stand with first \
      name and initial; --full-names changes that, but for the sign-in sheet, which lies on the table.

      The text goes to the standard output, or to a file with -o. --pdf makes a PDF of it with \
      whatever the system has (paps, an older one with ps2pdf, or cupsfilter), --printer hands it to lp.

      Examples:
        caseload print sign-in --group G03
        caseload print week --of TB --pdf ~/week.pdf
        caseload print day --date fri --of TB --printer
      """
  )

  @Argument(help: ArgumentHelp("Which page.", valueName: "page"))
  var page: String

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp("A day of it, as 2026-03-11, fri, +1w.", valueName: "date")
  )
  var date: String?

  @Option(help: ArgumentHelp("The group of a sign-in sheet.", valueName: "code"))
  var group: String?

  @Option(help: ArgumentHelp("Whose day, week or month; else everyone's.", valueName: "code"))
  var of: String?

  @Flag(help: "First and last names.")
  var fullNames = false

  @Option(help: ArgumentHelp("Makes a PDF file.", valueName: "file"), completion: .file())
  var pdf: String?

  @Flag(help: "Prints it on the system's printer.")
  var printer = false

  @OptionGroup var out: OutgoingOptions

  @OptionGroup(title: "Program options")
  var options: ProgramOptions

  @MainActor func perform() throws(CommandError) -> ExitStatus {
    guard let page = PrintedPage(rawValue: page) else {
      throw .use(
        "There is no such page.",
        form: "caseload print with one of "
          + PrintedPage.allCases.map(\.rawValue).joined(separator: ", ")
      )
    }
    guard (page == .signIn) == (group != nil) else {
      throw .use("A sign-in sheet, and no other page, is of a --group.", form: Self.form)
    }
    let argument = try DateArgument(date, option: "--date")
    return try OpenedProgram.use(options) { program throws(CommandError) in
      let date = argument.date(today: program.zone.date(of: program.clock.now()))
      let standing = program.folder.loadStanding()
      try program.allow(.seeRosters, options, in: standing, orElse: "prints no such page")
      let request = PageRequest(
        page,
        date,
        of: try program.person(of, in: standing),
        group: try group.map { code throws(CommandError) in
          try RecordFinder(data: standing).group(code).id
        },
        hasFullNames: fullNames
      )
      let (text, problems) = request.read(from: program.folder)
      try program.checkComplete(problems)
      guard let text else {
        throw CommandError(.notThere, "The group doesn't meet on \(date.shortName).")
      }
      try send(text, request.detail, program)
      return .well
    }
  }

  @MainActor private func send(
    _ text: String,
    _ detail: String,
    _ program: OpenedProgram
  ) throws(CommandError) {
    guard pdf != nil || printer else {
      return try program.send(text, to: out, as: .print, detail, by: options)
    }
    // What can't be made isn't recorded as printed.
    let bytes = try pdf.map { _ throws(CommandError) in try PaperTool.pdf(of: text) }
    program.tell(.print, .program, detail: detail, by: options)
    Output.tell(Redisclosure.short)
    Output.tell(Redisclosure.warning)
    if let pdf, let bytes { try program.write(bytes, to: pdf, replaces: out.force) }
    if printer { try PaperTool.sendToPrinter(text) }
  }
}
