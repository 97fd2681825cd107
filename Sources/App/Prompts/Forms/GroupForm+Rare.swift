import Domain

/// What most groups leave as it is: who it is for, how it takes people in, its break.
extension AppState {
  static func rareFields(_ group: GroupSeries?) -> [FormField] {
    let pause = group?.breaks.first
    return [
      choice(
        .audience,
        "For",
        FormChoices.audiences,
        group?.audience.stored ?? Audience.all.rawValue,
        "Somebody else's place asks why."
      ),
      choice(
        .newcomers,
        "New clients",
        FormChoices.newcomers,
        group?.isClosed == true ? "closed" : "open",
        "A closed group takes nobody in once it has begun, unless it is said why."
      ),
      choice(
        .capacityKind,
        "One too many",
        FormChoices.capacityKinds,
        group?.capacityKind.stored ?? CapacityKind.hard.rawValue,
        "What happens when more are present than there are places (BR-17)."
      ),
      choice(
        .level,
        "Level",
        FormChoices.levels,
        group?.level ?? "2.1",
        "The level of care that it belongs to."
      ),
      choice(
        .counts,
        "Hours count",
        FormChoices.yesNo,
        group?.countsTowardHours == false ? "no" : "yes",
        "Whether its minutes count toward the week's hours (BR-05)."
      ),
      choice(
        .modality,
        "Held",
        FormChoices.modalities,
        group?.modality.stored ?? Modality.inPerson.rawValue,
        "Who comes otherwise is marked so."
      ),
      FormField(
        .breakStart,
        "Break at",
        .time,
        FormChoices.typed(
          pause.flatMap { group?.start.minutesLater($0.afterMinutes)?.description }
        ),
        help: "Nothing where there is none; B in the group begins and ends one at any time."
      ),
      FormField(
        .breakMinutes,
        "Its minutes",
        .number(1...60),
        FormChoices.typed(pause.map { "\($0.minutes)" })
      ),
    ]
  }

  private static func choice(
    _ id: FieldID,
    _ label: String,
    _ choices: [Choice],
    _ stored: String,
    _ help: String
  ) -> FormField {
    FormField(
      id,
      label,
      .choice(choices),
      FormChoices.one(stored, of: choices),
      help: help,
      isRequired: true
    )
  }

  /// A break that isn't the first one stays.
  func setRare(_ values: FormValues, of group: inout GroupSeries) {
    group.audience = Coded(stored: values.one(.audience) ?? group.audience.stored)
    group.isClosed = values.one(.newcomers).map { $0 == "closed" } ?? group.isClosed
    group.capacityKind = Coded(stored: values.one(.capacityKind) ?? group.capacityKind.stored)
    group.level = values.one(.level) ?? group.level
    group.countsTowardHours = values.one(.counts).map { $0 == "yes" } ?? group.countsTowardHours
    group.modality = Coded(stored: values.one(.modality) ?? group.modality.stored)
    let later = group.breaks.dropFirst()
    guard let start = values.time(.breakStart) else {
      group.breaks = Array(later)
      return
    }
    let counts = data.rules(on: group.effectiveFrom).breakCreditable
    let length = start.minutes - group.start.minutes
    let pause = SeriesBreak(
      afterMinutes: length < 0 ? length + 1440 : length,
      minutes: values.number(.breakMinutes) ?? 10,
      isCreditable: group.breaks.first?.isCreditable ?? counts
    )
    group.breaks = [pause] + later
  }
}

extension FormChoices {
  static let audiences = Audience.allCases.map {
    Choice($0.rawValue, $0 == .all ? "everybody" : spoken($0.rawValue))
  }
  static let newcomers = [
    Choice("open", "may join at any time"), Choice("closed", "closed once it has begun"),
  ]
  static let capacityKinds = [
    Choice(CapacityKind.hard.rawValue, "asks for a reason"),
    Choice(CapacityKind.soft.rawValue, "is shown"),
  ]
  static let modalities = Modality.allCases.map { Choice($0.rawValue, $0.word) }
  static let placeKinds = [
    Choice(EnrollmentSource.treatmentPlan.rawValue, "by the treatment plan"),
    Choice(EnrollmentSource.makeup.rawValue, "makes up for another"),
    Choice(EnrollmentSource.trial.rawValue, "on trial"),
  ]
}

extension TimeOfDay {
  /// Nil past midnight of the next day.
  fileprivate func minutesLater(_ count: Int) -> TimeOfDay? {
    TimeOfDay(minutes: (minutes + count) % 1440)
  }
}
