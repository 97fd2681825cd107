import Testing

@testable import TerminalCore

private func bytes(_ text: String) -> [UInt8] {
  Array(text.replacing("^[", with: "\u{1B}").utf8)
}

private let start = MonotonicTime(milliseconds: 1000)

/// The events of bytes that come in pieces, and then nothing for a long time.
private func events(_ pieces: [[UInt8]], gap: Int = 0) -> [InputEvent] {
  var decoder = KeyDecoder()
  var now = start
  var events: [InputEvent] = []
  for piece in pieces {
    events += decoder.advance(to: now)
    events += decoder.feed(piece, at: now)
    now = now + gap
  }
  for _ in 0..<3 { events += decoder.advance(to: now + 5000) }
  return events
}

private func keys(_ text: String) -> [InputEvent] { events([bytes(text)]) }

@Suite struct `Key decoder` {
  static let known: [(String, Key)] = [
    ("^[[A", .up), ("^[OA", .up), ("^[[B", .down), ("^[OB", .down), ("^[[C", .right),
    ("^[OD", .left), ("^[[H", .home), ("^[OH", .home), ("^[[1~", .home), ("^[[7~", .home),
    ("^[[F", .end), ("^[OF", .end), ("^[[4~", .end), ("^[[8~", .end), ("^[[2~", .insert),
    ("^[[3~", .delete), ("^[[5~", .pageUp), ("^[[6~", .pageDown), ("^[[Z", .shiftTab),
    ("^[OP", .function(1)), ("^[[11~", .function(1)), ("^[[[A", .function(1)),
    ("^[[P", .function(1)), ("^[OQ", .function(2)), ("^[[12~", .function(2)),
    ("^[[[B", .function(2)), ("^[OR", .function(3)), ("^[[13~", .function(3)),
    ("^[OS", .function(4)), ("^[[14~", .function(4)), ("^[[15~", .function(5)),
    ("^[[[E", .function(5)), ("^[[17~", .function(6)), ("^[[18~", .function(7)),
    ("^[[19~", .function(8)), ("^[[20~", .function(9)), ("^[[21~", .function(10)),
    ("^[[23~", .function(11)), ("^[[24~", .function(12)),
    ("^[[1;2A", Key(.up, .shift)), ("^[[1;5B", Key(.down, .control)),
    ("^[[1;6C", Key(.right, [.shift, .control])), ("^[[1;3D", Key(.left, .alt)),
    ("^[[1;5H", Key(.home, .control)), ("^[[3;5~", Key(.delete, .control)),
    ("^[[1;2B", Key(.down, .shift)), ("^[[1;2C", Key(.right, .shift)),
    ("^[[1;2D", Key(.left, .shift)), ("^[[1;2H", Key(.home, .shift)),
    ("^[[1;2F", Key(.end, .shift)), ("^[[1;5C", Key(.right, .control)),
    ("^[[1;5D", Key(.left, .control)), ("^[[1;6D", Key(.left, [.shift, .control])),
    ("^[[1;6H", Key(.home, [.shift, .control])), ("^[[5;2~", Key(.pageUp, .shift)),
    ("^[[c", Key(.right, .shift)), ("^[[d", Key(.left, .shift)), ("^[Oc", Key(.right, .control)),
    ("^[Od", Key(.left, .control)), ("^[[8$", Key(.end, .shift)),
    ("^[[7@", Key(.home, [.shift, .control])),
    ("^[[1~", .home), ("^[[127;5u", Key(.backspace, .control)),
    ("^[[1;2P", Key(.function(1), .shift)), ("^[O5A", Key(.up, .control)),
    ("^[[a", Key(.up, .shift)), ("^[Oa", Key(.up, .control)), ("^[[7$", Key(.home, .shift)),
    ("^[[5^", Key(.pageUp, .control)), ("^[OM", .enter), ("^[Oq", Key("1")),
    ("^[[27;5;108~", .control("l")), ("^[[108;5u", .control("l")),
    ("^[[13;2u", Key(.enter, .shift)),
    ("^[x", Key(.character("x"), .alt)), ("^[^[[A", Key(.up, .alt)),
    ("\u{7F}", .backspace), ("\u{8}", .backspace), ("\r", .enter), ("\n", .enter), ("\t", .tab),
    ("\u{C}", .control("l")), ("\u{1A}", .control("z")), ("n", Key("n")), ("N", Key("N")),
    (" ", .space), ("é", Key("é")), ("界", Key("界")), ("😀", Key("😀")),
  ]

