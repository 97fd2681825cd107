import App
import Domain

extension AppState {
  /// Whether the disk refused the record; one whose save is under way isn't meant.
  func isNotSaved(_ record: RecordReference) -> Bool {
    guard let why = unsaved[record] else { return false }
    return why != "Not written yet."
  }
}
