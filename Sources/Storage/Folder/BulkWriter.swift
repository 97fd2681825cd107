import Domain
import Glibc
import PropertyList

/// Writes many new records, keeping the folder of the last one open.
struct BulkWriter {
  private let root: Folder
  private let stamp: SaveStamp
  /// The program's date: enrollments that ended in months before it lie by themselves.
  let today: CalendarDate
  private var folder: Folder
  private var path = ""

  init(root: Folder, stamp: SaveStamp, today: CalendarDate) {
    self.root = root
    self.stamp = stamp
    self.today = today
    folder = root
  }

  var seal: Seal? { root.seal }

  /// Writes a record that isn't there yet, or the next revision of one.
  ///
  /// Nothing is brought to disk: that is for the caller to do once, at the end.
  mutating func write(
    _ record: some StoredRecord,
    at place: RecordPlace,
    after old: Envelope? = nil
  ) throws(StorageError) {
    let envelope =
      old?.next(at: stamp.at, by: stamp.by) ?? Envelope(new: place, at: stamp.at, by: stamp.by)
    let bytes = try root.file(of: record, envelope: envelope, at: place)
    try write(bytes, in: place.folder, toNew: place.name)
  }

  /// Writes a record with the envelope that it has elsewhere.
  mutating func write(
    _ record: some StoredRecord,
    at place: RecordPlace,
    as envelope: Envelope
  ) throws(StorageError) {
    let bytes = try root.file(of: record, envelope: envelope, at: place)
    try write(bytes, in: place.folder, toNew: place.name)
  }

  /// Writes a file that isn't there yet.
  mutating func write(
    _ bytes: [UInt8],
    in path: String,
    toNew name: String,
    mode: mode_t = 0o600
  ) throws(StorageError) {
    if path != self.path {
      folder = try root.madeFolders(path, isSynced: false)
      self.path = path
    }
    try folder.write(bytes, toNew: name, isSynced: false, mode: mode)
  }
}

extension BulkWriter {
  /// Writes everything of a snapshot but the program's own record.
  mutating func write(_ snapshot: ProgramSnapshot) throws(StorageError) {
    let id = snapshot.program.id
    try write(ListRecord(snapshot.ruleSets), at: .ruleSets(id))
    try write(ListRecord(snapshot.rooms), at: .rooms(id))
    try write(ListRecord(snapshot.calendar), at: .calendar(id))
    for person in snapshot.staff { try write(person, at: .staff(person.id)) }
    for group in snapshot.groups {
      let files = GroupFiles(group, today: today)
      try write(files.own, at: .group(group.id))
      for (month, list) in files.months {
        try write(ListRecord(list), at: .enrollments(of: group.id, endedIn: month))
      }
    }
    for client in snapshot.clients { try write(client, at: .client(client.id)) }
    for episode in snapshot.episodes {
      try write(episode, at: .episode(episode.id, of: episode.clientID))
    }
    for plan in snapshot.plans { try write(plan, at: .plan(plan.id, of: plan.clientID)) }
    for one in snapshot.followUps { try write(one, at: .followUp(one.id, of: one.clientID)) }
    let sessions = snapshot.sessions.sorted {
      ($0.serviceDate, $0.id) < ($1.serviceDate, $1.id)
    }
    for session in sessions {
      try write(session, at: .session(session.id, on: session.serviceDate))
    }
    let meetings = snapshot.appointments.sorted {
      ($0.serviceDate, $0.id) < ($1.serviceDate, $1.id)
    }
    for meeting in meetings {
      try write(meeting, at: .appointment(meeting.id, on: meeting.serviceDate))
    }
    try write(NoteAddition(snapshot.notes, to: [:]), of: id) { _ in nil }
    for draft in snapshot.drafts { try write(draft) }
  }
}