  @Test(arguments: known)
  func `knows every form of a key, whole or split at any byte`(text: String, key: Key) {
    let whole = bytes(text)
    #expect(events([whole]) == [.key(key)])
    for split in whole.indices.dropFirst() where whole[..<split] != [0x1B] {
      #expect(events([Array(whole[..<split]), Array(whole[split...])], gap: 40) == [.key(key)])
    }
    #expect(events(whole.map { [$0] }, gap: 30) == [.key(key)])
  }

  @Test(
    arguments: [
      "^[[99;9u", "^[[?1;2c", "^[[>41;354;0c", "^[[12;40R", "^[[I", "^[[O", "^[[<35;10;5M",
      "^[[M !!", "^[]0;a title\u{7}", "^[]11;rgb:1c1c/1c1c/1c1c^[\\", "^[P1$r0m^[\\",
      "^[_Gi=1;OK^[\\", "^[[?2026;2$y", "^[[201~", "^[[57399u", "^[OE", "^[[E", "^[[200;1x",
    ])
  func `swallows an unknown sequence whole, however it is split`(text: String) {
    let whole = bytes("a") + bytes(text) + bytes("b")
    let expected: [InputEvent] = [.key(Key("a")), .key(Key("b"))]
    #expect(events([whole]) == expected)
    for split in whole.indices.dropFirst() where whole[split - 1] != 0x1B {
      #expect(events([Array(whole[..<split]), Array(whole[split...])], gap: 200) == expected)
    }
  }

  @Test func `a lone Esc is a key once the delay has passed`() {
    var decoder = KeyDecoder(escapeDelay: 50)
    #expect(decoder.feed([0x1B], at: start) == [])
    #expect(decoder.deadline == start + 50)
    #expect(decoder.advance(to: start + 49) == [])
    #expect(decoder.advance(to: start + 50) == [.key(.escape)])
    #expect(decoder.deadline == nil)
  }

  @Test func `the rest of a sequence that came too late types nothing`() {
    #expect(events([[0x1B], bytes("[A")], gap: 60) == [.key(.escape), .key(.up)])
    #expect(events([[0x1B], bytes("[A and")], gap: 60).count == 7)
    var decoder = KeyDecoder(escapeDelay: 50)
    _ = decoder.feed([0x1B], at: start)
    _ = decoder.advance(to: start + 50)
    #expect(decoder.feed(bytes("[A"), at: start + 900).count == 2)
  }

  @Test func `two Esc are two keys`() {
    #expect(keys("^[^[") == [.key(.escape), .key(.escape)])
  }

  @Test func `keys that wait together come in order`() {
    #expect(keys("n^[[Bn") == [.key(Key("n")), .key(.down), .key(Key("n"))])
  }

  @Test func `the terminal's own sequences come first`() {
    var decoder = KeyDecoder(sequences: [bytes("^[A"): .up, [0x17]: .backspace])
    #expect(decoder.feed(bytes("^[A\u{17}"), at: start) == [.key(.up), .key(.backspace)])
  }

  @Test func `broken UTF-8 becomes the replacement character`() {
    let odd = InputEvent.key(Key("\u{FFFD}"))
    #expect(events([[0xFF, 0x61]]) == [odd, .key(Key("a"))])
    #expect(events([[0xC3, 0x28]]) == [odd, .key(Key("("))])
    #expect(events([[0xE7, 0x95]]) == [odd])
    #expect(events([[0xED, 0xA0, 0x80]]) == [odd, odd, odd])
    #expect(events([[0xC2, 0x9B, 0x61]]) == [.key(Key("a"))])
  }
}

