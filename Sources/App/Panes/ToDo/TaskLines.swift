package import Domain

/// What there is to know about something that is due.
extension AppState {
  /// Lines, the first what it is.
  package func lines(about task: DueTask) -> [String] {
    let what = task.kind.isSaidWhole ? "" : "\(task.kind.saidTitle), "
    let title = "\(name(of: task.clientID)): \(what)\(task.kind.standing)"
    switch task.kind {
    case .outreach(let step): return [title + "."] + lines(about: step)
    case .review:
      return [title + ".", "Enter opens the team's sheet; a decision there closes this."]
        + tried(task.clientID)
    case .individual(let gap):
      return [title + "."] + (gap.last == nil ? ["None is known."] : []) + ["Enter books one."]
    case .planReview(let date):
      return [title + ".", "To be reviewed by \(date.shortName). Enter opens the card."]
    case .firstPlan(let date):
      return [title + ".", "A plan is due by \(date.shortName). Enter opens the card."]
    case .reassessment(let date):
      return [title + ".", "To be done by \(date.shortName). Enter books it."]
    case .familySession(let date):
      return [title + ".", "The next is due by \(date.shortName). Enter books it."]
    case .authorization(let one, _):
      return [
        title + ".",
        "\(one.service), \(one.units) units from \(one.from.shortName) to \(one.to.shortName).",
      ]
    case .place: return [title + ".", "Enter admits; the groups are filled in."]
    case .decided(let decision):
      return [title + ".", "Enter opens where \(decision.word) is done."]
    }
  }

  private func lines(about step: OutreachStep) -> [String] {
    let days = step.missed.map(\.dayName).joined(separator: ", ")
    var lines = ["Missed days: \(days)."]
    if let client = data.clients[step.clientID] {
      lines.append(
        OutreachWords.allowed(client, showsNumber: showsFullNames).joined(separator: " ")
      )
    }
    return lines + tried(step.clientID)
      + [step.kind == .letter ? "Enter shows the letter." : "Enter, or o, keeps what came of it."]
  }

  private func tried(_ client: ClientID) -> [String] {
    let made = data.followUps(of: client).filter { $0.kind == .known(.outreach) && mayRead($0) }
    return made.suffix(3).map { made in
      let who = data.staff[made.by]?.code ?? ""
      return "\(ChangeWords.moment(made.at, in: self)) \(who) \(FollowUpWords.what(made))."
    }
  }
}
