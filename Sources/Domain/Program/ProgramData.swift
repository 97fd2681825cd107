/// What the program knows at this moment: the standing records, and the weeks read so far.
///
/// Sessions and appointments are there for whole weeks only (`loadedWeeks`); nothing is known about
/// other weeks. A meeting that nothing is stored about is present as computed from its series.
package struct ProgramData: Equatable, Sendable {
  package var program: Program
  package var ruleSets: [RuleSet]
  /// What the rules were before each change of them, the first one first; nil where that isn't read.
  package var pastRules: [PastRules]?
  package var rooms: [RoomID: Room]
  package var calendar: [CalendarDate: CalendarEntry]
  package var staff: [StaffID: Staff]
  package var groups: [GroupID: GroupSeries]
  /// The clients read so far: everyone on a roster of a loaded week, at least.
  package var clients: [ClientID: Client]
  package var episodes: [EpisodeID: Episode]
  /// What was done about clients beside the sessions, of the clients read so far.
  package var followUps: [FollowUpID: FollowUp] = [:]
  var followUpsByClient: [ClientID: Set<FollowUpID>] = [:]
  /// Records whose making was taken back.
  package internal(set) var withdrawn = WithdrawnRecords()
  package internal(set) var sessions: [SessionID: GroupSession]
  package internal(set) var appointments: [AppointmentID: Appointment]
  /// The first days of the weeks whose sessions and appointments are here, with what is in them.
  package internal(set) var weeks: [CalendarDate: WeekIndex]
  /// Which care was kept in weeks that were looked through for it and aren't loaded, by their first
  /// days.
  package internal(set) var olderCare: [CalendarDate: [KeptCare]] = [:]
  /// The signed notes of the loaded weeks, as their days' lists have them.
  package var notes: [NoteID: NoteEntry]
  /// Texts that aren't signed, as far as they are read.
  package var drafts: [NoteDocument: NoteDraft]
  /// The plans read so far, all versions of a client's.
  package var plans: [ClientID: [TreatmentPlan]]
  /// Leave to read what one may not by role and caseload.
  package var grants: [GrantID: Grant] = [:]
  /// Records that couldn't be used; the rest works without them.
  package var problems: [RecordProblem]
  /// Whether every client of the program is here.
  package var hasAllClients = false
  /// The highest order of any change seen.
  package internal(set) var highestOrder: Int
  /// The least order of a new change: the machine's milliseconds since 1970, in a running program.
  package var orderFloor: Int

  package init(program: Program) {
    self.program = program
    ruleSets = [.standard]
    rooms = [:]
    calendar = [:]
    staff = [:]
    groups = [:]
    clients = [:]
    episodes = [:]
    sessions = [:]
    appointments = [:]
    weeks = [:]
    notes = [:]
    drafts = [:]
    plans = [:]
    problems = []
    highestOrder = 0
    orderFloor = 0
  }

  /// The order of the next change: later than every change seen, and than the clock was.
  ///
  /// So two windows agree on which change came first although each counts for itself: one that has
  /// seen the other's change counts on from it, and of two that haven't the clock tells. What falls
  /// into one millisecond is put in order by identifiers, the same in every window.
  package var nextOrder: Int { max(highestOrder + 1, orderFloor) }
}

/// What lies in one loaded week, by day and by client.
package struct WeekIndex: Equatable, Sendable {
  /// By start, then by code.
  package var sessionsByDay: [CalendarDate: [SessionID]]
  /// By start.
  package var appointmentsByDay: [CalendarDate: [AppointmentID]]
  /// The sessions in which the client has a row.
  package var sessionsByClient: [ClientID: [SessionID]]
  package var appointmentsByClient: [ClientID: [AppointmentID]]
  /// Appointments whose booking was taken back: here for redo and for saving, in no list.
  package var withdrawn: [AppointmentID]
  /// The sessions that were computed from their series, when the week was loaded.
  var computed: Set<SessionID> = []
  /// Sessions that are in no list: moved away, taken back, or of a group whose making was taken back.
  package internal(set) var withdrawnSessions: [SessionID] = []
  /// Those whose file is there but can't be used.
  var unusable: Set<SessionID> = []

  package init() {
    sessionsByDay = [:]
    appointmentsByDay = [:]
    sessionsByClient = [:]
    appointmentsByClient = [:]
    withdrawn = []
  }

  /// Puts an appointment at the end of its lists.
  mutating func insert(_ appointment: Appointment) {
    guard !appointment.state.isWithdrawn else { return withdrawn.append(appointment.id) }
    appointmentsByDay[appointment.serviceDate, default: []].append(appointment.id)
    appointmentsByClient[appointment.clientID, default: []].append(appointment.id)
  }

  mutating func remove(_ appointment: Appointment) {
    withdrawn.removeAll { $0 == appointment.id }
    var day = appointmentsByDay[appointment.serviceDate] ?? []
    day.removeAll { $0 == appointment.id }
    appointmentsByDay[appointment.serviceDate] = day.isEmpty ? nil : day
    var own = appointmentsByClient[appointment.clientID] ?? []
    own.removeAll { $0 == appointment.id }
    appointmentsByClient[appointment.clientID] = own.isEmpty ? nil : own
  }
}

/// A record that can't be used, and what a person can do about it.
package struct RecordProblem: Hashable, Sendable {
  /// The path below the data folder.
  package var record: String
  /// One word for scripts, such as "damaged" or "newer".
  package var kind: String
  package var what: String
  package var doThis: String
  /// The day it belongs to, when its folder tells.
  package var date: CalendarDate?
  /// The path of a record that isn't there and is named by this one.
  package var wanted: String?

  package init(
    record: String,
    kind: String,
    what: String,
    doThis: String,
    date: CalendarDate? = nil,
    wanted: String? = nil
  ) {
    self.record = record
    self.kind = kind
    self.what = what
    self.doThis = doThis
    self.date = date
    self.wanted = wanted
  }
}
