package import Domain

/// The quick line as one typed line: up to three numbers, then words.
///
/// `4 6 3 tired, spoke about work` is craving 4, mood 6, taking part 3; `-` skips a number.
package enum QuickLineText {
  package static func text(of row: AttendanceRow) -> String {
    var parts = [row.craving, row.mood, row.participation].map { $0.map(String.init) ?? "-" }
    let startsLikeNumber = row.quickLine?.first.map { $0.isNumber || $0 == "-" } ?? false
    while parts.last == "-" && !startsLikeNumber { parts.removeLast() }
    if let words = row.quickLine { parts.append(words) }
    return parts.joined(separator: " ")
  }

  /// What a typed line says, or why it can't be taken.
  package static func parse(_ text: String) -> (line: QuickLine?, problem: String?) {
    var values: [Int?] = []
    var rest = Substring(text)
    while values.count < 3 {
      rest = rest.drop { $0 == " " }
      let word = rest.prefix { $0 != " " }
      if word == "-" {
        values.append(nil)
      } else if let number = Int(word), word.allSatisfy(\.isNumber) {
        values.append(number)
      } else {
        break
      }
      rest = rest.dropFirst(word.count)
    }
    let limits = [10, 10, 4]
    let names = ["Craving", "Mood", "Taking part"]
    for (place, value) in values.enumerated() {
      if let value, value > limits[place] {
        return (
          nil,
          "\(names[place]) goes from 0 to \(limits[place]); - - - first if the words start so."
        )
      }
    }
    let words = String(rest.drop { $0 == " " })
    guard words.count <= 200 else {
      return (nil, "A quick line holds 200 characters; this has \(words.count).")
    }
    values += Array(repeating: nil, count: 3 - values.count)
    return (
      QuickLine(craving: values[0], mood: values[1], participation: values[2], words: words), nil
    )
  }
}

extension AppState {
  /// Whether what was kept of somebody at a meeting is for whoever sits here.
  package func mayReadQuickLine(of row: AttendanceRow, in session: GroupSession) -> Bool {
    refusalToRead(quickLineOf: row.clientID, in: session) == nil
  }

  /// Why it isn't; nil where it is, and where nobody has said who they are.
  func refusalToRead(quickLineOf client: ClientID, in session: GroupSession) -> RuleViolation? {
    staffID.flatMap {
      data.refusalToRead(quickLineOf: client, in: session, reader: $0, at: trueNow)
    }
  }
}
