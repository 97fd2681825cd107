/// An admission, the first or another: what is decided about it.
package struct Admission: Hashable, Sendable {
  package var on: CalendarDate
  /// "2.1"; nil is that of the stay before, else 2.1.
  package var level: String?
  /// Nil is that of the stay before, else the day track.
  package var track: Coded<Track>?
  package var counselor: StaffID?
  package var referral: Coded<ReferralSource>?
  /// Places from the first day on.
  package var groups: [GroupID] = []

  package init(on date: CalendarDate) { on = date }
}

extension ProgramData {
  /// The request that admits a client; a stay goes on from the facts of the one before.
  ///
  /// - Parameters:
  ///   - client: With what is known by now.
  ///   - admission: What was decided.
  ///   - person: Who decided.
  ///   - ids: Makes the identifiers.
  /// - Returns: The request, one change.
  package func request(
    admitting client: Client,
    _ admission: Admission,
    by person: StaffID?,
    ids: inout IDMaker
  ) -> AdministrationRequest {
    let last = stays(of: client.id).last
    var stay = Episode(id: ids.next(.episode), clientID: client.id, admittedOn: admission.on)
    stay.track = admission.track ?? last?.track ?? .known(.day)
    stay.referralSource = admission.referral
    stay.diagnoses = last?.diagnoses ?? []
    stay.weeklyMinutesOverride = last?.weeklyMinutesOverride
    var level = LevelOfCarePeriod(
      level: admission.level ?? last?.levels.last?.level ?? "2.1",
      edition: last?.levels.last?.edition ?? rules(on: admission.on).asamEdition,
      from: admission.on,
      decidedBy: person
    )
    if last != nil { level.reason = .known(.readmission) }
    stay.levels = [level]
    if let counselor = admission.counselor {
      stay.counselors = [CounselorAssignment(staffID: counselor, from: admission.on)]
    }
    let places = admission.groups.map { group in
      let before = groups[group]?.enrollments.last { last != nil && $0.episodeID == last?.id }
      return PlaceInGroup(
        Enrollment(
          id: ids.next(.enrollment),
          clientID: client.id,
          episodeID: stay.id,
          from: admission.on,
          weekdays: before?.weekdays
        ),
        in: group
      )
    }
    return .admit(client, stay, places)
  }
}
