/// How full a session is, against the limit that holds for it.
///
/// - Source: BR-15, BR-16, BR-17.
package struct CapacityFinding: Hashable, Sendable {
  /// The most clients who may be present at the same time.
  package var cap: Int
  /// Whether going beyond the cap asks for an override with a reason; else it only warns.
  package var isHard: Bool
  /// Fewer than these make no group.
  package var minimum: Int
  /// Rows with an open segment.
  package var present: Int
  /// The most clients who were present at one moment, so far.
  package var mostAtOnce: Int
  /// Enrollments that hold on the session's date.
  package var enrolled: Int

  /// Whether the next one marked present would be too many.
  package var isFull: Bool { present >= cap }
  package var wasExceeded: Bool { mostAtOnce > cap }
  package var isOverenrolled: Bool { enrolled > cap }
}

/// The most clients of a session who may be present at the same time.
package struct CapacityLimit: Hashable, Sendable {
  package var cap: Int
  /// Whether going beyond asks for an override with a reason; else it only warns.
  package var isHard: Bool
}

extension ProgramData {
  /// How many clients are in the room now: rows with an open segment.
  package func presentNow(in session: GroupSession) -> Int {
    var count = 0
    for place in session.rows.indices where session.rows[place].hasOpenSegment { count += 1 }
    return count
  }

  /// A session's cap: its group's, or the rule set's where that is lower.
  ///
  /// A session without a series has the cap for counseling.
  package func capacityLimit(of session: GroupSession) -> CapacityLimit {
    let group = group(of: session)
    let capClass = group?.type.value?.capClass ?? .counseling
    let limit = rules(on: session.serviceDate).limit(of: capClass)
    if let group, group.capacity <= limit.cap {
      return CapacityLimit(cap: group.capacity, isHard: group.capacityKind != .known(.soft))
    }
    return limit
  }

  /// How full a session is, against its limit.
  package func capacityFinding(of session: GroupSession) -> CapacityFinding {
    let group = group(of: session)
    let limit = capacityLimit(of: session)
    let enrolled = Set(
      group?.enrollments(on: session.serviceDate).map(\.clientID)
        ?? session.rows.filter { !$0.isWalkin }.map(\.clientID)
    )
    return CapacityFinding(
      cap: limit.cap,
      isHard: limit.isHard,
      minimum: rules(on: session.serviceDate).minGroup,
      present: presentNow(in: session),
      mostAtOnce: session.mostPresentAtOnce,
      enrolled: enrolled.count
    )
  }
}

extension RuleSet {
  fileprivate func limit(of capClass: CapClass) -> CapacityLimit {
    switch capClass {
    case .counseling: CapacityLimit(cap: capCounseling, isHard: capCounselingIsHard)
    case .education: CapacityLimit(cap: capEducation, isHard: capEducationIsHard)
    case .family: CapacityLimit(cap: capFamily, isHard: capFamilyIsHard)
    }
  }
}

extension GroupSession {
  /// The most rows present at one moment; who leaves as another comes isn't counted twice.
  var mostPresentAtOnce: Int {
    var steps: [(at: Instant, by: Int)] = []
    for row in rows {
      for segment in row.segments {
        guard segment.start < segment.end ?? .latest else { continue }
        steps.append((segment.start, 1))
        steps.append((segment.end ?? .latest, -1))
      }
    }
    steps.sort { $0 < $1 }
    var count = 0
    var most = 0
    for step in steps {
      count += step.by
      most = max(most, count)
    }
    return most
  }
}
