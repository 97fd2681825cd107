package import Domain
package import Reports

/// What is to be written out of the program, and where to.
package struct WriteOut: Equatable, Sendable {
  package var kind: WriteOutKind
  package var days: ClosedRange<CalendarDate>
  /// Whose; nil is everyone's.
  package var staff: StaffID?
  /// Whether clients stand with first and last names.
  package var hasNames: Bool
  /// A file, or "printer".
  package var path: String

  /// So many days may be written out at once: ten years.
  package static let longestDays = 3_660

  /// What a page is called that goes to no file.
  package static let printer = "printer"
}

package enum WriteOutKind: Hashable, Sendable {
  /// As comma-separated values.
  case list(ListKind)
  /// As an iCalendar file: a group's, or nil for a person's.
  case calendar(GroupID?)
  /// As plain text or PDF.
  case page(PrintedPage, GroupID?)
  /// To a client who couldn't be reached, as plain text or PDF.
  case letter(ClientID)

  /// Whether it is for paper, and the printer may have it.
  var isPaper: Bool {
    switch self {
    case .page, .letter: true
    case .list, .calendar: false
    }
  }

  var title: String {
    switch self {
    case .list(let kind): kind.title
    case .calendar: "calendar (iCalendar)"
    case .page(let page, _): page.title
    case .letter: "letter"
    }
  }

  var permission: Permission? {
    switch self {
    case .list(let kind): kind.permission
    case .calendar, .page: .seeRosters
    case .letter: .markAttendance
    }
  }

  var hasDays: Bool {
    switch self {
    case .list(let kind): kind.hasDays
    case .calendar: true
    case .page, .letter: false
    }
  }

  /// Whether it can be of one person.
  var isSomebodys: Bool {
    switch self {
    case .list(.attendance), .list(.appointments), .list(.schedule), .list(.notesDue): true
    case .calendar(let group): group == nil
    case .page(let page, _): page != .signIn
    case .list, .letter: false
    }
  }

  /// Whether names can be asked for.
  var asksForNames: Bool {
    switch self {
    case .list, .letter: false
    case .calendar(let group): group == nil
    case .page(let page, _): page != .signIn
    }
  }

  /// What the file is called, without any name of a person.
  func fileName(on date: CalendarDate) -> String {
    switch self {
    case .list(let kind): "\(kind.rawValue)-\(date).csv"
    case .calendar: "calendar-\(date).ics"
    case .page(let page, _): "\(page.rawValue)-\(date).txt"
    case .letter: "letter-\(date).txt"
    }
  }
}

/// What an import would do.
package struct ImportPreview: Equatable, Sendable {
  package var path: String
  package var lines: [String]
  /// Whether something is wrong, so that nothing can be taken in.
  package var isRefused: Bool
  /// Whether there is anything to do.
  package var isNews: Bool

  package init(path: String, lines: [String], isRefused: Bool, isNews: Bool) {
    self.path = path
    self.lines = lines
    self.isRefused = isRefused
    self.isNews = isNews
  }
}
