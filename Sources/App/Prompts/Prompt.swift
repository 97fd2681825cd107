package import Domain
package import TerminalCore

/// Asks or shows one thing over the screen, and goes.
///
/// A prompt is a value: it holds what is to be done with the answer, not a callback.
package enum Prompt: Equatable, Sendable {
  /// Every command by name (`:`).
  case palette(Picker)
  /// The keys of here and everywhere (F1), filtered by typing.
  case help(Picker)
  /// A choice from a short list, each with its own key.
  case menu(Menu)
  /// One line of text.
  case line(LinePrompt)
  /// A question with two or three answers; the harmless one has the focus.
  case question(Question)
  /// One of many: a person, a group, a room.
  case pick(PickPrompt)
  /// A page of questions.
  case form(Form)
  /// Lines to read, scrolled; Esc closes.
  case text(TextPrompt)
  /// Themes, shown as they are chosen.
  case theme(ThemePrompt)
  /// A note as it will be stored, before it is signed.
  case signing(SigningPrompt)
  /// An older text of the open note beside today's.
  case versions(VersionsPrompt)
  /// A word that the dictionary lacks, and what may be meant.
  case spelling(SpellingPrompt)

  /// Whether there is a text field in it, so that Ctrl-C copies.
  var isTyped: Bool {
    switch self {
    case .palette, .help, .line, .pick, .form: true
    case .menu, .question, .text, .theme, .signing, .versions, .spelling: false
    }
  }
}

extension Prompt {
  /// Whether it is a list of keys or commands, which another such list replaces.
  var isList: Bool {
    switch self {
    case .palette, .help: true
    case .menu, .line, .question, .pick, .form, .text, .theme, .signing, .versions, .spelling:
      false
    }
  }
}

/// Search as you type over a list; the list itself follows from the state and the text.
package struct Picker: Equatable, Sendable {
  package var query: TextField
  /// The chosen line among those that match.
  package var cursor: Int

  package init(query: TextField = TextField(), cursor: Int = 0) {
    self.query = query
    self.cursor = cursor
  }

  /// More letters would find nothing, and each is looked for in every line.
  static let longest = 100

  /// How many more may be typed.
  var room: Int { max(0, Self.longest - query.text.unicodeScalars.count) }

  /// Takes as much of a pasted text as may be typed.
  mutating func paste(_ text: String, at now: Instant) {
    query.paste(String(String.UnicodeScalarView(text.unicodeScalars.prefix(room))), at: now)
    cursor = 0
  }
}

/// A small menu; a key chooses at once, or arrows and Enter.
package struct Menu: Equatable, Sendable {
  package var title: String
  package var items: [MenuItem]
  package var cursor: Int

  package init(title: String, items: [MenuItem], cursor: Int = 0) {
    self.title = title
    self.items = items
    self.cursor = cursor
  }
}

extension Menu {
  /// What chooses from a list that isn't known ahead; q goes back.
  static let keys = "123456789abcdefghijklmnoprstuvwxyz".unicodeScalars
}

package struct MenuItem: Equatable, Sendable {
  /// The character that chooses it.
  package var key: Unicode.Scalar
  package var label: String
  package var choice: MenuChoice

  package init(_ key: Unicode.Scalar, _ label: String, _ choice: MenuChoice) {
    self.key = key
    self.label = label
    self.choice = choice
  }
}

package enum MenuChoice: Equatable, Sendable {
  /// Runs at once.
  case run(Pending)
  /// Asks for the absence's reason first, by another menu.
  case askReason(SessionID, [ClientID], AttendanceStatus)
  /// Offers the phrases that go with a status, and typing another.
  case askPhrase(SessionID, [ClientID], AttendanceStatus)
  /// Asks for words first.
  case askBecause(Pending, label: String)
  /// Runs with a reason that is known already.
  case runBecause(Pending, String)
  case askAppointmentReason(AppointmentID, Reach)
  case askNewTime(AppointmentID, Reach)
  /// Asks who meets the client.
  case askCounselor(AppointmentID, Reach)
  /// Asks which other appointment it exchanges times with.
  case askSwap(AppointmentID)
  /// Offers the same for an appointment and all later ones of its repetition.
  case andLater(AppointmentID)
  case command(Command)
  case form(FormPurpose)
  /// Sets up a week, then asks for the clients; nil sets up none.
  case readyWeek(ReadyWeek?)
  /// Puts topics into the form below.
  case topics([String])
  /// Asks what a meeting is about.
  case askTopic(SessionID)
  /// Takes back what a setting was to be from a day on.
  case takeBackPlanned(String, CalendarDate)
  /// Shows who missed which topic of a group.
  case missedTopics(GroupID)
  case stage(ClientStage?)
  /// Shows the letter to a client.
  case letter(ClientID)
  case nothing
  case supplement(NoteSupplement)
  case insertPhrase(String)
  case noteFormat(String)
  case newNote(NoteKind, ClientID)
  case lateEntry(ClientID)
  case serviceNote(NoteService, ClientID)
  case bringBack(NoteDraft)
  /// Asks which counselor takes over.
  case substitute(SessionID)
  /// Asks how much of it they take over.
  case substituteBy(SessionID, StaffID)
}

/// Whether something is about one appointment, or about all later ones of its repetition, too.
package enum Reach: Hashable, Sendable { case one, andLater }

