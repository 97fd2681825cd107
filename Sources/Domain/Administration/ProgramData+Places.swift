/// Free places for somebody whose wanted place clashes with something.
extension ProgramData {
  /// Places of the same kind and level that nothing speaks against, by code: whole, else on those of
  /// the group's days that are free.
  ///
  /// - Parameters:
  ///   - wanted: The place that was asked for, with its days and its first and last day.
  ///   - id: In which group.
  /// - Returns: The same place in each group that has one, the asked group among them.
  package func freePlaces(like wanted: Enrollment, in id: GroupID) -> [PlaceInGroup] {
    guard let asked = groups[id] else { return [] }
    return groups.values.sorted { ($0.code, $0.id) < ($1.code, $1.id) }.compactMap { group in
      guard group.type == asked.type, group.level == asked.level,
        group.effectiveFrom <= wanted.from, wanted.from <= group.effectiveTo ?? .latest,
        !isElsewhere(wanted, in: group)
      else { return nil }
      var place = wanted
      place.weekdays = nil
      let days = group.weekdays.filter { isFree(place, in: group, on: [$0]) }
      guard !days.isEmpty else { return nil }
      let isWhole = days == group.weekdays && isFree(place, in: group, on: nil)
      place.weekdays = isWhole ? nil : days
      // Each day may have its place, and all of them together none.
      return isFree(place, in: group, on: place.weekdays) ? PlaceInGroup(place, in: group.id) : nil
    }
  }

  /// Whether the client has another place in the group then.
  private func isElsewhere(_ wanted: Enrollment, in group: GroupSeries) -> Bool {
    group.enrollments.contains {
      $0.id != wanted.id && $0.clientID == wanted.clientID && $0.overlaps(wanted)
    }
  }

  private func isFree(
    _ wanted: Enrollment,
    in group: GroupSeries,
    on days: Set<Weekday>?
  ) -> Bool {
    var place = wanted
    place.weekdays = days
    var with = group
    with.enrollments.removeAll { $0.id == place.id }
    with.enrollments.append(place)
    return doubts(aboutJoining: with, place).isEmpty && doubts(about: place, in: with).isEmpty
  }
}
