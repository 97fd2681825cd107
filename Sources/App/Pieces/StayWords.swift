package import Domain

/// What changed of a client and a stay, in words, and what a stay was.
package enum StayWords {
  static func client(_ edit: RecordEdit<Client>, name: String) -> String {
    guard let before = edit.before, let after = edit.after else {
      return edit.after == nil ? "\(name) not added" : "\(name) added"
    }
    if (before.enteredInError == nil) != (after.enteredInError == nil) {
      let why = after.enteredInError.map { "\(after.mrn) goes: \($0.reason)" }
      return why ?? "\(after.mrn) is back"
    }
    var changed: [String] = []
    if before.mrn != after.mrn { changed.append("code \(after.mrn)") }
    if before.fullName != after.fullName || before.legalFirst != after.legalFirst {
      changed.append("name")
    }
    if before.birthDate != after.birthDate { changed.append("birth date") }
    if before.phones != after.phones { changed.append("phone") }
    if before.address != after.address || before.email != after.email { changed.append("address") }
    if before.constraints != after.constraints { changed.append("times") }
    if before.supports != after.supports { changed.append("support") }
    if before.language != after.language || before.interpreterNeeded != after.interpreterNeeded {
      changed.append("language")
    }
    if before.part2NoticeGivenAt != after.part2NoticeGivenAt { changed.append("notice") }
    if before.alerts != after.alerts { changed.append("alerts") }
    if before.pronouns != after.pronouns { changed.append("pronouns") }
    if before.intake != after.intake {
      let step = after.intake.last { !before.intake.contains($0) }
      changed.append(step.map { "\($0.word) \($0.on.shortName)" } ?? "intake")
    }
    return "\(name) -> \(changed.isEmpty ? "changed" : changed.joined(separator: ", "))"
  }

  static func episode(_ edit: RecordEdit<Episode>, in state: AppState) -> String? {
    guard let after = edit.after else { return nil }
    let name = state.name(of: after.clientID)
    guard let before = edit.before else {
      return "Admitted \(after.admittedOn.dayName(on: state.today))"
    }
    var changed: [String] = []
    if before.admittedOn != after.admittedOn {
      changed.append("admitted \(after.admittedOn.shortName)")
    }
    if before.dischargedOn != after.dischargedOn {
      // Counselor, level and leave end with it.
      changed.append(
        after.dischargedOn.map { "discharged \($0.shortName)\(reason(after))" } ?? "not discharged"
      )
    } else {
      changed += course(before, after, in: state)
    }
    if before.track != after.track { changed.append("track \(after.track.stored)") }
    changed += facts(before, after)
    return "\(name) -> \(changed.isEmpty ? "stay changed" : changed.joined(separator: ", "))"
  }

  private static func course(_ before: Episode, _ after: Episode, in state: AppState) -> [String] {
    var changed: [String] = []
    if before.levels != after.levels, let level = after.levels.last {
      changed.append("level \(level.level) from \(level.from.shortName)")
    }
    if before.counselors != after.counselors, let last = after.counselors.last {
      let who = state.data.staff[last.staffID]?.shortName ?? "somebody else"
      changed.append("counselor \(who) from \(last.from.shortName)")
    }
    if before.leaves != after.leaves {
      let leave = after.leaves.last { !before.leaves.contains($0) }
      changed.append(leave.map(words(of:)) ?? "no leave")
    }
    return changed
  }

  /// Which of the facts beside the course changed; not what they are, which not everybody may read.
  private static func facts(_ before: Episode, _ after: Episode) -> [String] {
    let names: [(isSame: Bool, name: String)] = [
      (before.referralSource == after.referralSource, "referral"),
      (before.diagnoses == after.diagnoses, "diagnoses"),
      (before.payer == after.payer, "payer"),
      (before.authorizations == after.authorizations, "authorization"),
      (before.legalMandate == after.legalMandate, "mandate"),
      (before.weeklyMinutesOverride == after.weeklyMinutesOverride, "weekly hours"),
    ]
    return names.filter { !$0.isSame }.map(\.name)
  }

  private static func words(of leave: Leave) -> String {
    let end = leave.to.map { " to \($0.shortName)" } ?? ""
    return "leave from \(leave.from.shortName)\(end), \(leave.reason)"
  }

  private static func reason(_ stay: Episode) -> String {
    stay.dischargeReason.map { ", \(FormChoices.spoken($0.stored))" } ?? ""
  }
}

