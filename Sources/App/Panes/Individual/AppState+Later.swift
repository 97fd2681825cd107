import Domain
import TerminalCore

/// An appointment and all later ones of its repetition: moved, called off, or given to somebody else.
extension AppState {
  /// What is offered for them, once the weeks to come are read; nil where nothing is booked.
  mutating func laterMenu(_ id: AppointmentID) -> Menu? {
    guard let meeting = data.appointments[id] else { return nil }
    let meetings = data.andLater(id)
    guard let last = meetings.last else {
      say("Nothing of this repetition is booked from then on.", .warning)
      return nil
    }
    let isFirst = meetings.first?.id == id
    let others = meetings.count - (isFirst ? 1 : 0)
    let what =
      others == 0 ? "this one is the last" : "\(isFirst ? "this and " : "")\(others) later"
    return Menu(
      title: "\(name(of: meeting.clientID)): \(what), until \(last.serviceDate.shortName)",
      items: cancelItems(meeting, .andLater)
        + (isFirst ? moveItems(meeting, .andLater) : [])
    )
  }

  /// Who meets the client from now on; the one who does so far isn't offered.
  mutating func askCounselor(_ id: AppointmentID, _ reach: Reach) {
    guard let meeting = data.appointments[id] else { return }
    let people = data.staff.values.filter { $0.isActive && $0.id != meeting.state.counselorID }
      .sorted { ($0.code, $0.id) < ($1.code, $1.id) }
    let items = zip(Menu.keys, people).map { key, person in
      MenuItem(
        key,
        "\(person.code)  \(person.name)",
        .run(reach.pending(id, .give(to: person.id)))
      )
    }
    guard !items.isEmpty else {
      say("There is nobody else of the staff. g r and Tab lead to them.", .warning)
      return
    }
    prompt = .menu(Menu(title: "Who meets \(name(of: meeting.clientID))", items: items))
  }

  /// Does it, or asks first where something is in the way of some of them.
  mutating func perform(
    _ later: LaterRequest,
    _ stamp: Stamp,
    because: String?
  ) throws(RuleViolation) -> [Effect] {
    let outcome = try data.change(later, stamp: stamp, because: because, ids: &ids)
    guard let change = outcome.change, outcome.taken.isEmpty || later.leavesOut else {
      askAboutTaken(outcome, later, because)
      return []
    }
    let effects = try apply(change)
    covered.removeAll { $0.asksNewTime }
    return effects
  }

  private mutating func askAboutTaken(
    _ outcome: LaterChange,
    _ later: LaterRequest,
    _ because: String?
  ) {
    var rest = later
    rest.leavesOut = true
    var answers = [Answer("g", "Go back", .nothing)]
    if outcome.change != nil {
      let words = "\(later.request.offer) the other \(outcome.count)"
      answers.append(Answer("o", words, .runBecause(.later(rest), because)))
    }
    if because == nil, outcome.taken.contains(where: \.isDoubt) {
      let label = "Why all the same?"
      answers.append(Answer("r", "With a reason", .askBecause(.later(later), label: label)))
    }
    let all = outcome.taken.count + outcome.count
    prompt = .question(
      Question(
        title: "\(outcome.taken.count) of \(all) can't be \(later.request.participle)",
        lines: obstacleLines(outcome.taken),
        answers: answers
      )
    )
  }

  /// What is in the way of which day, as far as the screen has room.
  func obstacleLines(_ taken: [RepeatedBooking.Obstacle]) -> [String] {
    let shown = taken.prefix(max(3, size.rows - 12)).map {
      "\($0.appointment.serviceDate.shortName): \($0.why)"
    }
    let more = taken.count - shown.count
    return shown + (more > 0 ? ["and \(more) more"] : [])
  }
}

extension Reach {
  /// The request as it is asked of one appointment, or of the later ones, too.
  func pending(_ id: AppointmentID, _ request: AppointmentRequest) -> Pending {
    self == .one ? .appointment(id, request) : .later(LaterRequest(id, request))
  }
}

extension AppointmentRequest {
  /// "moved", for what can't be.
  fileprivate var participle: String {
    switch self {
    case .reschedule: "moved"
    case .give: "given away"
    case .cancelledByClient, .cancelledByProgram: "called off"
    case .arriveOrEnd, .late, .noShow, .changeTimes, .changeReason, .clear, .decide: "changed"
    }
  }

  /// "Move", for what can.
  fileprivate var offer: String {
    switch self {
    case .reschedule: "Move"
    case .give: "Give"
    case .cancelledByClient, .cancelledByProgram: "Call off"
    case .arriveOrEnd, .late, .noShow, .changeTimes, .changeReason, .clear, .decide: "Change"
    }
  }
}

extension Prompt {
  fileprivate var asksNewTime: Bool {
    guard case .line(let line) = self, case .newTime = line.purpose else { return false }
    return true
  }
}
