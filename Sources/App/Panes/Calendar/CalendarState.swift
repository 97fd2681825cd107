package import Domain

/// The screen of months and weeks.
package struct CalendarState: Equatable, Sendable {
  package var date: CalendarDate
  package var focus = CalendarFocus.month
  /// What is selected of the day, in the week; nil is the first.
  package var item: ScheduleItemID?
  package var showsAll = false

  package init(date: CalendarDate) { self.date = date }
}

package enum CalendarFocus: Hashable, Sendable { case month, week }

extension AppState {
  /// The days of the selected month in whole weeks.
  package var calendarDays: [CalendarDate] {
    let date = calendar.date
    let first = data.rowStart(of: date.adding(days: 1 - date.day))
    var days: [CalendarDate] = []
    var day = first
    repeat {
      days += (0..<7).map(day.adding(days:))
      day = day.adding(days: 7)
    } while day.month == date.month && day.year == date.year && days.count < 42
    return days
  }

  /// The days of the selected day's week.
  package var calendarWeek: [CalendarDate] {
    data.weekDays(from: data.weekStart(of: calendar.date))
  }

  package func calendarItems(on date: CalendarDate) -> [ScheduleItem] {
    data.schedule(on: date, of: calendar.showsAll ? nil : staffID)
  }

  /// The selected place among the items of the selected day.
  package func calendarPlace(in items: [ScheduleItem]) -> Int {
    items.firstIndex { $0.id == calendar.item } ?? 0
  }

  /// The client of the appointment that is selected in the week.
  var clientInCalendar: ClientID? {
    guard calendar.focus == .week, case .appointment(let id) = calendar.item else { return nil }
    return data.appointments[id]?.clientID
  }

  package func words(of item: ScheduleItem) -> ScheduleWords {
    switch item.id {
    case .session(let id):
      guard let session = data.sessions[id] else { return ScheduleWords() }
      let (code, title) = (data.code(of: session), data.title(of: session))
      return ScheduleWords(
        short: code.isEmpty ? title : code,
        what: code.isEmpty ? title : "\(code) \(title)",
        status: scheduleWords(of: session),
        room: session.state.roomID.flatMap { data.rooms[$0]?.name } ?? ""
      )
    case .appointment(let id):
      guard let meeting = data.appointments[id] else { return ScheduleWords() }
      let name = name(of: meeting.clientID)
      let status = meeting.state.status
      return ScheduleWords(
        short: name,
        what: meeting.kind == .known(.individual) ? name : "\(name), \(meeting.kindWord)",
        status: status == .booked ? "" : status.word,
        room: meeting.state.roomID.flatMap { data.rooms[$0]?.name } ?? ""
      )
    }
  }

  private func scheduleWords(of session: GroupSession) -> String {
    guard session.state.status == .scheduled else { return word(of: session) }
    let count = session.rows.count { $0.status.isUnmarked }
    return count == 1 ? "1 expected" : "\(count) expected"
  }
}

/// One item of a schedule in words.
package struct ScheduleWords: Equatable, Sendable {
  /// In few cells: "G03", or a client's short name.
  package var short = ""
  /// "G03 Recovery Education"; an appointment with its kind, where that isn't the usual one.
  package var what = ""
  package var status = ""
  package var room = ""
}
