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
    cn_update(
      Int32(min(max(0, frame.cursor.row.rawValue), max(0, size.rows - 1))),
      Int32(min(max(0, frame.cursor.column.rawValue), max(0, size.columns - 1)))
    )
  }

  /// Makes the next frame paint every cell, whatever the terminal shows.
  package func repaint() {
    shown = nil
    cn_repaint()
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
    let cells = buffer.cells
    if !session.isUTF8 {
      let plain = range.map { ASCIIFallback.cell(for: cells[row * columns + $0]) }
      putRun(plain, at: 0..<plain.count, row: row, column: range.lowerBound)
      return
    }
    var start = range.lowerBound
    for column in range where cells[row * columns + column].isCluster {
      let cell = cells[row * columns + column]
      putRun(cells, at: (row * columns + start)..<(row * columns + column), row: row, column: start)
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
    let end = row * columns + range.upperBound
    putRun(
      cells,
      at: (row * columns + start)..<max(row * columns + start, end),
      row: row,
      column: start
    )
  }

  private func putRun(_ cells: [Cell], at range: Range<Int>, row: Int, column: Int) {
    guard !range.isEmpty else { return }
    cells.withUnsafeBytes { bytes in
      let numbers = bytes.bindMemory(to: UInt64.self)
      guard let start = numbers.baseAddress else { return }
      cn_put_cells(
        Int32(row),
        Int32(column),
        start + range.lowerBound,
        Int32(range.count),
        styles
      )
    }
  }

  /// Gives each role its style, and each pair of colours in use a number, once per theme.
  private func use(_ theme: Theme, _ depth: ColorDepth) {
    guard theme != self.theme || depth != self.depth else { return }
    var pairs: [[Int32]: Int32] = [[-1, -1]: 0]
    styles = Role.allCases.map { role in
      let style = theme.style(role, at: depth)
      let colors = [style.foreground, style.background].map { $0.map { Int32($0.index) } ?? -1 }
      let pair = pairs[colors] ?? Int32(pairs.count)
      if pairs[colors] == nil, pair < cn_pair_limit(), cn_set_pair(pair, colors[0], colors[1]) {
        pairs[colors] = pair
      }
      return cn_style(attributes: UInt32(style.attributes.rawValue), pair: pairs[colors] ?? 0)
    }
    cn_set_background(styles[Int(Role.text.rawValue)])
    cn_erase()
    self.theme = theme
    self.depth = depth
    repaint()
  }
}
