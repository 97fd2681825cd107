import Domain

/// What is wrong with a snapshot, in words; empty is a sound one.
///
/// - Source: the invariants of `domain.md` 4.1–4.11.
struct SnapshotFlaws {
  private(set) var found: [String] = []
  private let snapshot: ProgramSnapshot
  private let episodes: [EpisodeID: Episode]
  private let groups: [GroupID: GroupSeries]
  private let now: Instant

  init(of snapshot: ProgramSnapshot, now: Instant) {
    self.snapshot = snapshot
    self.now = now
    episodes = Dictionary(snapshot.episodes.map { ($0.id, $0) }, uniquingKeysWith: { $1 })
    groups = Dictionary(snapshot.groups.map { ($0.id, $0) }, uniquingKeysWith: { $1 })
    checkIDs()
    checkPeople()
    for episode in snapshot.episodes { check(episode) }
    for group in snapshot.groups { check(group) }
    for session in snapshot.sessions { check(session) }
    for appointment in snapshot.appointments { check(appointment) }
    checkBookings()
    checkPresence()
  }

  private mutating func expect(_ isSound: Bool, _ flaw: @autoclosure () -> String) {
    if !isSound { found.append(flaw()) }
  }

  private mutating func checkIDs() {
    var ids: [String] = [snapshot.program.id.rawValue]
    ids += snapshot.rooms.map(\.id.rawValue) + snapshot.staff.map(\.id.rawValue)
    ids += snapshot.groups.map(\.id.rawValue) + snapshot.clients.map(\.id.rawValue)
    ids += snapshot.episodes.map(\.id.rawValue) + snapshot.sessions.map(\.id.rawValue)
    ids += snapshot.appointments.map(\.id.rawValue)
    ids += snapshot.groups.flatMap(\.enrollments).map(\.id.rawValue)
    var changes: Set<String> = []
    for session in snapshot.sessions { changes.formUnion(session.history.map(\.change.rawValue)) }
    for meeting in snapshot.appointments {
      changes.formUnion(meeting.history.map(\.change.rawValue))
    }
    ids += changes
    expect(Set(ids).count == ids.count, "an id is used twice")
    for id in ids { expect(id.utf8.count == 15, "the id \(id) isn't 15 bytes") }
  }

  private mutating func checkPeople() {
    expect(Set(snapshot.clients.map(\.mrn)).count == snapshot.clients.count, "a code twice")
    expect(Set(snapshot.staff.map(\.code)).count == snapshot.staff.count, "staff code twice")
    for person in snapshot.staff where person.role == .known(.trainee) {
      expect(person.requiresCosign && person.supervisorID != nil, "\(person.code) unsupervised")
    }
    var openOn: [ClientID: Episode] = [:]
    for episode in snapshot.episodes.sorted(by: { $0.admittedOn < $1.admittedOn }) {
      if let old = openOn[episode.clientID] {
        expect(
          old.dischargedOn.map { $0 < episode.admittedOn } ?? false,
          "two open episodes of \(episode.clientID)"
        )
      }
      openOn[episode.clientID] = episode
    }
  }

  private mutating func check(_ episode: Episode) {
    let id = episode.id.rawValue
    if let last = episode.dischargedOn {
      expect(episode.admittedOn <= last, "\(id) ends before it begins")
      expect(episode.dischargeReason != nil, "\(id) has no discharge reason")
      expect(episode.status == .known(.discharged), "\(id) isn't marked discharged")
    }
    expect(
      episode.level(on: episode.admittedOn) != nil
        && episode.counselor(on: episode.admittedOn) != nil,
      "\(id) without level or counselor"
    )
    let open = episode.levels.filter { $0.to == nil }.count
    expect(open == (episode.dischargedOn == nil ? 1 : 0), "\(id) has \(open) open levels")
    for (first, second) in zip(episode.levels, episode.levels.dropFirst()) {
      expect(first.to.map { $0 < second.from } ?? false, "\(id): levels overlap")
    }
    for leave in episode.leaves {
      expect(leave.from <= leave.to ?? leave.from, "\(id): leave the wrong way round")
      expect(episode.admittedOn <= leave.from, "\(id): leave before admission")
    }
  }

  private mutating func check(_ group: GroupSeries) {
    for place in group.enrollments {
      guard let episode = episodes[place.episodeID] else {
        found.append("\(group.code): an enrollment without episode")
        continue
      }
      expect(episode.clientID == place.clientID, "\(group.code): a place of another client")
      expect(place.from <= place.to ?? place.from, "\(group.code): place the wrong way round")
      let isWithin = episode.isOpen(on: place.from) && episode.isOpen(on: place.to ?? place.from)
      expect(isWithin, "\(group.code): a place outside the episode")
      expect(
        place.to != nil || episode.dischargedOn == nil,
        "\(group.code): a place after the discharge"
      )
    }
  }

