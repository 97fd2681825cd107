/// Who does something, when, and under which new change id; brought by the event.
package struct Stamp: Hashable, Sendable {
  package var staff: StaffID
  package var now: Instant
  package var changeID: ChangeID

  package init(staff: StaffID, now: Instant, changeID: ChangeID) {
    self.staff = staff
    self.now = now
    self.changeID = changeID
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
      at: stamp.now,
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
