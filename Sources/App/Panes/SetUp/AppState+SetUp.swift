import Domain

/// Groups, staff, rooms and closed days: one screen, four lists.
extension AppState {
  mutating func showSetUp(_ list: SetUpList) -> [Effect] {
    screen = .setUp
    setUp.list = list
    setUp.filter = nil
    return [.readCaseload]
  }

  mutating func changeSetUpList(by count: Int) {
    let all = SetUpList.cycle
    let place = all.firstIndex(of: setUp.list) ?? (count > 0 ? -1 : 0)
    setUp.list = all[(place + count + all.count) % all.count]
    setUp.filter = nil
  }

  mutating func moveInSetUp(_ command: Command) {
    switch setUp.list {
    case .groups:
      let rows = setUpGroups
      let next = place(setUpIndex, in: rows.count, by: command)
      setUp.group = rows.isEmpty ? nil : rows[next].id
    case .staff:
      let rows = setUpStaff
      let next = place(setUpIndex, in: rows.count, by: command)
      setUp.staff = rows.isEmpty ? nil : rows[next].id
    case .rooms:
      let rows = setUpRooms
      let next = place(setUpIndex, in: rows.count, by: command)
      setUp.room = rows.isEmpty ? nil : rows[next].id
    case .days:
      let rows = setUpDays
      let next = place(setUpIndex, in: rows.count, by: command)
      setUp.day = rows.isEmpty ? nil : rows[next].date
    case .settings:
      let rows = setUpSettings
      let next = place(setUpIndex, in: rows.count, by: command)
      setUp.setting = rows.isEmpty ? nil : rows[next].name
    }
  }

  mutating func addToSetUp() {
    switch setUp.list {
    case .groups: open(groupForm(nil))
    case .staff: open(staffForm(nil))
    case .rooms: open(roomForm(nil))
    case .days: open(calendarDayForm(nil))
    case .settings: say("The settings are all here; Enter changes one.", .warning)
    }
  }

  /// `=` or Enter: the form of what is selected.
  mutating func changeInSetUp() {
    switch setUp.list {
    case .groups:
      guard let group = selectedGroup else { return addToSetUp() }
      open(groupForm(group.id))
    case .staff:
      let rows = setUpStaff
      guard !rows.isEmpty else { return addToSetUp() }
      open(staffForm(rows[setUpIndex].id))
    case .rooms:
      let rows = setUpRooms
      guard !rows.isEmpty else { return addToSetUp() }
      open(roomForm(rows[setUpIndex].id))
    case .days:
      let rows = setUpDays
      guard !rows.isEmpty else { return addToSetUp() }
      open(calendarDayForm(rows[setUpIndex].date))
    case .settings:
      guard let setting = selectedSetting else { return }
      if let form = settingForm(setting.name) { open(form) } else { say(setting.meaning, .warning) }
    }
  }

  mutating func enrollInSelectedGroup() -> [Effect] {
    guard setUp.list == .groups, let group = selectedGroup else {
      say("Places are in groups. \(said(.addRecord)) adds a group.", .warning)
      return []
    }
    open(enrollmentForm(nil, in: group.id))
    return [.readCaseload]
  }

  mutating func openGroupMenu() {
    if setUp.list == .groups, data.groups.isEmpty { return askReadyWeek() }
    if setUp.list == .settings { return openPlannedMenu() }
    guard setUp.list == .groups, let group = selectedGroup else {
      say("There is no more here than Enter changes.", .warning)
      return
    }
    prompt = .menu(Menu(title: "\(group.code) \(group.title)", items: groupItems(group)))
  }

  /// What can be done about a group; one that is over meets no more and takes nobody in.
  private func groupItems(_ group: GroupSeries) -> [MenuItem] {
    let end = MenuItem("e", "its last day", .form(.groupEnd(group.id)))
    let whole = MenuItem("=", "change it from its beginning", .form(.group(group.id)))
    let missed =
      group.topics.isEmpty
      ? [] : [MenuItem("m", "who missed which topic", .missedTopics(group.id))]
    guard (group.effectiveTo ?? today) >= today else { return [end, whole] + missed }
    return [
      MenuItem(
        "d",
        "other days, times, room or lead from a date on",
        .form(.groupFrom(group.id))
      ),
      end,
      MenuItem("+", "a client gets a place", .form(.enrollment(nil, group.id, nil))),
      MenuItem("x", "an extra meeting", .form(.extraSession(group.id))),
      whole,
    ] + missed
  }

  mutating func leaveSetUp() {
    if setUp.filter != nil { setUp.filter = nil } else { screen = .day }
  }
}
