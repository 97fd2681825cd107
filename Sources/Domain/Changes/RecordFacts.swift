/// Which facts of a record two people may change at the same time.
///
/// Facts that rules look at together stand together: a fact of a merged record was seen by somebody
/// beside all those that it depends on.

extension Client {
  package static var separateFacts: [SeparateFact<Client>] {
    [
      .one(\.mrn), .one(\.legalFirst), .one(\.legalLast), .one(\.preferredName), .one(\.pronouns),
      .one(\.birthDate), .one(\.sexForRecord), .one(\.genderIdentity), .one(\.phones),
      .one(\.address), .one(\.email), .one(\.language), .one(\.interpreterNeeded), .list(\.alerts),
      .list(\.constraints), .list(\.supports), .together([.one(\.statusOverride), .one(\.intake)]),
      .one(\.part2NoticeGivenAt), .one(\.enteredInError),
    ]
  }
}

extension Episode {
  package static var separateFacts: [SeparateFact<Episode>] {
    [
      .together([
        .one(\.admittedOn), .one(\.dischargedOn), .one(\.status), .one(\.counselors),
        .one(\.levels), .one(\.leaves), .one(\.dischargeReason), .one(\.dischargeLevelTo),
      ]),
      .one(\.referralSource), .one(\.track), .one(\.diagnoses), .one(\.weeklyMinutesOverride),
      .one(\.payer), .list(\.authorizations), .one(\.legalMandate), .one(\.enteredInError),
    ]
  }
}

extension Staff {
  package static var separateFacts: [SeparateFact<Staff>] {
    [
      .one(\.code), .one(\.name), .one(\.credentials),
      .together([.one(\.role), .one(\.supervisorID), .one(\.requiresCosign), .one(\.isActive)]),
      .one(\.workHours), .one(\.weeklyCaseloadCap),
    ]
  }
}

extension Room {
  package static var separateFacts: [SeparateFact<Room>] {
    [.one(\.name), .one(\.capacity), .one(\.kind)]
  }
}

extension CalendarEntry {
  package static var separateFacts: [SeparateFact<CalendarEntry>] { [.one(\.kind), .one(\.note)] }
}

extension GroupSeries {
  package static var separateFacts: [SeparateFact<GroupSeries>] {
    [
      .one(\.code), .one(\.title), .one(\.topic), .one(\.topics),
      .together([.one(\.capacity), .one(\.capacityKind)]),
      .together([
        .one(\.type), .one(\.level), .one(\.weekdays), .one(\.start), .one(\.end), .one(\.breaks),
        .one(\.effectiveFrom), .one(\.effectiveTo), .one(\.roomID), .one(\.leadID),
        .one(\.coLeadIDs), .one(\.past), .one(\.isClosed), .one(\.audience), .one(\.modality),
        .one(\.countsTowardHours),
      ]),
    ]
  }
}

extension FollowUp {
  /// It is made once and never changed.
  package static var separateFacts: [SeparateFact<FollowUp>] { [] }
}
