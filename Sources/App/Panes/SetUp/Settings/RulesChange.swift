package import Domain

/// A change of one setting, with the rules before and after it.
package struct RulesChange: Equatable, Sendable {
  package enum Step: Hashable, Sendable { case done, undo, redo }

  /// The setting's name.
  package var setting: String
  package var from: CalendarDate
  package var before: [RuleSet]
  /// The rules as they are to be kept.
  package var sets: [RuleSet]
  /// What the audit log says: no value that is typed freely.
  package var words: String
  /// Which later value stays; nil where none is planned.
  package var stays: String?
  package var step = Step.done
  /// Who changed it.
  package var by: StaffID
  /// The order of the last change of a record before it, so that both are taken back in their order.
  package var order: Int
}

/// Which changes of settings can be taken back in this window, and which done again.
package struct RulesHistory: Equatable, Sendable {
  private var done: [RulesChange] = []
  private var undone: [RulesChange] = []

  package init() {}

  /// The next that can be taken back, if it was made after the last change of a record.
  func undoable(by staff: StaffID?, after last: Change?) -> RulesChange? {
    guard let change = done.last, change.by == staff else { return nil }
    return (last?.order ?? 0) <= change.order ? change : nil
  }

  /// The next that can be done again, if it comes before the next change of a record.
  func redoable(by staff: StaffID?, before next: Change?) -> RulesChange? {
    guard let change = undone.last, change.by == staff else { return nil }
    return next.map { change.order < $0.order } ?? true ? change : nil
  }

  mutating func record(_ change: RulesChange) {
    switch change.step {
    case .done:
      done.append(change)
      undone = []
    case .undo:
      guard let place = done.lastIndex(where: { $0.isSame(as: change) }) else { return }
      undone.append(done.remove(at: place))
    case .redo:
      guard let place = undone.lastIndex(where: { $0.isSame(as: change) }) else { return }
      done.append(undone.remove(at: place))
    }
  }

  mutating func forgetUndone() { undone = [] }

  /// Leaves out what can't be taken back or done again, so that the one before it can.
  mutating func forget(_ change: RulesChange) {
    done.removeAll { $0.isSame(as: change) }
    undone.removeAll { $0.isSame(as: change) }
  }
}

extension RulesChange {
  fileprivate func isSame(as other: RulesChange) -> Bool {
    (setting, from, order) == (other.setting, other.from, other.order)
  }

  /// The change that takes it back, or does it again, in the rules as they are by now; what else was
  /// changed since stays.
  ///
  /// - Returns: Nil where the setting was changed since.
  func reversed(_ step: Step, in now: [RuleSet]) -> RulesChange? {
    guard let known = Setting.named(setting) else { return nil }
    let (old, new) = step == .undo ? (sets, before) : (before, sets)
    var result = now
    for place in result.indices {
      let day = result[place].effectiveFrom
      let (was, becomes) = (
        known.words(in: old.inForce(on: day)), known.words(in: new.inForce(on: day))
      )
      guard was != becomes else { continue }
      guard known.words(in: result[place]) == was, known.set(becomes, in: &result[place]) else {
        return nil
      }
    }
    var change = self
    (change.before, change.sets, change.step, change.stays) = (now, result, step, nil)
    return change
  }
}
