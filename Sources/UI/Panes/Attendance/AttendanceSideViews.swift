import App
import Domain
import TerminalCore

/// The panes beside a roster that has the whole screen.
extension DayView {
  func drawLeftToMark(in rect: Rect, on canvas: inout Canvas) {
    let left = contents.session?.rows.filter { $0.status.isUnmarked } ?? []
    let inside = canvas.box(rect, title: "Left to mark (\(left.count))", isFocused: false)
      .inset(rows: 0, columns: 1)
    guard let session = contents.session, !left.isEmpty else {
      canvas.put("Everyone is marked.", in: inside, row: 0, role: .dim)
      return
    }
    let shown = left.count > inside.rows ? inside.rows - 1 : left.count
    let week = state.data.weekStart(of: session.serviceDate)
    for (row, item) in left.prefix(shown).enumerated() {
      let hours = state.hoursOfWeek(of: item.clientID, week: week)
      let words = hours.map { "\(HourWords.week($0)) \($0.state.word)" } ?? ""
      let room = inside.columns - CellWidth.of(words) - 1
      canvas.put(name(of: item.clientID), in: inside, at: (row, 0), width: room)
      canvas.putRight(words, in: inside, row: row, role: hours?.state.role ?? .dim)
    }
    if shown < left.count {
      canvas.put("and \(left.count - shown) more", in: inside, row: shown, role: .dim)
    }
    guard state.roomMode == .off else { return }
    let rest = inside.split(top: shown + 1).rest
    var sentences: [String] = []
    for item in left.prefix(rest.rows) {
      let missed = state.data.consecutiveMissedDays(of: item.clientID, asOf: state.now)
      guard missed.days > 0 else { continue }
      let days = missed.days == 1 ? "1 day" : "\(missed.days) days in a row"
      sentences.append("\(name(of: item.clientID)) missed \(days).")
    }
    for (row, line) in TextWrap.lines(sentences, width: rest.columns).enumerated() {
      canvas.put(line, in: rest, row: row, role: .warning)
    }
  }

  func drawChanges(in rect: Rect, on canvas: inout Canvas) {
    let inside = canvas.box(rect, title: "Changes, newest first", isFocused: false)
      .inset(rows: 0, columns: 1)
    guard state.roomMode == .off else {
      canvas.put("Room mode: not shown.", in: inside, row: 0, role: .dim)
      return
    }
    guard let session = contents.session, !session.history.isEmpty else {
      canvas.put("Nothing was marked yet.", in: inside, row: 0, role: .dim)
      return
    }
    SessionChanges(session: session, view: self).draw(in: inside, on: &canvas)
  }
}
