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
