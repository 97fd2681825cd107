import Domain
import Glibc
import Testing

@testable import Storage

/// A window on a folder that was made for one thing to be done in it, and broken on the way.
final class FaultyWindow {
  let folder: DataFolder
  var data: ProgramData
  /// What the folder held before.
  let before: ProgramSnapshot
  let path: String

  init(_ path: String, isSealed: Bool) throws(StorageError) {
    self.path = path
    folder = try Self.open(path, isSealed: isSealed)
    before = folder.readAll().0
    data = folder.loadStanding()
    folder.loadWeek(SoundProgram.monday, into: &data)
  }

  static func open(_ path: String, isSealed: Bool) throws(StorageError) -> DataFolder {
    guard isSealed else { return try DataFolder.open(at: path) }
    guard let locked = try LockedFolder.open(at: path) else { throw .notLoaded }
    return try locked.logIn(
      code: "tb",
      passphrase: SealedBench.passphrase,
      raisingTo: SealedBench.stretching
    )
  }

  var archive: String { path + ".tar.gz" }

  func mark() throws(StorageError) {
    guard data.sessions[SoundProgram.liveID]?.row(of: SampleProgram.clientID)?.status != .noShow
    else { return }
    guard let before = data.sessions[SoundProgram.liveID]?.row(of: SampleProgram.clientID) else {
      throw .notLoaded
    }
    var after = before
    after.status = .noShow
    let edit = SessionEdit.row(SampleProgram.clientID, before: before, after: after)
    do {
      try data.apply(
        Change(
          id: ChangeID("ch_500"),
          order: 500,
          at: SoundProgram.now,
          by: SampleProgram.staffID,
          edits: [.session(SoundProgram.liveID, edit)]
        )
      )
    } catch { throw .notLoaded }
  }
}

/// One thing that a window does, to be stopped or refused at each of its calls.
struct Work: CustomTestStringConvertible, Sendable {
  let name: String
  let isSealed: Bool
  /// Does it; once more after it failed or was stopped.
  let act: @Sendable (FaultyWindow) throws(StorageError) -> Void
  /// What is missing in a folder that was opened again, whether it was done or not; nil where nothing
  /// is.
  let loss: @Sendable (FaultyWindow, _ after: FaultyWindow) -> String?

  var testDescription: String { (isSealed ? "sealed " : "") + name }

  /// All, or where `FAULTS` names one, as "sealed renewal" or "backup", that one.
  static let all: [Work] = {
    let all = [save, signing, backup].flatMap { [$0(false), $0(true)] } + [renewal]
    guard let word = getenv("FAULTS").map({ String(cString: $0) }), word != "all" else {
      return all
    }
    return all.filter { $0.testDescription == word }
  }()

  private static func save(_ isSealed: Bool) -> Work {
    Work(
      name: "save",
      isSealed: isSealed,
      act: { window throws(StorageError) in
        try window.mark()
        try window.folder.save(
          .session(SoundProgram.liveID),
          from: window.data,
          by: SampleProgram.staffID,
          at: SoundProgram.now
        )
      },
      loss: { window, after in
        let old = window.before.sessions.first { $0.id == SoundProgram.liveID }
        let new = window.data.sessions[SoundProgram.liveID]
        let found = after.data.sessions[SoundProgram.liveID]
        guard found == old || found == new else { return "the session is neither old nor new" }
        return window.before.sessions.count == after.before.sessions.count
          ? nil : "a session is gone"
      }
    )
  }

  private static func signing(_ isSealed: Bool) -> Work {
    Work(
      name: "signing",
      isSealed: isSealed,
      act: { window throws(StorageError) in
        try window.folder.sign(SampleProgram.note(), in: &window.data)
      },
      loss: { _, after in
        let drafts = after.folder.readDrafts(of: SampleProgram.staffID).drafts.map(\.draft)
        let isDraft = drafts.contains { $0.content == SampleProgram.draft().content }
        let isSigned = after.data.notes[SampleProgram.noteID] != nil
        return isDraft || isSigned ? nil : "the text is neither a draft nor a note"
      }
    )
  }

  private static func backup(_ isSealed: Bool) -> Work {
    Work(
      name: "backup",
      isSealed: isSealed,
      act: { window throws(StorageError) in
        // A name that was taken by an attempt which got as far as that is another's.
        let name = access(window.archive, F_OK) == 0 ? window.archive + ".2" : window.archive
        _ = try window.folder.backUp(to: name, at: SoundProgram.now)
      },
      loss: { window, after in
        guard window.before == after.before else { return "a record is another" }
        guard access(window.archive, F_OK) == 0 else { return nil }
        let place = TemporaryFolder()
        do throws(StorageError) {
          try DataFolder.unpack(window.archive, to: place.path)
          let found = try FaultyWindow(place.path, isSealed: isSealed)
          return found.before == window.before ? nil : "the archive holds something else"
        } catch {
          return "the archive isn't whole: \(error.message)"
        }
      }
    )
  }

  private static let renewal = Work(
    name: "renewal",
    isSealed: true,
    act: { window throws(StorageError) in
      let renewal = try window.folder.renewal()
      while try renewal.step() {}
    },
    loss: { window, after in window.before == after.before ? nil : "a record is another" }
  )
}