/// A request that waits for an answer, or for a reason.
package enum Pending: Equatable, Sendable {
  case session(SessionID, SessionRequest)
  case appointment(AppointmentID, AppointmentRequest)
  case later(LaterRequest)
  case swap(AppointmentSwap)
  case substitution(Substitution)
  case record(AdministrationRequest)
  case followUp(FollowUpRequest)
}

/// One line to be typed, and what it is for.
package struct LinePrompt: Equatable, Sendable {
  package var title: String
  package var label: String
  package var line: TextField
  package var purpose: LinePurpose
  /// Why the last try wasn't taken; the text stays.
  package var problem: String?

  /// Whether what is typed is never shown.
  package var isSecret: Bool {
    switch purpose {
    case .pin, .newPIN, .repeatPIN: true
    case .because, .rowTimes, .markTime, .cameBack, .groupTimes, .creditMinutes, .newTime,
      .appointmentTimes, .quickLine, .goToDate, .find, .findInNote, .lateReason, .newNote,
      .noteTime, .lateService, .audit, .emergency, .importFrom, .past:
      false
    }
  }

  package init(title: String, label: String, line: TextField = TextField(), purpose: LinePurpose) {
    self.title = title
    self.label = label
    self.line = line
    self.purpose = purpose
  }
}

package enum LinePurpose: Equatable, Sendable {
  /// A reason for what waits.
  case because(Pending)
  /// "9:12" or "9:12-11:40" for a row.
  case rowTimes(SessionID, ClientID)
  /// A time for a mark that can't be stamped now, and the reason that was given for it already.
  case markTime(Pending, because: String?)
  /// When somebody who stepped out was back; then the group is finished, with a reason given before.
  case cameBack(SessionID, ClientID, because: String?)
  /// When the whole group began, or "9:00-10:15".
  case groupTimes(SessionID)
  /// Minutes credited by hand.
  case creditMinutes(SessionID, ClientID)
  case appointmentTimes(AppointmentID)
  /// Where an appointment is moved to.
  case newTime(AppointmentID, Reach)
  /// Craving, mood, participation and a few words.
  case quickLine(SessionID, ClientID)
  case goToDate
  case find
  case findInNote
  case lateReason
  /// When it was, of a note that isn't on the schedule.
  case newNote(NoteKind, ClientID)
  case noteTime
  /// The day of an earlier service whose note is missing.
  case lateService(ClientID)
  /// Which part of the audit log.
  case audit
  /// The moment of the past as of which a day is shown.
  case past(CalendarDate)
  /// Where files lie that are taken in.
  case importFrom
  /// Why somebody's notes must be read now.
  case emergency(ClientID)
  /// The signing PIN; never shown.
  case pin
  case newPIN
  case repeatPIN(String)
}

package struct Question: Equatable, Sendable {
  package var title: String
  package var lines: [String]
  package var answers: [Answer]
  package var cursor: Int
  /// What Esc means: always the harmless answer.
  package var escape: Int

  package init(title: String, lines: [String], answers: [Answer], harmless: Int = 0) {
    self.title = title
    self.lines = lines
    self.answers = answers
    cursor = harmless
    escape = harmless
  }
}

package struct Answer: Equatable, Sendable {
  package var key: Unicode.Scalar
  package var label: String
  package var then: AnswerAction

  package init(_ key: Unicode.Scalar, _ label: String, _ then: AnswerAction) {
    self.key = key
    self.label = label
    self.then = then
  }
}

package enum AnswerAction: Equatable, Sendable {
  case nothing
  case run(Pending)
  /// Marks everyone open, then asks for the same finish again.
  case markRestThenFinish(SessionID, AttendanceStatus)
  /// Who stepped out left then; asks for the same finish again.
  case leftThenFinish(SessionID, [ClientID], because: String?)
  /// Asks when somebody who stepped out was back, then for the same finish again.
  case askReturn(SessionID, ClientID, because: String?)
  /// Goes to the first unmarked row.
  case oneByOne(SessionID)
  case askBecause(Pending, label: String)
  /// Runs with a reason that is known already, where one is.
  case runBecause(Pending, String?)
  case quit
  /// Nothing is signed; the cursor goes to what was asked about.
  case mend(SigningFinding)
  /// Puts a text aside.
  case discard(NoteDraft)
  /// What is asked about a note is meant so.
  case acceptFindings([SigningFinding])
  case tryDemo
  case setUp
  case review(GrantID)
  /// The answers of a form are meant so.
  case confirm(Form)
  case takeImport(ImportPreview)
}

package struct TextPrompt: Equatable, Sendable {
  package var title: String
  package var lines: [String]
  package var scroll: Int

  package init(title: String, lines: [String]) {
    self.title = title
    self.lines = lines
    scroll = 0
  }
}

package struct ThemePrompt: Equatable, Sendable {
  package var cursor: Int
  /// The theme to go back to.
  package var before: String
  var depthBefore: ColorDepth?
  var bordersBefore: Theme.Borders?

  package init(
    cursor: Int,
    before: String,
    depth: ColorDepth? = nil,
    borders: Theme.Borders? = nil
  ) {
    self.cursor = cursor
    self.before = before
    depthBefore = depth
    bordersBefore = borders
  }
}
