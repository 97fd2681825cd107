/// What of a record is changed apart from the rest: one fact, or several that make sense only together.
package struct SeparateFact<Record: KeptRecord> {
  /// Puts onto a record what another one holds, since both began from a third; false where both
  /// changed it differently.
  fileprivate let merge: (_ mine: Record, _ before: Record, _ theirs: inout Record) -> Bool
  fileprivate let copy: (_ from: Record, _ to: inout Record) -> Void

  /// One fact: whoever changed it has it whole.
  static func one<Value: Equatable>(_ path: WritableKeyPath<Record, Value>) -> SeparateFact {
    SeparateFact(
      merge: { mine, before, theirs in
        guard mine[keyPath: path] != before[keyPath: path] else { return true }
        guard
          theirs[keyPath: path] == before[keyPath: path]
            || theirs[keyPath: path] == mine[keyPath: path]
        else { return false }
        theirs[keyPath: path] = mine[keyPath: path]
        return true
      },
      copy: { from, to in to[keyPath: path] = from[keyPath: path] }
    )
  }

  /// A list whose elements don't depend on each other: what each added or took away holds.
  static func list<Value: Hashable>(_ path: WritableKeyPath<Record, [Value]>) -> SeparateFact {
    SeparateFact(
      merge: { mine, before, theirs in
        let (mine, before) = (mine[keyPath: path], before[keyPath: path])
        guard mine != before else { return true }
        let taken = before.filter { !mine.contains($0) }
        let added = mine.filter { !before.contains($0) }
        // A changed element is one taken and one added: both changed the same.
        guard taken.allSatisfy({ theirs[keyPath: path].contains($0) }) else {
          return theirs[keyPath: path] == mine
        }
        theirs[keyPath: path].removeAll { taken.contains($0) }
        theirs[keyPath: path] += added.filter { !theirs[keyPath: path].contains($0) }
        return true
      },
      copy: { from, to in to[keyPath: path] = from[keyPath: path] }
    )
  }

  /// Facts that make sense only together: whoever changed one of them has them all.
  static func together(_ facts: [SeparateFact]) -> SeparateFact {
    SeparateFact(
      merge: { mine, before, theirs in
        func same(_ left: Record, _ right: Record) -> Bool {
          var copy = right
          for fact in facts { fact.copy(left, &copy) }
          return copy == right
        }
        guard !same(mine, before) else { return true }
        guard same(theirs, before) || same(theirs, mine) else { return false }
        for fact in facts { fact.copy(mine, &theirs) }
        return true
      },
      copy: { from, to in for fact in facts { fact.copy(from, &to) } }
    )
  }
}

extension KeptRecord {
  /// This record's facts with what others changed of them since both began from the same.
  ///
  /// - Parameters:
  ///   - before: What both began from, bare.
  ///   - theirs: What the others made of it, bare.
  /// - Returns: Nil where both changed the same fact differently, or a fact that isn't apart.
  func merged(since before: Self, with theirs: Self) -> Self? {
    var (merged, complete) = (theirs, before)
    for fact in Self.separateFacts {
      guard fact.merge(self, before, &merged) else { return nil }
      fact.copy(self, &complete)
    }
    // What no fact covers must not get lost.
    return complete == self ? merged : nil
  }
}

extension ProgramData {
  /// An edit of a record made from the present facts: its own changes on what others changed since.
  ///
  /// - Returns: Nil where both changed the same fact, and for sessions and appointments.
  func rebased(_ edit: Edit) -> Edit? {
    switch edit {
    case .client(let id, let edit):
      return rebased(edit, on: clients[id]).map { .client(id, $0) }
    case .episode(let id, let edit):
      return rebased(edit, on: episodes[id]).map { .episode(id, $0) }
    case .staff(let id, let edit): return rebased(edit, on: staff[id]).map { .staff(id, $0) }
    case .room(let id, let edit): return rebased(edit, on: rooms[id]).map { .room(id, $0) }
    case .calendar(let date, let edit):
      return rebased(edit, on: calendar[date]).map { .calendar(date, $0) }
    case .group(let id, .series(let edit)):
      return rebased(edit, on: groups[id]).map { .group(id, .series($0)) }
    case .group(_, .enrollment), .group(_, .cursor), .followUp, .session, .appointment: return nil
    }
  }

  private func rebased<Record: KeptRecord>(
    _ edit: RecordEdit<Record>,
    on present: Record?
  ) -> RecordEdit<Record>? {
    guard let before = edit.before, let after = edit.after, let present = present?.bare,
      let merged = after.merged(since: before, with: present)
    else { return nil }
    return RecordEdit(before: present, after: merged)
  }
}
