import Domain
import TerminalCore

/// Booking an appointment, once or again and again.
extension AppState {
  mutating func book(
    _ client: ClientID?,
    _ form: Form,
    _ values: FormValues
  ) -> [Effect] {
    guard let weeks = values.one(.every).flatMap({ Int($0) }), weeks > 0 else {
      if let date = values.date(.date), let reading = reading(around: date, form) {
        return reading
      }
      switch appointment(client, values) {
      case .failure(let flaw): return refuse(form, flaw.words, at: .client)
      case .success(let appointment): return perform(.book(appointment), of: form, values)
      }
    }
    guard let dates = dates(every: weeks, values) else {
      return refuse(form, "A repeated one has a last day, within a year.", at: .to)
    }
    let missing = Set(dates.flatMap { missingWeeks(around: $0) }).sorted()
    guard missing.isEmpty else {
      awaited = .form(form)
      return missing.prefix(1).map { .loadWeek($0) }
    }
    switch repeated(client, dates, values) {
    case .failure(let flaw): return refuse(form, flaw.words, at: .client)
    case .success(let booking):
      // One alone is refused, or asked about, as any other.
      guard booking.taken.isEmpty || booking.free.isEmpty else {
        return askAboutTaken(booking, form)
      }
      guard let request = booking.request else {
        return refuse(form, booking.taken.first?.why ?? "", at: .start)
      }
      return perform(request, of: form, values)
    }
  }

  private func dates(every weeks: Int, _ values: FormValues) -> [CalendarDate]? {
    guard let first = values.date(.date), let last = values.date(.to), last > first,
      CalendarDate.days(from: first, to: last) <= 366
    else { return nil }
    return ProgramData.days(from: first, every: weeks, until: last)
  }

  private mutating func repeated(
    _ client: ClientID?,
    _ dates: [CalendarDate],
    _ values: FormValues
  ) -> Result<RepeatedBooking, FieldFlaw> {
    appointment(client, values).map { first in
      data.repeated(first, on: dates, because: values.text(.reason), now: now, ids: &ids)
    }
  }

  /// What of a series can't be had, before the rest is booked.
  private mutating func askAboutTaken(_ booking: RepeatedBooking, _ form: Form) -> [Effect] {
    covered.append(.form(form))
    prompt = .question(
      Question(
        title:
          "\(booking.taken.count) of \(booking.taken.count + booking.free.count) can't be booked",
        lines: obstacleLines(booking.taken),
        answers: [
          Answer("g", "Go back", .nothing),
          Answer("b", "Book the other \(booking.free.count)", .confirm(form)),
        ]
      )
    )
    return []
  }

  /// Books what nothing is in the way of, since that was shown and meant.
  mutating func bookFree(
    _ client: ClientID?,
    _ form: Form,
    _ values: FormValues
  ) -> [Effect] {
    guard let weeks = values.one(.every).flatMap({ Int($0) }),
      let dates = dates(every: weeks, values),
      case .success(let booking) = repeated(client, dates, values)
    else { return [] }
    return perform(booking.request, of: form, values)
  }
}
