package import Domain

/// Chooses one of many by typing parts of it.
package struct PickPrompt: Equatable, Sendable {
  package var purpose: PickPurpose
  package var picker: Picker

  package init(_ purpose: PickPurpose, picker: Picker = Picker()) {
    self.purpose = purpose
    self.picker = picker
  }
}

/// What is picked, and what for.
package enum PickPurpose: Hashable, Sendable {
  /// Who sits at the keyboard.
  case counselor
  /// A person from the whole caseload for a session's roster.
  case walkIn(SessionID)
  /// What a meeting is about.
  case topic(SessionID)
  /// For a field of the form below.
  case field(FieldID, PickSource)
}

/// The lines of a picker, best first.
package enum PickList {
  package struct Line: Equatable, Sendable {
    package var item: Item
    /// The short column on the left: a code or a name.
    package var left: String
    package var text: String
    /// Whether it can be chosen; else the text says why not.
    package var isAllowed = true
  }

  package enum Item: Hashable, Sendable {
    case client(ClientID, EpisodeID?)
    case staff(StaffID)
    case group(GroupID)
    case room(RoomID)
    /// A topic; nil is the one that the curriculum has.
    case topic(String?)
  }

  package static func lines(of state: AppState, _ prompt: PickPrompt) -> [Line] {
    let query = prompt.picker.query.text
    switch prompt.purpose {
    case .counselor: return ranked(staff(of: state), by: query)
    case .walkIn(let session): return WalkInList.lines(of: state, session, query)
    case .topic(let session): return TopicList.lines(of: state, session, query)
    case .field(let field, let source):
      let chosen = Self.chosen(in: field, of: state)
      return lines(of: state, source, query).filter { !chosen.contains($0.item.identifier) }
    }
  }

  private static func lines(of state: AppState, _ source: PickSource, _ query: String) -> [Line] {
    switch source {
    case .staff: ranked(staff(of: state), by: query)
    case .clients: ranked(clients(of: state), by: query)
    case .groups: ranked(groups(of: state), by: query)
    case .rooms: ranked(rooms(of: state), by: query)
    }
  }

  /// What a field that takes many has already.
  private static func chosen(in field: FieldID, of state: AppState) -> Set<String> {
    guard case .form(let form) = state.covered.last,
      let asked = form.fields.first(where: { $0.id == field }),
      case .pick(_, isMany: true) = asked.kind
    else { return [] }
    return Set(asked.chosen.map(\.id))
  }

  /// Those that match; what begins with the query stands first.
  private static func ranked(_ lines: [(line: Line, words: String)], by query: String) -> [Line] {
    let found = lines.filter { Search.matches(query, $0.words) }
    guard let start = query.split(separator: " ").first.map({ String($0).folded }) else {
      return found.map(\.line)
    }
    let begins = { (words: String) -> Bool in
      words.folded.split(separator: " ").contains { $0.hasPrefix(start) }
    }
    return (found.filter { begins($0.words) } + found.filter { !begins($0.words) }).map(\.line)
  }

  private static func staff(of state: AppState) -> [(line: Line, words: String)] {
    let people = state.data.staff.values.filter(\.isActive).sorted { $0.code < $1.code }
    return people.map { person in
      let credentials = person.credentials.isEmpty ? "" : ", \(person.credentials)"
      let line = Line(
        item: .staff(person.id),
        left: person.code,
        text: person.name + credentials
      )
      return (line, "\(person.code) \(person.name)")
    }
  }

  private static func clients(of state: AppState) -> [(line: Line, words: String)] {
    let clients = state.data.clients.values.filter { $0.enteredInError == nil }
      .sorted { ($0.mrn, $0.id) < ($1.mrn, $1.id) }
    return clients.map { client in
      let line = Line(
        item: .client(client.id, nil),
        left: client.mrn,
        text: state.name(of: client.id)
      )
      return (line, "\(client.mrn) \(client.fullName) \(client.legalFirst)")
    }
  }

  private static func groups(of state: AppState) -> [(line: Line, words: String)] {
    state.data.groups.values.sorted { ($0.code, $0.id) < ($1.code, $1.id) }.map { group in
      let plan = group.asOf(state.today)
      var when = "\(TypedWeekdays.words(plan.weekdays)) \(plan.start)"
      if let next = group.changes(after: state.today).first {
        let days = TypedWeekdays.words(next.plan.weekdays)
        when += ", from \(next.from.shortName) \(days) \(next.plan.start)"
      }
      let line = Line(item: .group(group.id), left: group.code, text: "\(group.title), \(when)")
      return (line, "\(group.code) \(group.title)")
    }
  }

  private static func rooms(of state: AppState) -> [(line: Line, words: String)] {
    state.data.rooms.values.sorted { ($0.name, $0.id) < ($1.name, $1.id) }.map { room in
      (
        Line(item: .room(room.id), left: "", text: "\(room.name), \(room.capacity) places"),
        room.name
      )
    }
  }
}

extension PickList.Item {
  /// The identifier, for a form's field.
  var identifier: String {
    switch self {
    case .client(let id, _): id.rawValue
    case .staff(let id): id.rawValue
    case .group(let id): id.rawValue
    case .room(let id): id.rawValue
    case .topic(let topic): topic ?? ""
    }
  }
}
