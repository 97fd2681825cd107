import Domain

/// What a prompt asks about: a whole session, some of its people, or an appointment.
enum PromptSubject: Equatable {
  case session(SessionID)
  case people(SessionID, [ClientID])
  case appointment(AppointmentID)
  case record(RecordReference)

  /// Whether a change is about the same.
  func isTouched(by change: Change) -> Bool {
    change.edits.contains { edit in
      switch (self, edit) {
      case (.session(let id), .session(let other, _)): id == other
      case (.people(let id, let clients), .session(let other, .row(let client, _, _))):
        id == other && clients.contains(client)
      case (.people(let id, _), .session(let other, .state(let before, let after))):
        id == other && before.status != after.status && before.status != .scheduled
      case (.appointment(let id), .appointment(let other, _)): id == other
      case (.record(let record), let edit): edit.record == record
      case (.session, _), (.people, _), (.appointment, _): false
      }
    }
  }
}

extension Prompt {
  /// Nil where it asks about no record.
  var subject: PromptSubject? {
    switch self {
    case .menu(let menu): menu.items.lazy.compactMap(\.choice.subject).first
    case .line(let line): line.purpose.subject
    case .question(let question): question.answers.lazy.compactMap(\.then.subject).first
    case .pick(let pick): pick.subject
    case .palette, .help, .text, .theme, .form, .signing, .versions, .spelling: nil
    }
  }
}

extension PickPrompt {
  fileprivate var subject: PromptSubject? {
    guard case .walkIn(let session) = purpose else { return nil }
    return .session(session)
  }
}

extension Pending {
  var subject: PromptSubject {
    switch self {
    case .record(let request): .record(request.record)
    case .followUp(let request): .record(.client(request.clientID))
    case .appointment(let id, _): .appointment(id)
    case .later(let later): .appointment(later.id)
    case .swap(let swap): .appointment(swap.first)
    case .substitution(let substitution):
      substitution.sessions.first.map { .session($0) }
        ?? .appointment(substitution.appointments.first ?? AppointmentID(""))
    case .session(let id, let request):
      switch request {
      case .mark(let clients, _), .switchVideo(let clients), .clear(let clients):
        .people(id, clients)
      case .stepOutOrIn(let client), .cameBack(let client, _), .quickLine(let client, _),
        .changeTimes(let client, _), .changeReason(let client, _), .walkIn(let client, _),
        .overrideCredit(let client, _),
        .decide(let client, _):
        .people(id, [client])
      case .allTheRest, .begin, .changeCourse, .finish, .reopen, .cancel, .switchBreak,
        .substitute, .topic:
        .session(id)
      }
    }
  }
}

extension MenuChoice {
  fileprivate var subject: PromptSubject? {
    switch self {
    case .run(let pending), .askBecause(let pending, _), .runBecause(let pending, _):
      pending.subject
    case .askReason(let session, let clients, _), .askPhrase(let session, let clients, _):
      .people(session, clients)
    case .askAppointmentReason(let id, _), .askNewTime(let id, _), .askCounselor(let id, _),
      .askSwap(let id), .andLater(let id):
      .appointment(id)
    case .substitute(let session), .substituteBy(let session, _), .askTopic(let session):
      .session(session)
    case .command, .form, .topics, .missedTopics, .takeBackPlanned, .supplement, .insertPhrase,
      .noteFormat, .newNote,
      .lateEntry,
      .serviceNote, .bringBack, .stage, .readyWeek, .letter, .nothing:
      nil
    }
  }
}

extension AnswerAction {
  fileprivate var subject: PromptSubject? {
    switch self {
    case .run(let pending), .askBecause(let pending, _), .runBecause(let pending, _):
      pending.subject
    case .markRestThenFinish(let session, _), .oneByOne(let session): .session(session)
    case .leftThenFinish(let session, let clients, _): .people(session, clients)
    case .askReturn(let session, let client, _): .people(session, [client])
    case .nothing, .quit, .mend, .discard, .acceptFindings, .tryDemo, .review, .setUp,
      .confirm, .takeImport:
      nil
    }
  }
}

extension LinePurpose {
  fileprivate var subject: PromptSubject? {
    switch self {
    case .because(let pending), .markTime(let pending, _): pending.subject
    case .rowTimes(let session, let client), .creditMinutes(let session, let client),
      .quickLine(let session, let client), .cameBack(let session, let client, _):
      .people(session, [client])
    case .groupTimes(let session): .session(session)
    case .appointmentTimes(let id), .newTime(let id, _): .appointment(id)
    case .goToDate, .find, .findInNote, .lateReason, .pin, .newPIN, .repeatPIN, .newNote, .noteTime,
      .lateService, .audit, .emergency, .importFrom, .past:
      nil
    }
  }
}
