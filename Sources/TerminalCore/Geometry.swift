/// A row of cells, counted from 0 at the top.
package struct Row: Hashable, Comparable, Sendable, ExpressibleByIntegerLiteral {
  package var rawValue: Int

  package init(_ rawValue: Int) {
    self.rawValue = rawValue
  }

  package init(integerLiteral value: Int) {
    rawValue = value
  }

  package static func < (left: Self, right: Self) -> Bool { left.rawValue < right.rawValue }
  package static func + (left: Self, right: Int) -> Self { Self(left.rawValue + right) }
  package static func - (left: Self, right: Int) -> Self { Self(left.rawValue - right) }
  package static func += (left: inout Self, right: Int) { left.rawValue += right }
  package static func -= (left: inout Self, right: Int) { left.rawValue -= right }
  /// How many rows lie between two.
  package static func - (left: Self, right: Self) -> Int { left.rawValue - right.rawValue }
}

/// A column of cells, counted from 0 at the left.
package struct Column: Hashable, Comparable, Sendable, ExpressibleByIntegerLiteral {
  package var rawValue: Int

  package init(_ rawValue: Int) {
    self.rawValue = rawValue
  }

  package init(integerLiteral value: Int) {
    rawValue = value
  }

  package static func < (left: Self, right: Self) -> Bool { left.rawValue < right.rawValue }
  package static func + (left: Self, right: Int) -> Self { Self(left.rawValue + right) }
  package static func - (left: Self, right: Int) -> Self { Self(left.rawValue - right) }
  package static func += (left: inout Self, right: Int) { left.rawValue += right }
  package static func -= (left: inout Self, right: Int) { left.rawValue -= right }
  /// How many columns lie between two.
  package static func - (left: Self, right: Self) -> Int { left.rawValue - right.rawValue }
}

/// One cell's place.
package struct Position: Hashable, Sendable {
  package var row: Row
  package var column: Column

  package init(row: Row, column: Column) {
    self.row = row
    self.column = column
  }

  package static let zero = Position(row: 0, column: 0)
}

/// The size of a screen in cells; never negative.
package struct Size: Hashable, Sendable {
  package var columns: Int
  package var rows: Int

  package init(columns: Int, rows: Int) {
    self.columns = max(0, columns)
    self.rows = max(0, rows)
  }

  /// The whole of it, as a rectangle.
  package var rect: Rect {
    Rect(row: 0, column: 0, columns: columns, rows: rows)
  }
}
