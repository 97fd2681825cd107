import Domain
import Storage

/// A note that was asked for: what is signed of it, and what is still being written.
struct FoundNote {
  let id: NoteID
  private(set) var data: ProgramData
  let templates: NoteTemplates
  private(set) var record: NoteRecord?
  /// Nil where nothing can be written any more.
  private(set) var draft: NoteDraft?
  /// What the group shares, as long as the note is a draft.
  private(set) var shared: NoteDraft?
  /// What is owed of it.
  private(set) var due: DueNote?

  /// Looks for it among what is signed, what is written, and what is owed without a word written.
  ///
  /// - Throws: `notThere` where there is no such note; the storage's reason where it can't be read.
  init(_ text: String, in program: OpenedProgram) throws(CommandError) {
    guard Self.isIdentifier(text) else { throw Self.notThere }
    id = NoteID(text)
    templates = program.noteTemplates()
    let everybody = program.dataOfDrafts()
    for client in everybody.clients.keys.sorted() {
      record = try Self.signed(id, of: client, in: program.folder)
      if record != nil { break }
    }
    if let record, record.status.isLocked {
      data = everybody
      // Whoever held what it is about may read it.
      program.folder.loadWeek(data.weekStart(of: record.note.service.date), into: &data)
      return
    }
    let now = program.clock.now()
    var all = program.dataOfNotes(at: now)
    let date = all.drafts[.note(id)]?.service.date ?? record?.note.service.date
    if let date, !all.isLoaded(date) {
      program.folder.loadWeek(all.weekStart(of: date), into: &all)
    }
    data = all
    takeDraft(at: now, in: program.folder)
    guard record == nil, draft == nil else { return }
    try program.checkComplete(all.problems)
    throw Self.notThere
  }

  private mutating func takeDraft(at now: Instant, in folder: DataFolder) {
    let id = id
    due = data.dueNotes(at: now, templates: templates).first { $0.document == .note(id) }
    draft = data.drafts[.note(id)]
    if draft == nil, record == nil {
      let occasion = data.noteOccasions(at: now).first { $0.noteID == id }
      draft = occasion.flatMap { data.newDraft(of: $0, at: now) }
    }
    guard let draft, case .session(let session, _) = draft.service else { return }
    shared =
      data.drafts[.shared(session)] ?? frozenText(of: session, in: folder)
      ?? data.sessions[session].map { data.newSharedDraft(of: $0, at: now) }
  }

  /// What the group shares as its signed notes hold it.
  private func frozenText(of session: SessionID, in folder: DataFolder) -> NoteDraft? {
    guard let entry = data.lastSigned(of: session),
      let record = PastNotes.record(entry.id, of: entry.clientID, in: folder)
    else { return nil }
    return NoteDraft(sharedIn: record.current, authorID: entry.authorID)
  }

  private static var notThere: CommandError {
    CommandError(.notThere, "There is no note with that id.", form: NotesDueCommand.form)
  }

  /// Whether a text has the shape of a note's identifier; nothing else is looked for on disk.
  private static func isIdentifier(_ text: String) -> Bool {
    text.hasPrefix("nt_") && (4...43).contains(text.utf8.count)
      && text.dropFirst(3).allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber) }
  }

  private static func signed(
    _ id: NoteID,
    of client: ClientID,
    in folder: DataFolder
  ) throws(CommandError) -> NoteRecord? {
    do throws(StorageError) {
      return try folder.note(id, of: client)
    } catch .notLoaded {
      return nil
    } catch {
      throw CommandError(error)
    }
  }
}

extension FoundNote {
  /// Goes back to what was signed by a moment; what isn't signed yet has no past here.
  ///
  /// - Throws: `notThere` where it wasn't signed then.
  mutating func goBack(to moment: Instant) throws(CommandError) {
    record = record?.asOf(moment)
    (draft, shared, due) = (nil, nil, nil)
    guard record == nil else { return }
    throw CommandError(.notThere, "That note wasn't signed yet.", form: "a later --as-of")
  }

  var clientID: ClientID? { draft?.clientID ?? record?.note.clientID }

  var status: NoteStatus { record?.status ?? due?.status ?? .draft }

  /// What is written in the note itself, without titles; the draft's where there is one.
  var ownText: String {
    let sections = draft.map(sections(of:)) ?? record?.current.sections ?? []
    return sections.filter(\.codes.isEmpty).map(\.text).joined(separator: "\n\n")
  }

  /// The parts of a draft that hold anything.
  func sections(of draft: NoteDraft) -> [NoteSection] {
    templates.template(for: draft).sections(of: draft.content)
  }
}
