/// Leave to read notes that one's role and caseload don't give: while one covers for a colleague, or
/// in an emergency.
///
/// It is kept for good, with who asked for it, why, and who looked at it afterwards.
///
/// - Source: `domain.md` 4.5, 5.8.
package struct Grant: Hashable, Sendable {
  package enum Reach: Hashable, Sendable {
    /// Whoever that person treats.
    case cover(StaffID)
    /// That client alone.
    case emergency(ClientID)
  }

  package let id: GrantID
  package var reader: StaffID
  package var reach: Reach
  package var from: Instant
  /// From then on it gives nothing.
  package var until: Instant
  /// Who gave it; in an emergency the reader.
  package var by: StaffID
  package var reason: String
  /// Who looked at an emergency afterwards, and when; nil while nobody has.
  package var review: Review?

  package struct Review: Hashable, Sendable {
    package var by: StaffID
    package var at: Instant

    package init(by: StaffID, at: Instant) {
      self.by = by
      self.at = at
    }
  }

  package init(
    id: GrantID,
    reader: StaffID,
    reach: Reach,
    from: Instant,
    until: Instant,
    by: StaffID,
    reason: String
  ) {
    self.id = id
    self.reader = reader
    self.reach = reach
    self.from = from
    self.until = until
    self.by = by
    self.reason = reason
  }

  package func isInForce(at now: Instant) -> Bool { from <= now && now < until }

  /// How long an emergency lasts.
  package static let emergencyMinutes = 30
  /// The longest time somebody covers by one word of a supervisor.
  static let longestCoverDays = 92
}

package typealias GrantID = ID<Grant>

extension ProgramData {
  /// Opens a client's notes to somebody who doesn't treat them, for a while.
  ///
  /// - Throws: `notPermitted` for roles that read no notes, `needsWords` without a reason,
  ///   `nothingToDo` for who may read them anyway.
  package func emergency(
    _ client: ClientID,
    for reader: StaffID,
    because reason: String,
    id: GrantID,
    at now: Instant
  ) throws(RuleViolation) -> Grant {
    if let refusal = refusal(of: .readNotes, by: reader, "reads no notes") { throw refusal }
    guard refusalToRead(notesOf: client, by: nil, reader: reader, at: now) != nil else {
      throw .nothingToDo("You may read these notes as it is.")
    }
    guard reason.hasWords else {
      throw .needsWords("Say why now; a supervisor reads it. Nothing was opened.")
    }
    return Grant(
      id: id,
      reader: reader,
      reach: .emergency(client),
      from: now,
      until: now.adding(minutes: Grant.emergencyMinutes),
      by: reader,
      reason: reason
    )
  }

  /// Lets somebody read what a colleague may read, for whole days.
  ///
  /// - Throws: `notPermitted` unless a supervisor or the colleague says so, and unless it is a counselor
  ///   or supervisor for a counselor or trainee; `needsWords`,
  ///   `timeOutOfRange`.
  package func cover(
    for colleague: StaffID,
    by reader: StaffID,
    days: ClosedRange<CalendarDate>,
    because reason: String,
    id: GrantID,
    stamp: Stamp
  ) throws(RuleViolation) -> Grant {
    if stamp.staff != colleague,
      let refusal = refusal(of: .configure, by: stamp.staff, "says for nobody who covers")
    {
      throw refusal
    }
    guard let covered = staff[colleague], let person = staff[reader] else {
      throw .notPermitted(Self.nobody)
    }
    guard reader != colleague else { throw .nothingToDo("Nobody covers for themselves.") }
    if let refusal = refusalToCover(covered, by: person) { throw refusal }
    guard reason.hasWords else { throw .needsWords("Say why, as holiday or illness.") }
    let (first, last) = (days.lowerBound, days.upperBound)
    guard last >= today(at: stamp.now),
      CalendarDate.days(from: first, to: last) <= Grant.longestCoverDays
    else { throw .timeOutOfRange("Up to three months, and not only days that are over.") }
    return Grant(
      id: id,
      reader: reader,
      reach: .cover(colleague),
      from: program.zone.instant(first, .midnight),
      until: program.zone.instant(last.adding(days: 1), .midnight),
      by: stamp.staff,
      reason: reason
    )
  }

  /// Says that somebody looked at an emergency.
  ///
  /// - Throws: `notPermitted` unless it is a supervisor other than the reader; `nothingToDo`.
  package func reviewed(
    _ id: GrantID,
    by reviewer: StaffID,
    at now: Instant
  ) throws(RuleViolation) -> Grant {
    guard var grant = grants[id] else { throw .notLoaded }
    if let refusal = refusal(of: .configure, by: reviewer, "reviews nothing") { throw refusal }
    guard grant.reader != reviewer else {
      throw .notPermitted("Nobody reviews an own emergency; another supervisor does.")
    }
    guard grant.review == nil else { throw .nothingToDo("That was reviewed already.") }
    grant.review = Grant.Review(by: reviewer, at: now)
    return grant
  }

  /// The emergencies that somebody may review and nobody has yet, oldest first.
  package func grantsToReview(by reviewer: StaffID) -> [Grant] {
    guard staff[reviewer]?.may(.configure) == true else { return [] }
    return grants.values.filter { grant in
      guard case .emergency = grant.reach else { return false }
      return grant.review == nil && grant.reader != reviewer
    }.sorted { ($0.from, $0.id) < ($1.from, $1.id) }
  }

  /// Whose clients somebody may read besides the own, and which clients alone.
  func grantsInForce(of reader: StaffID, at now: Instant) -> [Grant.Reach] {
    grants.values.filter { $0.reader == reader && $0.isInForce(at: now) }.map(\.reach)
  }
}
