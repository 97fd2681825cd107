import Domain
import Support

/// Requests at random from a seed, as a person who presses any key at any time.
struct RandomRequests: RandomNumberGenerator {
  private var numbers: RandomNumbers

  init(seed: UInt64) { numbers = RandomNumbers(seed: seed) }

  mutating func next() -> UInt64 { numbers.next() }

  mutating func chance(_ percent: Int) -> Bool { Int.random(in: 0..<100, using: &self) < percent }

  mutating func time(around now: Instant) -> Instant {
    now.adding(minutes: Int.random(in: -100...10, using: &self))
  }

  mutating func reason() -> String? { chance(60) ? "a reason" : nil }

  /// Something to ask of a session.
  mutating func request(_ session: GroupSession, in data: ProgramData, at now: Instant)
    -> SessionRequest
  {
    let some = session.rows.map(\.clientID).shuffled(using: &self)
    let few = Array(some.prefix(Int.random(in: 1...3, using: &self)))
    guard let one = few.first else { return .finish }
    switch Int.random(in: 0..<24, using: &self) {
    case 0...8: return .mark(few, mark(at: now))
    case 9...11: return .stepOutOrIn(one)
    case 12:
      return chance(50)
        ? .clear(few)
        : .cameBack(one, at: now.adding(minutes: -Int.random(in: 0...9, using: &self)))
    case 13: return .switchVideo(few)
    case 14: return .quickLine(one, QuickLine(craving: 3, mood: 4, participation: 2, words: "so"))
    case 15: return .allTheRest(chance(80) ? .present : .noShow)
    case 16...17: return .changeTimes(one, times(around: now))
    case 18: return walkIn(in: data)
    case 19: return .overrideCredit(one, minutes: chance(70) ? 40 : nil)
    case 20: return .switchBreak
    case 21: return course(around: now, data)
    default: return chance(50) ? .finish : .reopen
    }
  }

  /// Something to ask of an appointment.
  mutating func request(in data: ProgramData, at now: Instant) -> AppointmentRequest {
    switch Int.random(in: 0..<9, using: &self) {
    case 8:
      let start = now.adding(minutes: Int.random(in: -120...2880, using: &self))
      return .reschedule(NewTime(start: start, id: AppointmentID("ap_\(next())")))
    case 0...2: return .arriveOrEnd
    case 3: return .late(at: chance(50) ? time(around: now) : nil)
    case 4: return .noShow
    case 5: return .cancelledByClient(notice: chance(50) ? time(around: now) : nil, reason: .work)
    case 6: return .changeTimes(times(around: now))
    default:
      switch Int.random(in: 0..<100, using: &self) {
      case ..<45: return .clear
      case ..<60: return data.staff.keys.max().map { .give(to: $0) } ?? .clear
      default: return .cancelledByProgram
      }
    }
  }

  private mutating func mark(at now: Instant) -> Mark {
    let status = AttendanceStatus.known.randomElement(using: &self) ?? .present
    return Mark(status, at: chance(40) ? time(around: now) : nil, reason: .illness)
  }

  private mutating func times(around now: Instant) -> TypedTimes {
    TypedTimes(
      arrival: chance(70) ? time(around: now) : nil,
      departure: chance(60) ? time(around: now) : nil
    )
  }

  private mutating func walkIn(in data: ProgramData) -> SessionRequest {
    let stays = data.episodes.values.sorted { $0.id < $1.id }
    guard let stay = stays.randomElement(using: &self) else { return .finish }
    return .walkIn(stay.clientID, stay.id)
  }

  private mutating func course(around now: Instant, _ data: ProgramData) -> SessionRequest {
    let staff = data.staff.keys.sorted().randomElement(using: &self)
    switch Int.random(in: 0..<4, using: &self) {
    case 0: return .begin(at: chance(50) ? time(around: now) : nil)
    case 1: return .changeCourse(times(around: now))
    case 2: return .cancel
    default: return staff.map { .substitute($0) } ?? .switchBreak
    }
  }
}
