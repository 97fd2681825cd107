import Domain

/// When each staff, room or client is taken.
struct Bookings {
  private var times: [String: [Interval]] = [:]

  mutating func add(_ id: String, _ time: Interval) { times[id, default: []].append(time) }

  var doubles: [String] {
    times.filter { _, taken in
      let sorted = taken.sorted { $0.start < $1.start }
      return zip(sorted, sorted.dropFirst()).contains { $0.overlaps($1) }
    }.keys.sorted()
  }
}
