import Glibc

/// A time of the clock that only goes forward, or a span of it.
struct Nanoseconds: Comparable {
  var count: Int

  static func now() -> Nanoseconds {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return Nanoseconds(count: time.tv_sec * 1_000_000_000 + time.tv_nsec)
  }

  static func seconds(_ seconds: Int) -> Nanoseconds { Nanoseconds(count: seconds * 1_000_000_000) }

  var milliseconds: Double { Double(count) / 1_000_000 }

  static func < (left: Self, right: Self) -> Bool { left.count < right.count }
  static func + (left: Self, right: Self) -> Self { Self(count: left.count + right.count) }
  static func - (left: Self, right: Self) -> Self { Self(count: left.count - right.count) }
}
