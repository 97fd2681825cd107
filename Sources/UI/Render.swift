package import App
package import TerminalCore

/// Draws a state: a pure function into cells that hold roles, and the cursor on the focus.
package func render(_ state: AppState, borders: Theme.Borders) -> Frame {
  var canvas = Canvas(size: state.size, borders: borders)
  if state.isBlanked {
    if state.tellsWayBack {
      let words = "Enter shows the screen again."
      canvas.put(words, in: canvas.size.rect, row: 0, column: 1, role: .dim)
    }
    return canvas.frame
  }
  if let lock = state.lock {
    drawLock(lock, on: &canvas)
    return canvas.frame
  }
  guard state.isLargeEnough else {
    drawTooSmall(state, on: &canvas)
    return canvas.frame
  }
  switch state.screen {
  case .firstRun: drawFirstRun(state, on: &canvas)
  case .day: drawDay(state, on: &canvas)
  case .week: drawWeek(state, on: &canvas)
  case .note: drawNote(state, on: &canvas)
  case .toDo: drawToDo(state, on: &canvas)
  case .clients: drawClients(state, on: &canvas)
  case .card: drawCard(state, on: &canvas)
  case .setUp: drawSetUp(state, on: &canvas)
  case .calendar: drawCalendar(state, on: &canvas)
  case .team: drawTeam(state, on: &canvas)
  }
  drawHints(state, on: &canvas)
  drawPrompt(state, on: &canvas)
  drawStatusLine(state, on: &canvas)
  return canvas.frame
}