/// Something that happened to a client's standing, on a day.
package struct StayEvent: Equatable, Sendable {
  package var date: CalendarDate
  package var words: String
  package var remark: String
}

extension StayWords {
  /// From the first call on, oldest first; what is planned is among it.
  package static func events(of client: Client, in data: ProgramData) -> [StayEvent] {
    var events: [StayEvent] = []
    var earlier: Episode?
    for stay in data.stays(of: client.id) {
      let steps = client.intake(to: stay, after: earlier)
      events += intake(steps, to: stay.admittedOn, in: data)
      events += course(of: stay, in: data)
      earlier = stay
    }
    if earlier?.dischargedOn != nil || earlier == nil {
      events += intake(client.intake(to: nil, after: earlier), to: nil, in: data)
    }
    // Of one day the order stays as it happened.
    return events.enumerated().sorted {
      ($0.element.date, $0.offset) < ($1.element.date, $1.offset)
    }
    .map(\.element)
  }

  private static func intake(
    _ steps: [IntakeStep],
    to admission: CalendarDate?,
    in data: ProgramData
  ) -> [StayEvent] {
    var events: [StayEvent] = []
    var before: CalendarDate?
    for step in steps {
      let groups = step.groupIDs.compactMap { data.groups[$0]?.code }.joined(separator: ", ")
      let wait = groups.isEmpty ? "" : " for \(groups)"
      // Who came before the day that was planned: what was planned stands before the admission.
      let date = min(step.on, admission ?? step.on)
      let planned = date < step.on ? " for \(step.on.shortName)" : ""
      let words = step.word + planned + wait + (step.note.map { ": \($0)" } ?? "")
      events.append(StayEvent(date: date, words: words, remark: took(before, date)))
      before = date
    }
    if let admission, let first = steps.first?.on {
      let days = CalendarDate.days(from: first, to: admission)
      let all = steps.count > 1 ? ", \(days) in all" : ""
      events.append(
        StayEvent(date: admission, words: "admitted", remark: took(before, admission) + all)
      )
    } else if let admission {
      events.append(StayEvent(date: admission, words: "admitted", remark: ""))
    }
    return events
  }

  private static func took(_ from: CalendarDate?, _ to: CalendarDate) -> String {
    guard let from else { return "" }
    let days = CalendarDate.days(from: from, to: to)
    return days == 1 ? "1 day" : "\(days) days"
  }

  private static func course(of stay: Episode, in data: ProgramData) -> [StayEvent] {
    var events: [StayEvent] = []
    for level in stay.levels {
      let place = level.provider.map { " at \($0)" } ?? ""
      let reason = FormChoices.spoken(level.reason.stored)
      let why = level.note.map { "\(reason): \($0)" } ?? reason
      events.append(StayEvent(date: level.from, words: "level \(level.level)\(place)", remark: why))
    }
    for one in stay.counselors {
      let who = data.staff[one.staffID]?.shortName ?? "somebody"
      events.append(StayEvent(date: one.from, words: "counselor \(who)", remark: ""))
    }
    for leave in stay.leaves {
      let end = leave.to.map { "to \($0.shortName)" } ?? ""
      events.append(
        StayEvent(date: leave.from, words: "on leave: \(leave.reason)", remark: end)
      )
    }
    if let end = stay.dischargedOn {
      let next = stay.dischargeLevelTo.map { "goes on to \($0)" } ?? ""
      events.append(StayEvent(date: end, words: "discharged\(reason(stay))", remark: next))
    }
    return events
  }
}

extension Edit {
  /// Whether a client's record goes because the person was entered twice, or comes back.
  var isMerge: Bool {
    guard case .client(_, let edit) = self, let before = edit.before, let after = edit.after
    else { return false }
    return (before.enteredInError == nil) != (after.enteredInError == nil)
  }

  /// Whether a stay ends by it, or no longer ends.
  var isDischarge: Bool {
    guard case .episode(_, let edit) = self, let before = edit.before, let after = edit.after
    else { return false }
    return before.dischargedOn != after.dischargedOn
  }
}

extension RecordEdit<Episode> {
  /// Whether the stay is only of a record that goes, or comes back.
  var isError: Bool { (before?.enteredInError == nil) != (after?.enteredInError == nil) }
}
