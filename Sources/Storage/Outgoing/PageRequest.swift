package import Domain
package import Reports

/// Which page is printed.
package struct PageRequest: Equatable, Sendable {
  package var page: PrintedPage
  package var date: CalendarDate
  package var staff: StaffID?
  /// Of a sign-in sheet.
  package var group: GroupID?
  package var hasFullNames: Bool

  package init(
    _ page: PrintedPage,
    _ date: CalendarDate,
    of staff: StaffID?,
    group: GroupID? = nil,
    hasFullNames: Bool = false
  ) {
    self.page = page
    self.date = date
    self.staff = staff
    self.group = group
    self.hasFullNames = hasFullNames
  }

  /// What the audit log says of it.
  package var detail: String {
    "\(page.rawValue) \(date)" + (hasFullNames && page != .signIn ? " with full names" : "")
  }

  /// Reads what it is about.
  ///
  /// - Returns: The page, nil where the group doesn't meet; and what couldn't be used.
  package func read(from folder: DataFolder) -> (text: String?, problems: [RecordProblem]) {
    var data = folder.loadStanding()
    let month = date.adding(days: 1 - date.day)
    let days = page == .month ? month...month.adding(days: 31) : date...date
    folder.loadWeeks(of: days, into: &data)
    let maker = PageMaker(data, hasFullNames: hasFullNames)
    let text: String?
    switch page {
    case .signIn:
      let session = data.sessions(on: date).first {
        $0.groupID == group && !$0.state.status.isCancelled
      }
      text = session.map(maker.signIn)
    case .day: text = maker.day(date, of: staff)
    case .week: text = maker.week(data.weekStart(of: date), of: staff)
    case .month: text = maker.month(date, of: staff)
    }
    return (text, data.problems)
  }
}
