package import Domain
package import TerminalCore

/// One client as the list of clients says it.
package struct ClientRow: Equatable, Sendable {
  package var id: ClientID
  package var name: String
  package var code: String
  package var level = ""
  package var track = ""
  package var counselor = ""
  package var admitted: CalendarDate?
  /// "6.0/9", empty where there is no stay this week.
  package var hours = ""
  package var state = ""
  package var stateRole = Role.dim
  package var lastSeen: CalendarDate?
  package var next: Instant?
  /// Minutes that are missing, for sorting; more is more urgent.
  var need = 0
  var isMine = false
  var stage = ClientStage.inquiry
  /// What is searched in, folded.
  var words = ""
}

/// The columns by which the clients can be sorted, from left to right.
package enum ClientSort: Hashable, Sendable, CaseIterable {
  case name, code, level, track, counselor, admitted, hours, lastSeen, next

  package var word: String {
    switch self {
    case .name: "name"
    case .code: "code"
    case .level: "level"
    case .track: "track"
    case .counselor: "counselor"
    case .admitted: "admission"
    case .hours: "hours still missing"
    case .lastSeen: "last seen"
    case .next: "next session"
    }
  }
}

/// The screen of all clients.
package struct ClientsState: Equatable, Sendable {
  package var cursor: ClientID?
  package var showsAll = false
  package var sort = ClientSort.name
  package var filter: String?
  /// Shows only those who stand there; nil is everyone.
  package var stage: ClientStage?
  /// What the next new client's form begins with.
  var last: LastAdmission?
}

/// How somebody was admitted: often the next one is, too.
struct LastAdmission: Equatable, Sendable {
  var level: String?
  var track: String?
  var counselor: StaffID?
  var groups: [GroupID]
}

/// The rows of the list, made once for each change of what they say or of their order.
struct KnownClients: Equatable, Sendable {
  var basis: Basis?
  var all: [ClientRow] = []
  var view: View?
  var rows: [ClientRow] = []
  /// How many match of all, not only of one's own.
  var matching = 0

  struct Basis: Equatable, Sendable {
    var order: Int
    var weeks: Int
    var clients: Int
    var minute: Int64
    var staff: StaffID?
    var isFull: Bool
  }

  struct View: Equatable, Sendable {
    var showsAll: Bool
    var sort: ClientSort
    var filter: String?
    var stage: ClientStage?
  }
}

extension AppState {
  /// The clients in the order and narrowing of their screen.
  package var clientRows: [ClientRow] { knownClients.rows }

  /// How many of all clients the narrowing of the list leaves.
  package var matchingClients: Int { knownClients.matching }

  package var selectedClientRow: Int {
    clientRows.firstIndex { $0.id == clients.cursor } ?? 0
  }

  /// Makes the rows again if anything they rest on has changed.
  mutating func refreshClientRows() {
    guard screen == .clients else { return }
    let basis = KnownClients.Basis(
      order: data.highestOrder,
      weeks: data.weeks.count,
      clients: data.clients.count,
      minute: now.secondsSince1970 / 60,
      staff: staffID,
      isFull: showsFullNames
    )
    let view = KnownClients.View(
      showsAll: clients.showsAll,
      sort: clients.sort,
      filter: clients.filter,
      stage: clients.stage
    )
    guard knownClients.basis != basis || knownClients.view != view else { return }
    // Another narrowing begins at its top.
    let place =
      knownClients.view == view ? clientRows.firstIndex { $0.id == clients.cursor } : nil
    if knownClients.basis != basis { knownClients.all = ClientRows(self).rows }
    knownClients.basis = basis
    knownClients.view = view
    let query = (clients.filter ?? "").split(separator: " ").map { String($0).folded }
    let found = knownClients.all.filter { row in
      (clients.stage.map { row.stage.isListed(under: $0) } ?? true)
        && query.allSatisfy { row.words.contains($0) }
    }
    knownClients.matching = found.count
    let rows = found.filter { row in
      (clients.showsAll || row.isMine)
        && (clients.stage != nil || clients.showsAll || !row.stage.isAfter)
    }
    knownClients.rows = rows.sorted { $0.isBefore($1, by: clients.sort) }
    keepClientCursor(at: place)
  }

