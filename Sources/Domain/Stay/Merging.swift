/// Two records of one person made one.
///
/// The second one stays, marked as entered in error; what is still to come moves to the first. What
/// was marked or signed is never moved: the record that has it is the one to keep.
package struct ClientMerge: Hashable, Sendable {
  /// The record that goes.
  package var from: ClientID
  /// The record that stays.
  package var into: ClientID
  /// The identifier of a stay that may have to be made for the one that stays.
  package var episodeID: EpisodeID
  /// Identifiers of the appointments that are booked anew, as many as may be needed.
  package var appointmentIDs: [AppointmentID]

  package init(
    _ from: ClientID,
    into: ClientID,
    episodeID: EpisodeID,
    appointmentIDs: [AppointmentID]
  ) {
    self.from = from
    self.into = into
    self.episodeID = episodeID
    self.appointmentIDs = appointmentIDs
  }
}

extension ProgramData {
  /// Somebody else who has a client's name and birth date: perhaps the same person.
  package func twin(of client: Client) -> Client? {
    let name = (client.legalFirst + " " + client.legalLast).folded
    return clients.values.sorted { ($0.mrn, $0.id) < ($1.mrn, $1.id) }.first {
      $0.id != client.id && $0.enteredInError == nil && $0.birthDate == client.birthDate
        && ($0.legalFirst + " " + $0.legalLast).folded == name
    }
  }

  /// Two who differ in name and birth date are hardly one person; and of one who was there before the weeks
  /// that are looked through, marks may be left behind.
  func doubts(about merge: ClientMerge) -> [String] {
    guard let one = clients[merge.from], let other = clients[merge.into] else { return [] }
    var doubts: [String] = []
    if one.birthDate != other.birthDate, one.legalFirst.folded != other.legalFirst.folded,
      one.legalLast.folded != other.legalLast.folded
    {
      doubts.append("\(one.mrn) and \(other.mrn) differ in name and in birth date.")
    }
    if let old = stayFromBefore(of: one.id) {
      doubts.append(
        "\(one.mrn) is here since \(old.admittedOn.shortName): what was marked or written so long "
          + "ago isn't looked through, and would stay there."
      )
    }
    return doubts
  }

  /// The booked appointments of a client that are still to come, by time.
  package func appointmentsToMove(of client: ClientID, after now: Instant) -> [Appointment] {
    appointments.values.filter {
      $0.clientID == client && $0.state.status == .booked && !$0.state.isWithdrawn
        && $0.state.scheduledStart > now
    }.sorted { ($0.state.scheduledStart, $0.id) < ($1.state.scheduledStart, $1.id) }
  }

  /// The edits, and the appointments that are booked by them.
  func edits(
    merging merge: ClientMerge,
    _ stamp: Stamp
  ) throws(RuleViolation) -> (edits: [Edit], booked: [Appointment]) {
    guard let from = clients[merge.from]?.bare, let into = clients[merge.into]?.bare,
      from.id != into.id, from.enteredInError == nil, into.enteredInError == nil
    else { throw .fact(.client, "That takes two records; choose the one that stays.") }
    try checkMovable(from, into: into.id)
    let today = today(at: stamp.now)
    let error = EnteredInError(
      at: stamp.now,
      by: stamp.staff,
      reason: Client.sameAs + into.mrn
    )
    var gone = from
    gone.enteredInError = error
    let whole = into.filled(from: from)
    var edits: [Edit] = [.client(from.id, RecordEdit(before: from, after: gone))]
    if whole != into { edits.append(.client(into.id, RecordEdit(before: into, after: whole))) }
    edits += editsOfOthers(notToMeet: from.id, but: into.id)
    let stays = stays(of: from.id)
    for stay in stays {
      var after = stay.bare
      after.enteredInError = error
      edits.append(.episode(stay.id, RecordEdit(before: stay.bare, after: after)))
    }
    let open = self.stays(of: into.id).last.flatMap { $0.dischargedOn == nil ? $0 : nil }
    var target = open
    if target == nil, let last = stays.last, last.dischargedOn == nil {
      let moved = last.moved(to: into.id, as: merge.episodeID)
      edits.append(.episode(moved.id, RecordEdit(before: nil, after: moved)))
      target = moved
    }
    edits += placeEdits(from: from.id, to: into.id, target, today)
    let booked = try bookings(merge, target, now: stamp.now)
    return (edits + booked.edits, booked.new)
  }

  /// Marks and signatures stay with the record they were made for.
  private func checkMovable(_ client: Client, into other: ClientID) throws(RuleViolation) {
    let since = stays(of: other).map(\.admittedOn).min() ?? .latest
    if let old = stayFromBefore(of: client.id), old.admittedOn < since {
      throw .wrongState(
        "\(client.mrn) is here since \(old.admittedOn.shortName). Keep that record, and merge "
          + "the newer one into it."
      )
    }
    let isMarked = sessions.values.contains { session in
      session.row(of: client.id).map { !$0.isPlain } ?? false
    }
    let hasMet = appointments.values.contains {
      $0.clientID == client.id && !$0.state.isWithdrawn && $0.state.status != .booked
    }
    let hasTexts =
      notes.values.contains { $0.clientID == client.id }
      || drafts.values.contains { $0.clientID == client.id } || plans[client.id] != nil
    guard !isMarked, !hasMet, !hasTexts, followUps(of: client.id).isEmpty else {
      throw .wrongState(
        "\(client.mrn) has marks or notes, which stay where they were made. "
          + "Keep that record, and merge the other one into it."
      )
    }
  }

