package import Domain

/// What the reducer asks of the world; the answer comes back as an action.
package enum Effect: Equatable, Sendable {
  /// Answer: `saved` or `saveFailed`.
  case save(RecordReference)
  /// Answer: `loaded`.
  case loadWeek(CalendarDate)
  /// Reads everyone at once. Answer: `loaded`.
  case loadCaseload
  /// Reads everyone, a few at a time while no key waits. Answers: `loaded`, for each few.
  case readCaseload
  /// Reads the weeks to come that anything is stored about. Answer: `loaded`.
  case loadAhead
  /// Reads the week of an appointment that isn't here, where it is found. Answer: `loaded`.
  case loadAppointment(AppointmentID)
  /// Repaints everything.
  case redraw
  case suspend
  /// Keeps the person's choices: theme, last counselor.
  case remember(theme: String, counselor: StaffID?)
  /// Makes the pretend program and opens it. Answer: `opened` or `openFailed`.
  case openDemo
  /// Answer: `noteOpened` or `noteFailed`.
  case openNote(NoteOpening)
  /// Answer: `draftWritten`, `draftDiffered` or `draftFailed`.
  case writeDraft(NoteDocument, [DraftStep])
  /// Looks whether a note that is only read has changed. Answer: `noteFollowed`, or none.
  case followNote(NoteOpening)
  /// The draft is left on purpose; others may write it now. Answer: `draftGone`, or none.
  case leaveDraft(NoteDocument)
  /// Keeps what stands in a draft as an older text, before it is replaced. Answer: `draftWritten`.
  case keepVersion(NoteDocument)
  /// Puts a draft aside that was begun by mistake; its file is kept. Answer: `draftGone`.
  case discardDraft(NoteDraft)
  /// Answer: `draftBroughtBack` or `noteFailed`.
  case bringBackDraft(NoteDraft)
  /// Answer: `draftsFound`.
  case loadDrafts(StaffID)
  /// Puts what is typed in forms on disk, and takes off what is done. Answer: `formsKept`.
  case keepForms([UnfinishedForm], done: [String], of: StaffID)
  /// Answer: `formsFound`, or none.
  case loadForms(StaffID)
  /// Answer: `spellingChecked` or `spellingFailed`.
  case checkSpelling(SpellingRequest)
  /// Keeps a word with the person's own. Answer: `wordLearned` or `spellingFailed`.
  case learnWord(String)
  /// Answer: `noteSigned` or `noteFailed`.
  case sign(ProgressNote)
  /// Answer: `noteSigned` or `noteFailed`; the draft that its words were written in goes.
  case addNoteEvent(NoteEvent, writtenIn: NoteDocument?)
  /// Adds to the audit log what somebody wanted to read and may not. No answer.
  case tellRefused(AuditEntity, of: ClientID?)
  /// Answer: `auditRead`.
  case loadAudit(AuditFilter)
  /// Whether a signing PIN is set. Answer: `pinAnswered`.
  case askPIN
  /// Answer: `pinAnswered`.
  case checkPIN(String)
  /// Answer: `pinAnswered`.
  case setPIN(String)
  /// Answer: `zonesFound`.
  case readZones
  /// Makes an own program and opens it. Answer: `founded`, `foundingRefused` or `openFailed`.
  case create(NewProgram)
  /// Opens a sealed program. Answer: `opened` or `logInRefused`.
  case logIn(code: String, passphrase: String)
  /// Answer: `unlocked` or `logInRefused`.
  case unlock(code: String, passphrase: String)
  /// Forgets the keys of a sealed program, once all is saved. Answer: `loggedOff`, or none.
  case logOff
  /// Keeps leave to read notes, or its review. Answer: `granted` or `openFailed`.
  case grant(Grant)
  /// Answer: `writtenOut` or `notWrittenOut`.
  case writeOut(WriteOut)
  /// Says what files would change. Answer: `importRead`.
  case readImport(String)
  /// Looks what a path that is typed for an import may go on with. Answer: `pathCompleted`.
  case completePath(String)
  /// Takes in what was shown; shows it again where the files say something else by now. Answer:
  /// `imported`, `importRead` or `openFailed`.
  case takeImport(ImportPreview)
  /// Takes an import back as a whole, or does it again. Answer: `imported`, `importStands` or
  /// `openFailed`.
  case reverseImport(ChangeID, again: Bool)
  /// Reads what the rules were before each change. Answer: `loaded`.
  case loadPastRules
  /// Keeps the rules of the program. Answer: `rulesSaved` or `openFailed`.
  case saveRules(RulesChange)
  case quit
  /// Comes back as `leave` after the saves before it have been answered.
  case quitOnceSaved
}

extension Effect {
  /// Whether the next key may mean something else once its answer is there.
  package var changesWhereKeysGo: Bool {
    switch self {
    case .loadAhead, .reverseImport, .openNote, .discardDraft, .bringBackDraft, .checkSpelling,
      .sign,
      .addNoteEvent, .askPIN,
      .checkPIN, .setPIN, .openDemo, .readZones, .completePath, .create, .logIn, .unlock, .logOff:
      true
    case .save, .loadWeek, .loadPastRules, .loadCaseload, .readCaseload, .loadAppointment, .redraw,
      .suspend,
      .remember,
      .grant, .writeOut, .readImport, .takeImport, .saveRules, .loadAudit, .tellRefused,
      .writeDraft,
      .keepVersion, .followNote, .leaveDraft, .loadDrafts, .keepForms, .loadForms,
      .learnWord,
      .quit,
      .quitOnceSaved:
      false
    }
  }
}

/// What a person says about an own program at the first start.
package struct NewProgram: Equatable, Sendable {
  package var name: String
  /// An IANA zone name; checked when the program is made.
  package var zone: String
  /// "NAME, CREDENTIALS".
  package var counselor: String
  /// What everything is sealed under; nil leaves the files readable.
  package var passphrase: String?

  package init(
    name: String = "",
    zone: String = "",
    counselor: String = "",
    passphrase: String? = nil
  ) {
    self.name = name
    self.zone = zone
    self.counselor = counselor
    self.passphrase = passphrase
  }
}

/// One of the things that a new program is asked for.
package enum NewProgramPart: Equatable, Sendable {
  case name, zone, counselor, passphrase
}
