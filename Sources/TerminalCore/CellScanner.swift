/// What one or more scalars of a text become on the screen: one glyph of one or two cells.
struct CellPiece {
  /// The base scalar that is drawn.
  var scalar: UInt32
  /// Cells taken, 0...2; 0 draws nothing.
  var width: Int
  /// Whether the glyph stands in for something a terminal can't be trusted with.
  var isOdd = false
  /// The marks that combine with the base, in order, at most four.
  var marks: [UInt32] = []
}

/// Reads a text's UTF-8 piece by piece; the only place that knows how scalars become cells.
///
/// Works on scalars, not on `Character`: a cell of ncurses is one base and up to four marks, and a
/// grapheme cluster of an Indic script may well be two bases in two cells.
enum CellScanner {
  private static let joiner: UInt32 = 0x200D
  private static let questionMark = UInt32(0x3F)
  private static let odd = CellPiece(scalar: questionMark, width: 1, isOdd: true)
  private static let nothing = CellPiece(scalar: 0, width: 0)

  /// The piece that starts at a byte of valid UTF-8; moves the index behind it.
  static func next(in bytes: Span<UInt8>, at index: inout Int) -> CellPiece {
    let scalar = decode(bytes, &index)
    let width = CellWidth.of(scalar)
    let isFollowedByPlain = index >= bytes.count || bytes[index] < 0xCC
    if width > 0, isFollowedByPlain { return CellPiece(scalar: scalar, width: width) }
    if width < 0 || isDirectionOverride(scalar) { return odd }
    if isInvisible(scalar) { return nothing }
    var piece = CellPiece(scalar: scalar, width: width)
    if width == 0 || isRegionalIndicator(scalar) { piece = odd }
    absorb(bytes, &index, after: scalar, into: &piece)
    if piece.isOdd { piece.marks = [] }
    return piece
  }

  /// Takes in the marks and joined scalars that belong to the piece begun.
  private static func absorb(
    _ bytes: Span<UInt8>,
    _ index: inout Int,
    after base: UInt32,
    into piece: inout CellPiece
  ) {
    while index < bytes.count, bytes[index] >= 0xCC {
      var after = index
      let scalar = decode(bytes, &after)
      if isDirectionOverride(scalar) { return }
      if scalar == joiner {
        piece.isOdd = true
        index = after
        if index < bytes.count, bytes[index] >= 0xE2 {
          var joined = index
          if CellWidth.of(decode(bytes, &joined)) > 0 { index = joined }
        }
      } else if isInvisible(scalar) {
        index = after
      } else if CellWidth.of(scalar) == 0 {
        if isEmojiSelector(scalar) || piece.marks.count == 4 { piece.isOdd = true }
        if !piece.isOdd { piece.marks.append(scalar) }
        index = after
      } else if isSkinTone(scalar) && base >= 0x2600
        || isRegionalIndicator(base) && isRegionalIndicator(scalar)
      {
        piece.isOdd = true
        index = after
        if isRegionalIndicator(base) { return }
      } else {
        return
      }
    }
  }

  /// The scalar at a byte of valid UTF-8; moves the index behind it.
  @inline(__always)
  static func decode(_ bytes: Span<UInt8>, _ index: inout Int) -> UInt32 {
    let first = UInt32(bytes[index])
    index += 1
    if first < 0x80 { return first }
    func tail() -> UInt32 {
      guard index < bytes.count else { return 0 }
      defer { index += 1 }
      return UInt32(bytes[index]) & 0x3F
    }
    if first < 0xE0 { return (first & 0x1F) << 6 | tail() }
    if first < 0xF0 { return (first & 0x0F) << 12 | tail() << 6 | tail() }
    return (first & 0x07) << 18 | tail() << 12 | tail() << 6 | tail()
  }

  /// Whether the scalar changes the reading direction of what stands around it.
  private static func isDirectionOverride(_ scalar: UInt32) -> Bool {
    (0x202A...0x202E).contains(scalar) || (0x2066...0x2069).contains(scalar)
  }

  /// Whether the scalar has no picture and its absence changes no letter's meaning.
  private static func isInvisible(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x061C, 0x200B...0x200F, 0x2060...0x2064, 0xFEFF: true
    default: false
    }
  }

  private static func isEmojiSelector(_ scalar: UInt32) -> Bool {
    scalar == 0xFE0E || scalar == 0xFE0F
  }

  private static func isSkinTone(_ scalar: UInt32) -> Bool {
    (0x1F3FB...0x1F3FF).contains(scalar)
  }

  private static func isRegionalIndicator(_ scalar: UInt32) -> Bool {
    (0x1F1E6...0x1F1FF).contains(scalar)
  }
}
