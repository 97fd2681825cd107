import Domain

/// What check says about a broken rule of a session.
extension SessionViolation {
  var words: String {
    switch self {
    case .endsBeforeItBegins: "something in it ends before it begins."
    case .timesAndStatusDiffer: "its status and its actual times don't fit together."
    case .twoBreaksRun: "two breaks run at once."
    case .breakRunsOn: "a break in it never ended."
    case .twoRows(let client): "\(client) has two rows."
    case .absentWithTimes(let client, let status):
      "the row of \(client) is \(status.stored) and has times."
    case .timesOverlap(let client):
      "the row of \(client) has times that overlap or aren't in order."
    case .departureBeforeArrival(let client):
      "the row of \(client) has a departure before its arrival."
    case .timesFarAway(let client): "the row of \(client) has times more than 12 hours away."
    case .unmarkedInClosed(let client):
      "the group is finished and the row of \(client) isn't marked."
    case .presentInClosed(let client):
      "the group is finished and the row of \(client) has no departure."
    case .attendedWithoutTimes(let client, let status):
      "the row of \(client) is \(status.stored) and has no times."
    case .creditOutOfRange(let client, let minutes, let length):
      "the row of \(client) is credited \(minutes) of \(length) minutes."
    case .valueOutOfRange(let client):
      "the row of \(client) has a number or a quick line out of range."
    case .notCancelled(let client):
      "the group is cancelled and the row of \(client) isn't."
    }
  }

  /// What a person can do about it.
  func advice(for place: RecordPlace) -> String {
    switch self {
    case .endsBeforeItBegins, .timesAndStatusDiffer, .twoBreaksRun, .breakRunsOn:
      "Correct its times."
    case .twoRows: "Keep the right one, by hand, and run check --accept \(place.path)."
    case .absentWithTimes, .timesOverlap, .departureBeforeArrival, .timesFarAway:
      "Correct the times of the row (= on its line)."
    case .unmarkedInClosed: "Reopen the group and mark the row."
    case .presentInClosed: "Give the time of departure (= on its line)."
    case .attendedWithoutTimes: "Give the times (= on its line)."
    case .creditOutOfRange: "Correct the credited minutes."
    case .valueOutOfRange:
      "Correct it: participation 0 to 4, craving and mood 0 to 10, 200 characters."
    case .notCancelled: "Correct the row's mark."
    }
  }
}
