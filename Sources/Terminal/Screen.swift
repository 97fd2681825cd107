internal import CNcurses
package import TerminalCore

/// Shows frames: only what changed since the last one goes to the terminal.
package final class Screen {
  private let session: TerminalSession
  private var size: Size
  /// What the terminal shows; nil when every cell must be painted.
  private var shown: CellBuffer?
  private var theme: Theme?
  private var depth: ColorDepth
  /// By the role's raw value.
  private var styles: [cn_style] = []

  package init(_ session: TerminalSession) {
    self.session = session
    size = session.size
    depth = session.depth
  }

  /// Shows a frame and leaves the cursor where it says.
  ///
  /// - Parameters:
  ///   - frame: As large as the screen; what lies outside is cut, what is missing stays blank.
  ///   - theme: How the roles look.
  ///   - wanted: Fewer colours than the terminal has, to try a theme; nil for all.
  package func show(_ frame: Frame, theme: Theme, depth wanted: ColorDepth? = nil) {
    use(theme, min(wanted ?? session.depth, session.depth))
    let buffer = frame.buffer
    if shown?.size != buffer.size {
      shown = nil
      cn_erase()
    }
    for row in 0..<min(buffer.size.rows, size.rows) {
      let range: Range<Int>?
      if let shown {
        range = buffer.changedColumns(ofRow: Row(row), from: shown)
      } else {
        range = 0..<buffer.size.columns
      }
      if let range { put(buffer, row: row, range.clamped(to: 0..<size.columns)) }
    }
    shown = buffer
    session.showsFrame = true
    session.update(
      row: Int32(min(max(0, frame.cursor.row.rawValue), max(0, size.rows - 1))),
      column: Int32(min(max(0, frame.cursor.column.rawValue), max(0, size.columns - 1)))
    )
  }

  /// Makes the next frame paint every cell, whatever the terminal shows.
  package func repaint() {
    shown = nil
    session.repaint()
  }

  /// Takes a new size of the terminal; the next frame is painted whole.
  package func resize(to size: Size) {
    session.resize(to: size)
    self.size = size
    repaint()
  }

  /// Stops the process until a shell continues it; the next frame is painted whole.
  package func suspend() {
    guard session.suspend() else { return }
    resize(to: session.size)
  }

  /// Takes the terminal again after the process was stopped from outside.
  package func resume() {
    session.resume()
    resize(to: session.size)
  }

  private func put(_ buffer: CellBuffer, row: Int, _ range: Range<Int>) {
    let columns = buffer.size.columns
    let line = row * columns
    let cells = buffer.cells
    if !session.isUTF8 {
      let plain = range.map { ASCIIFallback.cell(for: cells[line + $0]) }
      putRun(plain, line: 0, 0..<plain.count, row: row, column: range.lowerBound)
      return
    }
    var start = range.lowerBound
    for column in range where cells[line + column].isCluster {
      let cell = cells[line + column]
      putRun(cells, line: line, start..<column, row: row, column: start)
      let scalars = buffer.scalars(of: cell)
      cn_put_cluster(
        Int32(row),
        Int32(column),
        scalars,
        Int32(scalars.count),
        styles[Int(cell.role.rawValue)]
      )
      start = column + cell.width
    }
    putRun(cells, line: line, start..<max(start, range.upperBound), row: row, column: start)
  }

  /// Puts cells of a line that begins at an index of all cells.
  private func putRun(_ cells: [Cell], line: Int, _ range: Range<Int>, row: Int, column: Int) {
    guard !range.isEmpty else { return }
    cells.withUnsafeBytes { bytes in
      let numbers = bytes.bindMemory(to: UInt64.self)
      guard let start = numbers.baseAddress else { return }
      cn_put_cells(
        Int32(row),
        Int32(column),
        start + line,
        Int32(range.lowerBound),
        Int32(range.count),
        styles
      )
    }
  }

  /// Gives each role its style, and each pair of colours in use a number, once per theme.
  private func use(_ theme: Theme, _ depth: ColorDepth) {
    guard theme != self.theme || depth != self.depth else { return }
    // By number; pair 0 is the terminal's own.
    var pairs: [(foreground: Int32, background: Int32)] = [(-1, -1)]
    styles = Role.allCases.map { role in
      let style = theme.style(role, at: depth)
      let foreground = style.foreground.map { Int32($0.index) } ?? -1
      let background = style.background.map { Int32($0.index) } ?? -1
      var pair = pairs.firstIndex { $0 == (foreground, background) }
      if pair == nil, pairs.count < cn_pair_limit(),
        cn_set_pair(Int32(pairs.count), foreground, background)
      {
        pair = pairs.count
        pairs.append((foreground, background))
      }
      return cn_style(
        attributes: UInt32(style.attributes.rawValue),
        pair: Int32(pair ?? 0),
        background: pair == nil ? -1 : background
      )
    }
    cn_set_background(styles[Int(Role.text.rawValue)])
    cn_erase()
    self.theme = theme
    self.depth = depth
    repaint()
  }
}
