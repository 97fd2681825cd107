import Domain
import Storage

/// A small program in which nothing is wrong: one group, two clients, a finished and a live meeting.
enum SoundProgram {
  typealias Sample = SampleProgram

  static let monday = Sample.day("2026-03-09")
  static let finishedID = SessionID.occurrence(of: Sample.groupID, on: Sample.day("2026-03-09"))
  static let liveID = Sample.sessionID
  static let now = Sample.at("14:52:00")

  /// Leave to read a client's notes for half an hour.
  static func emergency() -> Grant {
    Grant(
      id: GrantID("gt_000000000001"),
      reader: Sample.staffID,
      reach: .emergency(Sample.clientID),
      from: now,
      until: now.adding(minutes: 30),
      by: Sample.staffID,
      reason: "collapsed in the hall"
    )
  }

  static func snapshot() throws -> ProgramSnapshot {
    let zone = try SystemZone.load("America/New_York")
    var snapshot = ProgramSnapshot(
      program: Program(id: Sample.programID, name: "Hollow Creek", zone: zone, isDemo: true)
    )
    snapshot.rooms = [Room(id: Sample.roomID, name: "Oak", capacity: 14)]
    snapshot.staff = [
      Staff(id: Sample.staffID, code: "TB", name: "Tamsin Brightwater"),
      Staff(id: Sample.otherStaffID, code: "MQ", name: "Marisol Quillfeather"),
    ]
    snapshot.clients = [
      Client(
        id: Sample.clientID,
        mrn: "C01",
        legalFirst: "Fenwick",
        legalLast: "Oakes",
        birthDate: Sample.day("1988-02-29")
      ), Sample.otherClient(),
    ]
    snapshot.episodes = [
      episode(Sample.episodeID, Sample.clientID),
      episode(Sample.otherEpisodeID, Sample.otherClientID),
    ]
    snapshot.groups = [group()]
    snapshot.sessions = [finished(), live()]
    snapshot.appointments = [appointment()]
    return snapshot
  }

  static func episode(_ id: EpisodeID, _ client: ClientID) -> Episode {
    var episode = Episode(id: id, clientID: client, admittedOn: Sample.day("2026-01-05"))
    episode.counselors = [
      CounselorAssignment(staffID: Sample.staffID, from: Sample.day("2026-01-05"))
    ]
    episode.levels = [LevelOfCarePeriod(level: "2.1", from: Sample.day("2026-01-05"))]
    return episode
  }

  static func group() -> GroupSeries {
    var group = GroupSeries(
      id: Sample.groupID,
      code: "G03",
      title: "Recovery skills",
      type: .known(.skills),
      weekdays: [.monday, .wednesday],
      start: Sample.time("10:40"),
      end: Sample.time("12:10"),
      effectiveFrom: Sample.day("2025-09-01"),
      leadID: Sample.staffID
    )
    group.roomID = Sample.roomID
    group.enrollments = [
      Enrollment(
        id: EnrollmentID("en_000000000001"),
        clientID: Sample.clientID,
        episodeID: Sample.episodeID,
        from: Sample.day("2026-01-05")
      ),
      Enrollment(
        id: EnrollmentID("en_000000000002"),
        clientID: Sample.otherClientID,
        episodeID: Sample.otherEpisodeID,
        from: Sample.day("2026-01-05")
      ),
    ]
    return group
  }

  static func finished() -> GroupSession {
    let start = Instant("2026-03-09T14:40:00Z") ?? .earliest
    var state = SessionState(
      status: .completed,
      scheduledStart: start,
      scheduledEnd: start.adding(minutes: 90),
      leadID: Sample.staffID,
      roomID: Sample.roomID
    )
    state.actualStart = start
    state.actualEnd = state.scheduledEnd
    var present = AttendanceRow(
      clientID: Sample.clientID,
      episodeID: Sample.episodeID,
      status: .present,
      segments: [PresenceSegment(start: start, end: state.scheduledEnd)]
    )
    present.markedAt = start
    present.markedBy = Sample.staffID
    let absent = AttendanceRow(
      clientID: Sample.otherClientID,
      episodeID: Sample.otherEpisodeID,
      status: .noShow
    )
    return GroupSession(
      id: finishedID,
      groupID: Sample.groupID,
      serviceDate: monday,
      countsTowardHours: true,
      state: state,
      rows: [present, absent]
    )
  }

  static func live() -> GroupSession {
    let start = Sample.at("14:40:00")
    var state = SessionState(
      status: .inProgress,
      scheduledStart: start,
      scheduledEnd: start.adding(minutes: 90),
      leadID: Sample.staffID,
      roomID: Sample.roomID
    )
    state.actualStart = start
    let rows = [
      AttendanceRow(clientID: Sample.clientID, episodeID: Sample.episodeID),
      AttendanceRow(clientID: Sample.otherClientID, episodeID: Sample.otherEpisodeID),
    ]
    return GroupSession(
      id: liveID,
      groupID: Sample.groupID,
      serviceDate: Sample.date,
      countsTowardHours: true,
      state: state,
      rows: rows
    )
  }

  static func appointment() -> Appointment {
    let state = AppointmentState(
      scheduledStart: Sample.at("18:00:00"),
      scheduledEnd: Sample.at("18:50:00"),
      counselorID: Sample.staffID
    )
    return Appointment(
      id: Sample.appointmentID,
      clientID: Sample.clientID,
      episodeID: Sample.episodeID,
      kind: .known(.individual),
      serviceDate: Sample.date,
      state: state
    )
  }
}