  /// A stay that began before the weeks that are looked through.
  private func stayFromBefore(of client: ClientID) -> Episode? {
    let first = weeks.keys.min() ?? .latest
    return stays(of: client).first { $0.admittedOn < first }
  }

  private func placeEdits(
    from: ClientID,
    to: ClientID,
    _ stay: Episode?,
    _ today: CalendarDate
  ) -> [Edit] {
    groups.values.sorted { ($0.code, $0.id) < ($1.code, $1.id) }.flatMap { group in
      group.enrollments.filter { $0.clientID == from }.map { place in
        var moved: Enrollment? = stay == nil ? nil : place
        moved?.clientID = to
        moved?.episodeID = stay?.id ?? place.episodeID
        moved?.from = max(place.from, stay?.admittedOn ?? place.from)
        let isOver = place.to.map { $0 < today } ?? false
        let isThere = group.enrollments.contains {
          $0.clientID == to && moved.map($0.overlaps) ?? false
        }
        if isOver || isThere { moved = nil }
        let edit = RecordEdit(before: place, after: moved)
        return .group(group.id, .enrollment(place.id, edit))
      }
    }
  }

  private func bookings(
    _ merge: ClientMerge,
    _ stay: Episode?,
    now: Instant
  ) throws(RuleViolation) -> (edits: [Edit], new: [Appointment]) {
    let old = appointmentsToMove(of: merge.from, after: now)
    var edits: [Edit] = []
    var booked: [Appointment] = []
    for (place, meeting) in old.enumerated() {
      var after = meeting.state
      after.status = .cancelledProgram
      after.programReason = "entered twice"
      edits.append(.appointment(meeting.id, AppointmentEdit(before: meeting.state, after: after)))
      guard let stay, stay.isOpen(on: meeting.serviceDate),
        merge.appointmentIDs.indices.contains(place)
      else { continue }
      var new = Appointment(
        id: merge.appointmentIDs[place],
        clientID: merge.into,
        episodeID: stay.id,
        kind: meeting.kind,
        serviceDate: meeting.serviceDate,
        countsTowardHours: meeting.countsTowardHours,
        repetitionID: meeting.repetitionID,
        state: meeting.state
      )
      if let other = doubleBooking(of: new, leaving: Set(old.map(\.id))) {
        let day = meeting.serviceDate.shortName
        throw .wrongState("On \(day) both have an appointment at one time: \(other) is booked.")
      }
      new.state.isWithdrawn = true
      booked.append(new)
      let edit = AppointmentEdit(before: new.state, after: meeting.state)
      edits.append(.appointment(new.id, edit))
    }
    return (edits, booked)
  }
}

extension Client {
  /// Behind it stands the code of the record that stayed.
  fileprivate static let sameAs = "the same person as "

  /// Why nothing is done with a record that went into another one, and which one stays.
  package var refusalOfMerged: RuleViolation? {
    guard let why = enteredInError?.reason else { return nil }
    guard why.hasPrefix(Self.sameAs) else {
      return .wrongState("\(mrn) was entered in error. Nothing was changed.")
    }
    let other = why.dropFirst(Self.sameAs.count)
    return .wrongState(
      "\(mrn) is \(Self.sameAs)\(other), and went into that record: take \(other)."
    )
  }

  /// The record with what only the other one knows.
  fileprivate func filled(from other: Client) -> Client {
    var whole = self
    whole.preferredName = preferredName ?? other.preferredName
    whole.pronouns = pronouns ?? other.pronouns
    whole.sexForRecord = sexForRecord ?? other.sexForRecord
    whole.genderIdentity = genderIdentity ?? other.genderIdentity
    whole.address = address ?? other.address
    whole.email = email ?? other.email
    whole.language = language ?? other.language
    whole.part2NoticeGivenAt = part2NoticeGivenAt ?? other.part2NoticeGivenAt
    whole.interpreterNeeded = interpreterNeeded || other.interpreterNeeded
    whole.phones += other.phones.filter { phone in
      !phones.contains { $0.number == phone.number }
    }
    whole.alerts += other.alerts.filter { !alerts.contains($0) && $0.otherClient != id }
    whole.constraints += other.constraints.filter { !constraints.contains($0) }
    whole.supports += other.supports.filter { !supports.contains($0) }
    for step in other.intake where !intake.contains(step) {
      let place = whole.intake.firstIndex { $0.on > step.on } ?? whole.intake.endIndex
      whole.intake.insert(step, at: place)
    }
    return whole
  }
}

extension Episode {
  /// The same stay of another record.
  fileprivate func moved(to client: ClientID, as id: EpisodeID) -> Episode {
    var stay = Episode(id: id, clientID: client, admittedOn: admittedOn)
    stay.status = status
    stay.referralSource = referralSource
    stay.track = track
    stay.counselors = counselors
    stay.levels = levels
    stay.leaves = leaves
    stay.diagnoses = diagnoses
    stay.weeklyMinutesOverride = weeklyMinutesOverride
    stay.payer = payer
    stay.authorizations = authorizations
    stay.legalMandate = legalMandate
    return stay
  }
}
