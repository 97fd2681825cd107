import Domain

@testable import Storage

/// A folder with a program in it, opened as a window has it, and one mark after another.
final class Bench {
  let temporary = TemporaryFolder()
  let folder: DataFolder
  var data: ProgramData
  private var order = 100

  static let live = RecordReference.session(SoundProgram.liveID)
  static let livePath = "days/2026-03-11/\(SoundProgram.liveID).plist"
  static let week = SoundProgram.monday

  init(_ snapshot: ProgramSnapshot? = nil) throws {
    let snapshot = try snapshot ?? SoundProgram.snapshot()
    _ = try DataFolder.create(
      at: temporary.path,
      snapshot: snapshot,
      durable: false,
      now: SoundProgram.now
    )
    folder = try DataFolder.open(at: temporary.path)
    data = folder.loadStanding()
    folder.loadWeek(Self.week, into: &data)
  }

  func path(_ file: String) -> String { temporary.path + "/" + file }
  func bytes(_ file: String = Bench.livePath) -> [UInt8] { TestFile.read(path(file)) }

  /// Marks a client of the live session.
  func mark(_ status: AttendanceStatus) throws {
    order += 1
    let session = data.sessions[SoundProgram.liveID]
    guard let before = session?.row(of: SampleProgram.clientID) else {
      throw StorageError.notLoaded
    }
    var after = before
    after.status = status
    after.markedAt = SoundProgram.now
    after.markedBy = SampleProgram.staffID
    let edit = SessionEdit.row(SampleProgram.clientID, before: before, after: after)
    try data.apply(
      Change(
        id: ChangeID("ch_\(order)"),
        order: order,
        at: SoundProgram.now,
        by: SampleProgram.staffID,
        edits: [.session(SoundProgram.liveID, edit)]
      )
    )
  }

  func save() throws(StorageError) {
    try folder.save(Self.live, from: data, by: SampleProgram.staffID, at: SoundProgram.now)
  }

  func status(in data: ProgramData? = nil) -> AttendanceStatus? {
    (data ?? self.data).sessions[SoundProgram.liveID]?.row(of: SampleProgram.clientID)?.status
  }

  /// What a second window reads.
  func other() throws -> (folder: DataFolder, data: ProgramData) {
    let folder = try DataFolder.open(at: temporary.path)
    var data = folder.loadStanding()
    folder.loadWeek(Self.week, into: &data)
    return (folder, data)
  }
}
