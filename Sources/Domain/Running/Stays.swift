/// The stays of one client at one session, in order.
extension [PresenceSegment] {
  /// Whether the client was there at a moment; an open stay has no end.
  func covers(_ moment: Instant) -> Bool {
    contains { $0.start <= moment && moment < $0.end ?? .latest }
  }

  /// The stays of someone who came no earlier than at a time, the first one beginning then.
  ///
  /// - Returns: No stays when all of them were over by then.
  func arriving(at time: Instant) -> [PresenceSegment] {
    var stays = filter { $0.end ?? .latest > time }
    if stays.isEmpty, let last, last.end == time { stays = [last] }
    if !stays.isEmpty { stays[0].start = time }
    return stays
  }

  /// The stays of someone who went for good at a time.
  ///
  /// A time between two stays doesn't make the earlier one longer; a time after the last one does.
  ///
  /// - Returns: No stays when the first one began later.
  func leaving(at time: Instant) -> [PresenceSegment] {
    guard let first, first.start <= time else { return [] }
    var stays = [first] + dropFirst().filter { $0.start < time }
    let last = stays.count - 1
    let end = stays[last].end ?? time
    stays[last].end = stays.count < count ? Swift.min(end, time) : time
    return stays
  }

  /// The stays of someone who is back in the room at a time.
  func returning(at time: Instant) -> [PresenceSegment] {
    guard let end = last?.end else { return self }
    var stays = self
    if end >= time {
      stays[stays.count - 1].end = nil
    } else {
      stays.append(PresenceSegment(start: time))
    }
    return stays
  }
}

extension PresenceSegment {
  /// The segment as an interval, an open one ending at `end`.
  package func interval(until end: Instant) -> Interval {
    Interval(start: start, end: max(self.end ?? end, start))
  }
}
