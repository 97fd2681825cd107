import Domain

/// Which record of who may open a program took the place of which.
///
/// Its revision stands outside what its `mac` vouches for, so the log has the marks instead.
extension AuditEvent {
  init(access new: AccessRecord, after old: AccessRecord, by staff: StaffID?, at now: Instant) {
    self.init(
      at: now,
      by: staff,
      action: .known(.configChanged),
      entity: .other(kind: RecordKind.access.rawValue, id: new.mark),
      detail: old.mark + Self.arrow + new.mark
    )
  }

  private static let arrow = " -> "

  /// The mark of the record that another one took the place of; nil for any other event.
  var pastAccess: String? {
    guard case .other(RecordKind.access.rawValue, let new) = entity,
      detail.hasSuffix(Self.arrow + new)
    else { return nil }
    return String(detail.dropLast(Self.arrow.count + new.count))
  }
}

extension AccessRecord {
  /// Tells it from every other one that the program ever has.
  var mark: String { hexadecimal(mac.prefix(8)) }
}
