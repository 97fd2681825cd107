import Domain

extension AuditEvent {
  /// That a record's file was written, so that an older copy of it is noticed.
  ///
  /// - Parameters:
  ///   - place: Where it lies.
  ///   - revision: The one that was written.
  ///   - stamp: When, and by whom.
  ///   - words: What more there is to say, in the words of the files.
  init(saved place: RecordPlace, revision: Int, stamp: SaveStamp, saying words: String = "") {
    self.init(
      at: stamp.at,
      by: stamp.by,
      action: .known(place.kind.isSetting ? .configChanged : .update),
      entity: place.auditEntity,
      clientID: place.clientID,
      detail: [place.auditWords, words].filter { !$0.isEmpty }.joined(separator: ", ")
    )
    self.revision = revision
  }
}

extension AuditEntity {
  /// The word for a text that isn't signed.
  static let draft = "draft"

  /// What the log calls a record.
  init(_ kind: RecordKind, _ id: String) {
    switch kind {
    case .session: self = .session(SessionID(id))
    case .appointment: self = .appointment(AppointmentID(id))
    case .client: self = .client(ClientID(id))
    case .episode: self = .episode(EpisodeID(id))
    case .staff: self = .staff(StaffID(id))
    case .group: self = .group(GroupID(id))
    case .followUp: self = .followUp(FollowUpID(id))
    case .ruleSets: self = .list(.ruleSets)
    case .rooms: self = .list(.rooms)
    case .calendar: self = .list(.calendar)
    case .grants: self = .list(.grants)
    case .program, .auditAnchor, .enrollments, .plan, .note, .noteEvent, .noteChain, .noteList,
      .pin, .words, .forms, .access:
      self = .other(kind: kind.rawValue, id: id)
    }
  }
}

extension RecordKind {
  fileprivate var isSetting: Bool {
    switch self {
    case .program, .ruleSets, .rooms, .calendar, .grants, .pin, .access: true
    case .staff, .group, .client, .episode, .appointment, .plan, .session, .note, .words, .forms,
      .noteEvent, .noteChain, .noteList, .enrollments, .followUp, .auditAnchor:
      false
    }
  }
}

extension RecordPlace {
  fileprivate var auditEntity: AuditEntity {
    AuditEntity(kind, kind == .enrollments ? folderName + "/" + id : id)
  }

  private var folderName: String { folder.split(separator: "/").last.map(String.init) ?? "" }

  /// Whose folder it is in; nil for what is in nobody's.
  fileprivate var clientID: ClientID? {
    let parts = folder.split(separator: "/")
    guard parts.count > 1, parts[0] == Layout.clients else { return nil }
    return ClientID(String(parts[1]))
  }

  /// What the kind's word doesn't say, or the client's number hides.
  fileprivate var auditWords: String {
    if kind == .plan { return "plan" }
    return kind == .enrollments ? "ended in \(folderName.prefix(7))" : ""
  }
}
