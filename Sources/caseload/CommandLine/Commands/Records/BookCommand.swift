import ArgumentParser
import Domain
import Storage

struct BookCommand: ProgramCommand {
  static let form = "caseload book --client C06 --date fri --at 13:00"

  static let configuration = CommandConfiguration(
    commandName: "book",
    abstract: "Books an individual appointment, by the rules of the screen.",
    discussion: """
      Without --at it takes the next time at which client and counselor are free.

      Examples:
        caseload book --client C06 --date fri --at 13:00
        caseload book --client C06 --date tomorrow --minutes 30 --kind plan-review
        caseload book --client C06 --counselor TB
      """
  )

  @Option(help: ArgumentHelp("The client's code, as C06.", valueName: "code"))
  var client: String

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp("The day; else today.", valueName: "date")
  )
  var date: String?

  @Option(help: ArgumentHelp("When it begins; else the next free time.", valueName: "hh:mm"))
  var at: String?

  @Option(help: ArgumentHelp("How long; 50 where nothing is said.", valueName: "number"))
  var minutes: Int = 50

  @Option(help: ArgumentHelp("As individual, plan-review, crisis.", valueName: "kind"))
  var kind: String = "individual"

  @Option(help: ArgumentHelp("Why it is right all the same.", valueName: "text"))
  var because: String?

  @OptionGroup(title: "Program options")
  var options: ProgramOptions

  @MainActor func perform() throws(CommandError) -> ExitStatus {
    let day = try DateArgument(date, option: "--date")
    let time = at.flatMap { TimeOfDay.parse(typed: $0) }
    guard at == nil || time != nil else {
      throw .use("--at isn't a time.", form: "--at 13:00")
    }
    let word = kind.replacingDashes
    guard let kind = AppointmentKind(rawValue: word) else {
      let words = AppointmentKind.allCases.map(\.rawValue).joined(separator: ", ")
      throw .use("--kind isn't one of those there are.", form: "--kind with one of " + words)
    }
    return try OpenedProgram.use(options) { program throws(CommandError) in
      let now = program.clock.now()
      let today = program.zone.date(of: now)
      let date = day.date(today: today)
      var data = program.data(weekOf: date)
      for offset in [-7, 7, 14] {
        program.folder.loadWeek(data.weekStart(of: date.adding(days: offset)), into: &data)
      }
      program.folder.loadCaseload(into: &data)
      let staff = try CounselorChoice.staff(try options.choice().counselorCode, in: data)
      var wanted = try appointment(data, (date, time, now), kind, counselor: staff)
      if time == nil {
        guard let free = data.nextFreeTime(for: wanted) else {
          throw CommandError(.badData, "Nothing is free for two weeks from then on.")
        }
        wanted = free
      }
      var attempt = RecordAttempt(program, data, by: staff, at: now, because: because)
      _ = try attempt.save(.book(wanted))
      let (booked, start) = program.zone.local(wanted.state.scheduledStart)
      let mrn = data.clients[wanted.clientID]?.mrn ?? ""
      try Output.write("\(mrn) is booked on \(booked.shortName) at \(start).\n")
      return .well
    }
  }

  @MainActor private func appointment(
    _ data: ProgramData,
    _ when: (date: CalendarDate, time: TimeOfDay?, now: Instant),
    _ kind: AppointmentKind,
    counselor: StaffID
  ) throws(CommandError) -> Appointment {
    let finder = RecordFinder(data: data)
    let client = try finder.client(client)
    let stay = try finder.stay(of: client, on: when.date)
    let zone = data.program.zone
    let midnight = TimeOfDay(minutes: 0) ?? zone.local(when.now).time
    let first = when.date == zone.date(of: when.now) ? zone.local(when.now).time : midnight
    let start = zone.instant(when.date, when.time ?? first)
    var ids = IDMaker(seed: .random(in: .min ... .max))
    return Appointment(
      id: ids.next(.appointment),
      clientID: client.id,
      episodeID: stay.id,
      kind: .known(kind),
      serviceDate: when.date,
      state: AppointmentState(
        scheduledStart: start,
        scheduledEnd: start.adding(minutes: max(1, minutes)),
        counselorID: counselor
      )
    )
  }
}

extension String {
  /// Stored words, also where they were typed with dashes.
  fileprivate var replacingDashes: String { String(map { $0 == "-" ? "_" : $0 }) }
}
