package import Domain

/// What ends with the program, since the disk refused it.
extension AppState {
  /// One thing each, by codes and dates: a terminal that was given back shows no name.
  package var losses: [String] {
    guard !isEverythingSaved else { return [] }
    let texts = lostTexts.map(words(for:)).sorted()
    let records = unsaved.keys.map(words(for:)).sorted()
    return texts + records + (keptForms.isRefused ? ["what was typed in a form"] : [])
  }

  /// The texts among them, whole.
  package var lostTexts: [NoteDraft] {
    var drafts = Array(strayDrafts.keys).compactMap { data.drafts[$0] }
    if let note, note.problem != nil { drafts.append(note.current) }
    return drafts
  }

  /// Why the disk refuses, in a sentence; nil where it doesn't.
  package var whyNotSaved: String? {
    note?.problem ?? unsaved.values.min() ?? strayProblem ?? keptForms.problem
  }

  private func words(for draft: NoteDraft) -> String {
    let date = draft.service.date
    guard let client = draft.clientID else {
      return "what \(code(of: draft.service.sessionID)) shares, of \(date)"
    }
    return "the note of \(code(of: client)), of \(date)"
  }

  private func words(for record: RecordReference) -> String {
    switch record {
    case .session(let id):
      let date = data.sessions[id].map { ", of \($0.serviceDate)" } ?? ""
      return "the attendance of \(code(of: id))\(date)"
    case .appointment(let id):
      guard let appointment = data.appointments[id] else { return "an appointment" }
      return "the appointment of \(code(of: appointment.clientID)), of \(appointment.serviceDate)"
    case .client(let id): return "the record of \(code(of: id))"
    case .episode(let id):
      return data.episodes[id].map { "the stay of \(code(of: $0.clientID))" } ?? "a stay"
    case .followUp(let id):
      return data.followUps[id].map { "what was done to reach \(code(of: $0.clientID))" }
        ?? "what was done to reach a client"
    case .staff(let id): return "the record of \(data.staff[id]?.code ?? "somebody here")"
    case .group(let id): return "the group \(data.groups[id]?.code ?? "that was changed")"
    case .rooms: return "the rooms"
    case .calendar: return "the calendar"
    }
  }

  private func code(of client: ClientID) -> String { data.clients[client]?.mrn ?? "a client" }

  private func code(of session: SessionID?) -> String {
    session.flatMap { data.sessions[$0]?.groupID }.flatMap { data.groups[$0]?.code } ?? "a group"
  }
}
