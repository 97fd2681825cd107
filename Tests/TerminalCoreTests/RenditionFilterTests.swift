import Testing

@testable import TerminalCore

/// A terminal that knows renditions alone: each character it was sent, with those in force.
private struct Paper: Equatable {
  var characters: [Character] = []
  private var sequence: String?
  private var rendition = ""
  private var foreground = ""
  private var background = ""

  struct Character: Equatable {
    var byte: UInt8
    var look: String
  }

  mutating func feed(_ bytes: [UInt8]) {
    for byte in bytes {
      let scalar = Unicode.Scalar(byte)
      guard var text = sequence else {
        if scalar == "\u{1B}" { sequence = "" } else { print(byte) }
        continue
      }
      text.unicodeScalars.append(scalar)
      sequence = text
      guard text.utf8.count > 1, ("@"..."~").contains(scalar) else { continue }
      sequence = nil
      if scalar == "m" { set(text.dropFirst().dropLast()) }
      if scalar == "K" { print(byte) }
    }
  }

  var look: String { "\(rendition)|\(foreground)|\(background)" }

  private mutating func print(_ byte: UInt8) {
    characters.append(Character(byte: byte, look: byte == 0x0D ? "" : look))
  }

  private mutating func set(_ text: Substring) {
    var words = text.split(separator: ";", omittingEmptySubsequences: false).map(String.init)[...]
    while let word = words.popFirst() {
      switch Int(word) ?? 0 {
      case 0: (rendition, foreground, background) = ("", "", "")
      case 38: foreground = "38;" + words.removeFirst() + ";" + words.removeFirst()
      case 48: background = "48;" + words.removeFirst() + ";" + words.removeFirst()
      case 30...37, 90...97: foreground = word
      case 40...47, 100...107: background = word
      case 39: foreground = ""
      case 49: background = ""
      case let number:
        let all = Set(rendition.split(separator: " ").map(String.init) + ["\(number)"])
        rendition = all.sorted().joined(separator: " ")
      }
    }
  }
}

private func filtered(_ text: String, by filter: inout RenditionFilter) -> String {
  let bytes = Array(text.utf8)
  return String(decoding: filter.filtered(bytes.span), as: UTF8.self)
}

private func filtered(_ text: String) -> String {
  var filter = RenditionFilter()
  return filtered(text, by: &filter)
}

@Suite struct `What is sent of colours` {
  private let e = "\u{1B}"

  @Test func `a colour in force isn't sent again`() {
    let text = "\(e)[m\(e)[38;5;248m\(e)[48;5;234m6\(e)[38;5;252m\(e)[48;5;234mFinch"
    #expect(filtered(text) == "\(e)[0;38;5;248;48;5;234m6\(e)[38;5;252mFinch")
  }

  @Test func `a frame that ends as the next one begins costs nothing between`() {
    var filter = RenditionFilter()
    let frame = "\r\(e)[38;5;231m\(e)[48;5;24mbar\(e)[39;49m\(e)(B\(e)[m"
    _ = filtered("\(e)[mx", by: &filter)
    #expect(filtered(frame, by: &filter) == "\r\(e)[38;5;231;48;5;24mbar\(e)(B")
    #expect(filtered(frame, by: &filter) == "\rbar\(e)(B")
    #expect(String(decoding: filter.settled(), as: UTF8.self) == "\(e)[m")
    #expect(filter.settled().isEmpty)
  }

  @Test func `an attribute is taken away by a reset`() {
    let text = "\(e)[0;1m\(e)[38;5;231m\(e)[48;5;124mSHORT\(e)(B\(e)[0m\(e)[38;5;252m court"
    #expect(filtered(text) == "\(e)[0;1;38;5;231;48;5;124mSHORT\(e)(B\(e)[0;38;5;252m court")
  }

  @Test func `moving the cursor needs no colours, erasing does`() {
    let text = "\(e)[m\(e)[31m\(e)[12;2H\(e)[A\(e)[5G\u{8}\(e)[32m\(e)[Kx"
    #expect(filtered(text) == "\(e)[12;2H\(e)[A\(e)[5G\u{8}\(e)[0;32m\(e)[Kx")
  }

  @Test func `nothing is left out before the first reset`() {
    let text = "\(e)[31m\(e)[31mx"
    #expect(filtered(text) == text)
  }

  @Test(arguments: ["38;2;1;2;3", "4:3", "53", "38;5", "300", "1;99;2"])
  func `what isn't known goes through, and nothing is known behind it`(parameters: String) {
    let text = "\(e)[m\(e)[31mx\(e)[\(parameters)m\(e)[31my\(e)[31mz"
    #expect(filtered(text) == "\(e)[0;31mx\(e)[\(parameters)m\(e)[31my\(e)[31mz")
  }

  @Test func `after someone else wrote, all is said again`() {
    var filter = RenditionFilter()
    _ = filtered("\(e)[m\(e)[31mx", by: &filter)
    filter.forget()
    #expect(filtered("\(e)[m\(e)[31mx", by: &filter) == "\(e)[0;31mx")
  }

  @Test func `whatever is sent looks the same`() {
    for seed in 0..<200 as Range<UInt64> {
      var dice = SeededDice(seed)
      var filter = RenditionFilter()
      var plain = Paper()
      var thrifty = Paper()
      for _ in 0..<5 {
        let frame = (0..<40).map { _ in piece(&dice) }.joined()
        plain.feed(Array(frame.utf8))
        thrifty.feed(Array(filtered(frame, by: &filter).utf8))
        #expect(plain.characters == thrifty.characters, "seed \(seed)")
      }
      thrifty.feed(filter.settled())
      #expect(plain.look == thrifty.look, "seed \(seed)")
    }
  }

  private func piece(_ dice: inout SeededDice) -> String {
    let one = dice.next(256)
    return switch dice.next(11) {
    case 0: "\(e)[m"
    case 1: "\(e)[0;\(1 + one % 9)m"
    case 2: "\(e)[38;5;\(one)m"
    case 3: "\(e)[48;5;\(one % 3)m"
    case 4: "\(e)[3\(one % 8)m\(e)[10\(one % 8)m"
    case 5: "\(e)[39;49m"
    case 6: "\(e)[\(one % 24);2H"
    case 7: "\(e)[K"
    case 8: "\(e)[\(1 + one % 9);3\(one % 8)m"
    case 9: "\r"
    default: "word"
    }
  }
}

/// Numbers from a seed.
private struct SeededDice {
  private var state: UInt64

  init(_ seed: UInt64) { state = seed }

  mutating func next(_ limit: UInt64) -> UInt64 {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return (state >> 33) % limit
  }
}
