package import Domain

extension DataFolder {
  /// The day that an appointment's record lies on.
  ///
  /// Only asks whether the file is there, a day at a time, so it is for what a person waits for.
  ///
  /// - Parameters:
  ///   - id: The appointment.
  ///   - first: The day the search begins with.
  ///   - days: How many days are asked, 0 or more.
  /// - Returns: Nil where no such day has it.
  /// - Throws: `disk` when a day's folder can't be looked into.
  package func date(
    of id: AppointmentID,
    from first: CalendarDate,
    days: Int
  ) throws(StorageError) -> CalendarDate? {
    for offset in 0..<max(0, days) {
      let date = first.adding(days: offset)
      let place = RecordPlace.appointment(id, on: date)
      if try root.descend(place.folder)?.facts(of: place.name) != nil { return date }
    }
    return nil
  }
}
