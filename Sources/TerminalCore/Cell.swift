/// One cell of a screen in eight bytes: its glyph, its role and its width.
///
/// One stored number, so that comparing two rows is comparing memory.
package struct Cell: Equatable, Sendable {
  /// Bits 0...31 the glyph, 32...39 the role, 40...47 the width.
  package let bits: UInt64

  /// Set in a glyph that is an index into the buffer's table of clusters.
  static let clusterFlag: UInt32 = 0x8000_0000

  init(glyph: UInt32, role: Role, width: Int) {
    bits = UInt64(glyph) | UInt64(role.rawValue) << 32 | UInt64(width) << 40
  }

  /// A cell with one scalar of width 1.
  package init(_ scalar: Unicode.Scalar, role: Role) {
    self.init(glyph: scalar.value, role: role, width: 1)
  }

  private init(bits: UInt64) {
    self.bits = bits
  }

  var glyph: UInt32 { UInt32(truncatingIfNeeded: bits) }

  /// The scalar in the cell; nil for a cluster and for the second half of a wide cell.
  package var scalar: Unicode.Scalar? {
    width == 0 ? nil : Unicode.Scalar(glyph)
  }

  package var role: Role {
    Role(rawValue: UInt8(truncatingIfNeeded: bits >> 32)) ?? .text
  }

  /// The cells the glyph takes: 1 or 2; 0 in the second half of a wide cell.
  package var width: Int { Int(bits >> 40) & 0xFF }

  /// Whether the glyph is a base with marks, kept in the buffer's table.
  package var isCluster: Bool { glyph & Self.clusterFlag != 0 }

  func with(role: Role) -> Cell {
    Cell(bits: bits & ~(0xFF << 32) | UInt64(role.rawValue) << 32)
  }

  /// The same cell with an ASCII byte of width 1 as its glyph.
  @inline(__always)
  func with(ascii byte: UInt8) -> Cell {
    Cell(bits: bits & (0xFF << 32) | 1 << 40 | UInt64(byte))
  }
}
