package import Domain

/// What can be printed.
package enum PrintedPage: String, Hashable, Sendable, CaseIterable {
  /// For the table in the room: first name and initial, a line to sign on.
  case signIn = "sign-in"
  case day, week, month

  package var title: String {
    switch self {
    case .signIn: "sign-in sheet of a group"
    case .day: "day sheet"
    case .week: "week sheet"
    case .month: "month of the calendar"
    }
  }
}

/// Makes the pages of plain text.
package struct PageMaker {
  let data: ProgramData
  /// Whether first and last names stand in full; never on a sign-in sheet.
  let hasFullNames: Bool

  package init(_ data: ProgramData, hasFullNames: Bool = false) {
    self.data = data
    self.hasFullNames = hasFullNames
  }

  /// A group's sheet for one meeting, with places for who isn't expected.
  package func signIn(_ session: GroupSession) -> String {
    let state = session.state
    let code = data.code(of: session)
    let title = code.isEmpty ? data.title(of: session) : "\(code) \(data.title(of: session))"
    var page = Page("SIGN-IN SHEET", program: data.programName(on: session.serviceDate))
    page.add(
      "\(title)   \(session.serviceDate.shortName)   "
        + "\(data.clock(state.scheduledStart))-\(data.clock(state.scheduledEnd))"
    )
    let room = data.name(state.roomID)
    page.add(
      "Lead: \(data.staff[state.leadID]?.shortName ?? "")\(room.isEmpty ? "" : "   \(room)")"
    )
    page.add()
    page.add([("No.", 4), ("Name", 22), ("In", 8), ("Out", 8), ("Signature", 32)])
    let rows = session.rows.filter { $0.status != .onLeave }
    let names = maskedNames(of: rows.map(\.clientID))
    for (place, name) in (names + ["", "", ""]).enumerated() {
      page.add()
      page.add([
        ("\(place + 1)", 4), (name.isEmpty ? line(20) : name, 22), (line(6), 8), (line(6), 8),
        (line(32), 32),
      ])
    }
    return page.text
  }

  private func line(_ width: Int) -> String { String(repeating: "_", count: width) }

  /// A day of somebody's, or of everyone.
  package func day(_ date: CalendarDate, of staff: StaffID?) -> String {
    var page = Page("DAY SHEET", program: data.programName(on: date))
    page.add("\(date.shortName)   \(staff.flatMap { data.staff[$0]?.name } ?? "everyone")")
    if let entry = data.calendar[date] { page.add(entry.words) }
    let items = data.schedule(on: date, of: staff)
    if items.isEmpty {
      page.add()
      page.add("Nothing on this day.")
    }
    for item in items {
      page.add()
      page.add(words(of: item))
      guard case .session(let id) = item.id, let session = data.sessions[id] else { continue }
      for (row, name) in zip(session.rows, names(of: session.rows.map(\.clientID))) {
        let status = row.status == .expected ? "" : row.status.word
        page.add([("", 4), ("[ ]", 3), (name, 30), (status, 30)])
      }
    }
    return page.text
  }

  /// A week of somebody's, or of everyone, by day.
  package func week(_ first: CalendarDate, of staff: StaffID?) -> String {
    let last = data.weekEnd(from: first)
    var page = Page("WEEK SHEET", program: data.programName(on: first))
    let whose = staff.flatMap { data.staff[$0]?.name } ?? "everyone"
    page.add("\(first.shortName) to \(last.shortName)   \(whose)")
    for date in (first...last).all {
      let items = data.schedule(on: date, of: staff)
      let entry = data.calendar[date]?.words
      guard !items.isEmpty || entry != nil else { continue }
      page.add()
      page.add(date.dayName + (entry.map { "   " + $0 } ?? ""))
      for item in items { page.add("  " + words(of: item)) }
    }
    return page.text
  }

  /// A month in weeks: how much is on each day, and what closes it.
  package func month(_ date: CalendarDate, of staff: StaffID?) -> String {
    let begin = date.adding(days: 1 - date.day)
    var page = Page("MONTH", program: data.programName(on: begin))
    let whose = staff.flatMap { data.staff[$0]?.name } ?? "everyone"
    page.add("\(begin.monthShortName) \(begin.year)   \(whose)")
    page.add()
    var first = data.rowStart(of: begin)
    let names = (0..<7).map { (first.adding(days: $0).weekday.shortName, 10) }
    page.add(names)
    var remarks: [String] = []
    repeat {
      let week = (0..<7).map(first.adding(days:))
      page.add(
        week.map { day in
          guard day.month == begin.month else { return ("", 10) }
          let count = data.schedule(on: day, of: staff).count { !$0.isCalledOff }
          let mark = data.isClosed(on: day) ? "closed" : count == 0 ? "" : "\(count)"
          return ("\(day.day < 10 ? " " : "")\(day.day)  \(mark)", 10)
        }
      )
      remarks += week.filter { $0.month == begin.month }.compactMap { day in
        data.calendar[day].map { "\(day.dayName)  \($0.words)" }
      }
      first = first.adding(days: 7)
    } while first.month == begin.month && first.year == begin.year
    if !remarks.isEmpty { page.add() }
    for remark in remarks { page.add(remark) }
    return page.text
  }

  // MARK: Words

  private func words(of item: ScheduleItem) -> String {
    let times = "\(data.clock(item.start))-\(data.clock(item.end))  "
    let off = item.isCalledOff ? "  (called off)" : ""
    switch item.id {
    case .session(let id):
      guard let session = data.sessions[id] else { return times }
      let code = data.code(of: session)
      let title = code.isEmpty ? data.title(of: session) : "\(code) \(data.title(of: session))"
      let room = data.name(session.state.roomID)
      return times + title + (room.isEmpty ? "" : ", \(room)") + off
    case .appointment(let id):
      guard let meeting = data.appointments[id] else { return times }
      let room = data.name(meeting.state.roomID)
      let name = names(of: [meeting.clientID]).first ?? ""
      return times + "\(name), \(meeting.kindWord)" + (room.isEmpty ? "" : ", \(room)") + off
    }
  }

  private func names(of clients: [ClientID]) -> [String] {
    hasFullNames ? clients.map(data.fullName) : maskedNames(of: clients)
  }

  /// First names and initials, with more letters where two would be the same.
  func maskedNames(of clients: [ClientID]) -> [String] {
    let people = clients.map { data.clients[$0] }
    return people.enumerated().map { place, client in
      guard let client else { return "(record missing)" }
      let others = people.enumerated().filter { $0.offset != place }.compactMap(\.element)
        .filter { $0.firstName == client.firstName }
      for count in 1...max(1, client.legalLast.count) {
        let start = client.legalLast.prefix(count)
        if others.allSatisfy({ $0.legalLast.prefix(count) != start }) {
          return start.isEmpty
            ? client.firstName
            : "\(client.firstName) \(start)" + (count < client.legalLast.count ? "." : "")
        }
      }
      return "\(client.roomName) \(client.mrn)"
    }
  }
}
