import Domain

/// What an import brought, in words.
enum ImportWords {
  /// What people call the record that an edit is about.
  static func name(of edit: Edit, in data: ProgramData) -> String {
    switch edit {
    case .client(let id, _): data.kept(id)?.mrn ?? "A client"
    case .episode(_, let edit):
      "The stay of \(mrn((edit.after ?? edit.before)?.clientID, in: data))"
    case .staff(let id, _): data.kept(id)?.code ?? "Somebody of the staff"
    case .room(let id, _): data.kept(id)?.name ?? "A room"
    case .group(let id, .enrollment(_, let edit)):
      "\(mrn((edit.after ?? edit.before)?.clientID, in: data)) in \(data.kept(id)?.code ?? "a group")"
    case .group(let id, _): data.kept(id)?.code ?? "A group"
    case .appointment(let id, _):
      "The appointment of \(mrn(data.appointments[id]?.clientID, in: data))"
        + (data.appointments[id].map { " on \($0.serviceDate)" } ?? "")
    case .session: "A meeting"
    case .calendar(let date, _): "The calendar's \(date)"
    case .followUp: "An attempt to reach a client"
    }
  }

  private static func mrn(_ client: ClientID?, in data: ProgramData) -> String {
    client.flatMap { data.kept($0)?.mrn } ?? "a client"
  }

  /// "12 clients, 24 places in groups, 3 changes".
  static func counts(of change: Change, plans: Int) -> String {
    var counts: [String: Int] = ["plan": plans]
    for edit in change.edits {
      if let word = word(for: edit) { counts[word, default: 0] += 1 }
    }
    let order = [
      "counselor", "room", "client", "admission", "group", "place in a group", "appointment",
      "plan", "change",
    ]
    return order.compactMap { word in
      guard let count = counts[word], count > 0 else { return nil }
      let many = word == "place in a group" ? "places in groups" : word + "s"
      return "\(count) \(count == 1 ? word : many)"
    }
    .joined(separator: ", ")
  }

  /// What an edit counts as; nil for what is told by another one.
  private static func word(for edit: Edit) -> String? {
    switch edit {
    case .client(_, let edit):
      edit.before == nil ? "client" : edit.before == edit.after ? nil : "change"
    case .episode(_, let edit): edit.before == nil ? "admission" : "change"
    case .staff(_, let edit): edit.before == nil ? "counselor" : "change"
    case .room(_, let edit): edit.before == nil ? "room" : "change"
    case .group(_, .series(let edit)): edit.before == nil ? "group" : "change"
    case .group(_, .enrollment(_, let edit)): edit.before == nil ? "place in a group" : "change"
    case .appointment: "appointment"
    case .group(_, .cursor), .calendar, .session, .followUp: nil
    }
  }
}
