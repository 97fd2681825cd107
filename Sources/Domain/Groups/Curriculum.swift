/// Where a group is in its topics: one a meeting, from the last to the first again.
///
/// - Source: `domain.md` 2.1, 4.8.
package struct TopicCursor: Hashable, Sendable {
  /// The place of the next meeting's topic among the group's.
  package var next: Int
  /// The day of the meeting that was finished last; nil is none yet.
  package var after: CalendarDate?

  package init(next: Int = 0, after: CalendarDate? = nil) {
    self.next = next
    self.after = after
  }
}

/// What a meeting is about, and who missed it.
extension ProgramData {
  /// The topic of a meeting: what was chosen or held, else the next of its group's curriculum.
  ///
  /// Meetings that aren't finished yet take the topics that follow in turn; cancelled ones take none.
  package func topic(of session: GroupSession) -> String? {
    if let topic = session.state.topic { return topic }
    return topicPlace(of: session).flatMap { place in group(of: session)?.topics[place] }
  }

  /// The place of the topic that a meeting has by itself; nil without a curriculum.
  func topicPlace(of session: GroupSession) -> Int? {
    guard let group = group(of: session), !group.topics.isEmpty, !session.state.status.isCancelled,
      !session.state.isWithdrawn
    else { return nil }
    let count = group.topics.count
    let place =
      if let after = group.topicCursor.after, session.serviceDate <= after {
        group.topicCursor.next - 1 - heldMeetings(of: group, behind: session, until: after)
      } else {
        nextTopic(of: group, before: session)
      }
    return (place % count + count) % count
  }

  /// The place that the meetings before one leave to it.
  private func nextTopic(of group: GroupSeries, before session: GroupSession) -> Int {
    let cursor = group.topicCursor
    let first = max(cursor.after?.adding(days: 1) ?? group.effectiveFrom, group.effectiveFrom)
    let days = CalendarDate.days(from: first, to: session.serviceDate)
    // After years without a meeting it begins where it stood.
    guard (0...400).contains(days) else { return cursor.next }
    var next = cursor.next
    for date in (0...days).map({ first.adding(days: $0) }) {
      guard isLoaded(date) else {
        let isHeld = date < session.serviceDate && group.meets(on: date) && !isClosed(on: date)
        next += isHeld ? 1 : 0
        continue
      }
      for other in sessions(on: date)
      where other.groupID == group.id && other.isBefore(session)
        && (other.state.status == .scheduled || other.state.status == .inProgress)
      {
        guard let chosen = other.state.topic else {
          next += 1
          continue
        }
        next = group.place(of: chosen, from: next).map { $0 + 1 } ?? next
      }
    }
    return next
  }

  /// The meetings behind one that had a topic of the curriculum.
  private func heldMeetings(
    of group: GroupSeries,
    behind session: GroupSession,
    until last: CalendarDate
  ) -> Int {
    let days = CalendarDate.days(from: session.serviceDate, to: last)
    guard (0...400).contains(days) else { return 0 }
    return (0...days).reduce(0) { sum, offset in
      let date = session.serviceDate.adding(days: offset)
      guard isLoaded(date) else {
        return sum + (offset > 0 && group.meets(on: date) && !isClosed(on: date) ? 1 : 0)
      }
      return sum
        + sessions(on: date).count {
          $0.groupID == group.id && session.isBefore($0) && !$0.state.status.isCancelled
            && $0.state.topic.map(group.topics.contains) ?? true
        }
    }
  }

  /// Where the curriculum goes on once a meeting is finished; nil where it stays.
  ///
  /// A topic that isn't of the curriculum, and a meeting before the one finished last, move nothing.
  func cursor(after session: GroupSession, about topic: String) -> TopicCursor? {
    guard let group = group(of: session), !group.topics.isEmpty,
      session.serviceDate >= group.topicCursor.after ?? .earliest
    else { return nil }
    let count = group.topics.count
    let start = topicPlace(of: session) ?? 0
    guard let place = group.place(of: topic, from: start) else { return nil }
    let cursor = TopicCursor(next: (place + 1) % count, after: session.serviceDate)
    return cursor == group.topicCursor ? nil : cursor
  }

  /// The topics of a group's finished meetings that a client missed and hasn't had since.
  ///
  /// - Parameters:
  ///   - client: Whose; counted from the beginning of their present stay, in the loaded weeks.
  ///   - group: The group, whose order the topics stand in.
  /// - Returns: Each topic with the day on which it was missed last.
  package func missedTopics(
    of client: ClientID,
    in group: GroupSeries
  ) -> [(topic: String, on: CalendarDate)] {
    guard !group.topics.isEmpty else { return [] }
    var had: Set<String> = []
    var missed: [String: CalendarDate] = [:]
    let since = stays(of: client).last?.admittedOn ?? .earliest
    for id in weeks.values.flatMap({ $0.sessionsByClient[client] ?? [] }) {
      guard let session = sessions[id], session.state.status == .completed,
        session.serviceDate >= since, let topic = session.state.topic,
        let row = session.row(of: client)
      else { continue }
      if row.status.isAttended {
        had.insert(topic)
      } else if session.groupID == group.id {
        missed[topic] = max(missed[topic] ?? .earliest, session.serviceDate)
      }
    }
    return group.topics.compactMap { topic in
      had.contains(topic) ? nil : missed[topic].map { (topic, $0) }
    }
  }
}

extension GroupSession {
  fileprivate func isBefore(_ other: GroupSession) -> Bool {
    (state.scheduledStart, id) < (other.state.scheduledStart, other.id)
  }
}

extension GroupSeries {
  /// The place of a topic, the first from a place on, then from the beginning.
  fileprivate func place(of topic: String, from start: Int) -> Int? {
    let count = topics.count
    let places = topics.indices.map { ((start + $0) % count + count) % count }
    return places.first { topics[$0] == topic }
  }

  /// Where the group goes on with other topics: at the one that would have been next, if it is there.
  package func cursor(with topics: [String]) -> TopicCursor {
    var cursor = topicCursor
    let next = self.topics.indices.contains(cursor.next) ? self.topics[cursor.next] : nil
    cursor.next =
      topics.firstIndex { $0 == next } ?? min(cursor.next, max(0, topics.count - 1))
    return cursor
  }
}
