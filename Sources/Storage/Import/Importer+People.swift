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
    if isTaken(code, in: existing.staff.map(\.code) + result.staff.map(\.code)) {
      return row.fail("code", "the code \"\(code)\" is taken")
    }
    guard let name, let role else { return }
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

  private func isTaken(_ text: String, in texts: [String]) -> Bool { texts.contains(text) }

  mutating func takeRoom(_ row: inout ImportRow) {
    let name = row.text("name")
    let capacity = row.value("capacity", "a number from 1 to 1000", ImportRow.count)
    let kind = row.optionalWord("kind", RoomKind.self) ?? .group
    guard let name else { return }
    guard rooms[name] == nil else {
      return row.fail("name", "there is already a room \"\(name)\"")
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
    guard clients[mrn] == nil else {
      return row.fail("mrn", "the number \"\(mrn)\" is taken")
    }
    let id: ClientID = makeIDs.next(.client)
    clients[mrn] = id
    takeEpisode(of: id, &row, birthDate: birthDate)
    if !row.problems.isEmpty { unclear.insert(id) }
    guard let first, let last, let birthDate else { return }
    var client = Client(id: id, mrn: mrn, legalFirst: first, legalLast: last, birthDate: birthDate)
    client.preferredName = row.optional("preferredName")
    client.pronouns = row.optional("pronouns")
    if let number = row.optional("phone") { client.phones = [Phone(number: number)] }
    result.clients.append(client)
  }

  /// A client who is admitted gets an episode, with its level and counselor from the first day.
  private mutating func takeEpisode(
    of client: ClientID,
    _ row: inout ImportRow,
    birthDate: CalendarDate?
  ) {
    let level = row.optionalValue("level", "one of " + Self.levels.joined(separator: ", ")) {
      Self.levels.contains($0) ? $0 : nil
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

  /// The codes of levels of care, of both editions.
  private static let levels = [
    "0.5", "1", "1.0", "1.5", "1.7", "2.1", "2.5", "2.7", "3.1", "3.3", "3.5", "3.7", "4", "4.0",
    "OTP",
  ]
}
