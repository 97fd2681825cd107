package import Domain

extension DataFolder {
  /// Puts days into the program's calendar in nobody's name: all of them, or none.
  ///
  /// A day that is there already is replaced. It stands in the audit log.
  ///
  /// - Throws: `locked`, `untrusted`, `disk`, as `add` does.
  package func addClosures(
    _ entries: [CalendarEntry],
    at now: Instant
  ) throws(StorageError) {
    var days = ProgramSnapshot(program: program)
    days.calendar = entries
    try add(
      days,
      durable: true,
      at: now,
      saying: "calendar: \(entries.count) days"
    )
  }
}
