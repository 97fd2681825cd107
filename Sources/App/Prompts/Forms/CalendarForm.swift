package import Domain

/// Holidays, closed days and short days.
extension AppState {
  /// What a day is, or several: it begins with what the calendar has of the first.
  func calendarDayForm(_ date: CalendarDate?) -> Form {
    let entry = date.flatMap { data.calendar[$0] }
    let kinds = FormChoices.calendarKinds
    return Form(
      .calendarDay(date),
      title: entry.map { "Change \($0.date.shortName)" } ?? "Holiday, closed or short day",
      fields: [
        FormField(
          .kind,
          "The day is",
          .choice(kinds),
          FormChoices.one(entry?.kind.stored, of: kinds),
          help: "On a holiday and a closed day no group meets and nobody is expected.",
          isRequired: true
        ),
        FormField(
          .from,
          "First day",
          .date,
          FormChoices.typed(date?.description),
          help: TypedDate.help,
          isRequired: true
        ),
        FormField(
          .to,
          "Last day",
          .date,
          help: "Nothing for one day alone. " + TypedDate.help
        ),
        FormField(
          .name,
          "Name",
          .text,
          FormChoices.typed(entry?.note),
          help: "As everybody calls it: Thanksgiving."
        ),
      ]
    )
  }

  /// The weeks are read first, so that it can be said what is called off.
  mutating func keepCalendarDays(_ form: Form, _ values: FormValues) -> [Effect] {
    guard let first = values.date(.from), let kind = values.one(.kind) else {
      return perform(nil, of: form, values)
    }
    let span = CalendarSpan(
      first: first,
      last: values.date(.to) ?? first,
      kind: kind == FormChoices.usualDay ? nil : Coded(stored: kind),
      note: values.text(.name) ?? ""
    )
    if let week = span.weeks(in: data).first(where: { data.weeks[$0] == nil }) {
      awaited = .form(form)
      return [.loadWeek(week)]
    }
    return perform(.calendar([span]), of: form, values)
  }

  /// Takes days in that a calendar file has, as one change.
  mutating func take(_ days: [CalendarEntry]) -> [Effect] {
    perform(
      .record(.calendar(days.map(CalendarSpan.init))),
      because: "from a calendar file"
    )
  }

  /// What a closed day means for what was planned on it: "2 groups don't meet, 1 appointment stays
  /// booked"; nil where that is nothing, or the week isn't here.
  package func wordsOfClosing(_ days: [CalendarDate]) -> String? {
    let closed = days.filter { data.isClosed(on: $0) }
    let groups = closed.reduce(0) { sum, day in
      sum + data.groups.values.count { $0.meets(on: day) }
    }
    let booked = closed.flatMap(data.appointments(on:)).count { $0.state.status == .booked }
    let parts = [
      groups == 0 ? nil : groups == 1 ? "1 group doesn't meet" : "\(groups) groups don't meet",
      booked == 0
        ? nil : booked == 1 ? "1 appointment stays booked" : "\(booked) appointments stay booked",
    ]
    let words = parts.compactMap { $0 }.joined(separator: ", ")
    return words.isEmpty ? nil : words
  }
}

extension FormChoices {
  static let usualDay = "usual"
  static let calendarKinds: [Choice] =
    CalendarEntryKind.allCases.map { Choice($0.rawValue, spoken($0.rawValue)) }
    + [Choice(usualDay, "open as usual")]
}

extension CalendarSpan {
  /// The first days of the weeks that it is in; none where the domain will refuse it.
  fileprivate func weeks(in data: ProgramData) -> [CalendarDate] {
    Set(days.map(data.weekStart(of:))).sorted()
  }
}
