import Domain

/// Rules for clients and their episodes.
extension Findings {
  mutating func checkPeople(_ index: RecordIndex) {
    let clients = index.snapshot.clients.filter { $0.enteredInError == nil && !$0.isWithdrawn }
    checkUnique("mrn", clients.map { (text: $0.mrn, place: RecordPlace.client($0.id)) })
    for client in index.snapshot.clients {
      checkHistory(of: client, at: .client(client.id))
      for alert in client.alerts {
        if let other = alert.otherClient, !index.has(other) {
          leadsNowhere(.client(client.id), "alert \(alert.kind.stored)", other.rawValue)
        }
      }
    }
    for episode in index.snapshot.episodes {
      check(episode, index)
      checkHistory(of: episode, at: .episode(episode.id, of: episode.clientID))
    }
    for one in index.snapshot.followUps {
      let place = RecordPlace.followUp(one.id, of: one.clientID)
      checkHistory(of: one, at: place)
      if !index.has(one.episodeID, of: one.clientID) {
        leadsNowhere(place, "episodeID", one.episodeID.rawValue)
      }
      if !index.has(one.by) { leadsNowhere(place, "by", one.by.rawValue) }
    }
    let valid = index.snapshot.episodes.filter { $0.enteredInError == nil && !$0.isWithdrawn }
    for (_, episodes) in Dictionary(grouping: valid, by: \.clientID).sorted(by: { $0.0 < $1.0 }) {
      checkOneAtATime(episodes.sorted { $0.admittedOn < $1.admittedOn })
    }
  }

  /// A client has at most one open episode on any day.
  private mutating func checkOneAtATime(_ episodes: [Episode]) {
    for (episode, next) in zip(episodes, episodes.dropFirst())
    where episode.dischargedOn.map({ $0 > next.admittedOn }) ?? true {
      breaks(
        .episode(next.id, of: next.clientID),
        "it begins on \(next.admittedOn), while \(episode.id) is open.",
        advice: "Discharge from the first, or mark one as entered in error."
      )
    }
  }

  private mutating func check(_ episode: Episode, _ index: RecordIndex) {
    let place = RecordPlace.episode(episode.id, of: episode.clientID)
    if !index.has(episode.clientID) {
      leadsNowhere(place, "clientID", episode.clientID.rawValue)
    }
    let people =
      episode.counselors.map(\.staffID) + episode.levels.compactMap(\.decidedBy)
      + episode.leaves.compactMap(\.approvedBy)
    for id in Set(people).sorted() where !index.has(id) {
      leadsNowhere(place, "a counselor or who decided", id.rawValue)
    }
    guard episode.enteredInError == nil, !episode.isWithdrawn else { return }
    if let end = episode.dischargedOn {
      if end < episode.admittedOn {
        breaks(place, "discharge lies before admission.", advice: "Correct one of the dates.")
      }
      if episode.dischargeReason == nil {
        breaks(place, "a discharge has a reason.", advice: "Give dischargeReason.")
      }
    }
    for leave in episode.leaves where leave.to.map({ $0 < leave.from }) ?? false {
      breaks(place, "a leave ends before it begins.", advice: "Correct its dates.")
    }
    let counselors = episode.counselors.map { DateSpan(from: $0.from, to: $0.to) }
    checkWithoutOverlap(counselors, of: "primary counselor", in: episode, at: place)
    let levels = episode.levels.filter { $0.provider == nil }.map {
      DateSpan(from: $0.from, to: $0.to)
    }
    checkWithoutOverlap(levels, of: "level of care", in: episode, at: place)
  }

  /// On no day two of them; while the episode is open, one should have no end.
  private mutating func checkWithoutOverlap(
    _ spans: [DateSpan],
    of what: String,
    in episode: Episode,
    at place: RecordPlace
  ) {
    let spans = spans.sorted { $0.from < $1.from }
    for (span, next) in zip(spans, spans.dropFirst()) where span.end >= next.from {
      breaks(
        place,
        "there are two of \(what) on \(next.from).",
        advice: "Let the first end the day before the second begins."
      )
    }
    for span in spans where span.end < span.from {
      breaks(place, "a \(what) ends before it begins.", advice: "Correct its dates.")
    }
    if episode.dischargedOn == nil, spans.last?.to != nil || spans.isEmpty {
      add(
        place,
        .mention,
        "the episode is open, and no \(what) holds from now on.",
        "Add the one that holds now."
      )
    }
  }
}

/// Days from one to another, both included; without an end, all that follow.
struct DateSpan: Hashable {
  let from: CalendarDate
  let to: CalendarDate?

  var end: CalendarDate { to ?? .latest }
}
