package import Domain

/// What others did in the data folder meanwhile, on the screen of whoever sits here.
extension AppState {
  /// Takes over what was read: every selection stays on its person, whatever is typed stays.
  ///
  /// - Returns: What the person at the keyboard has to know; nil where nothing needs words.
  mutating func take(_ data: ProgramData) -> String? {
    let before = self.data
    let chosen = chosen
    self.data = data
    readUndo()
    if day.session == nil || openSession == nil { selectDefaults() }
    attendance.selected.formIntersection(openSession?.rows.map(\.clientID) ?? [])
    keep(chosen: chosen)
    let known = Set(before.problems)
    report(data.problems.filter { !known.contains($0) })
    let changes = newChanges(since: before)
    for change in changes { tell(change) }
    return differing(in: changes) ?? changedQuestion(changes)
  }

  /// What was done to records that were here before, oldest first; own changes aren't among it.
  private func newChanges(since before: ProgramData) -> [Change] {
    var changes: [Change] = []
    func add<EditOfFile>(
      _ entries: [HistoryEntry<EditOfFile>],
      _ known: [HistoryEntry<EditOfFile>],
      _ edit: (EditOfFile) -> Edit
    ) {
      let known = Set(known.map { KnownEntry(id: $0.change, kind: $0.kind) })
      // An import is told as a whole by whoever made it.
      for entry in entries
      where entry.reason != Change.importReason
        && !known.contains(KnownEntry(id: entry.change, kind: entry.kind))
      {
        changes.append(Change(entry, edits: [edit(entry.edit)]))
      }
    }
    for (id, session) in data.sessions {
      guard let old = before.sessions[id], old.history != session.history else { continue }
      add(session.history, old.history) { .session(id, $0) }
    }
    for (id, meeting) in data.appointments {
      guard let old = before.appointments[id], old.history != meeting.history else { continue }
      add(meeting.history, old.history) { .appointment(id, $0) }
    }
    for (id, client) in data.clients {
      add(client.history, before.kept(id)?.history ?? client.history) { .client(id, $0) }
    }
    for (id, stay) in data.episodes {
      add(stay.history, before.kept(id)?.history ?? stay.history) { .episode(id, $0) }
    }
    for (id, one) in data.followUps {
      // Of a client who wasn't here before, nothing is news.
      let known = before.clients[one.clientID] == nil ? one.history : []
      add(one.history, before.kept(id)?.history ?? known) { .followUp(id, $0) }
    }
    for (id, group) in data.groups {
      add(group.history, before.kept(id)?.history ?? []) { .group(id, $0) }
    }
    for (id, person) in data.staff {
      add(person.history, before.kept(id)?.history ?? []) { .staff(id, $0) }
    }
    return changes.sorted { ($0.order, $0.id) < ($1.order, $1.id) }
  }

  private struct KnownEntry: Hashable {
    let id: ChangeID
    let kind: ChangeKind
  }

  /// Puts somebody's change on the list of messages; the status line is about the person's own.
  private mutating func tell(_ change: Change) {
    // The list isn't for the room, and stays behind when the room has gone.
    var alone = self
    alone.roomMode = .off
    messages.append(Message(at: now, text: alone.words(of: change), tone: .plain))
    if messages.count > 200 { messages.removeFirst(messages.count - 200) }
  }

  /// Who did what, in words.
  private func words(of change: Change) -> String {
    let words = ChangeWords.words(of: change, in: self)
    let who = data.staff[change.by]?.code ?? "Someone"
    switch change.kind {
    case .done: return "\(who): \(words)"
    case .undo: return "\(who) took back: \(words)"
    case .redo: return "\(who) again: \(words)"
    case .differs: return "\(who), differs: \(words)"
    }
  }

  // MARK: Two marks of one person

  /// The sentence about the first of new changes that differs from what stands.
  private func differing(in changes: [Change]) -> String? {
    for change in changes where change.kind == .differs {
      for edit in change.edits {
        switch edit {
        case .session(let id, .row(let client, _, _)):
          guard let words = differenceWords(of: client, in: id) else { continue }
          return "\(name(of: client)) marked twice: \(words); . decides."
        case .appointment(let id, _):
          guard let meeting = data.appointments[id], let words = differenceWords(of: meeting) else {
            continue
          }
          return "\(name(of: meeting.clientID)) marked twice: \(words); . decides."
        case .session(_, .state), .client, .episode, .staff, .room, .calendar, .group, .followUp:
          continue
        }
      }
    }
    return nil
  }

