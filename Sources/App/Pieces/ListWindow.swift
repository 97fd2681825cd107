/// Which part of a long list is on the screen, from the selection alone.
///
/// The window moves in steps of half its height, so that most keys change two rows only, and
/// there is always something to see above and below the selection.
package enum ListWindow {
  /// The first item shown.
  ///
  /// - Parameters:
  ///   - selected: The selected item's place.
  ///   - count: How many items there are.
  ///   - height: How many fit.
  /// - Returns: A place among the items, 0 where all fit.
  package static func start(selected: Int, count: Int, height: Int) -> Int {
    guard height > 0, count > height else { return 0 }
    let step = max(1, height / 2)
    let start = (selected / step) * step - height / 4
    return max(0, min(start, count - height))
  }
}
