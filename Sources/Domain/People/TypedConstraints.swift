/// Times of the week at which a client can't come, as people type them: a line each, with days, times
/// and why.
///
/// | typed | meaning |
/// |---|---|
/// | `tue thu 9-11 work` | both days, from 9 to 11 |
/// | `weekdays 13:30-15 ch` | Monday to Friday; the reason may be cut down |
/// | `fri 0-24 court` | the whole day |
package enum TypedConstraints {
  package static let help =
    "A line each: days, times, why. tue thu 9-11 work; fri 13:30-15 court. "
    + "Why is work, school, childcare, transport, court or medical."

  /// Reads the lines; one that can't be read is named.
  package static func parse(_ text: String) throws(TypedFlaw) -> [ScheduleConstraint] {
    var constraints: [ScheduleConstraint] = []
    for part in text.split(whereSeparator: { $0.isNewline || $0 == ";" }) {
      let line = part.withoutOuterSpaces
      guard !line.isEmpty else { continue }
      for constraint in try read(line) where !constraints.contains(constraint) {
        constraints.append(constraint)
      }
    }
    return constraints
  }

  /// The lines as they may be typed again; days with the same times and reason share one.
  package static func lines(_ constraints: [ScheduleConstraint]) -> [String] {
    var lines: [(days: Set<Weekday>, rest: String)] = []
    for one in constraints {
      let rest = "\(one.from)-\(one.to) \(String.typedWord(one.kind))"
      if let place = lines.firstIndex(where: { $0.rest == rest }) {
        lines[place].days.insert(one.weekday)
      } else {
        lines.append(([one.weekday], rest))
      }
    }
    return lines.map { "\(TypedWeekdays.words($0.days)) \($0.rest)" }
  }

  /// Days up to the first digit, times up to the next letter, the rest is why.
  private static func read(_ line: String) throws(TypedFlaw) -> [ScheduleConstraint] {
    let start = line.firstIndex { ("0"..."9").contains($0) } ?? line.endIndex
    let rest = line[start...]
    let end = kindStart(in: rest)
    let times = rest[..<end].split(separator: "-", omittingEmptySubsequences: false)
    guard let days = TypedWeekdays.parse(String(line[..<start])), times.count == 2,
      let from = TimeOfDay.parse(typed: cleaned(times[0])),
      let to = TimeOfDay.parse(typed: cleaned(times[1]), asEnd: true)
    else { throw TypedFlaw("\"\(line)\" has no days and times, such as tue thu 9-11 work.") }
    guard from < to else {
      throw TypedFlaw(
        "\"\(line)\" ends before it begins; the clock has 24 hours: 9-17, or 1pm-5pm."
      )
    }
    let typed = rest[end...].filter { $0 != "," }
    guard let kind = typed.typedWord(of: ConstraintKind.allCases) else {
      let kinds = ConstraintKind.allCases.map(\.rawValue).joined(separator: ", ")
      throw TypedFlaw("\"\(line)\": why? One of \(kinds).")
    }
    return days.sorted().map { ScheduleConstraint(weekday: $0, from: from, to: to, kind: kind) }
  }

  /// Where the reason begins: at the first word that isn't "am" or "pm".
  private static func kindStart(in rest: Substring) -> String.Index {
    var place = rest.startIndex
    while place < rest.endIndex {
      guard rest[place].isLetter || rest[place] == "\"" else {
        place = rest.index(after: place)
        continue
      }
      let word = rest[place...].prefix { $0.isLetter }
      let isClock = ["a", "p", "am", "pm", "h"].contains(word.lowercased())
      guard isClock else { return place }
      place = word.endIndex
    }
    return place
  }

  private static func cleaned(_ time: Substring) -> String {
    time.filter { $0 != "," }.withoutOuterSpaces
  }
}
