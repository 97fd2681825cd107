import Domain
import Glibc

/// What tells the time: the machine, or a clock that was set.
enum ProgramClock {
  case real
  /// Stands still at a moment.
  case still(Instant)
  /// Was set to a moment and runs on from there.
  case running(from: Instant, since: Uptime)

  /// A clock that begins to run at a moment.
  static func starting(at moment: Instant) -> ProgramClock {
    .running(from: moment, since: .now())
  }

  func now() -> Instant {
    switch self {
    case .real:
      var time = timespec()
      clock_gettime(CLOCK_REALTIME, &time)
      return Instant(secondsSince1970: Int64(time.tv_sec))
    case .still(let moment): return moment
    case .running(let start, let since):
      return start.adding(seconds: Uptime.now().seconds - since.seconds)
    }
  }

  /// Whether somebody set it to the time they like.
  var isSet: Bool { if case .still = self { true } else { false } }

  /// The machine's own clock in milliseconds since 1970: orders changes of several windows.
  static var milliseconds: Int {
    var time = timespec()
    clock_gettime(CLOCK_REALTIME, &time)
    return time.tv_sec * 1000 + time.tv_nsec / 1_000_000
  }

  /// The time by which a choice wants an opened program to live.
  ///
  /// A demo goes on at the later of its first moment and its last change.
  init(_ choice: StartChoice, zone: ProgramTimeZone, demoFrom: Instant?) {
    if let (date, time) = choice.now {
      self = .still(zone.instant(date, time))
    } else if let demoFrom {
      self = .starting(at: demoFrom)
    } else {
      self = .real
    }
  }
}

/// Seconds since some moment of the past; nobody can set it back.
struct Uptime {
  var seconds: Int

  static func now() -> Uptime {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return Uptime(seconds: time.tv_sec)
  }
}
