/// What a counselor asks of a group session.
package enum SessionRequest: Hashable, Sendable {
  /// The same mark for one or several people.
  case mark([ClientID], Mark)
  /// Out of the room, or back in; minutes stop and start.
  case stepOutOrIn(ClientID)
  /// Somebody who stepped out was in the room again from a time on.
  case cameBack(ClientID, at: Instant)
  /// By video instead of in person, or back; the mark stays.
  case switchVideo([ClientID])
  case quickLine(ClientID, QuickLine)
  /// Takes the mark away; a walk-in leaves the roster.
  case clear([ClientID])
  /// Everyone who isn't marked yet.
  case allTheRest(AttendanceStatus)
  /// Typed times; the label follows from them.
  case changeTimes(ClientID, TypedTimes)
  case changeReason(ClientID, AbsenceReason)
  case walkIn(ClientID, EpisodeID)
  case begin(at: Instant?)
  /// When the whole group began (the arrival) and ended (the departure).
  case changeCourse(TypedTimes)
  case finish
  case reopen
  case cancel
  case switchBreak
  case substitute(StaffID)
  /// What it is about, instead of what the curriculum has; nil is the curriculum's again.
  case topic(String?)
  /// Which of two marks of the same person stands: the one of a change that differs; nil keeps what
  /// stands.
  case decide(ClientID, ChangeID?)
  /// Credited minutes set by hand; nil lets the times decide again.
  case overrideCredit(ClientID, minutes: Int?)
}

/// A status, with what is typed along with it.
package struct Mark: Hashable, Sendable {
  package var status: AttendanceStatus
  /// The arrival of a late one, the departure of one who left; nil stamps now.
  package var at: Instant?
  package var reason: AbsenceReason?
  package var notice: CancelNotice?

  package init(
    _ status: AttendanceStatus,
    at: Instant? = nil,
    reason: AbsenceReason? = nil,
    notice: CancelNotice? = nil
  ) {
    self.status = status
    self.at = at
    self.reason = reason
    self.notice = notice
  }
}

/// Arrival, departure or both; nil leaves that end as it is.
package struct TypedTimes: Hashable, Sendable {
  package var arrival: Instant?
  package var departure: Instant?

  package init(arrival: Instant?, departure: Instant?) {
    self.arrival = arrival
    self.departure = departure
  }
}

/// What one line under a row holds; nil leaves that value unset.
package struct QuickLine: Hashable, Sendable {
  /// 0...10.
  package var craving: Int?
  /// 0...10.
  package var mood: Int?
  /// 0...4.
  package var participation: Int?
  /// At most 200 characters.
  package var words: String

  package init(craving: Int?, mood: Int?, participation: Int?, words: String) {
    self.craving = craving
    self.mood = mood
    self.participation = participation
    self.words = words
  }
}
