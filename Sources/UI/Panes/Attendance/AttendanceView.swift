import App
import Domain
import TerminalCore

extension DayView {
  func drawAttendance(in rect: Rect, on canvas: inout Canvas) {
    guard let session = contents.session else {
      let inside = box(.attendance, PaneID.attendance.title, in: rect, on: &canvas)
      let isEmpty = contents.sessions.isEmpty
      var words =
        isEmpty
        ? ["No group on this day."]
        : ["No group is chosen.", "\(state.said(.nextPane)) goes to Groups."]
      if state.data.groups.isEmpty { words = Array(Self.firstSteps.dropFirst()) }
      put(words, in: inside, on: &canvas)
      return
    }
    let isTitled = !(state.day.isZoomed && hasFocus(.attendance))
    let name = PaneID.attendance.title
    let title = isTitled ? "\(name): \(state.data.title(of: session))" : name
    let inside = box(.attendance, title, in: rect, on: &canvas)
    let header = AttendanceHeader(session: session, view: self)
    var rest = header.draw(in: inside, on: &canvas)
    guard !contents.places.isEmpty else {
      put(whyNobody, in: rest.split(top: 1).rest, on: &canvas)
      return
    }
    if rest.rows - 1 - session.rows.count >= 6 { rest = rest.split(top: 1).rest }
    let isLong = rest.rows - 1 < contents.places.count
    let reserved = isLong && rest.rows >= 8 ? 1 : 0
    let slice = ListSlice(
      count: contents.places.count,
      selected: contents.selected,
      height: rest.rows - 1 - reserved
    )
    let (table, below) = rest.split(top: 1 + slice.range.count)
    let columns = AttendanceColumns(
      columns: rest.columns,
      longestName: contents.names.longest,
      highestNumber: (contents.places.last ?? -1) + 1
    )
    draw(
      slice,
      AttendanceTable(view: self, session: session, columns: columns),
      in: table,
      on: &canvas
    )
    canvas.putMore(slice, inEdgeOf: rect)
    AttendanceBelow(view: self, session: session, table: columns)
      .draw(in: below.inset(rows: 0, columns: 1), on: &canvas)
  }

  private var whyNobody: [String] {
    if let filter = state.attendance.filter, !filter.isEmpty {
      return ["Nobody's name has \"\(filter)\" in it. Esc shows everyone."]
    }
    return ["Nobody is enrolled. \(state.said(.walkIn, in: .attendance)) adds a walk-in."]
  }

  private func draw(
    _ slice: ListSlice,
    _ table: AttendanceTable,
    in rect: Rect,
    on canvas: inout Canvas
  ) {
    var (line, rest) = rect.split(top: 1)
    table.drawHeads(in: line, on: &canvas)
    for place in slice.range {
      (line, rest) = rest.split(top: 1)
      table.draw(contents.places[place], name: contents.names[place], in: line, on: &canvas)
      guard place == contents.selected else { continue }
      let marked = line.split(left: table.columns.markedWidth).left
      canvas.mark(marked, isFocused: hasFocus(.attendance))
      if hasFocus(.attendance) {
        canvas.cursor = Position(row: line.row, column: line.column + table.columns.name)
      }
    }
  }
}
