import Domain

/// Individual appointments.
extension AppState {
  func bookingForm(_ client: ClientID?, _ kind: AppointmentKind = .individual) -> Form {
    let counselor = client.flatMap { openStay(of: $0)?.counselor(on: today) } ?? staffID
    let shown = screen == .day ? day.date : screen == .calendar ? calendar.date : today
    let date = max(shown, today)
    var fields: [FormField] = []
    if client == nil {
      fields.append(FormField(.client, "Client", .pick(.clients, isMany: false), isRequired: true))
    }
    let help = "Ctrl-F finds the next time at which all are free. "
    fields += [
      FormField(
        .date,
        "Day",
        .date,
        .typed(date == today ? "today" : date.description),
        help: help + TypedDate.help,
        isRequired: true
      ),
      FormField(.start, "Begins", .time, help: help + FieldKind.time.help, isRequired: true),
      FormField(.minutes, "Minutes", .number(5...720), .typed("50"), isRequired: true),
      FormField(
        .kind,
        "Kind",
        .choice(FormChoices.appointmentKinds),
        FormChoices.one(kind.rawValue, of: FormChoices.appointmentKinds),
        isRequired: true
      ),
      FormField(
        .counselor,
        "Counselor",
        .pick(.staff, isMany: false),
        counselor.map { .chosen([choice(of: $0)]) } ?? .nothing,
        isRequired: true
      ),
      FormField(.room, "Room", .pick(.rooms, isMany: false)),
      FormField(
        .every,
        "Again",
        .choice(FormChoices.repeats),
        isRequired: true
      ),
      FormField(
        .to,
        "Until",
        .date,
        help: "The last day of a repeated one; each can be moved or called off alone. "
          + TypedDate.help
      ),
    ]
    let title = client.map { "Appointment with \(name(of: $0))" } ?? "New appointment"
    return Form(.booking(client, kind), title: title, fields: fields)
  }

  /// The appointment as the answers have it.
  ///
  /// - Parameters:
  ///   - client: Whose; nil takes the one that was answered.
  ///   - values: The answers.
  ///   - start: In the place of the time that was typed, for looking for one.
  /// - Returns: The appointment, or what is wrong beside which field.
  mutating func appointment(
    _ client: ClientID?,
    _ values: FormValues,
    start: TimeOfDay? = nil
  ) -> Result<Appointment, FieldFlaw> {
    guard let client = client ?? values.identifier(.client), let date = values.date(.date),
      let time = start ?? values.time(.start), let minutes = values.number(.minutes),
      let counselor = values.identifier(.counselor, of: Staff.self)
    else { return .failure(FieldFlaw("Client, day, time and counselor are needed.")) }
    guard let stay = openStay(of: client) else {
      return .failure(FieldFlaw("This client isn't admitted; g c and = admit."))
    }
    let from = data.program.zone.instant(date, time)
    var state = AppointmentState(
      scheduledStart: from,
      scheduledEnd: from.adding(minutes: minutes),
      counselorID: counselor,
      roomID: values.identifier(.room)
    )
    if data.rooms[state.roomID ?? RoomID("")]?.kind == .known(.virtual) {
      state.modality = .known(.video)
    }
    return .success(
      Appointment(
        id: ids.next(.appointment),
        clientID: client,
        episodeID: stay.id,
        kind: Coded(stored: values.one(.kind) ?? AppointmentKind.individual.rawValue),
        serviceDate: date,
        state: state
      )
    )
  }

  /// The weeks that must be here to see what is in the way of a time and aren't.
  ///
  /// They are read one after the other: a week that is read again after the booking, and before it is
  /// saved, would lose it.
  func missingWeeks(around date: CalendarDate, ahead days: Int = 1) -> [CalendarDate] {
    let dates = stride(from: -1, through: days, by: 1).map { date.adding(days: $0) }
    return Set(dates.map { data.weekStart(of: $0) }).filter { !data.isLoaded($0) }.sorted()
  }

  /// Ctrl-F: puts the next free time into the form, from the time that stands there on.
  mutating func findFreeTime(_ form: Form) -> [Effect] {
    var form = form
    guard case .booking(let client, _) = form.purpose else { return [] }
    var asked = form
    let isTimed = form.fields.contains { $0.id == .start && !$0.isEmpty }
    if !isTimed, let place = asked.fields.firstIndex(where: { $0.id == .start }) {
      asked.fields[place].isRequired = false
    }
    guard let values = asked.read(today: today), let date = values.date(.date) else {
      prompt = .form(asked)
      return []
    }
    let missing = missingWeeks(around: date, ahead: 14)
    guard missing.isEmpty else {
      awaited = .freeTime(form)
      return missing.prefix(1).map { .loadWeek($0) }
    }
    let clock = data.program.zone.local(now).time
    let first = date == today ? clock : TimeOfDay(minutes: 0)
    let typed = values.time(.start)
    switch appointment(client, values, start: typed ?? first ?? clock) {
    case .failure(let flaw): return refuse(form, flaw.words, at: .client)
    case .success(var wanted):
      if typed != nil { wanted.shift(minutes: 15) }
      guard let found = data.nextFreeTime(for: wanted) else {
        return refuse(form, "Nothing is free for two weeks from then on.", at: .date)
      }
      let (day, time) = data.program.zone.local(found.state.scheduledStart)
      form.set(day.description, in: .date)
      form.set(time.description, in: .start)
      prompt = .form(form)
      say("Free on \(day.shortName) at \(time). Ctrl-F looks further, Ctrl-S books.")
      return []
    }
  }
}

extension Appointment {
  fileprivate mutating func shift(minutes: Int) {
    state.scheduledStart = state.scheduledStart.adding(minutes: minutes)
    state.scheduledEnd = state.scheduledEnd.adding(minutes: minutes)
  }
}
