/// The offsets of a zone through all time.
///
/// Seconds here are those of instants, since 1970 in UTC. Between the first and the last change the
/// latest change holds, before them `first`, and from the last on the rule, if there is one.
struct ZoneTable: Hashable, Sendable {
  /// A moment from which on an offset holds.
  struct Change: Hashable, Sendable {
    let at: Int
    /// Seconds ahead of UTC.
    let offset: Int
  }

  /// A span of seconds with one offset.
  struct Period: Hashable, Sendable {
    let seconds: Range<Int>
    let offset: Int
  }

  /// The offsets that a zone may have, in seconds ahead of UTC.
  ///
  /// - Source: RFC 9636, section 3.2.
  static let offsets = -89_999...93_599

  let first: Int
  let changes: [Change]
  let rule: ZoneRule?

  /// Makes a table; where there is a rule, it decides where the last change leads to.
  ///
  /// - Parameters:
  ///   - first: The offset before all changes, of no use without them if there is a rule.
  ///   - changes: In ascending order.
  ///   - rule: What holds from the last change on, nil for that change's offset for ever.
  init(first: Int, changes: [Change], rule: ZoneRule?) {
    var changes = changes
    if let rule, let last = changes.popLast() {
      changes.append(Change(at: last.at, offset: rule.offset(at: last.at)))
    }
    self.first = first
    self.changes = changes
    self.rule = rule
  }

  /// The offset at a moment, in logarithmic time.
  func offset(at second: Int) -> Int {
    let count = changeCount(upTo: second)
    if count == changes.count, let rule { return rule.offset(at: second) }
    return count == 0 ? first : changes[count - 1].offset
  }

  /// The spans of equal offset in the days around a reading of the clock, in order.
  ///
  /// They follow each other without a gap and hold each moment at which the clock could show that
  /// reading: `wall` is what it shows, counted in seconds as if it showed UTC.
  func periods(around wall: Int) -> [Period] {
    let window = (wall - 200_000)..<(wall + 200_000)
    var periods: [Period] = []
    var start = window.lowerBound
    var offset = offset(at: start)
    for change in changes(in: window) {
      periods.append(Period(seconds: start..<change.at, offset: offset))
      start = change.at
      offset = change.offset
    }
    periods.append(Period(seconds: start..<window.upperBound, offset: offset))
    return periods
  }

  /// The changes after the beginning of a window, those of the table and then those of the rule.
  private func changes(in window: Range<Int>) -> [Change] {
    let listed = changes[changeCount(upTo: window.lowerBound)...]
      .prefix { $0.at < window.upperBound }
    guard let rule else { return Array(listed) }
    let firstByRule = max(changes.last?.at ?? window.lowerBound, window.lowerBound)
    return listed
      + rule.changes(around: window.lowerBound).filter {
        $0.at > firstByRule && $0.at < window.upperBound
      }
  }

  /// How many changes have happened at a moment, by binary search.
  private func changeCount(upTo second: Int) -> Int {
    var low = 0
    var high = changes.count
    while low < high {
      let middle = (low + high) / 2
      if changes[middle].at <= second { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