  /// Stays in its place where the selected one has left the list by what became of them.
  private mutating func keepClientCursor(at place: Int?) {
    guard let place, !clientRows.isEmpty, !clientRows.contains(where: { $0.id == clients.cursor })
    else { return }
    clients.cursor = clientRows[min(place, clientRows.count - 1)].id
  }

  /// Selects a client who was just added; whatever narrows the list to others gives way.
  mutating func showInList(_ client: ClientID?) {
    guard screen == .clients, let client else { return }
    clients.cursor = client
    refreshClientRows()
    if !clientRows.contains(where: { $0.id == client }) {
      clients.filter = nil
      clients.stage = nil
      refreshClientRows()
    }
    if !clientRows.contains(where: { $0.id == client }) {
      clients.showsAll = true
      refreshClientRows()
    }
    clients.cursor = client
  }
}

extension ClientRow {
  fileprivate func isBefore(_ other: ClientRow, by sort: ClientSort) -> Bool {
    let isLess: Bool? =
      switch sort {
      case .name: compare(name.folded, other.name.folded)
      case .code: compare(code, other.code)
      case .level: compare(level, other.level)
      case .track: compare(track, other.track)
      case .counselor: compare(counselor, other.counselor)
      case .admitted: compare(admitted ?? .latest, other.admitted ?? .latest)
      case .hours: compare(other.need, need)
      case .lastSeen: compare(lastSeen ?? .earliest, other.lastSeen ?? .earliest)
      case .next: compare(next ?? .latest, other.next ?? .latest)
      }
    return isLess ?? ((code, id) < (other.code, other.id))
  }

  private func compare<Value: Comparable>(_ own: Value, _ other: Value) -> Bool? {
    own == other ? nil : own < other
  }
}

/// Makes the rows of all clients in one pass over what they are made of.
private struct ClientRows {
  let state: AppState
  private let stays: [ClientID: Episode]
  private let hours: [ClientID: WeekHours]
  private let next: [ClientID: Instant]

  init(_ state: AppState) {
    self.state = state
    let data = state.data
    var stays: [ClientID: Episode] = [:]
    for stay in data.episodes.values where stay.enteredInError == nil {
      let known = stays[stay.clientID]
      if known == nil || known?.admittedOn ?? stay.admittedOn < stay.admittedOn {
        stays[stay.clientID] = stay
      }
    }
    self.stays = stays
    let week = data.weekStart(of: state.today)
    let all = data.weekHours(week: week, now: state.now).map { ($0.client, $0.hours) }
    hours = Dictionary(all) { first, _ in first }
    next = data.nextServices(after: state.now)
  }

  var rows: [ClientRow] {
    state.data.clients.values.filter { $0.enteredInError == nil }.map(row)
  }

  private func row(_ client: Client) -> ClientRow {
    let data = state.data
    var row = ClientRow(id: client.id, name: state.plainName(of: client.id), code: client.mrn)
    row.words = "\(client.mrn) \(client.fullName) \(client.legalFirst)".folded
    row.next = next[client.id]
    row.lastSeen = data.lastSeen(of: client.id, before: state.now)?.date
    row.stage = ClientStage(of: client, latest: stays[client.id], on: state.today)
    row.state = row.stage.word
    guard let stay = stays[client.id] else {
      row.isMine = true
      return row
    }
    let date = stay.dischargedOn.map { min($0, state.today) } ?? state.today
    let level = stay.level(on: max(date, stay.admittedOn)) ?? stay.levels.last
    row.level = level?.level ?? ""
    row.track = stay.track.stored
    row.admitted = stay.admittedOn
    let counselor = stay.counselor(on: max(date, stay.admittedOn)) ?? stay.counselors.last?.staffID
    row.counselor = counselor.flatMap { data.staff[$0]?.code } ?? ""
    row.isMine = counselor == nil || counselor == state.staffID
    if let leave = stay.leave(on: state.today) {
      row.state = "on leave: \(leave.reason)"
    } else if row.stage.isInCare, let hours = hours[client.id] {
      row.hours = HourWords.week(hours)
      row.state = hours.state.word
      row.stateRole = hours.state.role
      row.need = hours.slack.map { max(0, -$0) * 1000 } ?? 0
      row.need += hours.minimum.map { max(0, $0 - hours.credited) } ?? 0
    }
    return row
  }
}
