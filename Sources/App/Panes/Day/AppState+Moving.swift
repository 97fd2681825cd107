import Domain
import TerminalCore

/// Moving the selection in whatever list has the focus.
extension AppState {
  mutating func move(_ command: Command) {
    switch screen {
    case .firstRun, .calendar: break
    case .clients:
      clients.cursor = moved(clients.cursor, in: clientRows.map(\.id), by: command)
    case .card: moveOnCard(command)
    case .setUp: moveInSetUp(command)
    case .note: moveInNote(command)
    case .team: team.cursor = moved(team.cursor, in: teamClients, by: command)
    case .toDo where toDo.focus == .tasks:
      toDo.task = moved(toDo.task, in: taskRows.map(\.id), by: command)
    case .toDo:
      toDo.cursor = moved(toDo.cursor ?? toDoRows.first?.id, in: toDoRows.map(\.id), by: command)
    case .week:
      let clients = weekClients.map(\.client)
      week.cursor = moved(week.cursor, in: clients, by: command)
    case .day:
      switch day.focus == .client ? day.listOfClient : day.focus {
      case .groups, .client:
        select(session: moved(day.session, in: shownSessions.map(\.id), by: command))
      case .individual:
        day.appointment = moved(day.appointment, in: shownAppointments.map(\.id), by: command)
      case .attendance:
        attendance.cursor = moved(
          attendance.cursor,
          in: shownRows.map(\.row.clientID),
          by: command
        )
      }
    }
  }

  private func moved<Item: Equatable>(
    _ item: Item?,
    in items: [Item],
    by command: Command
  ) -> Item? {
    guard !items.isEmpty else { return item }
    let place = item.flatMap { items.firstIndex(of: $0) } ?? 0
    let page = max(1, size.rows - 10)
    let target: Int
    switch command {
    case .up: target = place - 1
    case .down: target = place + 1
    case .pageUp: target = place - page
    case .pageDown: target = place + page
    case .first: target = 0
    default: target = items.count - 1
    }
    return items[max(0, min(target, items.count - 1))]
  }

  /// Digits add up until another key: 1 then 2 is row 12.
  mutating func goToRow(typing key: Key) {
    guard let scalar = key.typedScalar else { return }
    let rows = shownRows
    let longer = attendance.digits + String(Character(scalar))
    let digits = rows.contains { "\($0.number)" == longer } ? longer : String(Character(scalar))
    attendance.digits = digits
    if let row = rows.first(where: { "\($0.number)" == digits }) {
      attendance.cursor = row.row.clientID
    } else if digits != "0" {
      attendance.digits = ""
      sayAboutKey("There is no row \(digits).", .warning)
    }
  }
}
