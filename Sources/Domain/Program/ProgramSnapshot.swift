/// A whole program as plain lists: what sample data makes, an import brings, and a folder holds.
package struct ProgramSnapshot: Equatable, Sendable {
  package var program: Program
  package var ruleSets: [RuleSet]
  package var rooms: [Room]
  package var calendar: [CalendarEntry]
  package var staff: [Staff]
  package var groups: [GroupSeries]
  package var clients: [Client]
  package var episodes: [Episode]
  /// Only the meetings that something is stored about.
  package var sessions: [GroupSession]
  package var appointments: [Appointment]
  package var plans: [TreatmentPlan]
  package var followUps: [FollowUp] = []
  /// In the order in which they were signed, for each client.
  package var notes: [NoteRecord]
  package var drafts: [NoteDraft]

  package init(program: Program) {
    self.program = program
    ruleSets = []
    rooms = []
    calendar = []
    staff = []
    groups = []
    clients = []
    episodes = []
    sessions = []
    appointments = []
    plans = []
    notes = []
    drafts = []
  }
}

extension ProgramData {
  /// Everything of a snapshot but its sessions and appointments.
  package init(standing snapshot: ProgramSnapshot) {
    self.init(program: snapshot.program)
    ruleSets = snapshot.ruleSets.isEmpty ? [.standard] : snapshot.ruleSets
    for room in snapshot.rooms { keep(room) }
    for day in snapshot.calendar { keep(day) }
    for person in snapshot.staff { keep(person) }
    for group in snapshot.groups { keep(group) }
    for client in snapshot.clients { keep(client) }
    hasAllClients = true
    for episode in snapshot.episodes { keep(episode) }
    for (client, plans) in Dictionary(grouping: snapshot.plans, by: \.clientID) {
      keep(plans, of: client)
    }
    for followUp in snapshot.followUps { keep(followUp) }
    for draft in snapshot.drafts { drafts[draft.document] = draft }
  }

  /// Takes in a week of a snapshot that is in memory as a whole.
  package mutating func load(week: CalendarDate, from snapshot: ProgramSnapshot) {
    let end = weekEnd(from: week).adding(days: 1)
    for record in snapshot.notes {
      let date = record.current.service.date
      if week <= date, date < end { notes[record.note.id] = NoteEntry(record) }
    }
    load(
      week: week,
      sessions: snapshot.sessions.filter { week <= $0.serviceDate && $0.serviceDate < end },
      appointments: snapshot.appointments.filter {
        week <= $0.serviceDate && $0.serviceDate < end
      }
    )
  }
}
