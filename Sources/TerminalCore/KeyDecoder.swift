/// Turns the bytes a terminal sends into keys and pastes.
///
/// A value without a clock or a descriptor, so that every split and every kind of garbage can be
/// tried. Sequences nobody knows are swallowed whole: not one of their bytes becomes text.
///
/// Two forms of a key are told apart by time alone. An Esc followed by nothing within the delay is
/// the key Esc; an Esc with a letter right behind it is Alt and the letter. What comes later than
/// the delay but is, by itself, exactly the rest of a known sequence is still taken for that key.
package struct KeyDecoder: Sendable {
  /// Milliseconds after which a lone Esc is the key.
  package var escapeDelay: Int
  /// When `advance` has something to give though no byte came; nil for never.
  package private(set) var deadline: MonotonicTime?

  private let sequences: KeySequences
  private var waiting: [UInt8] = []
  private var pasted: PasteBuffer?
  private var escapeGivenAt: MonotonicTime?

  /// A sequence that has begun is waited for this long, in milliseconds, before it is dropped.
  private static let sequencePatience = 300
  /// A paste that stalls is shown as far as it has come after this long, in milliseconds.
  private static let pastePatience = 500
  /// The rest of a sequence whose Esc was given away is recognized for this long.
  private static let latePatience = 400
  /// The longest paste given in one piece, in bytes.
  private static let longestPaste = 1 << 20
  /// The longest sequence waited for; a longer one is swallowed in pieces.
  private static let longestSequence = 1 << 16

  /// A decoder at rest.
  ///
  /// - Parameters:
  ///   - escapeDelay: Milliseconds after which a lone Esc is the key.
  ///   - sequences: The terminal's own key sequences beside those every terminal may send.
  package init(escapeDelay: Int = 50, sequences: [[UInt8]: Key] = [:]) {
    self.escapeDelay = escapeDelay
    self.sequences = KeySequences(own: sequences)
  }

  /// Takes bytes as they came and gives the events that are complete.
  package mutating func feed(_ bytes: [UInt8], at now: MonotonicTime) -> [InputEvent] {
    let late = lateKey(bytes, at: now)
    escapeGivenAt = nil
    if let late { return [.key(late)] }
    waiting += bytes
    return decode(at: now, isFinal: false)
  }

  /// Gives what only the passing of time makes certain, such as a lone Esc.
  package mutating func advance(to now: MonotonicTime) -> [InputEvent] {
    guard let deadline, now >= deadline else { return [] }
    return decode(at: now, isFinal: true)
  }

  private mutating func decode(at now: MonotonicTime, isFinal: Bool) -> [InputEvent] {
    var events: [InputEvent] = []
    var index = 0
    var isFinal = isFinal
    deadline = nil
    while index < waiting.count || pasted != nil {
      if pasted != nil {
        guard takePaste(&index, into: &events, at: now, isFinal: isFinal) else { break }
      } else {
        switch sequences.parse(waiting[index...]) {
        case .key(let key, let length):
          events.append(.key(key))
          index += length
        case .nothing(let length):
          index += length
        case .pasteBegins(let length):
          pasted = PasteBuffer()
          index += length
        case .incomplete where isFinal || waiting.count - index > Self.longestSequence:
          index += giveUp(at: index, into: &events, now)
        case .incomplete:
          deadline = now + patience(from: index)
        }
        if deadline != nil { break }
      }
      isFinal = false
    }
    waiting.removeFirst(index)
    return events
  }

  private func patience(from index: Int) -> Int {
    waiting.count - index == 1 || waiting[index] != 0x1B ? escapeDelay : Self.sequencePatience
  }

  /// Takes what waited in vain: a lone Esc is the key, Esc and one byte is Alt, the rest is dropped.
  ///
  /// - Returns: The bytes taken.
  private mutating func giveUp(
    at index: Int,
    into events: inout [InputEvent],
    _ now: MonotonicTime
  ) -> Int {
    let rest = waiting[index...]
    guard rest.first == 0x1B else {
      events.append(.key(Key("\u{FFFD}")))
      return rest.count
    }
    switch rest.count {
    case 1:
      events.append(.key(.escape))
      escapeGivenAt = now
      return 1
    case 2 where rest[index + 1] == 0x1B:
      events += [.key(.escape), .key(.escape)]
      escapeGivenAt = now
      return 2
    case 2:
      events.append(.key(Key(.character(Unicode.Scalar(rest[index + 1])), .alt)))
      return 2
    default:
      return rest.count
    }
  }

  /// The key of a sequence whose Esc was given away before its rest came, or nil.
  private func lateKey(_ bytes: [UInt8], at now: MonotonicTime) -> Key? {
    guard let given = escapeGivenAt, waiting.isEmpty, now - given <= Self.latePatience,
      bytes.count > 1, bytes[0] == 0x5B || bytes[0] == 0x4F
    else { return nil }
    let whole = [0x1B] + bytes
    guard case .key(let key, whole.count) = sequences.parse(whole[...]) else { return nil }
    return key
  }
}

extension KeyDecoder {
  /// Moves waiting bytes into the paste until its end mark.
  ///
  /// A paste whose end mark was lost ends with a lone Esc.
  ///
  /// - Returns: Whether the paste ended, so that decoding goes on behind it.
  private mutating func takePaste(
    _ index: inout Int,
    into events: inout [InputEvent],
    at now: MonotonicTime,
    isFinal: Bool
  ) -> Bool {
    guard var paste = pasted else { return true }
    // Its bytes aren't copied for each piece that comes.
    pasted = nil
    let progress = paste.take(from: waiting, at: &index)
    let isLoneEscape = progress == .beforeMark && isFinal && waiting.count - index == 1
    let isOver = progress == .ended || isLoneEscape
    if isOver || isFinal || paste.count > Self.longestPaste {
      if let text = paste.takeText(isWhole: isOver) { events.append(.paste(text)) }
    }
    if isLoneEscape {
      events.append(.key(.escape))
      index += 1
    }
    pasted = isOver ? nil : paste
    if !isOver, !isFinal { deadline = now + Self.pastePatience }
    return isOver
  }
}
