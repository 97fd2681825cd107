import App
import Domain
import TerminalCore

extension DueRow {
  /// The group's name goes where so little is left that it stands in the lines below the list only.
  static func table(_ rows: [DueRow], columns: Int) -> DueTable {
    DueTable(
      rows,
      columns: columns,
      names: 1,
      flexible: (column: 2, least: 10),
      isDropped: true
    )
  }

  init(_ row: ToDoRow, _ state: AppState) {
    let first = row.first
    let due = DueWords.due(row, in: state)
    self.init(
      leads: [
        first.service.date.dayName,
        row.notes.count == 1 ? state.name(of: first.clientID) : "\(row.notes.count) clients",
        first.title,
      ],
      standings: [Self.standing(of: row)],
      dues: due.hasPrefix("OVERDUE since ")
        ? [due, "OVERDUE " + due.dropFirst("OVERDUE since ".count)] : [due]
    )
  }

  private static func standing(of row: ToDoRow) -> String {
    let first = row.first
    if first.status == .awaitingCosign { return "to co-sign" }
    if first.status == .returned { return "RETURNED" }
    if row.notes.count > 1 { return "\(row.ready) of \(row.notes.count) ready" }
    if first.missing.isEmpty { return "ready" }
    guard first.isBegun else { return "to write" }
    return first.missing.count == 1
      ? "\(first.missing[0]) empty" : "\(first.missing.count) parts empty"
  }
}
