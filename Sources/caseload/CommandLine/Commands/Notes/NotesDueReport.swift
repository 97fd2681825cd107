import Domain

/// The notes that are owed, as lines and as JSON.
struct NotesDueReport: PrintedReport {
  private let data: ProgramData
  private let now: Instant
  private let notes: [DueNote]

  /// - Parameters:
  ///   - data: With the weeks and the drafts of everybody.
  ///   - person: Whose turn it must be; nil for everybody's.
  ///   - now: The moment by which they are owed.
  ///   - templates: What notes are written with.
  init(_ data: ProgramData, of person: StaffID?, at now: Instant, templates: NoteTemplates) {
    self.data = data
    self.now = now
    // Chosen from everybody's: who stands in for somebody writes notes of the other's services.
    notes = data.dueNotes(at: now, templates: templates).filter { note in
      person.map { $0 == note.waitsFor } ?? true
    }
  }

  var text: String {
    guard !notes.isEmpty else { return "No note is due.\n" }
    var table = TextTable()
    for note in notes {
      let urgency = note.clock.urgency(at: now).word
      table.add([
        data.program.zone.shown(note.dueAt), data.mrn(of: note.clientID), note.kindWord,
        note.service.shownDate ?? "-", note.status.rawValue, data.staffCode(of: note.authorID),
        note.id.rawValue, urgency.isEmpty ? "-" : urgency,
        note.missing.isEmpty ? "-" : note.missing.joined(separator: ", "),
      ])
    }
    return table.text
  }

  /// In the shape that `decisions.md` 7 promises to scripts.
  var json: JSONValue { .object([("notes", .array(notes.map(json)))]) }

  private func json(_ note: DueNote) -> JSONValue {
    .object([
      ("id", .string(note.id.rawValue)),
      ("mrn", .string(data.mrn(of: note.clientID))),
      ("kind", .string(note.kindWord)),
      ("service", .optional(note.service.shownDate)),
      ("due", .string(data.program.zone.shown(note.dueAt))),
      ("state", .string(note.status.rawValue)),
      ("author", .string(data.staffCode(of: note.authorID))),
      ("missing", .array(note.missing.map { .string($0) })),
    ])
  }
}
