package import Domain

extension ProgramData {
  /// The clinical content alone: without history and without what depends on when it was read.
  package var plain: [String: [String]] {
    var content: [String: [String]] = [:]
    for week in weeks.values {
      for id in week.sessionsByDay.values.joined() {
        guard let session = sessions[id] else { continue }
        content[id.rawValue] = ["\(session.state)"] + session.rows.map { "\($0)" }
      }
      for id in week.appointmentsByDay.values.joined() {
        content[id.rawValue] = appointments[id].map { ["\($0.state)"] }
      }
    }
    return content
  }
}
