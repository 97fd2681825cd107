package import Domain
package import TerminalCore

/// Everything the program knows at one moment.
///
/// Changed only by `reduce`, drawn by `UI.render`. No closures, no descriptors, no drawings.
package struct AppState: Equatable, Sendable {
  package var data: ProgramData
  /// The present moment as the last event gave it.
  package var now: Instant
  /// Which keys mean what: the bundled table, or one with the person's own keys.
  package var keymap = Keymap.standard
  /// That some of the own keys can't be used, until it is said to somebody who can read it.
  var keysNotice: String?
  /// The machine's time, where a sealed program works on another; nil where `now` is the time.
  package var machineNow: Instant?
  package var today: CalendarDate
  package var size: Size
  package var screen: ScreenID
  /// Who sits at the keyboard; nil until chosen.
  package var staffID: StaffID?
  package var day: DayState
  package var attendance: AttendanceState
  package var week: WeekScreenState
  /// The open note; nil while none is.
  package var note: NoteScreenState?
  package var toDo: ToDoState
  package var clients = ClientsState()
  package var card = CardState()
  package var setUp = SetUpState()
  package var calendar: CalendarState
  package var team = TeamState()
  /// What waits for the person at the keyboard, by due time, as last looked at.
  package var dueNotes: [DueNote]
  /// What else is due about the person's clients, as last looked at.
  package var dueTasks: [DueTask] = []
  package var templates: NoteTemplates
  /// What Ctrl-T offers: a title and its text.
  package var phrases: [NotePhrase]
  /// Steps of drafts that are no longer open and that the disk refused.
  package var strayDrafts: [NoteDocument: [DraftStep]]
  /// Why the last of them was refused.
  var strayProblem: String?
  /// The draft that is being put aside.
  var discarding: NoteDraft?
  /// What was put aside while the program runs, oldest first.
  var discarded: [NoteDraft] = []
  /// How far F9 has come; nil before its first press and behind its last.
  var closing: CloseRound?
  /// Notes that are signed one after the other.
  package var signingRun: SigningRun?
  /// Who gave the PIN for the present run.
  var pinGivenTo: StaffID?
  var waitingSignature: SigningPrompt?
  /// What was asked about the note to be signed and is meant so.
  var acceptedFindings: [SigningFinding]
  var lateReason: String?
  /// The one thing that is asked or shown over the screen.
  package var prompt: Prompt?
  /// Prompts that help, palette or a question stand over; the last comes back first.
  package var covered: [Prompt]
  /// What goes on once the records it needs are read.
  var awaited: Awaited?
  /// The group whose start the status line says `=` changes, until the next key.
  var promisedStart: SessionID?
  /// Why the domain refused the last request.
  var refusal: RuleViolation?
  package var undo: UndoHistory
  /// Changes that were made in this window, so that every part of them is here.
  var knownWhole: Set<ChangeID> = []
  /// Whether the weeks to come were looked through for what was done before this start.
  var hasReadAhead = false
  /// What was last cut or copied in the program; it never leaves it.
  package var clip: String
  package var status: StatusLine
  /// The last 200 messages, oldest first.
  package var messages: [Message]
  /// What the disk doesn't have yet, and why.
  package var unsaved: [RecordReference: String]
  /// The moment of the newest save that succeeded.
  package var savedAt: Instant?
  /// Whether full names are shown (F8); first name and initial otherwise.
  package var showsFullNames: Bool
  package var roomMode = RoomMode.off
  /// Whether every cell is blank until Enter (F12, and Ctrl-L where nothing is sealed).
  package var isBlanked: Bool
  /// Whether another key than Enter was pressed since: the way back is told, and nothing else.
  package var tellsWayBack = false
  /// Whether the program's files are sealed, so that a passphrase opens and unlocks it.
  package var isSealed = false
  /// What hides everything until somebody logs in; nil while the way is free.
  package var lock: LockScreen?
  /// When a key was last touched; nil before the first.
  var lastKeyAt: Instant?
  package var themeName: String
  package var themes: [ThemeChoice]
  /// Fewer colours than the terminal has, tried in the theme picker; nil is all of them.
  package var colorDepth: ColorDepth?
  /// Borders tried in the theme picker; nil is what the theme says.
  package var borders: Theme.Borders?
  /// A sentence for the first-run screen, or nil where there is a program.
  package var folder: FolderState
  /// Why nothing may be changed in the folder; nil normally.
  package var onlyRead: String?
  /// Forms that were left before they were done, with what was typed in them.
  package var formDrafts: [FormPurpose: Form] = [:]
  package var keptForms = KeptForms()
  /// Forms whose answers are on their way to the disk, by what they changed.
  package var sentForms: [RecordReference: Form] = [:]
  /// The system's time zone, offered for an own program; empty where it isn't known.
  package var systemZone = ""
  /// The zones that there are; empty until they are asked for.
  var zones = ZoneNames()
  var ids: IDMaker
  var known: KnownHours
  var knownNames: KnownNames
  var knownAlerts = KnownAlerts()
  var knownClients = KnownClients()

  /// The time by which is judged who may read what, and for how long nobody has touched a key.
  package var trueNow: Instant { machineNow ?? now }

  package init(data: ProgramData, now: Instant, size: Size, seed: UInt64) {
    self.data = data
    self.now = now
    today = data.today(at: now)
    self.size = size
    screen = .day
    day = DayState(date: today)
    attendance = AttendanceState()
    week = WeekScreenState(first: data.weekStart(of: today))
    toDo = ToDoState()
    calendar = CalendarState(date: today)
    dueNotes = []
    templates = NoteTemplates([])
    phrases = []
    strayDrafts = [:]
    acceptedFindings = []
    undo = UndoHistory()
    clip = ""
    status = StatusLine()
    messages = []
    unsaved = [:]
    showsFullNames = false
    isBlanked = false
    themeName = "Night"
    themes = []
    folder = .open
    ids = IDMaker(seed: seed)
    known = KnownHours()
    knownNames = KnownNames()
    covered = []
  }
}

