import App

extension AppState {
  /// Why records couldn't be written, sorted.
  var failedSaves: [String] { unsaved.values.sorted() }
}
