import Domain
import Storage

extension ImportReversal {
  /// What somebody asks for now.
  init(
    of id: ChangeID?,
    again: Bool,
    in existing: ProgramSnapshot,
    by staff: StaffID,
    at now: Instant
  ) {
    var ids = IDMaker(seed: .random(in: .min ... .max))
    self.init(
      of: id,
      again: again,
      in: existing,
      Stamp(staff: staff, now: now, changeID: ids.next(.change)),
      order: ProgramClock.milliseconds
    )
  }
}
