import App
import Domain
import Storage

/// What is typed in forms, on its way to the disk and back.
extension EffectRunner {
  func keep(
    _ changed: [UnfinishedForm],
    done: [String],
    of staff: StaffID,
    _ state: AppState
  ) -> Action? {
    do throws(StorageError) {
      let folder = try place.folder(week: state.data.weekStart(of: state.today))
      try folder?.keep(changed, done: done, of: staff, at: now)
      return .formsKept(changed, done: done, why: nil)
    } catch {
      return .formsKept(changed, done: done, why: error.message)
    }
  }

  /// A demo that isn't on disk yet has none.
  func forms(of staff: StaffID) -> Action? {
    guard let folder = place.shared else { return nil }
    do throws(StorageError) {
      let found = try folder.unfinishedForms(of: staff)
      return found.isEmpty ? nil : .formsFound(found)
    } catch {
      return .openFailed(why: error.message)
    }
  }
}
