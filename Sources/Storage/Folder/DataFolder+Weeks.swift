package import Domain

extension DataFolder {
  /// Reads a week: the folders of its days, the enrollments that ended since, and the clients on its
  /// rosters that aren't here yet.
  ///
  /// No other day's folder is looked into, and no list of days or clients is made, so that the cost
  /// is the week's own, however many years there are. A client who is read is read with all
  /// episodes. A day without a folder is a day about which nothing is stored.
  ///
  /// - Parameters:
  ///   - date: A day of the week.
  ///   - data: Takes the week in; problems of the same files are replaced.
  package func loadWeek(_ date: CalendarDate, into data: inout ProgramData) {
    let first = data.weekStart(of: date)
    let days = data.weekDays(from: first)
    var week = FoundWeek()
    let months = EndedEnrollments.months(ofWeek: first)
    let broken = loadEnrollments(endedIn: months, into: &data)
    for day in days { readDay(day, of: data, into: &week) }
    week.refuse(broken, from: first)
    forget(problemsOf: days.map(Layout.dayFolder), in: &data)
    loadClients(clients(of: week, on: days, in: data), into: &data)
    data.problems += week.problems
    data.takeNotes(week.notes, from: first, days: days.count)
    memory.unusable[first] = week.unusable
    data.load(
      week: first,
      sessions: week.sessions,
      appointments: week.appointments,
      unusable: week.unusable
    )
  }

  /// Reads which care was kept in a week, and nothing else of it.
  package func loadKeptCare(ofWeek date: CalendarDate, into data: inout ProgramData) {
    let first = data.weekStart(of: date)
    var found: [Appointment] = []
    // What can't be used is told when its week is read.
    var problems: [RecordProblem] = []
    for day in data.weekDays(from: first) {
      guard let folder = openFolder(Layout.dayFolder(day), problems: &problems) else { continue }
      let names = recordNames(in: folder, problems: &problems) {
        StoredID.inFileName($0, .appointment) != nil
      }
      for name in names {
        guard let text = StoredID.inFileName(name, .appointment) else { continue }
        let place = RecordPlace.appointment(AppointmentID(text), on: day)
        if let meeting = read(place, in: folder, problems: &problems, as: Appointment.self) {
          found.append(meeting)
        }
      }
    }
    data.takeKeptCare(of: found, week: first)
  }

  func readDay(
    _ date: CalendarDate,
    of data: ProgramData,
    into week: inout FoundWeek
  ) {
    let path = Layout.dayFolder(date)
    do throws(StorageError) {
      guard let folder = try root.descend(path) else { return }
      let names = recordNames(in: folder, problems: &week.problems) {
        StoredID.inFileName($0, .session) != nil || StoredID.inFileName($0, .appointment) != nil
          || $0 == Layout.noteList
      }
      for name in names { read(name, of: date, in: folder, into: &week) }
      if names.last == Layout.noteList { readNoteList(of: date, into: &week) }
    } catch {
      week.problems.append(.folder(path, error))
      for group in data.groups.keys { week.unusable.insert(.occurrence(of: group, on: date)) }
    }
  }

  private func read(
    _ name: String,
    of date: CalendarDate,
    in folder: Folder,
    into week: inout FoundWeek
  ) {
    if let text = StoredID.inFileName(name, .session) {
      let id = SessionID(text)
      let place = RecordPlace.session(id, on: date)
      memory.places[.session(id)] = place
      if let session = read(place, in: folder, problems: &week.problems, as: GroupSession.self) {
        week.sessions.append(session)
      } else {
        week.unusable.insert(id)
      }
    } else if let text = StoredID.inFileName(name, .appointment) {
      let id = AppointmentID(text)
      let place = RecordPlace.appointment(id, on: date)
      memory.places[.appointment(id)] = place
      if let meeting = read(place, in: folder, problems: &week.problems, as: Appointment.self) {
        week.appointments.append(meeting)
      }
    }
  }

  /// Everyone who is enrolled in, on a row of, or booked in the week, in a fixed order.
  private func clients(
    of week: FoundWeek,
    on days: [CalendarDate],
    in data: ProgramData
  ) -> [ClientID] {
    var clients = Set(week.appointments.map(\.clientID))
    for session in week.sessions { clients.formUnion(session.rows.map(\.clientID)) }
    for date in days {
      for group in data.groups.values where group.meets(on: date) {
        clients.formUnion(group.enrollments(on: date).map(\.clientID))
      }
    }
    return clients.sorted()
  }

  /// Reads those of the clients that aren't here.
  package func loadClients(_ ids: [ClientID], into data: inout ProgramData) {
    let ids = ids.filter { data.clients[$0] == nil && StoredID.isValid($0.rawValue, .client) }
    forget(problemsOf: ids.map(Layout.clientFolder), in: &data)
    var problems: [RecordProblem] = []
    for id in ids where !loadClient(id, into: &data, problems: &problems) {
      problems.append(FileFault.missing.problem(at: .client(id)))
    }
    data.problems += problems
  }

  /// Takes away the problems of files in folders that were just read again.
  func forget(problemsOf folders: [String], in data: inout ProgramData) {
    guard !data.problems.isEmpty else { return }
    let folders = Set(folders)
    data.problems.removeAll { problem in
      folders.contains { problem.record == $0 || problem.record.hasPrefix($0 + "/") }
    }
  }
}

/// What the day folders of a week were found to hold.
struct FoundWeek {
  var sessions: [GroupSession] = []
  var appointments: [Appointment] = []
  var notes: [NoteEntry] = []
  /// Sessions that are there but can't be used: no second sheet may be begun beside them.
  var unusable: Set<SessionID> = []
  var problems: [RecordProblem] = []

  /// Computes no sheet for groups whose roster isn't known whole, unless one is stored.
  mutating func refuse(_ groups: Set<GroupID>, from first: CalendarDate) {
    guard !groups.isEmpty else { return }
    let stored = Set(sessions.map(\.id))
    for group in groups {
      for offset in 0..<7 {
        let id = SessionID.occurrence(of: group, on: first.adding(days: offset))
        if !stored.contains(id) { unusable.insert(id) }
      }
    }
  }
}
