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
        caseload book --client C06 --with TB
        caseload book --client C06 --date tue --at 14:00 --every 1 --until 6/30
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

  @Option(help: ArgumentHelp("Again after so many weeks, until --until.", valueName: "weeks"))
  var every: Int?

  @Option(help: ArgumentHelp("The last day of a repeated one.", valueName: "date"))
  var until: String?

  @Flag(help: "Books what is free of a repeated one; else all or nothing.")
  var leaveOut = false

  @Option(
    help: ArgumentHelp(
      "Who sees the client; else who books it, for the front desk the client's counselor.",
      valueName: "code"
    )
  )
  var with: String?

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
    guard (every == nil) == (until == nil), every.map({ (1...52).contains($0) }) ?? true else {
      throw .use("A repeated one has both.", form: "--every 1 --until 6/30")
    }
    let last = try DateArgument(until, option: "--until")
    let kind: AppointmentKind = try StoredWord.read(kind, option: "--kind")
    return try OpenedProgram.use(options) { program throws(CommandError) in
      let now = program.clock.now()
      let today = program.zone.date(of: now)
      let date = day.date(today: today)
      var data = program.data(weekOf: date)
      for offset in [-7, 7, 14] {
        program.folder.loadWeek(data.weekStart(of: date.adding(days: offset)), into: &data)
      }
      program.folder.loadCaseload(into: &data)
      let staff = try program.whoEnters(
        options,
        about: client,
        in: data,
        asking: "Who books this?"
      ) { [data] in
        data.refusal(toChange: .clients, by: $0)
      }
      var wanted = try appointment(data, (date, time, now), kind, by: staff)
      if time == nil {
        guard let free = data.nextFreeTime(for: wanted) else {
          throw CommandError(.badData, "Nothing is free for two weeks from then on.")
        }
        wanted = free
      }
      var request = AdministrationRequest.book(wanted)
      var count = 1
      if let every {
        let days = (wanted.serviceDate, last.date(today: today))
        let booking = try repeated(wanted, every: every, days, at: now, program, &data)
        request = booking.request ?? request
        count = booking.free.count
        wanted = booking.free.first ?? wanted
      }
      var attempt = RecordAttempt(program, data, by: staff, at: now, because: because)
      _ = try attempt.save(request)
      let (booked, start) = program.zone.local(wanted.state.scheduledStart)
      let mrn = data.clients[wanted.clientID]?.mrn ?? ""
      let often = count > 1 ? ", \(count) times" : ""
      try Output.write("\(mrn) is booked on \(booked.shortName) at \(start)\(often).\n")
      return .well
    }
  }

  /// Reads the weeks of a repeated one; says on standard error what is left out, or refuses.
  @MainActor private func repeated(
    _ wanted: Appointment,
    every weeks: Int,
    _ days: (first: CalendarDate, last: CalendarDate),
    at now: Instant,
    _ program: OpenedProgram,
    _ data: inout ProgramData
  ) throws(CommandError) -> RepeatedBooking {
    guard days.last > days.first, CalendarDate.days(from: days.first, to: days.last) <= 366 else {
      throw .use("--until is a later day, within a year.", form: "--every 1 --until 6/30")
    }
    let dates = ProgramData.days(from: days.first, every: weeks, until: days.last)
    for first in Set(
      dates.flatMap { date in [-1, 0, 1].map { data.weekStart(of: date.adding(days: $0)) } }
    )
    .sorted() where !data.isLoaded(first) {
      program.folder.loadWeek(first, into: &data)
    }
    var ids = IDMaker(seed: .random(in: .min ... .max))
    let booking = data.repeated(wanted, on: dates, because: because, now: now, ids: &ids)
    let taken = booking.taken.map { "\($0.appointment.serviceDate): \($0.why)" }
    guard booking.free.isEmpty || taken.isEmpty || leaveOut else {
      var error = CommandError(
        .badData,
        "\(taken.count) of \(dates.count) can't be booked, so none is.",
        form: "--leave-out books the others"
      )
      error.details = taken
      throw error
    }
    return booking
  }

  @MainActor private func appointment(
    _ data: ProgramData,
    _ when: (date: CalendarDate, time: TimeOfDay?, now: Instant),
    _ kind: AppointmentKind,
    by staff: StaffID
  ) throws(CommandError) -> Appointment {
    let finder = RecordFinder(data: data)
    let client = try finder.client(client)
    let stay = try finder.stay(of: client, on: when.date)
    let sees = data.staff[staff]?.may(.writeNotes) == true
    let usual = sees ? staff : stay.counselor(on: when.date) ?? staff
    let counselor = try with.map { code throws(CommandError) in try finder.staff(code).id } ?? usual
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
