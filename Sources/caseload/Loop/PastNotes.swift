import App
import Domain
import Storage

/// What is read of signed notes when one is opened: no more of a client's years than is shown.
struct PastNotes {
  /// The opened note itself, once it was signed.
  let record: NoteRecord?
  /// The client's last other notes by service date, and the one that words are added to.
  let history: [NoteRecord]

  /// So many notes before the opened one are compared with it.
  private static let count = 3

  /// - Throws: What makes the opened note itself unreadable; another that can't be read is left out.
  init(
    of opening: NoteOpening,
    in folder: DataFolder,
    _ state: AppState
  ) throws(StorageError) {
    guard let client = opening.clientID else {
      record = nil
      history = []
      return
    }
    let own: NoteID?
    switch opening.document {
    case .note(let id), .supplement(let id, _): own = id
    case .shared: own = nil
    }
    let signed = try Self.signed(own, of: client, in: folder)
    let date = opening.fresh?.service.date ?? signed?.note.service.date ?? state.today
    let past = Self.last(of: client, before: date, but: own, in: folder, state).filter { record in
      // Who writes of one meeting reads no others by that.
      guard let reader = state.staffID else { return false }
      return state.data.mayRead(record.current, reader: reader, at: state.trueNow)
    }
    if case .supplement = opening.document {
      // What words are added to isn't what is opened: those words are a draft.
      record = nil
      history = past + [signed].compactMap(\.self)
    } else {
      record = signed
      history = past
    }
  }

  private static func signed(
    _ id: NoteID?,
    of client: ClientID,
    in folder: DataFolder
  ) throws(StorageError) -> NoteRecord? {
    guard let id else { return nil }
    do throws(StorageError) { return try folder.note(id, of: client) } catch .notLoaded {
      return nil
    }
  }

  /// Asks the loaded weeks which notes they are; only where these don't reach back far enough is
  /// the client's whole folder read.
  private static func last(
    of client: ClientID,
    before date: CalendarDate,
    but own: NoteID?,
    in folder: DataFolder,
    _ state: AppState
  ) -> [NoteRecord] {
    let known = state.data.notes.values
      .filter { $0.clientID == client && $0.id != own && $0.service.date <= date }
      .sorted { ($0.service.date, $0.signedAt) < ($1.service.date, $1.signedAt) }
      .suffix(count)
    if known.count == count, let first = known.first?.service.date,
      isLoaded(from: first, to: date, state.data)
    {
      return known.compactMap { record($0.id, of: client, in: folder) }
    }
    return folder.notes(of: client).records
      .filter { $0.note.id != own && $0.note.service.date <= date }
      .sorted { $0.isBefore($1) }
      .suffix(count)
  }

  /// Whether every week between two dates is here.
  private static func isLoaded(
    from first: CalendarDate,
    to last: CalendarDate,
    _ data: ProgramData
  ) -> Bool {
    var date = data.weekStart(of: first)
    while date <= last {
      guard data.isLoaded(date) else { return false }
      date = data.weekStart(1, weeksFrom: date)
    }
    return true
  }

  static func record(_ id: NoteID, of client: ClientID, in folder: DataFolder) -> NoteRecord? {
    do throws(StorageError) { return try folder.note(id, of: client) } catch { return nil }
  }

  /// The text that a group shares as its note says that was signed last; nil before the first.
  static func frozenText(
    of session: SessionID,
    in folder: DataFolder,
    _ state: AppState
  ) -> NoteDraft? {
    guard let entry = state.data.lastSigned(of: session),
      let record = record(entry.id, of: entry.clientID, in: folder)
    else { return nil }
    let lead = state.data.sessions[session]?.state.leadID ?? entry.authorID
    return NoteDraft(sharedIn: record.current, authorID: lead)
  }

  /// What is signed of the others at a meeting.
  static func peers(
    of opening: NoteOpening,
    at session: SessionID,
    in folder: DataFolder,
    _ state: AppState
  ) -> [ClientID: String] {
    var texts: [ClientID: String] = [:]
    for entry in state.data.notes.values
    where entry.service.sessionID == session && entry.clientID != opening.clientID {
      texts[entry.clientID] = record(entry.id, of: entry.clientID, in: folder)?.current.ownText
    }
    return texts
  }
}

extension NoteRecord {
  fileprivate func isBefore(_ other: NoteRecord) -> Bool {
    (note.service.date, note.signature.at) < (other.note.service.date, other.note.signature.at)
  }
}
