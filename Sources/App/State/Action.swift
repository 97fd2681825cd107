package import Domain
package import TerminalCore

/// What the reducer is given: something that happened.
package enum Action: Equatable, Sendable {
  case input(InputEvent)
  case resized(Size)
  /// A minute, or a deadline, has passed.
  case ticked
  case saved(RecordReference)
  /// The disk refused: why, in words that say what to do.
  case saveFailed(RecordReference, why: String)
  /// The record on disk was newer: the data as it is now with it, and whether the own change is in.
  ///
  /// Not whole where something of this window wasn't kept, since others changed the same.
  case merged(RecordReference, ProgramData, why: String, isWhole: Bool = true)
  /// Records were read, or read again since others changed them; and those of which the disk lacks
  /// something that is in these data.
  case loaded(ProgramData, notOnDisk: [RecordReference] = [])
  /// How the folder can be shared: what is to be known, and why nothing may be changed in it.
  case folderFound(notice: String?, onlyRead: String?)
  case themesFound([ThemeChoice])
  case opened(ProgramData, StaffID?)
  /// A sealed program was made: its recovery key is to be written down before anything else.
  case founded(ProgramData, StaffID?, RecoveryCard)
  case noteOpened(OpenedNote)
  case noteFailed(why: String)
  /// It is on disk; with the older texts that are kept of it now.
  case draftWritten(NoteDocument, [NoteVersion])
  case draftFailed(NoteDocument, [DraftStep], why: String)
  /// Somebody else wrote into the draft: what stands there now, and the versions, the newest of
  /// which is what was typed here.
  case draftDiffered(NoteDraft, [NoteVersion])
  /// A note that is only read, as it is now.
  case noteFollowed(OpenedNote)
  /// It is no longer among the drafts: nothing was written in it, or it was put aside.
  case draftGone(NoteDocument)
  case draftBroughtBack(NoteDraft)
  /// What was typed has waited long enough to be put on disk.
  case draftDue
  /// What became of forms that were to be put on disk; why not, where the disk refused.
  case formsKept([UnfinishedForm], done: [String], why: String?)
  /// Forms that weren't done before a crash or a log-off.
  case formsFound([UnfinishedForm])
  case spellingChecked(SpellingAnswer)
  case wordLearned(String)
  /// Nothing was checked, or kept: why, and what to do.
  case spellingFailed(why: String)
  /// Oldest first; and whether nothing is wrong with the log.
  case auditRead([AuditEvent], isWhole: Bool)
  /// What is done isn't in the audit log yet, and why.
  case auditUnwritten(why: String)
  case noteSigned(NoteEntry, NoteRecord)
  case pinAnswered(PINAnswer)
  /// The drafts of the person at the keyboard, and the templates; a note that was open when the
  /// program last ended without saying so comes first.
  case draftsFound(FoundDrafts)
  case zonesFound(ZoneNames)
  case openFailed(why: String)
  /// What was written, in words.
  case writtenOut(String)
  /// Nothing was.
  case notWrittenOut(why: String)
  case pathCompleted(PathCompletion)
  case importRead(ImportPreview)
  /// Days of a calendar file that the program's calendar is to have.
  case closedDaysRead([CalendarEntry])
  /// It is on disk: everything as it is now, and what was done, in words.
  case imported(ProgramData, String)
  /// Nothing of an import was taken back or done again, and why, a sentence each.
  case importStands([String])
  /// They are on disk.
  case rulesSaved(ProgramData, RulesChange)
  case logInRefused(why: String)
  /// It is on disk.
  case granted(Grant)
  case unlocked
  /// Whoever sits here has no way into the program any more.
  case shutOut
  /// Nothing is open any more; what stands in the place of the program's data.
  case loggedOff(ProgramData)
  /// A new program can't be made from what was typed for one part.
  case foundingRefused(NewProgramPart, why: String)
  /// What was typed has been tried to be saved: leave now, or ask.
  case leave
  /// SIGTERM, SIGINT, SIGHUP: save what waits, then leave.
  case terminate
}
