import Domain

/// A draft while steps are done to it: texts as bytes, so that a step costs what it changes.
struct DraftText {
  private var draft: NoteDraft
  private var texts: [String: [UInt8]]

  init(_ draft: NoteDraft) {
    self.draft = draft
    self.draft.content.texts = [:]
    texts = draft.content.texts.mapValues { Array($0.utf8) }
  }

  /// The bytes behind the place that a step changes, which have to move.
  func moves(of step: DraftStep) -> Int {
    guard case .edit(let part, let offset, _, _) = step else { return 0 }
    return max(0, (texts[part]?.count ?? 0) - max(0, offset))
  }

  /// The bytes of all texts.
  var size: Int { texts.values.reduce(0) { $0 + $1.count } }

  /// Does a step as `NoteDraft.apply` does; false where it doesn't fit.
  mutating func apply(_ step: DraftStep) -> Bool {
    guard case .edit(let part, let offset, let removed, let inserted) = step else {
      return draft.apply(step)
    }
    let count = texts[part]?.count ?? 0
    guard offset >= 0, removed >= 0, offset <= count, removed <= count - offset,
      isBoundary(offset, of: part), isBoundary(offset + removed, of: part)
    else { return false }
    texts[part, default: []].replaceSubrange(offset..<(offset + removed), with: inserted.utf8)
    return true
  }

  /// Whether a place in a text isn't inside one of its scalars.
  private func isBoundary(_ offset: Int, of part: String) -> Bool {
    guard let text = texts[part], offset < text.count else { return true }
    return text[offset] & 0xC0 != 0x80
  }

  var whole: NoteDraft {
    var whole = draft
    for (part, bytes) in texts {
      whole.content.setText(String(decoding: bytes, as: UTF8.self), of: part)
    }
    return whole
  }
}
