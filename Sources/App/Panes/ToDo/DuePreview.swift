package import Domain
import TerminalCore

/// What stands beside the lists of what is due, about the selected one: only what is in memory.
extension AppState {
  /// The text of a note of one's own as far as it is written, and of a group each client's part.
  ///
  /// A signed text isn't shown: to read it is something that the audit log keeps, and a cursor that
  /// passes a row is no reading.
  package func preview(of row: ToDoRow) -> [NoteLines.Line] {
    guard roomMode == .off else { return [] }
    var lines: [NoteLines.Line] = []
    if row.notes.count > 1 {
      for note in row.notes {
        let words =
          note.status == .awaitingCosign
          ? "to co-sign" : note.missing.isEmpty ? "ready" : note.missing.joined(separator: ", ")
        let isOpen = !note.missing.isEmpty && note.status != .awaitingCosign
        lines.append(
          NoteLines.Line(
            "\(name(of: note.clientID)): \(isOpen ? "\(words) empty" : words)",
            isOpen ? .text : .ok
          )
        )
      }
      lines.append(NoteLines.Line(""))
    }
    guard row.first.status != .awaitingCosign else {
      return lines + [NoteLines.Line("Enter opens it to be read.", .dim)]
    }
    if case .session(let id, _) = row.first.service, row.first.supplement == nil,
      let shared = data.drafts[.shared(id)], shared.authorID == staffID, !shared.content.isBlank
    {
      lines.append(NoteLines.Line("Group (the same for everybody)", .title))
      lines += NoteLines(draft: shared, template: templates.template(for: shared)).paragraphs
    }
    guard row.notes.count == 1 else { return lines }
    guard let draft = data.drafts[row.first.document] ?? opening(of: row.first)?.fresh,
      draft.authorID == staffID, !draft.content.isBlank
    else { return lines + [NoteLines.Line("Enter opens it.", .dim)] }
    return lines + NoteLines(draft: draft, template: templates.template(for: draft)).paragraphs
  }

  /// What there is to know about a thing that is due, and why it is.
  package func preview(of task: DueTask) -> [NoteLines.Line] {
    guard roomMode == .off else { return [] }
    var groups: [[NoteLines.Line]] = [lines(about: task).map { NoteLines.Line($0) }]
    switch task.kind {
    case .review:
      groups.append([
        NoteLines.Line("Four weeks: \(TeamLetters.row(of: task.clientID, in: self))"),
        NoteLines.Line(TeamLetters.legend, .dim),
        NoteLines.Line(lastDecision(about: task.clientID)),
      ])
    case .outreach, .individual, .planReview, .firstPlan, .reassessment, .familySession,
      .authorization, .place, .decided:
      break
    }
    let why = reasons(for: task)
    groups.append(
      [NoteLines.Line("Why it is due", .title)] + why.records.map { NoteLines.Line($0) }
        + [NoteLines.Line(why.due, task.dueAt <= now ? .error : .text)]
        + why.rule.map { NoteLines.Line($0, .dim) }
    )
    return Array(groups.joined(separator: [NoteLines.Line("")]))
  }

  /// The same words where nothing was decided, so that they don't tell whether there was.
  private func lastDecision(about client: ClientID) -> String {
    let made = data.followUps(of: client).last { $0.kind == .known(.teamDecision) }
    guard made.map(mayRead) ?? mayReadPlan(of: client) else {
      return "What was decided is \(TeamRow.notYours)."
    }
    guard let made else { return "Nothing was decided yet." }
    let who = data.staff[made.by]?.code ?? ""
    let when = ChangeWords.moment(made.at, in: self)
    return "Last decision: \(FollowUpWords.saidAlone(made)), \(who) \(when)."
  }
}
