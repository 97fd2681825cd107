import App
import Domain
import Support
import TerminalCore
import Testing
import UI

/// Whatever is pressed, the program stands, and everything done can be taken back.
@Suite struct `Random keys` {
  private static let keys: [String] =
    (0x20...0x7E).compactMap { Unicode.Scalar(UInt32($0)) }.map { Key($0).notation } + [
      "<Up>", "<Down>", "<Left>", "<Right>", "<Home>", "<End>", "<PgUp>", "<PgDn>", "<Tab>",
      "<S-Tab>", "<Enter>", "<Esc>", "<BS>", "<Del>", "<F1>", "<F2>", "<F5>", "<F8>", "<C-p>",
      "<C-f>", "<C-z>", "<C-y>", "<C-c>", "<C-a>", "<C-e>", "<C-w>",
    ]
  private static let sizes = [
    Size(columns: 60, rows: 16), Size(columns: 80, rows: 24), Size(columns: 100, rows: 30),
    Size(columns: 160, rows: 50), Size(columns: 59, rows: 15), Size(columns: 1, rows: 1),
  ]

  @Test(arguments: 1...10)
  func `never trap, keep the cursor inside, and can all be undone`(seed: Int) throws {
    var random = SeededRandom(seed: UInt64(seed))
    var program = try TestProgram.demo(at: "2026-03-18T09:05", as: ["TB", "MQ"][seed % 2])
    #expect(program.state.undo.undoable.isEmpty)
    let start = program.state.data.plain
    for step in 0..<400 {
      let key = Self.keys[random.below(Self.keys.count)]
      try program.press(key)
      if step % 25 == 0 {
        program.send(.resized(Self.sizes[random.below(Self.sizes.count)]))
        program.now = program.now.adding(seconds: random.below(90))
      }
      if step % 4 == 0 {
        let frame = render(program.state, borders: .line)
        let isInside = program.state.size.rect.contains(frame.cursor)
        #expect(isInside, "seed \(seed), step \(step), key \(key)")
      }
    }
    for _ in 0..<6 { try program.press("<Esc>") }
    try program.press("<Enter> <Esc> <Esc> <Esc>")
    program.state.prompt = nil
    program.state.screen = .day
    for _ in 0..<500 where !program.state.undo.undoable.isEmpty { try program.press("u") }
    #expect(program.state.undo.undoable.isEmpty, "seed \(seed)")
    let end = program.state.data.plain
    for (record, content) in start {
      let isAsBefore = end[record] == content
      #expect(isAsBefore, "seed \(seed): \(record) differs after undoing everything")
    }
  }
}

/// The same numbers for the same seed.
struct SeededRandom {
  private var state: UInt64

  init(seed: UInt64) { state = seed &* 0x9E37_79B9_7F4A_7C15 | 1 }

  mutating func below(_ bound: Int) -> Int {
    state ^= state << 13
    state ^= state >> 7
    state ^= state << 17
    return Int(state % UInt64(bound))
  }
}
