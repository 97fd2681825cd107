import Domain

/// Finishing a group that somebody stepped out of and wasn't seen in again.
extension AppState {
  /// Asks about the first of them; who left at once for all.
  mutating func askAboutSteppedOut(
    _ clients: [ClientID],
    _ pending: Pending,
    because why: String?
  ) {
    guard case .session(let id, _) = pending, let session = data.sessions[id],
      let client = clients.first
    else { return }
    var answers = [
      Answer("g", "Go back", .nothing),
      Answer("d", "Left then", .leftThenFinish(id, [client], because: why)),
      Answer("b", "Was back at ...", .askReturn(id, client, because: why)),
    ]
    if clients.count > 1 {
      answers.append(Answer("a", "All left then", .leftThenFinish(id, clients, because: why)))
    }
    let out = clients.map { name(of: $0) + " " + leftAt($0, in: session) }
    prompt = .question(
      Question(
        title: "\(name(of: client)) isn't back",
        lines: ["Stepped out: " + out.joined(separator: ", ") + "."],
        answers: answers
      )
    )
  }

  private func leftAt(_ client: ClientID, in session: GroupSession) -> String {
    session.row(of: client)?.segments.last?.end.map(clock) ?? ""
  }

  /// They left when they stepped out; then the group is finished.
  mutating func finish(
    _ session: SessionID,
    left clients: [ClientID],
    because why: String?
  ) -> [Effect] {
    let marks = perform(.session(session, .mark(clients, Mark(.leftEarly))))
    guard !marks.isEmpty else { return [] }
    return marks + perform(.session(session, .finish), because: why)
  }

  mutating func askReturn(of client: ClientID, in session: SessionID, because why: String?) {
    prompt = .line(
      LinePrompt(
        title: "\(name(of: client)) was back",
        label: "at (9:12)",
        purpose: .cameBack(session, client, because: why)
      )
    )
  }

  /// Puts the return into the row, then finishes the group.
  mutating func answerReturn(
    _ line: LinePrompt,
    _ session: SessionID,
    _ client: ClientID,
    because why: String?
  ) -> [Effect] {
    guard let start = data.sessions[session]?.state.scheduledStart,
      let time = TypedTime.instant(line.line.text, near: start, in: data.program.zone)
    else { return refuse(line, TypedTime.help) }
    let back = perform(.session(session, .cameBack(client, at: time)), typedIn: line)
    guard !back.isEmpty, prompt == nil else { return back }
    return back + perform(.session(session, .finish), because: why)
  }
}
