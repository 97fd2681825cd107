/// A titled table of text, for a pane, a printout or the command line.
///
/// Invariant: each row has as many cells as there are columns.
package struct ReportTable: Hashable, Sendable {
  package struct Column: Hashable, Sendable {
    package var title: String
    /// Whether its cells are set flush right.
    package var isNumber: Bool

    package init(_ title: String, isNumber: Bool = false) {
      self.title = title
      self.isNumber = isNumber
    }
  }

  package var title: String
  package var columns: [Column]
  package var rows: [[String]]

  package init(title: String, columns: [Column], rows: [[String]] = []) {
    self.title = title
    self.columns = columns
    self.rows = rows
  }

  /// The table read aloud: the title, then each row as one line of "column value" pairs.
  ///
  /// Empty cells are left out, so that a line holds only facts.
  package var plainLines: [String] {
    [title]
      + rows.map { row in
        zip(columns, row).filter { !$0.1.isEmpty }.map { $0.0.title + " " + $0.1 }
          .joined(separator: ", ")
      }
  }
}
