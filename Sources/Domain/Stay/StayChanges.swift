/// What becomes of a stay from a day on: another level, another counselor, back from a leave.
///
/// - Source: `domain.md` 4.2, 4.3.
extension Episode {
  /// Another level of care, as it was decided.
  ///
  /// - Parameters:
  ///   - level: Its code.
  ///   - date: The first day.
  ///   - given: Why; nil is a step up or down, as the codes say.
  ///   - note: What it was decided by.
  ///   - person: Who decided.
  /// - Throws: `fact` where it begins before the present level did, or is that level.
  package mutating func decide(
    level: String,
    from date: CalendarDate,
    as given: LevelReason?,
    note: String?,
    by person: StaffID?
  ) throws(RuleViolation) {
    try Self.check(date, notBefore: levels.last?.from)
    if let last = levels.last, last.level == level, !isAnotherReason(given) {
      let since = last.from.shortName
      throw .fact(.level, "It is \(level) already, since \(since). Choose another level.")
    }
    set(level: level, from: date, as: given, by: person)
    guard let last = levels.indices.last, levels[last].from == date else { return }
    levels[last].note = note
  }

  /// Whether the same level goes on for another reason, such as a taper.
  private func isAnotherReason(_ given: LevelReason?) -> Bool {
    guard let given, given != .stepUp, given != .stepDown else { return false }
    return levels.last?.reason != .known(given)
  }

  /// Another level from a day on; on the first day of the present one in its place.
  package mutating func set(
    level: String,
    from date: CalendarDate,
    as given: LevelReason? = nil,
    by person: StaffID?
  ) {
    guard let last = levels.last else {
      levels = [LevelOfCarePeriod(level: level, from: date, decidedBy: person)]
      return
    }
    guard last.level != level || given.map({ last.reason != .known($0) }) ?? false else { return }
    // Levels are compared as their codes are: "2.5" is a step up from "2.1".
    let isUp: LevelReason = level > last.level ? .stepUp : .stepDown
    let reason = given ?? (last.from >= date ? last.reason.value ?? .transfer : isUp)
    var next = LevelOfCarePeriod(level: level, from: max(date, last.from), decidedBy: person)
    next.reason = .known(reason)
    if last.from >= date {
      levels[levels.count - 1] = next
    } else {
      levels[levels.count - 1].to = date.adding(days: -1)
      levels.append(next)
    }
  }

  /// - Throws: `fact` where it begins before the present counselor did, or is that counselor.
  package mutating func transfer(
    to counselor: StaffID,
    from date: CalendarDate
  ) throws(RuleViolation) {
    try Self.check(date, notBefore: counselors.last?.from)
    if let last = counselors.last, last.staffID == counselor {
      throw .fact(
        .counselor,
        "That is the counselor already, since \(last.from.shortName). Choose somebody else."
      )
    }
    set(counselor: counselor, from: date)
  }

  /// Another counselor from a day on; on the first day of the present one in their place.
  package mutating func set(counselor: StaffID, from date: CalendarDate) {
    guard let last = counselors.last else {
      counselors = [CounselorAssignment(staffID: counselor, from: date)]
      return
    }
    guard last.staffID != counselor else { return }
    if last.from >= date {
      counselors[counselors.count - 1].staffID = counselor
    } else {
      counselors[counselors.count - 1].to = date.adding(days: -1)
      counselors.append(CounselorAssignment(staffID: counselor, from: date))
    }
  }

  /// Ends the leave that goes on, or is to come; one that hadn't begun by then goes.
  ///
  /// - Throws: `fact` where it is a day before the leave, `wrongState` where there is none.
  package mutating func comeBack(
    on date: CalendarDate,
    today: CalendarDate
  ) throws(RuleViolation) {
    guard let place = leaves.lastIndex(where: { ($0.to ?? .latest) >= today }) else {
      throw .wrongState("There is no leave to come back from.")
    }
    try Self.check(date, notBefore: leaves[place].from)
    if leaves[place].from >= date {
      leaves.remove(at: place)
    } else {
      leaves[place].to = date.adding(days: -1)
    }
    status = .known(.admitted)
  }

  /// What has begun before that day would be written over, or end before it began.
  private static func check(
    _ date: CalendarDate,
    notBefore first: CalendarDate?
  ) throws(RuleViolation) {
    guard let first, date < first else { return }
    throw .fact(
      .from,
      "What there is now begins on \(first.shortName); give that day or a later one."
    )
  }
}
