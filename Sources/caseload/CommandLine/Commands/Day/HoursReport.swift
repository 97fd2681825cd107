import Domain

/// Everybody's hours in a week, as lines and as JSON.
struct HoursReport: PrintedReport {
  private let week: CalendarDate
  private let asOf: String
  private let clients: [(mrn: String, hours: WeekHours)]

  init(_ data: ProgramData, week: CalendarDate, now: Instant) {
    self.week = week
    let local = data.program.zone.local(now)
    asOf = "\(local.date)T\(local.time)"
    clients = data.weekHours(week: week, now: now).map {
      (data.clients[$0.client]?.mrn ?? $0.client.rawValue, $0.hours)
    }
  }

  /// A heading, then one client a line.
  var text: String {
    var table = TextTable()
    table.right = [1, 2, 3, 4, 5]
    table.add(["mrn", "planned", "credited", "possible", "projected", "slack", "state"])
    for (mrn, hours) in clients {
      table.add([
        mrn, "\(hours.planned)", "\(hours.credited)", "\(hours.possible)", "\(hours.projected)",
        hours.slack.map { "\($0)" } ?? "-", hours.state.rawValue,
      ])
    }
    return table.text
  }

  /// In the shape that `decisions.md` 7 promises to scripts.
  var json: JSONValue {
    .object([
      ("week", .string(week.description)),
      ("asOf", .string(asOf)),
      (
        "clients",
        .array(
          clients.map { mrn, hours in
            .object([
              ("mrn", .string(mrn)),
              ("planned", .number(hours.planned)),
              ("credited", .number(hours.credited)),
              ("possible", .number(hours.possible)),
              ("projected", .number(hours.projected)),
              ("slack", .optional(hours.slack)),
              ("state", .string(hours.state.rawValue)),
              ("minimum", .optional(hours.minimum)),
              ("unmarked", .number(hours.unmarked)),
            ])
          }
        )
      ),
    ])
  }
}
