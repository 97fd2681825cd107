/// Whether a service counts toward the week's hours: by its own record, and by its kind.
///
/// - Source: BR-05.
extension ProgramData {
  package func counts(_ session: GroupSession) -> Bool {
    counts(session, rules: rules(on: session.serviceDate))
  }

  func counts(_ session: GroupSession, rules: RuleSet) -> Bool {
    guard session.countsTowardHours else { return false }
    guard rules.leavesOutGroups, let group = group(of: session) else { return true }
    return !rules.uncountedServices.contains(group.type.stored)
  }

  func counts(_ group: GroupSeries, on date: CalendarDate) -> Bool {
    guard group.countsTowardHours else { return false }
    let rules = rules(on: date)
    return !rules.leavesOutGroups || !rules.uncountedServices.contains(group.type.stored)
  }

  package func counts(_ appointment: Appointment) -> Bool {
    appointment.countsTowardHours
      && !rules(on: appointment.serviceDate).uncountedServices.contains(appointment.kind.stored)
  }
}
