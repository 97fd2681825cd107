package import Domain

extension DataFolder {
  /// When a session or an appointment was last saved, by the clock of whoever saved it.
  ///
  /// Cheap: of each file only the beginning is looked at, since `changedAt` is its first key; the
  /// newest is then read whole, and one that can't be trusted is passed over. Meant for a demo that
  /// was kept; in a folder of years it reads a little of every file.
  package func lastChangeAt() -> Instant? {
    var problems: [RecordProblem] = []
    var heads: [(at: Instant, place: RecordPlace)] = []
    for date in days(problems: &problems) {
      guard let folder = openFolder(Layout.dayFolder(date), problems: &problems) else { continue }
      let names = recordNames(in: folder, problems: &problems) { $0.hasSuffix(Layout.suffix) }
      for name in names {
        guard let place = RecordPlace(ofDay: date, name: name), let at = head(name, in: folder)
        else { continue }
        heads.append((at, place))
      }
    }
    heads.sort { $0.at > $1.at }
    return heads.first { envelope(at: $0.place)?.changedAt == $0.at }?.at
  }

  private func head(_ name: String, in folder: Folder) -> Instant? {
    do throws(FileFault) {
      return Envelope.changedAt(inHead: try folder.readHead(name, count: Envelope.headLength))
    } catch {
      return nil
    }
  }

  private func envelope(at place: RecordPlace) -> Envelope? {
    do {
      guard let folder = try root.descend(place.folder) else { return nil }
      switch place.kind {
      case .session: return try folder.record(at: place, as: GroupSession.self).envelope
      case .appointment: return try folder.record(at: place, as: Appointment.self).envelope
      case .program, .ruleSets, .rooms, .calendar, .staff, .group, .client, .episode, .plan,
        .note, .noteEvent, .noteChain, .noteList, .pin, .words, .forms, .grants, .access,
        .auditAnchor,
        .enrollments, .followUp:
        return nil
      }
    } catch {
      return nil
    }
  }
}

extension Envelope {
  /// What every file of the program's begins with, up to the date of its last change.
  private static let head = Array(
    """
    <?xml version="1.0" encoding="UTF-8"?>
    <!DOCTYPE plist PUBLIC "-//Apple//DTD PLIST 1.0//EN" \
    "http://www.apple.com/DTDs/PropertyList-1.0.dtd">
    <plist version="1.0">
    <dict>
    \t<key>changedAt</key>
    \t<date>
    """.utf8
  )
  static let headLength = head.count + "2026-03-11T14:52:00Z".utf8.count

  /// The date under the key `changedAt`, where that is the first key of the file.
  static func changedAt(inHead bytes: [UInt8]) -> Instant? {
    guard bytes.count >= headLength, bytes.starts(with: head) else { return nil }
    return Instant(String(decoding: bytes[head.count..<headLength], as: UTF8.self))
  }
}

extension RecordPlace {
  /// The place of a session or an appointment; nil for a name that is neither's.
  init?(ofDay date: CalendarDate, name: String) {
    if let id = StoredID.inFileName(name, .session) {
      self = .session(SessionID(id), on: date)
    } else if let id = StoredID.inFileName(name, .appointment) {
      self = .appointment(AppointmentID(id), on: date)
    } else {
      return nil
    }
  }
}
