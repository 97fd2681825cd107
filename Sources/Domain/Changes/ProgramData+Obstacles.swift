/// What stands in the way of taking a change back, or of doing it again: all of it, not only the first.
extension ProgramData {
  /// One edit that can't be made, and why, in a sentence.
  package struct Obstacle: Hashable, Sendable {
    package var edit: Edit
    package var why: String
  }

  /// What speaks against a change.
  ///
  /// - Parameter change: Of the kind `undo` or `redo`, about whole records.
  /// - Returns: An obstacle for each edit that a rule is against; empty where there is none.
  package func obstacles(to change: Change) -> [Obstacle] {
    var obstacles: [Obstacle] = []
    for edit in change.edits {
      do throws(RuleViolation) { try check(edit, of: change) } catch {
        obstacles.append(Obstacle(edit: edit, why: sinceThen(edit) ?? error.message))
      }
    }
    guard obstacles.isEmpty else { return obstacles }
    var after = self
    for edit in change.edits { after.perform(edit, of: change) }
    let today = today(at: change.at)
    for edit in change.edits {
      do throws(RuleViolation) { try after.checkRules(edit, of: change, today: today) } catch {
        obstacles.append(Obstacle(edit: edit, why: error.message))
      }
    }
    return obstacles
  }

  /// Who changed the same since, in a sentence; nil where nobody did.
  private func sinceThen(_ edit: Edit) -> String? {
    lastChange(about: edit).map { last in
      "Changed by \(staff[last.by]?.code ?? "somebody") since."
    }
  }
}
