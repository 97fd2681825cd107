import Domain

/// The menus that Attendance opens.
extension AppState {
  /// `x`: neither here nor a no-show.
  func absenceMenu(_ session: SessionID, _ clients: [ClientID]) -> Menu {
    let who = clients.count == 1 ? name(of: clients[0]) : "\(clients.count) people"
    return Menu(
      title: who,
      items: [
        MenuItem("x", "excused", .run(.session(session, .mark(clients, Mark(.excused))))),
        MenuItem("1", "late cancel", .askReason(session, clients, .cancelledClient)),
        MenuItem("2", "on leave", .askReason(session, clients, .onLeave)),
        MenuItem("3", "not admitted", .askPhrase(session, clients, .notAdmitted)),
        MenuItem("4", "removed from the session", .askPhrase(session, clients, .removed)),
        MenuItem("5", "cancelled by the program", .askPhrase(session, clients, .cancelledProgram)),
      ]
    )
  }

  func reasonMenu(title: String, choice: (AbsenceReason) -> MenuChoice) -> Menu {
    let keys: [Unicode.Scalar] = [
      "1", "2", "3", "4", "5", "6", "7", "8", "9", "0", "a", "b", "c", "d",
    ]
    let items = zip(keys, AbsenceReason.allCases).map { MenuItem($0, $1.word, choice($1)) }
    return Menu(title: title + ", because of", items: items)
  }

  func phraseMenu(
    _ session: SessionID,
    _ clients: [ClientID],
    _ status: AttendanceStatus
  ) -> Menu {
    let pending = Pending.session(session, .mark(clients, Mark(status)))
    let phrases: [String]
    switch status {
    case .notAdmitted: phrases = ["intoxicated on arrival", "came too late", "behaviour", "unwell"]
    case .removed: phrases = ["behaviour", "intoxicated", "unwell", "broke confidentiality"]
    default: phrases = ["counselor away", "building closed", "weather", "alarm"]
    }
    let keys: [Unicode.Scalar] = ["1", "2", "3", "4"]
    var items = zip(keys, phrases).map { MenuItem($0, $1, .runBecause(pending, $1)) }
    items.append(MenuItem("5", "other words", .askBecause(pending, label: "Why?")))
    return Menu(title: "\(status.word), because of", items: items)
  }

  /// `.`: what is about the whole session and rare, as far as it can be done as things stand.
  ///
  /// - Parameters:
  ///   - session: The group.
  ///   - row: The selected row, where the menu is opened over the roster.
  /// - Returns: The menu, with the row's minutes where it has any.
  func sessionMenu(_ session: GroupSession, _ row: AttendanceRow?) -> Menu {
    let id = session.id
    var items = endingItems(session)
    if !session.state.status.isCancelled {
      items.append(MenuItem("s", "substitute leads it", .substitute(id)))
      if session.state.actualStart != nil {
        items.append(MenuItem("t", "when it began, or ended", .command(.groupTimes)))
      }
      items.append(MenuItem("o", "its topic", .askTopic(id)))
    }
    if session.state.status == .scheduled {
      let label = "another day, time, room or lead, this once"
      items.append(MenuItem("v", label, .form(.oneSession(id))))
    }
    if let row { items = decisions(on: row, in: session) + items }
    if let row, row.status.isAttended {
      let label = "minutes of \(name(of: row.clientID)), with a reason"
      items.append(MenuItem("m", label, .command(.creditMinutes)))
    }
    return Menu(title: data.title(of: session), items: items)
  }

  /// How it ends, or begins again: what the domain would refuse as things stand isn't offered.
  private func endingItems(_ session: GroupSession) -> [MenuItem] {
    let id = session.id
    switch session.state.status {
    case .scheduled:
      return [
        MenuItem(
          "c",
          "cancelled by the program, with a reason",
          .askBecause(.session(id, .cancel), label: "Why is it cancelled?")
        )
      ]
    case .inProgress:
      return [
        MenuItem(
          "e",
          "end early, with a reason",
          .askBecause(.session(id, .finish), label: "Why does it end early?")
        )
      ]
    case .completed, .cancelledNoAttendees:
      guard session.serviceDate == today else { return [] }
      return [
        MenuItem(
          "r",
          "reopen, with a reason",
          .askBecause(.session(id, .reopen), label: "Why is it reopened?")
        )
      ]
    case .cancelledByProgram, .unknown: return []
    }
  }
}
