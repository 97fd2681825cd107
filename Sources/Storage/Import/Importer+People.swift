import Domain

/// Staff, rooms and clients.
extension Importer {
  /// Knows all codes before the first row is taken: a supervisor may stand below.
  mutating func takeSupervisors(_ table: ImportTable) {
    for row in table.rows {
      guard let code = row.optional("code"), staff[code] == nil else { continue }
      staff[code] = makeIDs.next(.staff)
    }
  }

  mutating func takeStaff(_ row: inout ImportRow) {
    let code = row.value("code", "two or three letters") { text in
      (2...3).contains(text.count) && text.allSatisfy { $0.isLetter || $0.isNumber } ? text : nil
    }
    let name = row.text("name")
    let role = row.word("role", StaffRole.self)
    let supervisor = staffID("supervisor", in: &row)
    if role == .trainee, row.optional("supervisor") == nil {
      row.fail("supervisor", "a trainee has a supervisor; expected the supervisor's code")
    }
    guard let code, let id = staff[code] else { return }
    if supervisor == id { row.fail("supervisor", "nobody supervises himself") }
    guard isFirst(code, in: row) else {
      return row.fail("code", "the code \"\(code)\" stands twice")
    }
    guard let name, let role else { return }
    if let old = existing.staff.first(where: { $0.id == id }) {
      var new = old
      (new.name, new.role) = (name, .known(role))
      new.credentials = row.optional("credentials") ?? old.credentials
      new.supervisorID = supervisor ?? old.supervisorID
      if let new = changed(old, to: new, code, in: row, as: { $0 }) { result.staff.append(new) }
      return
    }
    result.staff.append(
      Staff(
        id: id,
        code: code,
        name: name,
        credentials: row.optional("credentials") ?? "",
        role: .known(role),
        supervisorID: supervisor
      )
    )
  }

  mutating func takeRoom(_ row: inout ImportRow) {
    let name = row.text("name")
    let capacity = row.value("capacity", "a number from 1 to 1000", ImportRow.count)
    let kind = row.optionalWord("kind", RoomKind.self) ?? .group
    guard let name else { return }
    guard isFirst(name, in: row) else {
      return row.fail("name", "the room \"\(name)\" stands twice")
    }
    if let old = existing.rooms.first(where: { $0.id == rooms[name] }) {
      var new = old
      new.capacity = capacity ?? old.capacity
      if row.optional("kind") != nil { new.kind = .known(kind) }
      if let new = changed(old, to: new, name, in: row, as: { $0 }) { result.rooms.append(new) }
      return
    }
    let id: RoomID = makeIDs.next(.room)
    rooms[name] = id
    guard let capacity else { return }
    result.rooms.append(Room(id: id, name: name, capacity: capacity, kind: .known(kind)))
  }

  mutating func takeClient(_ row: inout ImportRow) {
    let first = row.text("legalFirst")
    let last = row.text("legalLast")
    let birthDate = row.date("birthDate")
    guard let mrn = row.text("mrn") else { return }
    guard isFirst(mrn, in: row) else {
      return row.fail("mrn", "the number \"\(mrn)\" stands twice")
    }
    if let old = existing.clients.first(where: { $0.id == clients[mrn] }) {
      let known = takeKnownStay(of: old.id, &row, birthDate: birthDate)
      guard let first, let last, let birthDate, row.problems.isEmpty else {
        unclear.insert(old.id)
        return
      }
      var new = old
      (new.legalFirst, new.legalLast, new.birthDate) = (first, last, birthDate)
      details(of: &new, row)
      if let new = changed(old, to: new, mrn, in: row, isNews: !known, as: { $0 }) {
        result.clients.append(new)
      }
      return
    }
    let id: ClientID = makeIDs.next(.client)
    clients[mrn] = id
    takeEpisode(of: id, &row, birthDate: birthDate)
    if !row.problems.isEmpty { unclear.insert(id) }
    guard let first, let last, let birthDate else { return }
    var client = Client(id: id, mrn: mrn, legalFirst: first, legalLast: last, birthDate: birthDate)
    details(of: &client, row)
    result.clients.append(client)
  }

  /// What may be left out; an empty cell leaves what is there.
  private func details(of client: inout Client, _ row: ImportRow) {
    client.preferredName = row.optional("preferredName") ?? client.preferredName
    client.pronouns = row.optional("pronouns") ?? client.pronouns
    guard let number = row.optional("phone"), number != client.phones.first?.number else { return }
    if client.phones.isEmpty {
      client.phones = [Phone(number: number)]
    } else {
      client.phones[0].number = number
    }
  }

  /// The stay of a client of the program: the same as there, or a first one.
  ///
  /// - Returns: Whether it is there already, or none is told.
  private mutating func takeKnownStay(
    of client: ClientID,
    _ row: inout ImportRow,
    birthDate: CalendarDate?
  ) -> Bool {
    guard row.optional("admittedOn") != nil, let date = row.date("admittedOn") else { return true }
    let stays = (episodes[client] ?? []).filter { $0.enteredInError == nil }
    guard !stays.isEmpty else {
      takeEpisode(of: client, &row, birthDate: birthDate)
      return false
    }
    let elsewhere = "; such a change has a day: make it in the program"
    guard let stay = stays.first(where: { $0.admittedOn == date }) else {
      row.fail("admittedOn", "the program has another admission\(elsewhere)")
      return true
    }
    let end = stay.dischargedOn ?? .latest
    if let level = row.optional("level"), !stay.levels.contains(where: { $0.level == level }) {
      row.fail("level", "the program has another level\(elsewhere)")
    }
    if let track = row.optional("track"), track != stay.track.stored {
      row.fail("track", "the program has another track\(elsewhere)")
    }
    if let person = staffID("counselor", in: &row),
      !stay.counselors.contains(where: { $0.staffID == person && $0.from <= end })
    {
      row.fail("counselor", "the program has another counselor\(elsewhere)")
    }
    return true
  }

  /// A client who is admitted gets an episode, with its level and counselor from the first day.
  private mutating func takeEpisode(
    of client: ClientID,
    _ row: inout ImportRow,
    birthDate: CalendarDate?
  ) {
    let level = row.optionalValue(
      "level",
      "one of " + LevelOfCarePeriod.known.joined(separator: ", ")
    ) {
      LevelOfCarePeriod.known.contains($0) ? $0 : nil
    }
    let track = row.optionalWord("track", Track.self)
    let counselor = staffID("counselor", in: &row)
    guard row.optional("admittedOn") != nil else {
      for column in ["level", "track", "counselor"] where row.optional(column) != nil {
        row.fail(column, "it belongs to an admission; expected a date in admittedOn")
      }
      return
    }
    guard let admittedOn = row.date("admittedOn") else { return }
    if let birthDate, admittedOn < birthDate {
      row.fail("admittedOn", "it lies before the date of birth, \(birthDate)")
    }
    var episode = Episode(id: makeIDs.next(.episode), clientID: client, admittedOn: admittedOn)
    episode.track = .known(track ?? .day)
    episode.levels = [LevelOfCarePeriod(level: level ?? "2.1", from: admittedOn)]
    if let counselor {
      episode.counselors = [CounselorAssignment(staffID: counselor, from: admittedOn)]
    }
    episodes[client] = [episode]
    result.episodes.append(episode)
  }
}
