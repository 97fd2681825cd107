import Domain

extension AppState {
  mutating func sort(by count: Int) -> [Effect] {
    if screen == .clients {
      sortClients(by: count)
      return []
    }
    let all = WeekSort.allCases
    let place = all.firstIndex(of: week.sort) ?? 0
    week.sort = all[(place + count + all.count) % all.count]
    say("Sorted by \(week.sort.word).")
    return []
  }
}
