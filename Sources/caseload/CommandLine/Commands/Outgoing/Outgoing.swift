import App
import ArgumentParser
import Domain
import Reports
import Storage

/// Where a command's text goes: a file, or the standard output.
struct OutgoingOptions: ParsableArguments {
  @Option(
    name: [.short, .long],
    help: ArgumentHelp(
      "A file outside of the data folder; else the standard output.",
      valueName: "file"
    ),
    completion: .file()
  )
  var output: String?

  @Flag(help: "Replaces the file if it is there.")
  var force = false
}

extension OpenedProgram {
  /// Records that something leaves the program, warns, and writes it; nothing leaves unrecorded.
  func send(
    _ text: String,
    to out: OutgoingOptions,
    as action: AuditAction.Known,
    _ detail: String,
    of client: ClientID? = nil,
    by options: ProgramOptions
  ) throws(CommandError) {
    tell(action, .program, of: client, detail: detail, by: options)
    Output.tell(Redisclosure.short)
    Output.tell(Redisclosure.warning)
    guard let path = out.output else { return try Output.write(text) }
    try write(Array(text.utf8), to: path, replaces: out.force)
  }

  func write(_ bytes: [UInt8], to path: String, replaces: Bool) throws(CommandError) {
    do throws(OutgoingFault) {
      try folder.writeOutside(bytes, to: path, replaces: replaces)
    } catch {
      throw CommandError(error)
    }
  }

  /// The staff member whose code was given; nil where none was.
  func person(_ code: String?, in data: ProgramData) throws(CommandError) -> StaffID? {
    try code.map { code throws(CommandError) in try RecordFinder(data: data).staff(code).id }
  }
}

extension CommandError {
  init(_ fault: OutgoingFault) {
    let status: ExitStatus
    switch fault {
    case .isThere, .insideData: status = .cantCreate
    case .notPlain, .tooLarge, .noText: status = .badData
    case .system(_, let code):
      status = code == 2 ? .notThere : code == 13 ? .notAllowed : .inputOutput
    }
    self.init(status, fault.message)
  }
}

/// Days from one to another, as two options give them.
struct DaysArgument {
  private let first: DateArgument
  private let last: DateArgument
  private let hasFirst: Bool
  private let hasLast: Bool

  init(_ from: String?, _ to: String?) throws(CommandError) {
    first = try DateArgument(from, option: "--from")
    last = try DateArgument(to, option: "--to")
    (hasFirst, hasLast) = (from != nil, to != nil)
  }

  /// The days that were given; else the week of today.
  func days(today: CalendarDate, in data: ProgramData, weeks: Int = 1) throws(CommandError)
    -> ClosedRange<CalendarDate>
  {
    let from =
      hasFirst
      ? first.date(today: today) : data.weekStart(of: hasLast ? last.date(today: today) : today)
    let to =
      hasLast ? last.date(today: today) : data.weekStart(of: from).adding(days: weeks * 7 - 1)
    guard from <= to else {
      throw .use("--to lies before --from.", form: "--from 2026-03-01 --to 2026-03-31")
    }
    guard CalendarDate.days(from: from, to: to) <= WriteOut.longestDays else {
      throw .use("That is more than ten years.", form: "--from 2026-03-01 --to 2026-03-31")
    }
    return from...to
  }
}
