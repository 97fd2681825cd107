import TerminalCore

/// What a terminal would show of a program's output: text and cursor, no colours.
///
/// It knows what ncurses sends to an xterm, and passes over the rest.
struct ScreenModel {
  private let size: Size
  /// By row; the second half of a wide character is empty.
  private var cells: [[String]]
  private var row = 0
  private var column = 0
  /// Whether the last column was written, so that the next character begins a row.
  private var isPending = false
  private var saved = (row: 0, column: 0)
  private var last = " "
  private var top = 0
  private var bottom: Int
  private var mode = Mode.text
  /// The bytes of an unfinished character or sequence.
  private var part: [UInt8] = []

  private enum Mode { case text, escape, control, skipOne, string, stringEnd }

  init(size: Size) {
    self.size = size
    cells = Array(repeating: Array(repeating: " ", count: size.columns), count: size.rows)
    bottom = size.rows - 1
  }

  var lines: [String] { cells.map { $0.joined() } }

  mutating func feed(_ bytes: ArraySlice<UInt8>) {
    for byte in bytes { take(byte) }
  }

  private mutating func take(_ byte: UInt8) {
    switch mode {
    case .text: takeText(byte)
    case .escape: takeEscape(byte)
    case .control:
      part.append(byte)
      if (0x40...0x7E).contains(byte) {
        mode = .text
        control(part)
        part = []
      }
    case .skipOne: mode = .text
    case .string: mode = byte == 0x07 ? .text : byte == 0x1B ? .stringEnd : .string
    case .stringEnd: mode = .text
    }
  }

  private mutating func takeText(_ byte: UInt8) {
    switch byte {
    case 0x1B: mode = .escape
    case 0x08: column = max(0, column - 1)
    case 0x09: column = min(size.columns - 1, (column / 8 + 1) * 8)
    case 0x0A: lineFeed()
    case 0x0D: column = 0
    case 0..<0x20, 0x7F: return
    case 0x20..<0x7F: put(String(UnicodeScalar(byte)))
    default:
      part.append(byte)
      let length = part[0] >= 0xF0 ? 4 : part[0] >= 0xE0 ? 3 : 2
      guard part.count == length else { return }
      put(String(decoding: part, as: UTF8.self))
      part = []
      return
    }
    if byte < 0x20 { isPending = false }
  }

  private mutating func takeEscape(_ byte: UInt8) {
    mode = .text
    switch byte {
    case UInt8(ascii: "["): mode = .control
    case UInt8(ascii: "]"), UInt8(ascii: "P"), UInt8(ascii: "^"), UInt8(ascii: "_"): mode = .string
    case UInt8(ascii: "("), UInt8(ascii: ")"), UInt8(ascii: "*"), UInt8(ascii: "+"): mode = .skipOne
    case UInt8(ascii: "7"): saved = (row, column)
    case UInt8(ascii: "8"): (row, column) = saved
    case UInt8(ascii: "D"): lineFeed()
    case UInt8(ascii: "M"): if row == top { scroll(by: -1) } else { row = max(0, row - 1) }
    default: return
    }
  }

  private mutating func put(_ text: String) {
    let width = CellWidth.of(text)
    guard width > 0 else {
      if column > 0 { cells[row][column - 1] += text }
      return
    }
    if isPending || column + width > size.columns {
      column = 0
      lineFeed()
      isPending = false
    }
    last = text
    cells[row][column] = text
    if width == 2, column + 1 < size.columns { cells[row][column + 1] = "" }
    column += width
    if column >= size.columns {
      column = size.columns - 1
      isPending = true
    }
  }

  private mutating func lineFeed() {
    if row == bottom { scroll(by: 1) } else { row = min(size.rows - 1, row + 1) }
  }

  /// Moves the scrolling rows up, or down by a negative count.
  private mutating func scroll(by count: Int) {
    for _ in 0..<min(abs(count), bottom - top + 1) {
      cells.remove(at: count > 0 ? top : bottom)
      cells.insert(blankRow, at: count > 0 ? bottom : top)
    }
  }

  private var blankRow: [String] { Array(repeating: " ", count: size.columns) }

  private mutating func control(_ bytes: [UInt8]) {
    let words = bytes.dropLast().split(
      separator: UInt8(ascii: ";"),
      omittingEmptySubsequences: false
    )
    let numbers = words.map { Int(String(decoding: $0, as: UTF8.self)) ?? 0 }
    let first = numbers.first ?? 0
    let count = max(1, first)
    let final = Unicode.Scalar(bytes[bytes.count - 1])
    if final != "m", final != "b" { isPending = false }
    switch final {
    case "H", "f": move(row: count - 1, column: max(1, numbers.count > 1 ? numbers[1] : 1) - 1)
    case "A": move(row: row - count, column: column)
    case "B": move(row: row + count, column: column)
    case "C": move(row: row, column: column + count)
    case "D": move(row: row, column: column - count)
    case "G": move(row: row, column: count - 1)
    case "d": move(row: count - 1, column: column)
    case "J": eraseScreen(first)
    case "K": erase(row: row, first == 0 ? column : 0, first == 1 ? column + 1 : size.columns)
    case "X": erase(row: row, column, min(size.columns, column + count))
    case "b": for _ in 0..<count { put(last) }
    case "P", "@": shift(final == "P" ? count : -count)
    case "L", "M": shiftRows(final == "M" ? count : -count)
    case "S": scroll(by: count)
    case "T": scroll(by: -count)
    case "r":
      top = min(count - 1, size.rows - 1)
      bottom = numbers.count > 1 && numbers[1] > 0 ? min(numbers[1], size.rows) - 1 : size.rows - 1
      move(row: 0, column: 0)
    default: return
    }
  }

  private mutating func move(row: Int, column: Int) {
    self.row = min(max(0, row), size.rows - 1)
    self.column = min(max(0, column), size.columns - 1)
  }

  private mutating func eraseScreen(_ which: Int) {
    if which == 0 { erase(row: row, column, size.columns) }
    if which == 1 { erase(row: row, 0, column + 1) }
    for other in 0..<size.rows where which >= 2 || (which == 0 ? other > row : other < row) {
      erase(row: other, 0, size.columns)
    }
  }

  private mutating func erase(row: Int, _ start: Int, _ end: Int) {
    for column in start..<max(start, end) { cells[row][column] = " " }
  }

  /// Deletes characters at the cursor, or inserts blanks by a negative count.
  private mutating func shift(_ count: Int) {
    for _ in 0..<min(abs(count), size.columns - column) {
      cells[row].remove(at: count > 0 ? column : size.columns - 1)
      cells[row].insert(" ", at: count > 0 ? size.columns - 1 : column)
    }
  }

  /// Deletes rows from the cursor's on, or inserts blank ones by a negative count.
  private mutating func shiftRows(_ count: Int) {
    guard (top...bottom).contains(row) else { return }
    let kept = top
    top = row
    scroll(by: count)
    top = kept
  }
}
