import Domain

/// Where a record lies, and what must be in the file there.
struct RecordPlace: Hashable {
  let kind: RecordKind
  let id: String
  /// The folder below the data folder; empty for the data folder itself.
  let folder: String
  let name: String
  /// The day that its folder tells.
  var date: CalendarDate?

  var path: String { folder.isEmpty ? name : folder + "/" + name }

  /// How a sentence about it begins: kind, day, path.
  var words: String {
    let day = date.map { " of \($0.shortName)" } ?? ""
    return "\(kind.words)\(day) (\(path))"
  }
}

extension RecordPlace {
  private init(_ kind: RecordKind, path: String, id: String) {
    let parts = path.split(separator: "/").map(String.init)
    self.init(
      kind: kind,
      id: id,
      folder: parts.dropLast().joined(separator: "/"),
      name: parts.last ?? ""
    )
  }

  /// The program's own file; its identifier is known only once it is read.
  static func program(_ id: ID<Program>?) -> RecordPlace {
    RecordPlace(.program, path: Layout.program, id: id?.rawValue ?? "")
  }

  static func ruleSets(_ id: ID<Program>) -> RecordPlace {
    RecordPlace(.ruleSets, path: Layout.ruleSets, id: id.rawValue)
  }

  /// The rule sets as a revision had them that another one has taken the place of.
  static func pastRuleSets(_ id: ID<Program>, revision: Int) -> RecordPlace {
    RecordPlace(
      .ruleSets,
      path: "\(Layout.pastSettings)/rule-sets.\(revision)\(Layout.suffix)",
      id: id.rawValue
    )
  }

  /// The revision in a past file's name; nil for any other name.
  static func revision(ofPast name: String) -> Int? {
    let parts = name.split(separator: ".", omittingEmptySubsequences: false)
    guard parts.count == 3, parts[0] == "rule-sets", parts[2] == Layout.suffix.dropFirst(),
      let revision = Int(parts[1]), revision > 0, String(revision) == parts[1]
    else { return nil }
    return revision
  }

  static func rooms(_ id: ID<Program>) -> RecordPlace {
    RecordPlace(.rooms, path: Layout.rooms, id: id.rawValue)
  }

  static func calendar(_ id: ID<Program>) -> RecordPlace {
    RecordPlace(.calendar, path: Layout.calendar, id: id.rawValue)
  }

  static func grants(_ id: ID<Program>) -> RecordPlace {
    RecordPlace(.grants, path: Layout.grants, id: id.rawValue)
  }

  private init(_ kind: RecordKind, id: String, in folder: String) {
    self.init(kind: kind, id: id, folder: folder, name: id + Layout.suffix)
  }

  static func staff(_ id: StaffID) -> RecordPlace {
    RecordPlace(.staff, id: id.rawValue, in: Layout.staff)
  }

  static func group(_ id: GroupID) -> RecordPlace {
    RecordPlace(.group, id: id.rawValue, in: Layout.groups)
  }

  /// The enrollments of a group that ended in a month.
  static func enrollments(of id: GroupID, endedIn month: CalendarDate) -> RecordPlace {
    RecordPlace(.enrollments, id: id.rawValue, in: Layout.monthFolder(month))
  }

  static func client(_ id: ClientID) -> RecordPlace {
    RecordPlace(
      kind: .client,
      id: id.rawValue,
      folder: Layout.clientFolder(id),
      name: "client.plist"
    )
  }

  static func episode(_ id: EpisodeID, of client: ClientID) -> RecordPlace {
    RecordPlace(.episode, id: id.rawValue, in: Layout.clientFolder(client) + "/episodes")
  }

  static func followUp(_ id: FollowUpID, of client: ClientID) -> RecordPlace {
    RecordPlace(.followUp, id: id.rawValue, in: Layout.clientFolder(client) + "/follow-ups")
  }

  static func plan(_ id: PlanID, of client: ClientID) -> RecordPlace {
    RecordPlace(.plan, id: id.rawValue, in: Layout.clientFolder(client) + "/plans")
  }

  static func session(_ id: SessionID, on date: CalendarDate) -> RecordPlace {
    var place = RecordPlace(.session, id: id.rawValue, in: Layout.dayFolder(date))
    place.date = date
    return place
  }

  static func appointment(_ id: AppointmentID, on date: CalendarDate) -> RecordPlace {
    var place = RecordPlace(.appointment, id: id.rawValue, in: Layout.dayFolder(date))
    place.date = date
    return place
  }
}
