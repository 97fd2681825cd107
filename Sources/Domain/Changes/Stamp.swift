/// Who does something, when, and under which new change id; brought by the event.
package struct Stamp: Hashable, Sendable {
  package var staff: StaffID
  /// The time that is worked on: who comes now, comes then.
  package var now: Instant
  package var changeID: ChangeID
  /// When it is done, as histories have it: of a sealed program by the machine's clock, whatever time
  /// is worked on.
  package var madeAt: Instant

  /// - Parameters:
  ///   - staff: Who does it.
  ///   - now: The time that is worked on.
  ///   - changeID: A new one.
  ///   - madeAt: When it is done; nil is `now`.
  package init(staff: StaffID, now: Instant, changeID: ChangeID, madeAt: Instant? = nil) {
    self.staff = staff
    self.now = now
    self.changeID = changeID
    self.madeAt = madeAt ?? now
  }
}

extension ProgramData {
  /// A change that is made now, behind all that are known; not yet applied.
  package func newChange(
    _ stamp: Stamp,
    kind: ChangeKind = .done,
    because: String? = nil,
    edits: [Edit] = [],
    booked: [Appointment] = []
  ) -> Change {
    Change(
      id: stamp.changeID,
      order: nextOrder,
      at: stamp.madeAt,
      by: stamp.staff,
      kind: kind,
      reason: because,
      edits: edits,
      booked: booked
    )
  }
}

extension Change {
  /// Takes in what another one does, so that both are one.
  mutating func take(_ part: Change) {
    edits += part.edits
    booked += part.booked
  }
}

extension String {
  /// Nil where it is nothing but white space.
  var unlessBlank: String? { allSatisfy(\.isWhitespace) ? nil : self }
}
