/// How many clients a counselor has.
///
/// - Source: BR-09.
package struct Caseload: Hashable, Sendable {
  /// Those in care whose counselor it is.
  package var count: Int
  package var cap: Int

  package var isOver: Bool { count > cap }
}

extension ProgramData {
  /// A counselor's clients on a date, of those that are loaded, against the rules' cap.
  package func caseload(of person: StaffID, on date: CalendarDate) -> Caseload {
    let count = latestStays.count { client, stay in
      clients[client]?.enteredInError == nil && stay.isOpen(on: date)
        && stay.counselor(on: date) == person
    }
    return Caseload(count: count, cap: rules(on: date).caseloadCap)
  }
}
