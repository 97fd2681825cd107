import App
import Domain
import Glibc
import TerminalCore
import UI

/// Something whose time is measured.
struct Measurement {
  var name: String
  /// Makes what is measured; what it takes to make it isn't.
  var prepare: () throws -> () throws -> Void

  /// The median and the longest time of so many rounds, in microseconds.
  func figures(rounds: Int) throws -> String {
    let body = try prepare()
    var times: [Int] = []
    for _ in 0..<rounds {
      let start = Self.nanoseconds()
      try body()
      times.append((Self.nanoseconds() - start) / 1_000)
    }
    times.sort()
    return "\(name)  median \(times[times.count / 2]) us  longest \(times[times.count - 1]) us"
  }

  private static func nanoseconds() -> Int {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return time.tv_sec * 1_000_000_000 + time.tv_nsec
  }
}

extension Measurement {
  /// Every measurement there is; a new one is one more line.
  static let all = [draw, weekHours]

  /// Drawing the Day screen.
  private static let draw = Measurement(name: "draw-200x60") {
    let stage = try Stage(size: Size(columns: 200, rows: 60))
    return { _ = render(stage.state, borders: .line) }
  }

  /// Everybody's hours of the demo's week.
  private static let weekHours = Measurement(name: "week-hours") {
    let state = try Stage(size: Size(columns: 80, rows: 24)).state
    let week = state.data.weekStart(of: state.today)
    return { _ = state.data.weekHours(week: week, now: state.now) }
  }
}
