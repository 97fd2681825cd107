import ArgumentParser
import Domain
import Storage

struct CoverCommand: ProgramCommand {
  static let form =
    "caseload cover CODE --for CODE --from 2026-03-16 --to 2026-03-20 --because TEXT"

  static let configuration = CommandConfiguration(
    commandName: "cover",
    abstract: "Lets a counselor read the notes of a colleague's clients for some days.",
    discussion: """
      A supervisor says so, or the colleague. Without a code it lists who covers for whom, and \
      emergency access, one a line: from, until, who, for whom, by whom, reviewed by, why.

      Examples:
        caseload cover MQ --for TB --from mon --to fri --because holiday --counselor TB
        caseload cover
      """
  )

  @Argument(help: ArgumentHelp("Who covers, as MQ.", valueName: "code"))
  var code: String?

  @Option(help: ArgumentHelp("For whom.", valueName: "code"))
  var `for`: String?

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp("The first day; today where it isn't given.", valueName: "date")
  )
  var from: String?

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp("The last day; the first where it isn't given.", valueName: "date")
  )
  var to: String?

  @Option(help: ArgumentHelp("Why.", valueName: "text"))
  var because = ""

  @OptionGroup(title: "Program options")
  var options: ProgramOptions

  @MainActor func perform() throws(CommandError) -> ExitStatus {
    let first = try DateArgument(from, option: "--from")
    let last = try DateArgument(to ?? from, option: "--to")
    return try OpenedProgram.use(options) { program throws(CommandError) in
      var data = program.folder.loadStanding()
      guard let code else {
        try program.allow(.configure, options, in: data, orElse: "isn't shown who covers")
        program.folder.loadCaseload(into: &data)
        try Output.write(words(data))
        return .well
      }
      guard let colleague = self.for else { throw .use("Cover for whom?", form: Self.form) }
      let now = program.trueNow
      let today = program.zone.date(of: now)
      let days = (first.date(today: today), last.date(today: today))
      guard days.0 <= days.1 else { throw .use("--to is before --from.", form: Self.form) }
      var ids = IDMaker(seed: .random(in: .min ... .max))
      let by = try CounselorChoice.staff(options.counselor, in: data, asking: "Who grants this?")
      let reader = try CounselorChoice.staff(code, in: data)
      let covered = try CounselorChoice.staff(colleague, in: data)
      let grant: Grant
      do throws(RuleViolation) {
        grant = try data.cover(
          for: covered,
          by: reader,
          days: days.0...days.1,
          because: because,
          id: ids.next(.grant),
          stamp: Stamp(staff: by, now: now, changeID: ids.next(.change))
        )
      } catch {
        throw CommandError(error)
      }
      do throws(StorageError) { try program.folder.save(grant, by: by, at: now) } catch {
        throw CommandError(error)
      }
      try Output.write(
        "\(data.staffCode(of: reader)) covers for \(data.staffCode(of: covered)) "
          + "from \(days.0) to \(days.1).\n"
      )
      return .well
    }
  }

  @MainActor private func words(_ data: ProgramData) -> String {
    let grants = data.grants.values.sorted { ($0.from, $0.id) < ($1.from, $1.id) }
    guard !grants.isEmpty else { return "Nobody covers, and nothing was opened.\n" }
    var table = TextTable()
    for grant in grants {
      let whom: String
      switch grant.reach {
      case .cover(let colleague): whom = data.staffCode(of: colleague)
      case .emergency(let client): whom = data.mrn(of: client)
      }
      table.add([
        data.program.zone.shown(grant.from), data.program.zone.shown(grant.until),
        data.staffCode(of: grant.reader), whom, data.staffCode(of: grant.by),
        grant.review.map { data.staffCode(of: $0.by) } ?? "-", Output.cleaned(grant.reason),
      ])
    }
    return table.text
  }
}
