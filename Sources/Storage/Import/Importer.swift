import Domain

/// What is known so far of a program that is being imported into.
///
/// Codes and numbers are known from the moment their row is met, even where something else in the
/// row is wrong, so that one mistake is reported once.
struct Importer {
  let existing: ProgramSnapshot
  var makeIDs: IDMaker
  var problems: [ImportProblem] = []
  var result: ProgramSnapshot

  var staff: [String: StaffID] = [:]
  var rooms: [String: RoomID] = [:]
  var clients: [String: ClientID] = [:]
  var groups: [String: GroupSeries] = [:]
  /// By client; those of the program and those that are new.
  var episodes: [ClientID: [Episode]] = [:]
  /// Clients whose row has a mistake, so that their missing episode is no second one.
  var unclear: Set<ClientID> = []
  /// Groups of the program that got an enrollment, and new ones.
  var touched: [String] = []
  /// Where each enrollment and each appointment stands, for the checks of all of them together.
  var enrollmentRows: [EnrollmentID: ImportRow] = [:]
  var appointmentRows: [AppointmentID: ImportRow] = [:]
  /// What rows that name a record of the program change of it, and how many change nothing.
  var changes: [ImportedChange] = []
  var unchanged: [String: Int] = [:]
  /// Codes that a file had, with the file's name.
  var met: Set<String> = []
  /// The change in whose name records of the program are changed; nil leaves their histories alone.
  let change: Change?
  /// The topics of each group that the file names, in the order of its rows, with the first of them.
  var topics: [String: (topics: [String], row: ImportRow)] = [:]
  /// How many topics come with new groups.
  var newTopics = 0
  /// The new plan of each client, as far as its rows are read; in the order of the file.
  var plans: [TreatmentPlan] = []

  init(_ existing: ProgramSnapshot, makeIDs: IDMaker, change: Change?) {
    self.existing = existing
    self.makeIDs = makeIDs
    self.change = change
    result = ProgramSnapshot(program: existing.program)
    for person in existing.staff where !person.isWithdrawn { staff[person.code] = person.id }
    for room in existing.rooms where !room.isWithdrawn { rooms[room.name] = room.id }
    for client in existing.clients where client.enteredInError == nil && !client.isWithdrawn {
      clients[client.mrn] = client.id
    }
    for group in existing.groups where !group.isWithdrawn { groups[group.code] = group }
    episodes = Dictionary(grouping: existing.episodes.filter { !$0.isWithdrawn }, by: \.clientID)
  }

  mutating func take(_ table: ImportTable) {
    if table.file == "staff.csv" { takeSupervisors(table) }
    for row in table.rows {
      var row = row
      switch table.file {
      case "staff.csv": takeStaff(&row)
      case "rooms.csv": takeRoom(&row)
      case "clients.csv": takeClient(&row)
      case "groups.csv": takeGroup(&row)
      case "topics.csv": takeTopic(&row)
      case "enrollments.csv": takeEnrollment(&row)
      case "appointments.csv": takeAppointment(&row)
      case "plans.csv": takePlan(&row)
      default: break
      }
      problems += row.problems
    }
  }

  /// What only shows once every row is known.
  mutating func checkTogether() {
    finishTopics()
    result.groups = touched.compactMap { groups[$0] }
    finishPlans()
    checkCapacities()
    checkAppointments()
  }

  /// The staff member whose code stands in a column.
  mutating func staffID(_ column: String, in row: inout ImportRow) -> StaffID? {
    row.optional(column).flatMap { staffID(code: $0, column, in: &row) }
  }

  mutating func staffID(code: String, _ column: String, in row: inout ImportRow) -> StaffID? {
    guard let id = staff[code] else {
      row.fail(column, "no staff member has the code \"\(code)\"")
      return nil
    }
    return id
  }

  mutating func roomID(in row: inout ImportRow) -> RoomID? {
    guard let name = row.optional("room") else { return nil }
    guard let id = rooms[name] else {
      row.fail("room", "there is no room \"\(name)\"")
      return nil
    }
    return id
  }

  mutating func clientID(in row: inout ImportRow) -> ClientID? {
    guard let mrn = row.text("mrn") else { return nil }
    guard let id = clients[mrn] else {
      row.fail("mrn", "no client has the number \"\(mrn)\"")
      return nil
    }
    return id
  }

  /// The client's episode that is open on a date; nil and a problem where there is none.
  mutating func episode(
    of client: ClientID,
    on date: CalendarDate,
    _ column: String,
    in row: inout ImportRow
  ) -> Episode? {
    if let episode = episodes[client]?.first(where: { $0.isOpen(on: date) }) { return episode }
    if !unclear.contains(client) {
      row.fail(column, "the client has no open episode on \(date)")
    }
    return nil
  }
}
