/// A moment of a clock that only goes forward, in whole milliseconds since some start.
package struct MonotonicTime: Hashable, Comparable, Sendable {
  package var milliseconds: Int

  package init(milliseconds: Int) {
    self.milliseconds = milliseconds
  }

  package static func < (left: Self, right: Self) -> Bool {
    left.milliseconds < right.milliseconds
  }

  package static func + (left: Self, milliseconds: Int) -> Self {
    Self(milliseconds: left.milliseconds + milliseconds)
  }

  /// The milliseconds from the right to the left moment.
  package static func - (left: Self, right: Self) -> Int {
    left.milliseconds - right.milliseconds
  }
}
