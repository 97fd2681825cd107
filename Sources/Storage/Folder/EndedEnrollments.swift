package import Domain

/// Which enrollments lie beside their group's own file, so that a week reads few of those that
/// ended.
///
/// One that is over lies in the month of its last day: `enrollments/2025-11-01/<group id>.plist`. One
/// that lasted longer than `mostMonths` stays with its group, so that a week has to look only into
/// its own months and so many after them, however many years there are.
enum EndedEnrollments {
  /// From the month of the first day to that of the last, at most.
  static let mostMonths = 6

  /// The months in which enrollments may lie that hold on some day of a week.
  static func months(ofWeek first: CalendarDate) -> [CalendarDate] {
    // What holds on one of the last days may have begun in the next month.
    var months = [first.firstOfMonth]
    for _ in 0...mostMonths { months.append(months[months.count - 1].firstOfNextMonth) }
    return months
  }

  /// The month an enrollment lies in; nil for one that stays in its group's file.
  ///
  /// - Parameters:
  ///   - enrollment: Any enrollment.
  ///   - today: It is over if it ended before this day's month.
  /// - Returns: The month's first day.
  static func month(of enrollment: Enrollment, today: CalendarDate) -> CalendarDate? {
    guard let last = enrollment.to, enrollment.from <= last, last < today.firstOfMonth else {
      return nil
    }
    var latest = enrollment.from.firstOfMonth
    for _ in 0..<mostMonths { latest = latest.firstOfNextMonth }
    return last.firstOfMonth <= latest ? last.firstOfMonth : nil
  }
}

/// A group as it is written: its own file, and the enrollments that lie in months.
struct GroupFiles {
  var own: GroupSeries
  private(set) var months: [(month: CalendarDate, enrollments: [Enrollment])] = []

  init(_ group: GroupSeries, today: CalendarDate) {
    own = group
    own.enrollments = []
    for enrollment in group.enrollments {
      guard let month = EndedEnrollments.month(of: enrollment, today: today) else {
        own.enrollments.append(enrollment)
        continue
      }
      if let place = months.firstIndex(where: { $0.month == month }) {
        months[place].enrollments.append(enrollment)
      } else {
        months.append((month, [enrollment]))
      }
    }
  }
}

extension GroupSeries {
  /// Takes in enrollments that lie beside the group's file; what the file has itself counts.
  mutating func add(ended enrollments: [Enrollment]) {
    guard !enrollments.isEmpty else { return }
    let known = Set(self.enrollments.map(\.id))
    self.enrollments += enrollments.filter { !known.contains($0.id) }
  }
}

extension DataFolder {
  /// Reads the enrollments that ended in some months, into the groups that are here.
  ///
  /// - Returns: The groups some of whose enrollments can't be used.
  @discardableResult
  func loadEnrollments(
    endedIn months: [CalendarDate],
    into data: inout ProgramData
  ) -> Set<GroupID> {
    var broken: Set<GroupID> = []
    var problems: [RecordProblem] = []
    forget(problemsOf: months.map(Layout.monthFolder), in: &data)
    for month in months {
      let count = problems.count
      guard let folder = openFolder(Layout.monthFolder(month), problems: &problems) else {
        if problems.count > count { broken.formUnion(data.groups.keys) }
        continue
      }
      let names = recordNames(in: folder, problems: &problems) {
        StoredID.inFileName($0, .group) != nil
      }
      for name in names {
        let id = GroupID(String(name.dropLast(Layout.suffix.count)))
        guard let list = enrollments(of: id, month, in: folder, problems: &problems) else {
          broken.insert(id)
          continue
        }
        if data.groups[id]?.add(ended: list) == nil {
          addMissing(id, knowing: data, to: &problems)
        }
      }
    }
    data.problems += problems
    return broken
  }

  /// Reads again what the loaded weeks need of the enrollments that ended.
  func loadEnrollmentsOfLoadedWeeks(into data: inout ProgramData) {
    let months = Set(data.weeks.keys.flatMap(EndedEnrollments.months(ofWeek:)))
    loadEnrollments(endedIn: months.sorted(), into: &data)
  }

  /// Reads all enrollments that ended, into the groups that are here.
  package func loadEndedEnrollments(into data: inout ProgramData) {
    var problems: [RecordProblem] = []
    if let folder = openFolder(Layout.enrollments, problems: &problems) {
      let names = recordNames(in: folder, problems: &problems) { Layout.month(ofFolder: $0) != nil }
      loadEnrollments(endedIn: names.compactMap(Layout.month(ofFolder:)), into: &data)
    }
    data.problems += problems
  }

  func enrollments(
    of id: GroupID,
    _ month: CalendarDate,
    in folder: Folder,
    problems: inout [RecordProblem]
  ) -> [Enrollment]? {
    let place = RecordPlace.enrollments(of: id, endedIn: month)
    let list = read(place, in: folder, problems: &problems, as: ListRecord<Enrollment>.self)
    guard let enrollments = list?.elements else { return nil }
    let stray = enrollments.first { EndedEnrollments.month(of: $0, today: .latest) != month }
    if let stray {
      let reason = "enrollment \(stray.id) doesn't belong into this month"
      problems.append(FileFault.misplaced(reason).problem(at: place))
      return nil
    }
    for enrollment in enrollments { memory.ended[enrollment.id] = enrollment }
    return enrollments
  }

  /// Says that enrollments are of a group that isn't there, unless its own file was already named.
  private func addMissing(
    _ id: GroupID,
    knowing data: ProgramData,
    to problems: inout [RecordProblem]
  ) {
    let place = RecordPlace.group(id)
    guard !(data.problems + problems).contains(where: { $0.record == place.path }) else { return }
    problems.append(FileFault.missing.problem(at: place))
  }
}

extension CalendarDate {
  /// The first day of this day's month.
  var firstOfMonth: CalendarDate { adding(days: 1 - day) }

  /// The first day of the month after this day's; of the last month there is, that month's.
  fileprivate var firstOfNextMonth: CalendarDate { firstOfMonth.adding(days: 31).firstOfMonth }
}
