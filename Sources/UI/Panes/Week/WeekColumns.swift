/// How wide each column of the Week table is, its gap included; 0 is left out.
struct WeekColumns: Equatable {
  var client: Int
  var day: Int
  var sum: Int
  var need: Int
  var booked: Int
  var state: Int

  /// From the widest to the narrowest; `state` is the least it must have.
  private static let choices = [
    WeekColumns(client: 15, day: 11, sum: 6, need: 6, booked: 8, state: 18),
    WeekColumns(client: 15, day: 6, sum: 6, need: 6, booked: 8, state: 18),
    WeekColumns(client: 15, day: 6, sum: 6, need: 6, booked: 0, state: 14),
    WeekColumns(client: 13, day: 4, sum: 5, need: 6, booked: 0, state: 12),
    WeekColumns(client: 11, day: 4, sum: 0, need: 6, booked: 0, state: 12),
  ]

  /// The widest choice that fits; what is left over goes to long names, then to the state.
  static func fitting(columns: Int, days: Int, longestName: Int) -> WeekColumns {
    var chosen = choices[choices.count - 1]
    for choice in choices where choice.width(days: days) <= columns {
      chosen = choice
      break
    }
    let spare = max(0, columns - chosen.width(days: days))
    let wanted = max(0, min(28, longestName + 2) - chosen.client)
    chosen.client += min(spare, wanted)
    chosen.state += spare - min(spare, wanted)
    return chosen
  }

  /// With the marker before the name.
  private func width(days: Int) -> Int {
    1 + client + days * day + sum + need + booked + state
  }
}