/// What waits for records to be read.
enum Awaited: Equatable, Sendable {
  /// An answer that needs more weeks, or drafts.
  case answer(LinePrompt)
  case form(Form)
  case freeTime(Form)
  /// What is offered for an appointment and all later ones.
  case later(AppointmentID)
  /// Whom an appointment can exchange times with.
  case swap(AppointmentID)
  case undo, redo
}

/// Which screen is drawn below any prompt.
package enum ScreenID: Hashable, Sendable {
  /// There is no data folder yet: pretend program or an own one.
  case firstRun
  case day
  case week
  /// One note.
  case note
  case toDo
  /// All clients, and one of them.
  case clients, card
  /// Groups, staff, rooms.
  case setUp
  /// Months and weeks.
  case calendar
  /// The sheet of the team's meeting.
  case team
}

/// Where the program's records are, for the first screen.
package enum FolderState: Equatable, Sendable {
  case open
  /// Nothing is there yet; the path an own program would get.
  case missing(path: String)
}

/// One part of the Day screen.
package enum PaneID: Hashable, Sendable, CaseIterable {
  case groups, individual, attendance, client

  package var title: String {
    switch self {
    case .groups: "Groups"
    case .individual: "Individual"
    case .attendance: "Attendance"
    case .client: "Client"
    }
  }
}

/// The Day screen.
package struct DayState: Equatable, Sendable {
  package var date: CalendarDate
  /// Everyone's groups and appointments, not only mine.
  package var showsAll: Bool
  package var focus: PaneID {
    didSet {
      switch focus {
      case .individual, .attendance: listOfClient = focus
      case .groups: listOfClient = .attendance
      case .client: break
      }
    }
  }
  /// Whether the focused pane has the whole screen.
  package var isZoomed: Bool
  /// The list whose selected client the client pane shows: Attendance or Individual.
  package var listOfClient: PaneID
  /// The group whose roster the attendance pane shows.
  package var session: SessionID?
  package var appointment: AppointmentID?
  /// What the day was opened from and Esc leads back to.
  var backTo: DayOrigin?

  package init(date: CalendarDate) {
    self.date = date
    showsAll = false
    focus = .groups
    isZoomed = false
    listOfClient = .attendance
  }
}

/// The attendance pane of the day's selected group.
package struct AttendanceState: Equatable, Sendable {
  /// The selected row; nil is the first.
  package var cursor: ClientID?
  /// Row digits typed so far ("1", then "12").
  package var digits: String
  /// Rows marked for a common action (m).
  package var selected: Set<ClientID>
  /// Narrows the roster to names with this in it; nil is off.
  package var filter: String?

  package init() {
    digits = ""
    selected = []
  }
}

/// The week's hours of every client.
package struct WeekScreenState: Equatable, Sendable {
  package var first: CalendarDate
  package var cursor: ClientID?
  package var sort: WeekSort
  package var filter: String?

  package init(first: CalendarDate) {
    self.first = first
    sort = .client
  }
}

package enum WeekSort: Hashable, Sendable, CaseIterable {
  case client, sum, need, state

  package var word: String {
    switch self {
    case .client: "client"
    case .sum: "sum"
    case .need: "need"
    case .state: "state"
    }
  }
}

/// The line above the hints: the last thing that happened.
package struct StatusLine: Equatable, Sendable {
  package var text: String
  package var tone: Tone
  /// Whether it is only about a key that did nothing.
  var isAboutKey = false
  /// Whether it was there before the action that is being carried out.
  var isOld = false

  package init(_ text: String = "", tone: Tone = .plain) {
    self.text = text
    self.tone = tone
  }
}

package enum Tone: Hashable, Sendable { case plain, ok, question, warning, error }

package struct Message: Equatable, Sendable {
  package var at: Instant
  package var text: String
  package var tone: Tone

  package init(at: Instant, text: String, tone: Tone) {
    self.at = at
    self.text = text
    self.tone = tone
  }
}

/// A theme that can be chosen, or why it can't.
package struct ThemeChoice: Equatable, Sendable {
  package var name: String
  package var theme: Theme?
  package var problems: [String]
  /// The file's place for an own one; nil is bundled.
  package var path: String?

  package init(name: String, theme: Theme?, problems: [String], path: String? = nil) {
    self.name = name
    self.theme = theme
    self.problems = problems
    self.path = path
  }
}
