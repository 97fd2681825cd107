import TerminalCore

/// One line of a list of what is due, in words, each part in ever fewer of them.
struct DueRow {
  /// The columns before how it stands.
  var leads: [String]
  /// At least one.
  var standings: [String]
  /// Empty where how it stands says since when.
  var dues: [String]

  func due(_ brevity: Int) -> String { dues[min(brevity, dues.count - 1)] }

  fileprivate var hasDue: Bool { dues.contains { !$0.isEmpty } }
}

/// The columns of a list of what is due: as wide as what they hold needs, when it is due right
/// behind; where that is too much, names and due times get shorter first.
struct DueTable {
  /// Of the columns before how it stands; one of no width isn't shown.
  private(set) var leads: [Int]
  private var gap = 1
  /// Which words of the due times are taken.
  private var brevity = 0
  /// How wide the column of how it stands is, and that of the due times.
  private var standing = 0
  private var due = 0
  private let columns: Int

  /// - Parameters:
  ///   - rows: All of the list, so that nothing moves when it is scrolled.
  ///   - columns: How many there are.
  ///   - names: The column that is cut where there is little room.
  ///   - flexible: The column that takes what is left where even that isn't enough, and how narrow it
  ///     may get.
  ///   - isDropped: Whether that column goes where it would get narrower still.
  init(
    _ rows: [DueRow],
    columns: Int,
    names: Int,
    flexible: (column: Int, least: Int),
    isDropped: Bool
  ) {
    self.columns = columns
    let count = rows.first?.leads.count ?? 0
    let wanted = (0..<count).map { place in
      rows.map { CellWidth.of($0.leads[place]) }.max() ?? 0
    }
    let dues = (0..<(rows.map(\.dues.count).max() ?? 1)).map { brevity in
      rows.map { CellWidth.of($0.due(brevity)) }.max() ?? 0
    }
    func most(_ width: (DueRow) -> Int?, hasDue: Bool = true) -> Int {
      rows.filter { $0.hasDue == hasDue }.compactMap(width).max() ?? 0
    }
    let longest = most { $0.standings.map { CellWidth.of($0) }.max() }
    let least = most { $0.standings.map { CellWidth.of($0) }.min() }
    // A row that isn't due at a time has that column too.
    let other = most({ $0.standings.map { CellWidth.of($0) }.min() }, hasDue: false)
    leads = wanted
    for name in [Int.max, 14, 10] {
      if count > names { leads[names] = min(wanted[names], name) }
      for standing in [longest, least] {
        for (brevity, width) in dues.enumerated() {
          for gap in [2, 1] {
            (self.brevity, due, self.gap) = (brevity, width, gap)
            guard standing <= room(hasDue: true), other <= room(hasDue: false) else { continue }
            settle(rows)
            return
          }
        }
      }
    }
    guard count > flexible.column else { return }
    let missing = max(least - room(hasDue: true), other - room(hasDue: false))
    let left = leads[flexible.column] - max(0, missing)
    leads[flexible.column] =
      left >= flexible.least ? left : isDropped ? 0 : min(leads[flexible.column], flexible.least)
    settle(rows)
  }

  private mutating func settle(_ rows: [DueRow]) {
    standing =
      rows.filter(\.hasDue).map { CellWidth.of(words(of: $0)) }.max() ?? 0
  }

  /// How much there is for how a row stands.
  private func room(hasDue: Bool) -> Int {
    let start = leads.reduce(2) { $1 > 0 ? $0 + $1 + gap : $0 }
    return columns - start - (hasDue ? due + gap : 0)
  }

  private func words(of row: DueRow) -> String {
    let room = max(0, room(hasDue: row.hasDue))
    return row.standings.first { CellWidth.of($0) <= room }
      ?? CellWidth.cut(row.standings[row.standings.count - 1], to: room)
  }

  /// A line of the list.
  ///
  /// - Parameters:
  ///   - row: What it says.
  ///   - mark: What stands before it.
  /// - Returns: The line without the due time, and that with its column.
  func line(_ row: DueRow, mark: String) -> DueLine {
    let space = String(repeating: " ", count: gap)
    var text = mark + " "
    for (lead, width) in zip(row.leads, leads) where width > 0 {
      // Of "Process Group — Day" no dash is left alone.
      let words = CellWidth.cut(lead, to: width).replacing(" —…", with: "…")
      text += CellWidth.padded(words, to: width) + space
    }
    let start = CellWidth.of(text)
    text += words(of: row)
    return DueLine(text: text, due: row.due(brevity), column: start + standing + gap)
  }
}

/// A line of a list of what is due, as it is put.
struct DueLine {
  let text: String
  let due: String
  let column: Int

  func draw(in line: Rect, _ role: Role, due dueRole: Role, on canvas: inout Canvas) {
    canvas.put(CellWidth.cut(text, to: line.columns), in: line, row: 0, role: role)
    guard !due.isEmpty, column < line.columns else { return }
    canvas.put(due, in: line, at: (0, column), width: line.columns - column, role: dueRole)
  }
}
