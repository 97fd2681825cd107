/// A week as many programs hold it, to begin with: three days with two groups each, three hours a day.
///
/// - Source: `domain.md` 2.1, 8.2.
package enum ReadyWeek: Hashable, Sendable, CaseIterable {
  case day, evening, both

  /// What of it is a track of its own.
  private var tracks: [ReadyTrack] {
    switch self {
    case .day: [.day]
    case .evening: [.evening]
    case .both: [.day, .evening]
    }
  }

  /// The days and hours, and how much of both there is: "Mon Wed Fri 09:00-12:10".
  package var hours: [String] {
    tracks.map { track in
      "\(TypedWeekdays.words(track.weekdays)) \(track.blocks[0].start)-\(track.blocks[1].end)"
    }
  }

  /// What sets the week up in a program: rooms that it lacks, and the groups.
  ///
  /// - Parameters:
  ///   - data: The program; a room that is there is used.
  ///   - lead: Who leads all of them at first.
  ///   - first: The first day on which a group may meet.
  ///   - ids: Makes the identifiers.
  /// - Returns: The request, one change.
  package func request(
    in data: ProgramData,
    lead: StaffID,
    from first: CalendarDate,
    ids: inout IDMaker
  ) -> AdministrationRequest {
    var rooms: [Room] = []
    for (name, kind, places) in [("Group room", RoomKind.group, 16), ("Office", .office, 4)]
    where !data.rooms.values.contains(where: { $0.kind == .known(kind) }) {
      rooms.append(Room(id: ids.next(.room), name: name, capacity: places, kind: .known(kind)))
    }
    let room = (Array(data.rooms.values) + rooms).filter { $0.kind == .known(.group) }
      .min { ($0.name, $0.id) < ($1.name, $1.id) }
    var codes = data.groups.values.map(\.code)
    var groups: [GroupSeries] = []
    for track in tracks {
      for block in track.blocks {
        let code = RecordCode.next(after: codes, orElse: "G01")
        codes.append(code)
        var group = GroupSeries(
          id: ids.next(.group),
          code: code,
          title: "\(block.title) — \(track.title)",
          type: .known(block.type),
          weekdays: track.weekdays,
          start: block.start,
          end: block.end,
          effectiveFrom: first,
          leadID: lead
        )
        group.roomID = room?.id
        group.topics = block.topics
        groups.append(group)
      }
    }
    return .readyWeek(rooms, groups)
  }
}

/// Two groups with ten minutes between them, on three days.
private struct ReadyTrack {
  struct Block {
    let title: String
    let type: GroupType
    let start: TimeOfDay
    let end: TimeOfDay
    var topics: [String] = []
  }

  let title: String
  let weekdays: Set<Weekday>
  let blocks: [Block]

  static let day = ReadyTrack("Day", on: [.monday, .wednesday, .friday], from: 9 * 60)
  static let evening = ReadyTrack(
    "Evening",
    on: [.monday, .tuesday, .thursday],
    from: 17 * 60 + 30
  )

  private init(_ title: String, on weekdays: Set<Weekday>, from minute: Int) {
    (self.title, self.weekdays) = (title, weekdays)
    let time = { TimeOfDay(minutes: minute + $0) ?? .midnight }
    blocks = [
      Block(title: "Process Group", type: .process, start: time(0), end: time(90)),
      Block(
        title: "Recovery Education",
        type: .psychoeducation,
        start: time(100),
        end: time(190),
        topics: ReadyCurriculum.education.topics
      ),
    ]
  }
}
