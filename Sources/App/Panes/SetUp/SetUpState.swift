package import Domain

/// The screen of what the program has: groups, staff, rooms.
package struct SetUpState: Equatable, Sendable {
  package var list = SetUpList.groups
  package var group: GroupID?
  package var staff: StaffID?
  package var room: RoomID?
  /// Of the program's calendar; nil is the next one.
  package var day: CalendarDate?
  /// The name of the selected setting.
  package var setting: String?
  package var filter: String?
  /// What was changed of the settings in this window.
  var rules = RulesHistory()
}

package enum SetUpList: Hashable, Sendable, CaseIterable {
  case groups, staff, rooms, days, settings

  /// What Tab goes through; the settings have a way of their own.
  package static let cycle: [SetUpList] = [.groups, .staff, .rooms, .days]

  /// Where all of them are named beside each other.
  package var shortTitle: String { self == .days ? "Days" : title }

  package var title: String {
    switch self {
    case .groups: "Groups"
    case .staff: "Staff"
    case .rooms: "Rooms"
    case .days: "Closed days"
    case .settings: "Settings"
    }
  }
}

extension AppState {
  package var setUpGroups: [GroupSeries] {
    data.groups.values.filter { fits("\($0.code) \($0.title)") }
      .sorted { ($0.code, $0.id) < ($1.code, $1.id) }
  }

  package var setUpStaff: [Staff] {
    data.staff.values.filter { fits("\($0.code) \($0.name)") }
      .sorted { ($0.code, $0.id) < ($1.code, $1.id) }
  }

  package var setUpRooms: [Room] {
    data.rooms.values.filter { fits($0.name) }.sorted { ($0.name, $0.id) < ($1.name, $1.id) }
  }

  /// The days that aren't as usual, the earliest first.
  package var setUpDays: [CalendarEntry] {
    data.calendar.values
      .filter { fits("\($0.date.shortName) \($0.kind.spoken) \($0.note)") }
      .sorted { $0.date < $1.date }
  }

  private func fits(_ words: String) -> Bool { Search.matches(setUp.filter ?? "", words) }

  /// The selected row of the list that is shown.
  package var setUpIndex: Int {
    switch setUp.list {
    case .groups: setUpGroups.firstIndex { $0.id == setUp.group } ?? 0
    case .staff: setUpStaff.firstIndex { $0.id == setUp.staff } ?? 0
    case .rooms: setUpRooms.firstIndex { $0.id == setUp.room } ?? 0
    case .days:
      setUpDays.firstIndex { $0.date == setUp.day ?? $0.date && $0.date >= setUp.day ?? today }
        ?? max(0, setUpDays.count - 1)
    case .settings: setUpSettings.firstIndex { $0.name == setUp.setting } ?? 0
    }
  }

  package var selectedGroup: GroupSeries? {
    let groups = setUpGroups
    return groups.isEmpty ? nil : groups[setUpIndex]
  }
}
