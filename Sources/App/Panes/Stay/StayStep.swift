package import Domain

/// What can be done about a client's stay, each with its form.
package enum StayStep: Hashable, Sendable {
  /// A step before an admission.
  case intake(IntakeKind)
  /// A first stay, or another one.
  case admission
  case leave
  /// Back from a leave.
  case comeBack
  case counselor
  case level
  /// Who pays, and what they agreed to.
  case authorization
  /// Diagnoses, payer, mandate: what is known of the stay beside its course.
  case facts
  case discharge
  /// The same person as somebody who is there already.
  case merge
}

/// The menu of a client: what fits where the client stands.
extension AppState {
  mutating func openClientMenu() {
    guard let id = clientAtHand(), let stage = data.stage(of: id, on: today) else { return }
    let items = stayItems(of: id, stage).map { item in
      MenuItem(item.key, item.label, .form(.stay(item.step, id)))
    }
    let change = MenuItem("=", "change what is known", .form(.client(id)))
    let facts = MenuItem("f", "contacts, times, who supports", .form(.clientFacts(id)))
    let merge = MenuItem("m", "entered twice: merge into another record", .form(.stay(.merge, id)))
    prompt = .menu(
      Menu(title: "\(name(of: id)): \(stage.word)", items: items + [change, facts, merge])
    )
  }

  private typealias StayItem = (key: Unicode.Scalar, label: String, step: StayStep)

  private static let factsItem: StayItem = ("g", "diagnoses, payer, mandate", .facts)

  private func stayItems(of id: ClientID, _ stage: ClientStage) -> [StayItem] {
    switch stage {
    case .inquiry, .screened, .scheduled, .waitlisted, .declined:
      let hasDay = openStay(of: id) != nil
      let known: [StayItem] = hasDay ? [Self.factsItem] : []
      return known
        + [
          ("a", "admit", .admission), ("s", "screened", .intake(.screened)),
          ("d", "intake scheduled", .intake(.scheduled)),
          ("w", "waitlist, for a group or any place", .intake(.waitlisted)),
          ("x", "declined", .intake(.declined)), ("i", "called again", .intake(.inquiry)),
        ].filter { !hasDay || $0.step != .admission }
    case .active, .onLeave:
      let leave: StayItem =
        stage == .active
        ? ("l", "leave: hospital, travel, jail", .leave) : ("r", "back from leave", .comeBack)
      return [
        leave, ("v", "step up, step down: another level", .level),
        ("t", "transfer to another counselor", .counselor),
        Self.factsItem, ("y", "authorization of the payer", .authorization),
        ("x", "discharge", .discharge),
      ]
    case .discharged, .alumni:
      return [
        ("a", "admit again, from what is known", .admission),
        ("i", "called again", .intake(.inquiry)),
        ("w", "waitlist, for a group or any place", .intake(.waitlisted)),
      ]
    case .deceased: return []
    }
  }
}
