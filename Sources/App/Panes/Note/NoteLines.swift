package import Domain
package import TerminalCore

/// A signed note, or one about to be, as paragraphs to read.
package struct NoteLines {
  package struct Line: Equatable, Sendable {
    package var text: String
    package var role: Role

    package init(_ text: String, _ role: Role = .text) {
      self.text = text
      self.role = role
    }
  }

  package private(set) var paragraphs: [Line] = []

  package init(_ note: ProgressNote, in state: AppState, events: [NoteEvent] = []) {
    add(head: note, in: state)
    if !note.shared.isEmpty {
      paragraphs.append(Line("Group (the same for everybody)", .title))
      for section in note.shared { add(section) }
      paragraphs.append(Line("Client's own part", .title))
    }
    for section in note.sections { add(section) }
    if !note.objectives.isEmpty {
      paragraphs.append(Line("[Objectives]", .fieldLabel))
      for link in note.objectives {
        let carried = link.isCopied ? " (carried forward)" : ""
        paragraphs.append(Line("- \(link.text) (\(link.progress.words))\(carried)"))
      }
      paragraphs.append(Line(""))
    }
    for event in events { add(event, in: state) }
  }

  /// One thing that happens to a signed note.
  init(_ event: NoteEvent, on record: NoteRecord, in state: AppState) {
    let note = record.current
    paragraphs.append(Line("To: \(note.kind.word) \(note.service.date)", .dim))
    paragraphs.append(Line("Note signed by \(note.signature.name)", .dim))
    if record.status != .signed {
      paragraphs.append(Line("It is now: \(record.status.word)", .dim))
    }
    paragraphs.append(Line(""))
    add(event, in: state)
  }

  /// A draft that can only be read.
  package init(draft: NoteDraft, template: NoteTemplate) {
    for section in template.sections(of: draft.content) { add(section) }
    if paragraphs.isEmpty { paragraphs.append(Line("Nothing is written yet.", .dim)) }
  }

  private mutating func add(head note: ProgressNote, in state: AppState) {
    var service = "\(note.kind.word) \(note.service.date)"
    if let start = note.start, let end = note.end {
      service += "  \(state.clock(start))-\(state.clock(end))"
    }
    if let minutes = note.minutes { service += "  \(minutes) min" }
    if let place = note.location { service += "  \(place)" }
    if let modality = note.modality?.value { service += "  \(modality.word)" }
    paragraphs.append(Line(service, .dim))
    let who =
      note.signature.name
      + (note.signature.credentials.isEmpty ? "" : ", " + note.signature.credentials)
    paragraphs.append(Line("Signed by \(who)  \(state.dateAndClock(note.signature.at))", .dim))
    if let reason = note.lateReason {
      let written = state.data.program.zone.date(of: note.signature.at)
      paragraphs.append(
        Line(
          "Late entry for service of \(note.service.date), written \(written): \(reason)",
          .warning
        )
      )
    }
    paragraphs.append(Line(""))
  }

  private mutating func add(_ section: NoteSection) {
    paragraphs.append(Line("[\(section.title)]", .fieldLabel))
    add(text: section.text)
    paragraphs.append(Line(""))
  }

  private mutating func add(text: String) {
    for paragraph in text.split(separator: "\n", omittingEmptySubsequences: false) {
      paragraphs.append(Line(String(paragraph)))
    }
  }

  private mutating func add(_ event: NoteEvent, in state: AppState) {
    let who = "\(event.signature.name)  \(state.dateAndClock(event.signature.at))"
    switch event.kind {
    case .cosigned: paragraphs.append(Line("Co-signed  \(who)", .ok))
    case .returned(let comment):
      paragraphs.append(Line("Returned  \(who)", .warning))
      add(text: comment)
    case .signedAgain: paragraphs.append(Line("Signed again  \(who)", .dim))
    case .addendum(let text, let reason):
      paragraphs.append(Line("Addendum  \(who)", .title))
      add(text: text)
      if !reason.isEmpty { paragraphs.append(Line("Reason: \(reason)", .dim)) }
    case .correction(let text, let reason):
      paragraphs.append(Line("Correction  \(who)", .title))
      add(text: text)
      paragraphs.append(Line("Reason: \(reason)", .dim))
    case .enteredInError(let reason):
      paragraphs.append(Line("Entered in error  \(who)", .error))
      add(text: reason)
    }
    paragraphs.append(Line(""))
  }

  /// The lines as they are wrapped at words.
  package func wrapped(columns: Int) -> [Line] {
    paragraphs.flatMap { paragraph -> [Line] in
      let rows = TextRows(paragraph.text, limit: columns)
      return (0..<rows.count).map {
        Line(TextWalk.shown(paragraph.text, rows.range($0)), paragraph.role)
      }
    }
  }

  func count(columns: Int) -> Int { wrapped(columns: columns).count }
}

extension AppState {
  /// "2026-03-11 11:52".
  package func dateAndClock(_ instant: Instant) -> String {
    let local = data.program.zone.local(instant)
    return "\(local.date) \(local.time)"
  }
}
