import Domain
import Glibc

@testable import Storage

/// A sealed folder with a program in it, opened by its first counselor.
final class SealedBench {
  let temporary = TemporaryFolder()
  let recovery: RecoveryKey
  let folder: DataFolder
  var data: ProgramData

  static let passphrase = "seven quiet herons wading"
  /// Quick, since no test has anything to hide.
  static let stretching = Stretching(rounds: 1024)

  init(_ snapshot: ProgramSnapshot? = nil) throws {
    let snapshot = try snapshot ?? SoundProgram.snapshot()
    guard let staff = snapshot.staff.first(where: { $0.id == SampleProgram.staffID }) else {
      throw StorageError.notLoaded
    }
    recovery = .random()
    folder = try DataFolder.createSealed(
      at: temporary.path,
      snapshot: snapshot,
      for: staff,
      passphrase: Self.passphrase,
      recovery: recovery,
      now: SoundProgram.now,
      stretching: Self.stretching
    )
    data = folder.loadStanding()
    folder.loadWeek(SoundProgram.monday, into: &data)
  }

  /// Another window.
  func logIn(
    _ code: String = "tb",
    _ passphrase: String = SealedBench.passphrase,
    raisingTo stretching: Stretching = SealedBench.stretching,
    disk: Disk = Disk()
  ) throws(StorageError) -> DataFolder {
    guard let locked = try LockedFolder.open(at: temporary.path, disk: disk) else {
      throw .notLoaded
    }
    return try locked.logIn(code: code, passphrase: passphrase, raisingTo: stretching)
  }

  func path(_ file: String) -> String { temporary.path + "/" + file }

  /// Where something lies, as a path below the data folder with its names as they are on disk.
  func onDisk(_ path: String) -> String {
    path.split(separator: "/").map { folder.root.diskName(String($0)) }.joined(separator: "/")
  }

  func bytes(_ file: String) -> [UInt8] { TestFile.read(path(onDisk(file))) }

  func write(_ bytes: some Collection<UInt8>, to file: String) {
    TestFile.write(bytes, to: path(onDisk(file)))
  }

  func rename(_ file: String, to other: String) {
    Glibc.rename(path(onDisk(file)), path(onDisk(other)))
  }

  static let livePath = "days/2026-03-11/\(SoundProgram.liveID).plist"

  /// Marks a client of the live session, and saves it.
  func mark(_ status: AttendanceStatus, order: Int) throws {
    guard let before = data.sessions[SoundProgram.liveID]?.row(of: SampleProgram.clientID) else {
      throw StorageError.notLoaded
    }
    var after = before
    after.status = status
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
    try folder.save(
      .session(SoundProgram.liveID),
      from: data,
      by: SampleProgram.staffID,
      at: SoundProgram.now
    )
  }

  /// The problems of a check, as path and word.
  func problems(_ folder: DataFolder? = nil) -> [String] {
    (folder ?? self.folder).check().problems.map { "\($0.record): \($0.kind)" }
  }
}
