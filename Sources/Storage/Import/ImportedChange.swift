package import Domain

/// A row that changes a record of the program.
package struct ImportedChange: Hashable, Sendable {
  package var file: String
  package var line: Int
  /// The record's code, or a room's name.
  package var what: String

  /// "clients.csv, line 3: C01".
  package var sentence: String { "\(file), line \(line): \(what)" }
}

/// What an import would do.
package struct ImportPlan: Sendable {
  /// The records to be written: new ones, and those of the program that are changed.
  package var records: ProgramSnapshot
  /// Rows that change a record of the program.
  package var changes: [ImportedChange]
  /// How many rows say what the program has already.
  package var unchanged: Int
  /// How many of each kind are new, in the order of the files; none that are 0.
  package var added: [(kind: String, count: Int)]

  package var isEmpty: Bool { changes.isEmpty && added.isEmpty }

  /// "12 clients, 2 groups, 24 places in groups added; 0 changed".
  package var words: String {
    let new = added.map { kind, count in
      "\(count) \(count == 1 ? Self.single(kind) : kind)"
    }
    let all = new.isEmpty ? "nothing" : new.joined(separator: ", ")
    return "\(all) added; \(changes.count) changed"
  }

  private static func single(_ kind: String) -> String {
    switch kind {
    case "staff": "staff member"
    case "places in groups": "place in a group"
    default: String(kind.dropLast())
    }
  }

  /// What would happen, a line each.
  package var lines: [String] {
    var lines = added.map { "\($0.count) new: \($0.kind)" }
    if !changes.isEmpty { lines.append("\(changes.count) of the program changed:") }
    lines += changes.map { "  " + $0.sentence }
    if unchanged > 0 { lines.append("\(unchanged) as they are already") }
    return isEmpty ? ["Nothing would change: \(unchanged) rows say what is there already."] : lines
  }
}

extension Importer {
  /// What was found, with nothing left to check.
  var plan: ImportPlan {
    func isNew<Record: KeptRecord>(_ old: [Record]) -> (Record) -> Bool {
      let known = Set(old.map(\.id))
      return { !known.contains($0.id) }
    }
    let old = Set(existing.groups.flatMap { $0.enrollments.map(\.id) })
    let counts = [
      ("staff", result.staff.count(where: isNew(existing.staff))),
      ("rooms", result.rooms.count(where: isNew(existing.rooms))),
      ("clients", result.clients.count(where: isNew(existing.clients))),
      ("admissions", result.episodes.count),
      ("groups", result.groups.count(where: isNew(existing.groups))),
      ("topics", newTopics),
      (
        "places in groups",
        result.groups.reduce(0) { $0 + $1.enrollments.count { !old.contains($0.id) } }
      ),
      ("appointments", result.appointments.count),
      ("plans", result.plans.count),
    ]
    return ImportPlan(
      records: change.map { withHistories(of: $0) } ?? result,
      changes: changes,
      unchanged: unchanged.values.reduce(0, +),
      added: counts.filter { $0.1 > 0 }.map { (kind: $0.0, count: $0.1) }
    )
  }

  /// Whether a code is met for the first time in its file.
  mutating func isFirst(_ code: String, in row: ImportRow) -> Bool {
    met.insert(row.file + "\n" + code).inserted
  }

  /// Takes a change of a record of the program into account.
  ///
  /// - Parameters:
  ///   - old: As the program has it.
  ///   - new: As the row has it.
  ///   - code: What people call it.
  ///   - row: The row.
  ///   - isNews: Whether something else is new with it.
  ///   - edit: Makes the edit of the record's history.
  /// - Returns: The record with its history; nil where nothing is changed.
  mutating func changed<Record: KeptRecord>(
    _ old: Record,
    to new: Record,
    _ code: String,
    in row: ImportRow,
    isNews: Bool = false,
    as edit: (RecordEdit<Record>) -> Record.EditOfRecord
  ) -> Record? {
    guard new.bare != old.bare else {
      if !isNews { unchanged[row.file, default: 0] += 1 }
      return nil
    }
    changes.append(ImportedChange(file: row.file, line: row.line, what: code))
    var new = new
    if let change {
      new.history.append(change.entry(edit(RecordEdit(before: old.bare, after: new.bare))))
    }
    return new
  }
}
