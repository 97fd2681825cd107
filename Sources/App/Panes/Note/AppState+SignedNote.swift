import Domain
import TerminalCore

/// A signed note: co-signing, returning, adding to it.
extension AppState {
  mutating func cosignNote() -> [Effect] {
    guard let note, let record = note.record, let staffID else { return [] }
    guard record.status == .awaitingCosign else {
      say("This note is \(record.status.word). \(said(.addendum)) adds an addendum.")
      return []
    }
    return askSignature(.cosigned, on: record, by: staffID)
  }

  /// `a` on a signed note: what is mostly wanted, at once.
  mutating func writeAddendum() -> [Effect] {
    guard note?.record?.status.isLocked == true else { return addToNote() }
    return write(.addendum)
  }

  /// `.` on a signed note: everything that can be said about it.
  mutating func addToNote() -> [Effect] {
    guard let note, let record = note.record, record.status.isLocked else {
      say("Only a signed note gets an addendum; change this text itself.", .warning)
      return []
    }
    let choices: [(Unicode.Scalar, NoteSupplement, String)] = [
      ("a", .addendum, "addendum"), ("c", .correction, "correction, with a reason"),
      ("e", .error, "entered in error, with a reason"),
    ]
    prompt = .menu(
      Menu(
        title: "Add to the signed note",
        items: choices.map { key, supplement, label in
          let isBegun = begun(to: record).contains(supplement)
          return MenuItem(key, isBegun ? label + " (begun)" : label, .supplement(supplement))
        }
      )
    )
    return []
  }

  /// What somebody has begun to write about a signed note.
  func begun(to record: NoteRecord) -> [NoteSupplement] {
    NoteSupplement.allCases.filter {
      data.drafts[.supplement(record.note.id, $0)]?.content.isBlank == false
    }
  }

  /// Opens the text in which words about the open signed note are written.
  mutating func write(_ supplement: NoteSupplement) -> [Effect] {
    guard let note, let record = note.record, let staffID else { return [] }
    do throws(RuleViolation) {
      try data.allow(supplement, on: record, by: staffID, at: now)
    } catch {
      say(error.message, .warning)
      return []
    }
    let fresh = NoteDraft(supplement, to: record, by: staffID, at: now)
    return leaveNote() + open(NoteOpening(of: fresh, sessionID: nil))
  }

  /// F4 in words about a signed note.
  mutating func signSupplement(_ supplement: NoteSupplement) -> [Effect] {
    guard let note, let record = note.base, let staffID else { return [] }
    if let empty = note.template.parts.firstIndex(where: { $0.isRequired && note.isEmpty($0) }) {
      say("Not signed. \"\(note.template.parts[empty].title)\" is empty.", .warning)
      focusPart(empty)
      return []
    }
    return askSignature(supplement.event(of: note.current.content), on: record, by: staffID)
  }

  /// Shows what is about to happen to a signed note, and asks for the signature.
  private mutating func askSignature(
    _ kind: NoteEventKind,
    on record: NoteRecord,
    by staffID: StaffID
  ) -> [Effect] {
    do throws(RuleViolation) {
      let event = try data.event(kind, on: record, by: staffID, at: trueNow)
      show(.event(event, on: record))
    } catch {
      say(error.message, .warning)
    }
    return []
  }

  /// Back from words about a note to the note.
  mutating func openBase() -> [Effect] {
    guard let note, let record = note.base else { return [] }
    let effects = leaveNote()
    signingRun = nil
    if note.current.content.isBlank { data.drafts[note.document] = nil }
    return effects
      + open(
        NoteOpening(
          document: .note(record.note.id),
          clientID: record.note.clientID,
          sessionID: nil,
          fresh: nil,
          authorID: record.note.signature.by
        )
      )
  }
}
