import Domain
import Reports

/// A file of an import, with its columns found.
struct ImportTable {
  typealias Columns = ImportColumns

  let file: String
  private(set) var rows: [ImportRow] = []

  /// Finds the columns of a file's rows, and reports what is wrong with its head and its lengths.
  init(_ columns: Columns, _ rows: [CSVRow], problems: inout [ImportProblem]) {
    file = columns.file
    guard let head = rows.first else {
      problems.append(
        ImportProblem(
          file: file,
          line: nil,
          place: .line,
          message: "the file is empty; expected a line with the names of the columns"
        )
      )
      return
    }
    guard let places = Self.places(columns, head, &problems) else { return }
    for row in rows.dropFirst() {
      guard row.fields.count == head.fields.count else {
        problems.append(
          ImportProblem(
            file: file,
            line: row.line,
            place: .line,
            message: "expected \(head.fields.count) fields, found \(row.fields.count)"
          )
        )
        continue
      }
      var row = row
      row.fields = row.fields.map(CSVText.unguarded)
      self.rows.append(ImportRow(file: file, row: row, places: places))
    }
  }

  private static func places(
    _ columns: Columns,
    _ head: CSVRow,
    _ problems: inout [ImportProblem]
  ) -> [String: Int]? {
    var places: [String: Int] = [:]
    let count = problems.count
    let known = columns.required + columns.optional
    for (index, field) in head.fields.enumerated() {
      let name = field.trimmed
      var message: String?
      if !known.contains(name) {
        message = "no such column; there are \(known.joined(separator: ", "))"
      } else if places.updateValue(index, forKey: name) != nil {
        message = "the column stands twice"
      }
      if let message {
        problems.append(
          ImportProblem(
            file: columns.file,
            line: head.line,
            place: .column(index + 1, name),
            message: message
          )
        )
      }
    }
    for name in columns.required where places[name] == nil {
      problems.append(
        ImportProblem(
          file: columns.file,
          line: head.line,
          place: .line,
          message: "the column \(name) is missing"
        )
      )
    }
    return problems.count == count ? places : nil
  }
}

extension String {
  /// The text without spaces and tabs at its ends.
  var trimmed: String {
    var rest = Substring(self)
    while let first = rest.first, first == " " || first == "\t" { rest.removeFirst() }
    while let last = rest.last, last == " " || last == "\t" { rest.removeLast() }
    return String(rest)
  }
}
