import Domain

/// What kind of day a client had.
enum SampleDay {
  case came, missed
  case excused(AbsenceReason)
  case calledLate(AbsenceReason)

  init(_ dice: inout Dice) {
    let roll = dice.roll(0...999)
    let reason = dice.pick(SampleDay.reasons)
    switch roll {
    case ..<40: self = .missed
    case ..<65: self = .excused(reason)
    case ..<73: self = .calledLate(reason)
    default: self = .came
    }
  }

  private static let reasons: [AbsenceReason] = [
    .illness, .illness, .work, .childcare, .medicalAppointment, .transportation, .courtLegal,
    .familyEmergency,
  ]

  /// How one of the day's groups went.
  func outcome(isFirstOfDay: Bool, _ dice: inout Dice) -> Outcome {
    let roll = dice.roll(0...999)
    switch self {
    case .missed: return .noShow
    case .excused(let reason): return .excused(reason, notice: dice.roll(1_450...4_000))
    case .calledLate(let reason): return .lateCancel(reason, notice: dice.roll(30...1_300))
    case .came: break
    }
    let edge = isFirstOfDay ? Outcome.late(dice.roll(6...28)) : .leftEarly(dice.roll(25...80))
    let out = dice.roll(15...40)
    switch roll {
    case ..<40: return isFirstOfDay || dice.isTrue(percent: 50) ? edge : .present
    case ..<50: return .steppedOut(out, out + dice.roll(2...15))
    case ..<55: return .presentByVideo
    case ..<58: return .lateLeftEarly(dice.roll(6...20), dice.roll(30...55))
    case ..<61: return .removed(out)
    case ..<64: return .notAdmitted
    default: return .present
    }
  }

  func appointment(_ dice: inout Dice) -> AppointmentOutcome {
    switch self {
    case .missed: .noShow
    case .excused(let reason): .cancelled(reason, notice: dice.roll(1_450...4_000))
    case .calledLate(let reason): .cancelledLate(reason, notice: dice.roll(30...1_300))
    case .came:
      switch dice.roll(0...99) {
      case ..<5: .lateKept(dice.roll(3...18))
      case ..<10: .kept(minutes: dice.roll(30...49))
      default: .kept()
      }
    }
  }
}

extension Outcome {
  /// What of it can be known twelve minutes after the start.
  var early: Outcome {
    switch self {
    case .late(let minute), .lateLeftEarly(let minute, _): .late(min(minute, 9))
    case .present, .leftEarly, .steppedOut, .removed, .noShow: .present
    case .presentByVideo, .excused, .lateCancel, .notAdmitted: self
    }
  }
}
