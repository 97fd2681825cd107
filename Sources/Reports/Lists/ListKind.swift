package import Domain

/// The lists that can be written out.
package enum ListKind: String, Hashable, Sendable, CaseIterable {
  case clients, staff, rooms, groups, topics, enrollments, calendar
  case attendance, appointments, hours, schedule
  case notesDue = "notes-due"
  case audit

  package var title: String {
    switch self {
    case .clients: "clients"
    case .staff: "staff"
    case .rooms: "rooms"
    case .groups: "groups"
    case .topics: "topics of groups"
    case .enrollments: "places in groups"
    case .calendar: "holidays and closed days"
    case .attendance: "attendance"
    case .appointments: "appointments"
    case .hours: "weekly hours"
    case .schedule: "schedule"
    case .notesDue: "notes that are due"
    case .audit: "audit log"
    }
  }

  /// What whoever writes it out must be allowed; nil lets everybody.
  package var permission: Permission? {
    switch self {
    case .clients, .enrollments, .attendance, .appointments, .hours, .schedule: .seeRosters
    case .notesDue: .readNotes
    case .audit: .readAudit
    case .staff, .rooms, .groups, .topics, .calendar: nil
    }
  }

  /// Whether it is about the days from one to another.
  package var hasDays: Bool {
    switch self {
    case .attendance, .appointments, .hours, .schedule, .audit: true
    case .clients, .staff, .rooms, .groups, .topics, .enrollments, .calendar, .notesDue: false
    }
  }

  /// Whether weeks have to be read for it.
  package var hasWeeks: Bool { hasDays && self != .audit }

  /// Whether it says who is a client here.
  package var tellsClients: Bool {
    switch self {
    case .clients, .enrollments, .attendance, .appointments, .hours, .notesDue, .audit, .schedule:
      true
    case .staff, .rooms, .groups, .topics, .calendar: false
    }
  }
}

/// A list with its column names, as it is written out.
package struct ListTable: Equatable, Sendable {
  package var head: [String]
  package var rows: [[String]]

  package init(_ head: [String], _ rows: [[String]]) {
    self.head = head
    self.rows = rows
  }

  package var csv: String { CSVText.text([head] + rows) }
}
