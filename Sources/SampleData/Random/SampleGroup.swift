import Domain

/// The ten groups that a team may hold.
enum SampleGroup: Int, CaseIterable {
  case dayProcess, dayRelapse, dayEducation, daySkills
  case eveningProcess, eveningRelapse, eveningEducation, eveningSkills
  case family, aftercare

  var title: String {
    switch self {
    case .dayProcess: "Process Group — Day"
    case .dayRelapse: "Relapse Prevention — Day"
    case .dayEducation: "Recovery Education — Day"
    case .daySkills: "Coping Skills — Day"
    case .eveningProcess: "Process Group — Evening"
    case .eveningRelapse: "Relapse Prevention — Evening"
    case .eveningEducation: "Recovery Education — Evening"
    case .eveningSkills: "Coping Skills — Evening"
    case .family: "Family Education & Support"
    case .aftercare: "Continuing Care (Aftercare)"
    }
  }

  var type: GroupType {
    switch self {
    case .dayProcess, .eveningProcess: .process
    case .dayRelapse, .eveningRelapse: .relapsePrevention
    case .dayEducation, .eveningEducation: .psychoeducation
    case .daySkills, .eveningSkills: .skills
    case .family: .multifamily
    case .aftercare: .continuingCare
    }
  }

  var weekdays: Set<Weekday> {
    switch self {
    case .dayProcess: [.monday, .wednesday, .friday]
    case .eveningProcess: [.monday, .tuesday, .thursday]
    case .dayRelapse, .eveningRelapse: [.monday]
    case .dayEducation, .family: [.wednesday]
    case .daySkills: [.friday]
    case .eveningEducation, .aftercare: [.tuesday]
    case .eveningSkills: [.thursday]
    }
  }

  var times: (start: TimeOfDay, end: TimeOfDay) {
    switch self {
    case .dayProcess: (.at(9_00), .at(10_30))
    case .dayRelapse, .dayEducation, .daySkills: (.at(10_40), .at(12_10))
    case .eveningProcess, .family: (.at(17_30), .at(19_00))
    case .eveningRelapse, .eveningEducation, .eveningSkills: (.at(19_10), .at(20_40))
    case .aftercare: (.at(16_00), .at(17_00))
    }
  }

  var lead: SampleRole {
    switch self {
    case .dayProcess, .daySkills: .day
    case .dayRelapse, .dayEducation, .eveningProcess, .family, .aftercare: .middle
    case .eveningRelapse, .eveningEducation, .eveningSkills: .evening
    }
  }

  var coLead: SampleRole? {
    switch self {
    case .eveningProcess, .family: .evening
    case .dayProcess, .dayRelapse, .dayEducation, .daySkills, .eveningRelapse, .eveningEducation,
      .eveningSkills, .aftercare:
      nil
    }
  }

  /// Which groups a stay is enrolled in for its intensive part.
  static func intensive(isEvening: Bool) -> [SampleGroup] {
    isEvening
      ? [.eveningProcess, .eveningRelapse, .eveningEducation, .eveningSkills]
      : [.dayProcess, .dayRelapse, .dayEducation, .daySkills]
  }
}
