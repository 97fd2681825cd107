import Domain

/// Who leads instead: this meeting, a day's, or a week's.
extension AppState {
  func substituteMenu(_ session: SessionID) -> Menu {
    let lead = data.sessions[session]?.state.leadID
    let people = data.staff.values.filter { $0.isActive && $0.id != lead }
      .sorted { $0.code < $1.code }
    let items = zip(Menu.keys, people).map { key, person in
      MenuItem(key, "\(person.code)  \(person.name)", .substituteBy(session, person.id))
    }
    return Menu(title: "Who leads it", items: items)
  }

  /// Takes over the one meeting, or asks how much where there is more of it.
  mutating func substitute(_ id: SessionID, by staff: StaffID) -> [Effect] {
    guard let session = data.sessions[id] else { return [] }
    let one = Pending.session(id, .substitute(staff))
    let wider = substitutions(of: session, by: staff)
    guard !wider.isEmpty else { return performAndAdvance(one) }
    let name = data.staff[staff]?.shortName ?? ""
    let onward = session.groupID.map { group in
      [MenuItem("n", "the group from a day on", .form(.groupFrom(group)))]
    }
    prompt = .menu(
      Menu(
        title: "\(name) takes over",
        items: [MenuItem("1", "this meeting", .run(one))] + wider
          + (onward ?? [])
      )
    )
    return []
  }

  /// What is more than the one meeting, without what would be the same.
  private func substitutions(of session: GroupSession, by staff: StaffID) -> [MenuItem] {
    let lead = session.state.leadID
    let whose = lead == staffID ? "mine" : "\(data.staff[lead]?.code ?? "")'s"
    let date = session.serviceDate
    let rest = data.weekDays(from: data.weekStart(of: date)).filter { $0 >= date }
    let code = data.code(of: session)
    let offered: [(Unicode.Scalar, String, Substitution)] = [
      (
        "d", "all of \(whose) on \(date.dayName)",
        data.substitution(for: lead, by: staff, on: [date])
      ),
      (
        "g", "\(code) until the week's end",
        data.substitution(for: lead, by: staff, on: rest, of: session.groupID)
      ),
      (
        "w", "all of \(whose) until the week's end",
        data.substitution(for: lead, by: staff, on: rest)
      ),
    ]
    var seen: Set<Substitution> = []
    return offered.compactMap { key, label, substitution in
      guard substitution.count > 1, seen.insert(substitution).inserted else { return nil }
      let words = "\(label): \(words(of: substitution))"
      return MenuItem(key, words, .run(.substitution(substitution)))
    }
  }

  /// "2 groups and 3 appointments".
  func words(of substitution: Substitution) -> String {
    let (groups, booked) = (substitution.sessions.count, substitution.appointments.count)
    return [
      groups == 0 ? nil : groups == 1 ? "1 group" : "\(groups) groups",
      booked == 0 ? nil : booked == 1 ? "1 appointment" : "\(booked) appointments",
    ]
    .compactMap { $0 }.joined(separator: " and ")
  }
}

extension RecordWords {
  /// What somebody else takes over, in words; nil for a change of anything else.
  static func substitution(_ edits: [Edit], in state: AppState) -> String? {
    var taken = Substitution(by: StaffID(""), sessions: [])
    var people: Set<StaffID> = []
    for edit in edits {
      switch edit {
      case .session(let id, .state(let before, let after)) where before.leadID != after.leadID:
        taken.sessions.append(id)
        people.insert(after.leadID)
      case .appointment(let id, let edit)
      where edit.before.counselorID != edit.after.counselorID
        && edit.before.isWithdrawn == edit.after.isWithdrawn:
        taken.appointments.append(id)
        people.insert(edit.after.counselorID)
      default: return nil
      }
    }
    guard taken.sessions.count > 0, taken.count > 1, people.count == 1, let person = people.first
    else { return nil }
    return "\(state.words(of: taken)) -> \(state.data.staff[person]?.shortName ?? "somebody else")"
  }
}
