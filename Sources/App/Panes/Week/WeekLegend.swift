import Domain

/// What stands in the week's table, in words.
enum WeekLegend {
  /// Letters, columns and states, as the table has them.
  static func lines(in state: AppState) -> [(sign: String, words: String)] {
    let tight = state.data.rules(on: state.week.first).tightSlackMinutes
    let statuses = AttendanceStatus.known.filter { !$0.isUnmarked }.map {
      (sign: String($0.letter), words: $0.word.lowercased())
    }
    return [
      (sign: "2.6", words: "hours credited, and still possible on days to come"),
      (sign: ".", words: "nothing is planned"), (sign: "b", words: "booked, still to come"),
      (sign: "+", words: "more of the day is to come"), (sign: "?", words: "past and not marked"),
    ] + statuses + [
      (sign: "!", words: "a mark that this version doesn't know"),
      (sign: "Sum", words: "hours credited so far"),
      (sign: "Need", words: "the minimum less the sum"),
    ] + WeekState.allCases.map { (sign: $0.word, words: words(for: $0, tight: tight)) }
      + [(sign: HourWords.met, words: "the week is over, and reached the minimum")]
  }

  private static func words(for state: WeekState, tight minutes: Int) -> String {
    switch state {
    case .onTrack: "the minimum is reached if everything planned is attended"
    case .tight: "the same, with less than \(minutes) min to spare"
    case .short: "what is planned no longer reaches the minimum"
    case .exempt: "no day of the week counts for the client, as on leave"
    case .transition: "on the way to level 1, where fewer hours are allowed"
    case .noMinimum: "the client's level has no minimum"
    }
  }
}
