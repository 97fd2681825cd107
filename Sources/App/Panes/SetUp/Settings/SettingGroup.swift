/// What the settings are listed under.
package enum SettingGroup: Hashable, Sendable, CaseIterable {
  case hours, attendance, groups, care, outreach, notes, lock, program, later

  package var title: String {
    switch self {
    case .hours: "Hours of the week"
    case .attendance: "Attendance"
    case .groups: "Groups and units"
    case .care: "Individual sessions and plans"
    case .outreach: "Outreach"
    case .notes: "Notes"
    case .lock: "Lock"
    case .program: "The program"
    case .later: "Kept for later"
    }
  }

  var settings: [Setting] {
    switch self {
    case .hours: Setting.hours
    case .attendance: Setting.attendance
    case .groups: Setting.groups
    case .care: Setting.care
    case .outreach: Setting.outreach
    case .notes: Setting.notes
    case .lock: Setting.lock
    case .program: Setting.program
    case .later: Setting.later
    }
  }
}
