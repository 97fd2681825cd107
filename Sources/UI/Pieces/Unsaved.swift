import App

extension AppState {
  /// Why records couldn't be written, sorted; records whose save is under way aren't here.
  var failedSaves: [String] {
    unsaved.values.filter { $0 != "Not written yet." }.sorted()
  }
}
