import Domain

/// Puts the demo's tables together to a snapshot.
struct DemoBuilder {
  var snapshot: ProgramSnapshot
  var chronicle: Chronicle
  var ids: IDMaker
  /// Where the identifiers of appointments begin, after those of the standing records.
  private(set) var bookingIDs: IDMaker
  /// By the client's number, from 0.
  private(set) var clientIDs: [ClientID]
  private(set) var episodeIDs: [EpisodeID]
  let staffIDs: [StaffID]
  let roomIDs: [RoomID]
  /// The moments of 00:00 from which each day of the week counts its times after the night.
  private var midnights: [Instant] = []
  private var week = 0
  let now: Instant

  init(zone: ProgramTimeZone) {
    var ids = IDMaker(seed: 0xCEDA_0000_2026_0311)
    let program = Program(
      id: ids.next(.program),
      name: "Cedar Harbor Recovery — IOP (demo)",
      zone: zone,
      isDemo: true
    )
    staffIDs = DemoStaff.allCases.map { _ in ids.next(.staff) }
    roomIDs = DemoRoom.allCases.map { _ in ids.next(.room) }
    clientIDs = DemoPerson.all.map { _ in ids.next(.client) }
    episodeIDs = DemoPerson.all.map { _ in ids.next(.episode) }
    self.ids = ids
    bookingIDs = ids
    chronicle = DemoBuilder.chronicle(of: 0)
    snapshot = ProgramSnapshot(program: program)
    now = Demo.now(zone: zone)
    addStanding()
    bookingIDs = self.ids
  }

  /// Adds what happened in one week of the book, the same whichever others are added.
  mutating func addWeek(_ number: Int) {
    week = number
    let monday = Demo.firstWeek.adding(days: number * 7)
    let zone = snapshot.program.zone
    // A little more: one appointment is moved on.
    midnights = (0..<8).map {
      zone.instant(monday.adding(days: $0), .at(12_00)).adding(minutes: -720)
    }
    chronicle = DemoBuilder.chronicle(of: number)
    addMeetings(week: number)
    addAppointments(week: number)
  }

  private static func chronicle(of week: Int) -> Chronicle {
    Chronicle(
      seed: 0xCEDA_0000_2026_0500 + UInt64(week),
      from: ProgramTimeZone.utc.instant(Demo.firstWeek.adding(days: -14), .at(0_00))
    )
  }

  private mutating func addStanding() {
    snapshot.ruleSets = [Demo.rules]
    snapshot.staff = DemoStaff.allCases.map { $0.staff(ids: staffIDs) }
    snapshot.rooms = DemoRoom.allCases.map { $0.room(ids: roomIDs) }
    snapshot.calendar = [
      CalendarEntry(
        date: .on(2026_01_19),
        kind: .known(.holiday),
        note: "Martin Luther King Jr. Day"
      )
    ]
    for number in 1...DemoPerson.all.count {
      snapshot.clients.append(client(number))
      snapshot.episodes.append(episode(number))
    }
    for number in 1...DemoGroup.all.count { snapshot.groups.append(group(number)) }
    for places in DemoPlaces.all { enroll(places) }
    addOutreach()
  }

  /// A moment of the week, after the hour in which clocks change.
  func instant(_ date: CalendarDate, _ time: TimeOfDay) -> Instant {
    let monday = Demo.firstWeek.adding(days: week * 7)
    return midnights[CalendarDate.days(from: monday, to: date)].adding(minutes: time.minutes)
  }

  func isClosed(on date: CalendarDate) -> Bool {
    snapshot.calendar.contains { $0.date == date && $0.closes }
  }

  private func client(_ number: Int) -> Client {
    let person = DemoPerson.all[number - 1]
    var client = Client(
      id: clientIDs[number - 1],
      mrn: code("C", number),
      legalFirst: person.name.first,
      legalLast: person.name.last,
      birthDate: person.name.born
    )
    client.pronouns = person.name.pronouns.rawValue
    client.genderIdentity =
      switch person.name.pronouns {
      case .she: .known(.female)
      case .he: .known(.male)
      case .they: .known(.nonbinary)
      }
    client.phones = [DemoEpisode.phone(of: number)]
    client.language = "en"
    client.alerts = DemoEpisode.alerts(of: number, clients: clientIDs)
    client.constraints = DemoEpisode.constraints(of: number)
    client.part2NoticeGivenAt = snapshot.program.zone.instant(
      person.stay.from,
      .at(person.stay.track == .evening ? 16_40 : 8_40)
    )
    return client
  }

  private func episode(_ number: Int) -> Episode {
    let person = DemoPerson.all[number - 1]
    let stay = person.stay
    var episode = Episode(
      id: episodeIDs[number - 1],
      clientID: clientIDs[number - 1],
      admittedOn: stay.from
    )
    episode.referralSource = .known(stay.referral)
    episode.track = .known(stay.track)
    episode.levels = DemoEpisode.levels(of: number, admitted: stay.from, by: staffIDs)
    episode.diagnoses = diagnoses(number)
    episode.payer = DemoEpisode.payer(of: number)
    episode.legalMandate = DemoEpisode.mandate(of: number)
    let counselor = staffIDs[stay.primary.rawValue]
    episode.counselors = [CounselorAssignment(staffID: counselor, from: stay.from)]
    if number == 9 {
      episode.status = .known(.onLeave)
      episode.leaves = [
        Leave(
          from: .on(2026_03_09),
          to: .on(2026_03_16),
          reason: "surgery",
          approvedBy: staffIDs[DemoStaff.mq.rawValue]
        )
      ]
    }
    if number == 23 { episode.status = .known(.pendingDischarge) }
    if number == 24 { discharge(&episode, on: .on(2026_03_06)) }
    return episode
  }

  private func discharge(_ episode: inout Episode, on date: CalendarDate) {
    episode.dischargedOn = date
    episode.status = .known(.discharged)
    episode.dischargeReason = .known(.transferredToFurtherTreatment)
    episode.dischargeLevelTo = "3.5"
    episode.counselors = episode.counselors.map {
      CounselorAssignment(staffID: $0.staffID, from: $0.from, to: date)
    }
  }

  private func diagnoses(_ number: Int) -> [Diagnosis] {
    let person = DemoPerson.all[number - 1]
    let inRemission = person.illness.icd10.hasSuffix("1")
    var list = [
      Diagnosis(
        icd10: person.illness.icd10,
        substance: person.illness.substance,
        criteriaMet: person.illness.criteria,
        remission: .known(inRemission ? .early : .none),
        diagnosedOn: person.stay.from
      )
    ]
    if number == 2 {
      list.append(Diagnosis(icd10: "F41.1", isPrimary: false, diagnosedOn: person.stay.from))
    }
    return list
  }

  func code(_ letter: String, _ number: Int) -> String {
    letter + (number < 10 ? "0" : "") + String(number)
  }
}
