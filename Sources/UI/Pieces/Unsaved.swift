import App
import Domain

extension AppState {
  /// Whether the disk refused the record.
  func isNotSaved(_ record: RecordReference) -> Bool { unsaved[record] != nil }

  /// Why records couldn't be written, sorted.
  var failedSaves: [String] { unsaved.values.sorted() }
}
