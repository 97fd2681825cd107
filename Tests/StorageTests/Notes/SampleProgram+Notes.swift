import Domain

extension SampleProgram {
  static let noteID = NoteService.session(sessionID, date).noteID(of: clientID) ?? NoteID("")
  static let otherNoteID =
    NoteService.appointment(appointmentID, date).noteID(of: clientID) ?? NoteID("")

  static func signature(_ time: String, by staff: StaffID = staffID) -> Signature {
    Signature(by: staff, name: "Tamsin Brightwater", credentials: "LADC", at: at(time))
  }

  static func note(_ text: String = "Named two hours <after work> & said \"no\".\n\tTwice.")
    -> ProgressNote
  {
    var note = ProgressNote(
      id: noteID,
      kind: .group,
      clientID: clientID,
      service: .session(sessionID, date),
      format: "group",
      formatTitle: "Group",
      sections: [
        NoteSection(key: "response", title: "Response", text: text),
        NoteSection(
          key: "participation",
          title: "Participation",
          text: "Active",
          codes: ["active"]
        ),
      ],
      startedAt: at("16:20:00"),
      signature: signature("16:30:00"),
      needsCosign: true
    )
    note.episodeID = episodeID
    (note.start, note.end, note.minutes) = (at("14:40:00"), at("16:10:00"), 90)
    (note.location, note.modality) = ("Oak", .known(.inPerson))
    note.shared = [NoteSection(key: "topic", title: "Topic", text: "Cravings")]
    note.objectives = [
      ObjectiveLink(objectiveID: objectiveID, text: "Names hours", progress: .good, isCopied: true)
    ]
    (note.lateReason, note.similarity) = ("The building lost power", 41)
    return note
  }

  static func otherNote() -> ProgressNote {
    ProgressNote(
      id: otherNoteID,
      kind: .individual,
      clientID: clientID,
      service: .appointment(appointmentID, date),
      format: "dap",
      formatTitle: "DAP",
      sections: [NoteSection(key: "data", title: "Data", text: "Came on time.")],
      startedAt: at("19:00:00"),
      signature: signature("19:10:00")
    )
  }

  static func event(_ number: Int, _ kind: NoteEventKind, _ time: String) -> NoteEvent {
    NoteEvent(
      noteID: noteID,
      clientID: clientID,
      number: number,
      kind: kind,
      signature: signature(time, by: otherStaffID)
    )
  }

  /// One of each kind of event, as far as the rules let them follow each other.
  static func events() -> [NoteEvent] {
    var again = note("Named three hours.")
    again.signature = signature("17:20:00")
    return [
      event(1, .returned(comment: "Say which hours."), "17:00:00"),
      NoteEvent(
        noteID: noteID,
        clientID: clientID,
        number: 2,
        kind: .signedAgain(again),
        signature: again.signature
      ), event(3, .cosigned, "17:30:00"),
      event(4, .addendum(text: "Called back.", reason: "Call came later"), "17:40:00"),
      event(5, .correction(text: "It was two.", reason: "Miscounted"), "17:50:00"),
      event(6, .enteredInError(reason: "Wrong group"), "18:00:00"),
    ]
  }

  static func draft(_ content: NoteContent = sampleContent) -> NoteDraft {
    NoteDraft(
      document: .note(noteID),
      kind: .group,
      clientID: clientID,
      service: .session(sessionID, date),
      format: "group",
      authorID: staffID,
      startedAt: at("16:20:00"),
      dueAt: at("23:00:00"),
      span: Interval(start: at("14:40:00"), end: at("15:05:00")),
      content: content
    )
  }

  static let sampleContent = NoteContent(
    texts: ["response": "Named two.\u{0}\r\n", "plan": "Say “no”"],
    choices: ["risk": ["none"], "affect": ["calm", "guarded"]],
    objectives: [
      ObjectiveLink(objectiveID: objectiveID, text: "Names hours", progress: .some, isCopied: true)
    ]
  )

  static func sharedDraft() -> NoteDraft {
    NoteDraft(
      document: .shared(sessionID),
      kind: .group,
      clientID: nil,
      service: .session(sessionID, date),
      format: NoteTemplates.sharedID,
      authorID: staffID,
      startedAt: at("16:20:00"),
      content: NoteContent(texts: ["topic": "Cravings"])
    )
  }
}
