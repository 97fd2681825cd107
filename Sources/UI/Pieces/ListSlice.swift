import App

/// The part of a list that is on the screen, and how many rows each item gets.
struct ListSlice {
  let range: Range<Int>
  let linesPerItem: Int
  let count: Int

  var above: Int { range.lowerBound }
  var below: Int { count - range.upperBound }

  /// Gives every item the most rows with which all fit, else one row each, and a window.
  init(count: Int, selected: Int, height: Int, mostLines: Int = 1) {
    self.count = count
    linesPerItem = count == 0 ? 1 : max(1, min(mostLines, height / count))
    let height = max(0, height / linesPerItem)
    let start = ListWindow.start(selected: selected, count: count, height: height)
    range = start..<min(count, start + height)
  }

  /// The same part with more behind it, where there are more rows.
  func grown(to height: Int) -> ListSlice {
    ListSlice(
      range: range.lowerBound..<min(count, max(range.upperBound, range.lowerBound + height)),
      linesPerItem: linesPerItem,
      count: count
    )
  }

  private init(range: Range<Int>, linesPerItem: Int, count: Int) {
    (self.range, self.linesPerItem, self.count) = (range, linesPerItem, count)
  }
}
