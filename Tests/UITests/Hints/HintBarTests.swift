@testable import App
import Support
import TerminalCore
import Testing

@testable import UI

@Suite struct `The hint bar` {
  /// Keys from the start of the Day screen to each place.
  static let places = [
    "", "<Tab>", "<Enter>", "g w", "g d z", ":", "?", "<Enter> x", "<Enter> a", "<Enter> ,",
    "<Enter> /", "<Enter> !", "g .",
  ]
  static let widths = [60, 61, 70, 79, 80, 100, 120, 160, 200]

  @Test(arguments: places, widths)
  func `shows whole hints only`(keys: String, columns: Int) throws {
    let state = try Self.state(keys, columns: columns)
    let known = (HintList.flowing(of: state) + HintList.pinned(of: state))
      .map { $0.key + " " + $0.words }
    let line = lastRow(of: state)
    #expect(line.hasPrefix(" "))
    for piece in pieces(of: line) { #expect(known.contains(piece), "\(piece) in \(line)") }
  }

  @Test(arguments: places, widths)
  func `ends with the ways back and to help`(keys: String, columns: Int) throws {
    let state = try Self.state(keys, columns: columns)
    let line = lastRow(of: state)
    // In the help itself F1 is a way back like Esc.
    let end = keys == "?" ? "Esc close " : "F1 help "
    #expect(line.hasSuffix(end), "\(line)")
    #expect(line.contains("Esc ") == (state.prompt != nil || !keys.isEmpty), "\(line)")
  }

  @Test(arguments: widths)
  func `leads with the most useful keys`(columns: Int) throws {
    let state = try Self.state("<Enter>", columns: columns)
    let shown = pieces(of: lastRow(of: state)).dropLast(2)
    let wanted = HintList.flowing(of: state).map { $0.key + " " + $0.words }
    #expect(Array(shown) == Array(wanted.prefix(shown.count)))
    #expect(shown.count >= 2)
  }

  @Test func `asks for no more than two words a key`() throws {
    for keys in Self.places {
      let state = try Self.state(keys, columns: 80)
      for hint in HintList.flowing(of: state) + HintList.pinned(of: state) {
        #expect(hint.words.split(separator: " ").count <= 2, "\(hint)")
      }
    }
  }

  @Test func `is the same as a line of text`() throws {
    let state = try Self.state("<Enter>", columns: 80)
    #expect(" " + hintLine(state, columns: 78) + " " == lastRow(of: state))
  }

  private static func state(_ keys: String, columns: Int) throws -> AppState {
    var state = DemoState.day(columns: columns, rows: 24)
    try state.press(keys)
    return state
  }

  private func lastRow(of state: AppState) -> String {
    render(state, borders: .line).buffer.text(ofRow: Row(state.size.rows - 1))
  }

  private func pieces(of line: String) -> [String] {
    var pieces: [String] = []
    var words: [Substring] = []
    for word in line.split(separator: " ", omittingEmptySubsequences: false) {
      if !word.isEmpty {
        words.append(word)
      } else if !words.isEmpty {
        pieces.append(words.joined(separator: " "))
        words = []
      }
    }
    return pieces
  }
}
