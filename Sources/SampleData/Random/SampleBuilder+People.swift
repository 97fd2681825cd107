import Domain

/// Clients and their episodes.
extension SampleBuilder {
  func client(_ number: Int, first stay: SampleStay?) -> Client {
    var dice = Dice(plan.seed, number, 3)
    let digits = String(number + 1)
    let code = "C" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits
    let isHard = number % 17 == 8
    let hard = SampleName.hard[number / 17 % SampleName.hard.count]
    let name = (SampleName.first(&dice), SampleName.last(&dice))
    let years = dice.isTrue(percent: 2) ? dice.roll(16...17) : dice.roll(19...66)
    let birthday = (stay?.admittedOn ?? plan.firstDay).adding(months: -12 * years)
    var client = Client(
      id: clientIDs[number],
      mrn: code,
      legalFirst: isHard ? hard.first : name.0,
      legalLast: isHard ? hard.last : name.1,
      birthDate: birthday.adding(days: -dice.roll(10...300))
    )
    if dice.isTrue(percent: 6) { client.preferredName = SampleName.first(&dice) }
    client.pronouns = dice.pick(["she/her", "he/him", "she/her", "he/him", "they/them"])
    let line = number % 100
    client.phones = [Phone(number: "555-01" + (line < 10 ? "0" : "") + String(line))]
    client.phones[0].okVoicemail = dice.isTrue(percent: 30)
    client.language = "en"
    if dice.isTrue(percent: 8) { client.alerts.append(.init(kind: .known(.courtMandated))) }
    if years < 18 { client.alerts.append(.init(kind: .known(.minor))) }
    client.alerts += notToPair(number)
    client.part2NoticeGivenAt = zone.instant(stay?.admittedOn ?? plan.firstDay, .at(8_40))
    return client
  }

  /// Now and then two neighbours who never share a team must not meet.
  private func notToPair(_ number: Int) -> [ClientAlert] {
    let other = number % 37 == 5 ? number + 1 : number - 1
    guard number % 37 == 5 || number % 37 == 6, clientIDs.indices.contains(other) else { return [] }
    let teams = plan.stays.filter { $0.client == number }.map(\.team)
    let others = plan.stays.filter { $0.client == other }.map(\.team)
    guard Set(teams).isDisjoint(with: others) else { return [] }
    return [ClientAlert(kind: .known(.doNotPair), otherClient: clientIDs[other])]
  }

  func episode(_ id: EpisodeID, of stay: SampleStay) -> Episode {
    var dice = Dice(plan.seed, stay.client, stay.admittedOn.dayNumber, 4)
    var episode = Episode(id: id, clientID: clientIDs[stay.client], admittedOn: stay.admittedOn)
    episode.track = .known(stay.isEvening ? .evening : .day)
    episode.referralSource = .known(dice.pick(ReferralSource.allCases))
    let illness = dice.pick(SampleName.diagnoses)
    episode.diagnoses = [
      Diagnosis(
        icd10: illness.icd10,
        substance: illness.substance,
        criteriaMet: dice.roll(illness.criteria),
        diagnosedOn: stay.admittedOn
      )
    ]
    let isOver = stay.last < plan.lastDay
    let role = stay.slot?.role ?? .middle
    episode.counselors = [
      CounselorAssignment(
        staffID: staff(role, of: stay.team),
        from: stay.admittedOn,
        to: isOver ? stay.last : nil
      )
    ]
    episode.levels = levels(of: stay, isOver: isOver)
    addLeave(of: stay, to: &episode, &dice)
    if isOver {
      episode.dischargedOn = stay.last
      episode.status = .known(.discharged)
      episode.dischargeReason = .known(stay.reason)
      episode.dischargeLevelTo = stay.reason == .transferredToFurtherTreatment ? "3.5" : nil
    }
    return episode
  }

  private func addLeave(of stay: SampleStay, to episode: inout Episode, _ dice: inout Dice) {
    guard let leave = stay.leave, leave.lowerBound <= plan.lastDay else { return }
    episode.leaves = [
      Leave(
        from: leave.lowerBound,
        to: leave.upperBound,
        reason: dice.pick(["hospital", "family", "travel"]),
        approvedBy: staffIDs[0]
      )
    ]
    if leave.contains(plan.lastDay) { episode.status = .known(.onLeave) }
  }

  private func levels(of stay: SampleStay, isOver: Bool) -> [LevelOfCarePeriod] {
    var parts: [(from: CalendarDate, level: String, reason: LevelReason)] = [
      (stay.admittedOn, "2.1", stay.isReadmission ? .readmission : .admission)
    ]
    if let taper = stay.taperFrom { parts.append((taper, "2.1", .transitionTaper)) }
    if stay.hasAftercare { parts.append((stay.intensiveTo.adding(days: 1), "1.5", .stepDown)) }
    parts.removeAll { $0.from > plan.lastDay }
    return parts.enumerated().map { place, part in
      let next = place + 1 < parts.count ? parts[place + 1].from.adding(days: -1) : nil
      return LevelOfCarePeriod(
        level: part.level,
        edition: part.level == "1.5" ? 4 : 3,
        from: part.from,
        to: next ?? (isOver ? stay.last : nil),
        reason: .known(part.reason),
        decidedBy: staffIDs[0]
      )
    }
  }
}