@Suite struct `A paste` {
  @Test func `is one event with plain line ends and no control characters`() {
    let text = "^[[200~one\r\ntwo\rthree\nfo\u{7}ur ^[[31mé\t.^[[201~n"
    #expect(
      keys(text) == [.paste("one\ntwo\nthree\nfour [31mé\t."), .key(Key("n"))]
    )
  }

  @Test func `may be split at any byte`() {
    let whole = bytes("x^[[200~aé\r\nb^[[201~y")
    for split in whole.indices.dropFirst() where whole[split - 1] != 0x1B {
      #expect(
        events([Array(whole[..<split]), Array(whole[split...])], gap: 40)
          == [.key(Key("x")), .paste("aé\nb"), .key(Key("y"))]
      )
    }
  }

  static let odd = [
    "\u{301}\u{301}lone", "e\u{301}", "👨‍👩‍👧👩🏽‍🚀🇩🇪", "שלום \u{202E}عربي\u{202C}", "王小明\u{FE0F}\u{200D}",
    "\u{FFFD}\u{2028}\u{10FFFF}", "a\tb\n\n",
  ]

  @Test(arguments: odd)
  func `keeps odd letters as they are, wherever it is split`(text: String) {
    let whole = bytes("^[[200~") + Array(text.utf8) + bytes("^[[201~")
    for split in 7..<(whole.count - 6) {
      let found = events([Array(whole[..<split]), Array(whole[split...])], gap: 40)
      guard case .paste(let kept)? = found.first, found.count == 1 else {
        Issue.record("\(text.debugDescription) split at \(split): \(found)")
        continue
      }
      #expect(Array(kept.utf8) == Array(text.utf8), "split at \(split)")
    }
  }

  @Test func `loses NULs and escape sequences but not the text around them`() {
    let inside = "one\u{0}two\u{1B}[31m\u{1B}]0;title\u{7}\u{1B}Pq\u{1B}\\\u{9B}2J\u{8}\u{7F}end"
    let whole = bytes("^[[200~") + Array(inside.utf8) + bytes("^[[201~")
    for size in [1, 2, 3, 7, 64, 4_096] {
      let pieces = stride(from: 0, to: whole.count, by: size).map {
        Array(whole[$0..<min(whole.count, $0 + size)])
      }
      #expect(events(pieces, gap: 1) == [.paste("onetwo[31m]0;titlePq\\2Jend")])
    }
  }

  @Test func `of a megabyte is one event, however it is cut`() {
    let line = "Client said “ça va”, 王小明 agreed 👨‍👩‍👧.\n"
    let text = String(repeating: line, count: 1_048_576 / line.utf8.count)
    let whole = bytes("^[[200~") + Array(text.utf8) + bytes("^[[201~")
    for size in [1_000, 4_096, 65_537] {
      let pieces = stride(from: 0, to: whole.count, by: size).map {
        Array(whole[$0..<min(whole.count, $0 + size)])
      }
      guard case .paste(let kept)? = events(pieces, gap: 1).first else {
        Issue.record("no paste in pieces of \(size)")
        continue
      }
      #expect(kept == text)
    }
  }

  @Test func `that stalls is shown as far as it came and goes on`() {
    let pieces = [bytes("^[[200~one\r"), bytes("\ntwo^[[201~")]
    #expect(events(pieces, gap: 600) == [.paste("one"), .paste("\ntwo")])
  }

  @Test func `whose end mark was lost ends with Esc`() {
    let pieces = [bytes("^[[200~one"), [0x1B], bytes("n")]
    #expect(events(pieces, gap: 600) == [.paste("one"), .key(.escape), .key(Key("n"))])
  }

  @Test func `of nothing is no event`() {
    #expect(keys("^[[200~^[[201~") == [])
  }
}
