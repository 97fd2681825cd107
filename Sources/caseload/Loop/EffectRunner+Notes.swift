import App
import Domain
import Storage
import Terminal
import TerminalCore

/// What notes ask of the disk.
extension EffectRunner {
  func runNote(_ effect: Effect, _ state: AppState) -> Action? {
    do throws(StorageError) {
      guard let folder = try place.folder(week: state.data.weekStart(of: state.today)) else {
        return nil
      }
      return try answer(effect, in: folder, state)
    } catch {
      // That a text can't even be left is no news beside what isn't saved of it.
      if case .leaveDraft(let document) = effect, state.strayDrafts[document] != nil { return nil }
      return refusal(of: effect, why: error.message)
    }
  }

  private func answer(
    _ effect: Effect,
    in folder: DataFolder,
    _ state: AppState
  ) throws(StorageError) -> Action? {
    switch effect {
    case .openNote(let opening):
      return .noteOpened(try notes.open(opening, in: folder, state, at: now))
    case .writeDraft(let document, let steps):
      return try notes.write(document, steps, in: folder, state, at: now)
    case .keepVersion(let document): return try notes.keepVersion(document, at: now)
    case .discardDraft(let draft): return try notes.discard(draft, in: folder)
    case .bringBackDraft(let draft): return try notes.bringBack(draft, in: folder, at: now)
    case .followNote(let opening):
      return try notes.follow(opening, in: folder, state, at: now).map { .noteFollowed($0) }
    case .leaveDraft(let document):
      return try notes.leave(document, in: folder, at: now)
    case .loadDrafts(let staff):
      defer { notes.offered = staff }
      if notes.offered != staff { takeRescued(of: staff, in: folder) }
      return .draftsFound(
        notes.found(of: staff, in: folder, state.data, offers: notes.offered != staff)
      )
    case .sign(let note): return try notes.sign(note, in: folder, state)
    case .addNoteEvent(let event, let draft):
      return try notes.add(event, writtenIn: draft, in: folder, state)
    case .askPIN:
      guard let staff = state.staffID else { return nil }
      return .pinAnswered(.isSet(try folder.hasPIN(staff)))
    case .checkPIN(let pin):
      guard let staff = state.staffID else { return nil }
      return .pinAnswered(try check(pin, of: staff, in: folder))
    case .setPIN(let pin):
      guard let staff = state.staffID else { return nil }
      if let weakness = PINWeakness(of: pin) {
        return .pinAnswered(.refused(weakness.sentence))
      }
      try folder.setPIN(pin, for: staff, at: trueNow)
      return .pinAnswered(.right)
    default: return nil
    }
  }

  /// Tries a signing PIN, unless too many wrong ones were given just before; the audit log is told of each
  /// wrong one.
  private func check(
    _ pin: String,
    of staff: StaffID,
    in folder: DataFolder
  ) throws(StorageError) -> PINAnswer {
    if let left = pinTries.wait(of: staff, at: EventLoop.now.milliseconds) {
      return .wrong("Not tried: wait \(left) s after wrong ones. Nothing was signed.")
    }
    let isRight = try folder.checkPIN(pin, for: staff)
    let wait = pinTries.record(isRight: isRight, of: staff, at: EventLoop.now.milliseconds)
    guard !isRight else { return .right }
    folder.audit([.wrongPIN(of: staff, at: now)])
    let more = wait.map { " Wait \($0) s." } ?? ""
    return .wrong("That isn't your PIN. Nothing was signed.\(more)")
  }

  private func refusal(of effect: Effect, why: String) -> Action {
    switch effect {
    case .writeDraft(let document, let steps): .draftFailed(document, steps, why: why)
    case .openNote, .discardDraft, .bringBackDraft, .sign, .addNoteEvent, .askPIN, .checkPIN,
      .setPIN:
      .noteFailed(why: why)
    default: .openFailed(why: why)
    }
  }

  private var rescuePlace: RescuePlace? { RescuePlace.standard { Environment.value($0) } }

  /// Keeps texts sealed where the data folder's disk isn't.
  ///
  /// - Returns: Where they are; nil where not all are anywhere, as in a plain program.
  func rescue(_ drafts: [NoteDraft]) -> String? {
    guard let folder = place.shared, folder.isSealed, let rescuePlace, !drafts.isEmpty else {
      return nil
    }
    do throws(StorageError) {
      for draft in drafts { try folder.rescue(draft, at: trueNow, in: rescuePlace) }
      return rescuePlace.path
    } catch { return nil }
  }

  /// Takes up what was kept so, before drafts are looked through.
  func takeRescued(of staff: StaffID, in folder: DataFolder) {
    guard folder.isSealed, let rescuePlace else { return }
    folder.takeRescued(of: staff, from: rescuePlace, at: trueNow)
  }
}