  private mutating func check(_ session: GroupSession) {
    let id = (session.groupID.flatMap { groups[$0]?.code } ?? "") + " \(session.serviceDate)"
    if let group = session.groupID.flatMap({ groups[$0] }) {
      expect(session.id == .occurrence(of: group.id, on: session.serviceDate), "\(id): its id")
      let present = session.rows.filter(\.status.isAttended).count
      expect(present <= group.capacity, "\(id): over the cap")
      expect(group.enrollments(on: session.serviceDate).count <= group.capacity, "\(id): full")
    }
    expect(
      Set(session.rows.map(\.clientID)).count == session.rows.count,
      "\(id): a client has two rows"
    )
    expect(
      snapshot.program.zone.date(of: session.state.scheduledStart) == session.serviceDate,
      "\(id): on another date"
    )
    for row in session.rows {
      check(row, in: session, id)
      let episode = episodes[row.episodeID]
      expect(episode?.isOpen(on: session.serviceDate) ?? false, "\(id): not in treatment")
      expect(episode?.clientID == row.clientID, "\(id): an episode of someone else")
      let isAway = episode?.leave(on: session.serviceDate) != nil
      expect(!isAway || !row.status.isAttended, "\(id): present while on leave")
    }
    if session.state.status == .completed {
      expect(!session.rows.contains(where: \.status.isUnmarked), "\(id): finished, not marked")
      expect(session.state.closedAt != nil && session.state.closedBy != nil, "\(id): not closed")
      expect(session.state.actualStart != nil && session.state.actualEnd != nil, "\(id): times")
    }
    if session.state.status == .inProgress {
      expect(session.state.scheduledEnd > now, "\(id): live after its end")
    }
  }

  private mutating func check(_ row: AttendanceRow, in session: GroupSession, _ id: String) {
    expect(
      row.status.isAttended != row.segments.isEmpty,
      "\(id): \(row.status.stored) with \(row.segments.count) segments"
    )
    expect(
      (row.markedAt == nil) == (row.status.isUnmarked || row.status == .onLeave),
      "\(id): marked or not"
    )
    for (first, second) in zip(row.segments, row.segments.dropFirst()) {
      expect(first.end.map { $0 <= second.start } ?? false, "\(id): segments overlap")
    }
    for segment in row.segments {
      expect(segment.start >= session.state.scheduledStart, "\(id): before the start")
      expect(segment.start <= now, "\(id): in the future")
      expect(segment.end ?? segment.start >= segment.start, "\(id): a segment reversed")
      if session.state.status == .completed {
        expect(segment.end != nil, "\(id): open in a finished meeting")
      }
    }
  }

  private mutating func check(_ appointment: Appointment) {
    let state = appointment.state
    let id = "appointment \(appointment.id)"
    if state.status.isKept {
      expect(state.actualStart != nil && state.actualEnd != nil, "\(id): kept without times")
    }
    if state.scheduledEnd <= now { expect(!state.status.isOpen, "\(id): past and open") }
    let date = snapshot.program.zone.date(of: state.scheduledStart)
    expect(date == appointment.serviceDate, "\(id): on another date")
    let episode = episodes[appointment.episodeID]
    expect(episode?.isOpen(on: date) ?? false, "\(id): not in treatment")
    expect(episode?.clientID == appointment.clientID, "\(id): an episode of someone else")
  }

  /// No staff, room or client is booked twice at once.
  private mutating func checkBookings() {
    var bookings = Bookings()
    for session in snapshot.sessions where !session.state.status.isCancelled {
      let time = Interval(start: session.state.scheduledStart, end: session.state.scheduledEnd)
      for staff in [session.state.leadID] + session.state.coLeadIDs {
        bookings.add(staff.rawValue, time)
      }
      if let room = session.state.roomID { bookings.add(room.rawValue, time) }
      for row in session.rows where !row.status.isOffRoster {
        bookings.add(row.clientID.rawValue, time)
      }
    }
    for appointment in snapshot.appointments {
      let state = appointment.state
      guard state.status.isKept || state.status.isOpen || state.status == .noShow else { continue }
      let time = Interval(start: state.scheduledStart, end: state.scheduledEnd)
      bookings.add(state.counselorID.rawValue, time)
      bookings.add(appointment.clientID.rawValue, time)
      if let room = state.roomID { bookings.add(room.rawValue, time) }
    }
    for id in bookings.doubles { found.append("\(id) is booked twice at once") }
  }

  private mutating func checkPresence() {
    var presence = Bookings()
    for session in snapshot.sessions {
      for row in session.rows {
        for segment in row.segments {
          let end = segment.end ?? session.state.scheduledEnd
          presence.add(row.clientID.rawValue, Interval(start: segment.start, end: end))
        }
      }
    }
    for appointment in snapshot.appointments {
      guard let start = appointment.state.actualStart, let end = appointment.state.actualEnd
      else { continue }
      presence.add(appointment.clientID.rawValue, Interval(start: start, end: end))
    }
    for id in presence.doubles { found.append("\(id) is in two places at once") }
  }
}