  private func differenceWords(of client: ClientID, in id: SessionID) -> String? {
    guard let session = data.sessions[id], let row = session.row(of: client) else { return nil }
    let stands = ChangeWords.statusWords(row, in: self)
    return session.differences(of: client).last.map {
      "\(stands) stands, \(other($0, than: row, in: session)) differs"
    }
  }

  private func differenceWords(of meeting: Appointment) -> String? {
    let stands = ChangeWords.appointmentWords(meeting.state, in: self)
    return meeting.differences.last.map { "\(stands) stands, \(other($0)) differs" }
  }

  /// "differs: Late 09:12 by MQ".
  package func differs(
    _ entry: HistoryEntry<SessionEdit>,
    from row: AttendanceRow,
    in session: GroupSession
  ) -> String {
    "differs: \(other(entry, than: row, in: session))"
  }

  package func differs(_ entry: HistoryEntry<AppointmentEdit>) -> String {
    "differs: \(other(entry))"
  }

  private func other(
    _ entry: HistoryEntry<SessionEdit>,
    than row: AttendanceRow,
    in session: GroupSession
  ) -> String {
    guard case .row(_, _, let after) = entry.edit else { return "" }
    let words = ChangeWords.rowWords(row, after, of: session.id, in: self)
    return "\(words) by \(data.staff[entry.by]?.code ?? "someone")"
  }

  private func other(_ entry: HistoryEntry<AppointmentEdit>) -> String {
    let words = ChangeWords.appointmentWords(entry.edit.after, in: self)
    return "\(words) by \(data.staff[entry.by]?.code ?? "someone")"
  }

  /// The choice between marks that differ, first in the row's menu.
  func decisions(on row: AttendanceRow, in session: GroupSession) -> [MenuItem] {
    let open = session.differences(of: row.clientID)
    guard !open.isEmpty else { return [] }
    let who = name(of: row.clientID)
    let stands = "keep \(who) \(ChangeWords.statusWords(row, in: self))"
    let decide = { (change: ChangeID?) -> MenuChoice in
      .run(.session(session.id, .decide(row.clientID, change)))
    }
    return [MenuItem("k", stands, decide(nil))]
      + zip(Self.otherKeys, open).map { key, entry in
        MenuItem(key, "\(who) \(differs(entry, from: row, in: session))", decide(entry.change))
      }
  }

  func decisions(on meeting: Appointment) -> [MenuItem] {
    let open = meeting.differences
    guard !open.isEmpty else { return [] }
    let stands = "keep \(ChangeWords.appointmentWords(meeting.state, in: self))"
    let decide = { (change: ChangeID?) -> MenuChoice in
      .run(.appointment(meeting.id, .decide(change)))
    }
    return [MenuItem("k", stands, decide(nil))]
      + zip(Self.otherKeys, open).map { key, entry in
        MenuItem(key, differs(entry), decide(entry.change))
      }
  }

  /// "o" is the other one; more than one differ only where three people marked at once.
  private static var otherKeys: [Unicode.Scalar] { ["o", "v", "w"] }

  // MARK: What is asked meanwhile

  /// What to say where an open question is about something that others just changed.
  private mutating func changedQuestion(_ changes: [Change]) -> String? {
    guard let subject = prompt?.subject ?? covered.last?.subject,
      let change = changes.last(where: { subject.isTouched(by: $0) })
    else { return nil }
    let sentence = words(of: change) + ". Look again before you answer."
    if case .line(var line) = prompt {
      line.problem = sentence
      prompt = .line(line)
    }
    if case .question(var question) = prompt {
      question.lines.append(sentence)
      prompt = .question(question)
    }
    return sentence
  }

  private var chosen: PickList.Item? {
    guard case .pick(let pick) = prompt else { return nil }
    let lines = PickList.lines(of: self, pick)
    return lines.indices.contains(pick.picker.cursor) ? lines[pick.picker.cursor].item : nil
  }

  /// Puts the choice in an open list back onto the same person or thing.
  private mutating func keep(chosen: PickList.Item?) {
    // Without a choice of one's own the first line stays chosen.
    guard let chosen, case .pick(var pick) = prompt,
      pick.picker.cursor > 0 || !pick.picker.query.text.isEmpty,
      let place = PickList.lines(of: self, pick).firstIndex(where: { $0.item.isSame(as: chosen) })
    else { return }
    pick.picker.cursor = place
    prompt = .pick(pick)
  }
}

extension PickList.Item {
  /// Whether it is the same person or thing, whatever else changed.
  fileprivate func isSame(as other: PickList.Item) -> Bool {
    if case .client(let id, _) = self, case .client(let otherID, _) = other { return id == otherID }
    return self == other
  }
}
