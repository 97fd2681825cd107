/// Something about a note that speaks against signing it now.
package enum SigningFinding: Hashable, Sendable {
  /// It can't be signed, and why.
  case refused(String)
  /// A required part is empty.
  case missing(part: String, title: String, isShared: Bool)
  /// Another client is named at a place of a part's text.
  case name(NameFinding, part: String, isShared: Bool, word: String)
  case alike(CloneFinding)
  /// It is past the hard limit: a late entry wants a reason.
  case late

  /// Whether it can't be signed at all before this is mended; the others are asked about.
  package var isRefused: Bool {
    switch self {
    case .refused, .missing: true
    case .name(let finding, _, _, _): finding.certainty.isRefused
    case .alike(let finding): finding.isRefused
    case .late: false
    }
  }
}

/// Where something has to be mended: a part, and the bytes in its text.
package struct FindingPlace: Hashable, Sendable {
  package var part: String
  package var isShared: Bool
  /// Nil is the whole part.
  package var range: Range<Int>?

  package init(part: String, isShared: Bool, range: Range<Int>? = nil) {
    self.part = part
    self.isShared = isShared
    self.range = range
  }
}

extension SigningFinding {
  /// Where it is in the text that is to be signed; nil where it isn't about a place.
  package func place(in draft: NoteDraft) -> FindingPlace? {
    switch self {
    case .refused, .late: nil
    case .missing(let part, _, let isShared): FindingPlace(part: part, isShared: isShared)
    case .name(let finding, let part, let isShared, _):
      FindingPlace(part: part, isShared: isShared, range: finding.range)
    case .alike(let finding): finding.place(in: draft)
    }
  }
}

extension CloneFinding {
  /// The first sentence that stands elsewhere as well.
  fileprivate func place(in draft: NoteDraft) -> FindingPlace? {
    for (part, text) in draft.content.texts.sorted(by: { $0.key < $1.key }) {
      let bytes = Array(text.utf8)
      for sentence in sentences {
        guard let found = bytes.firstRange(of: Array(sentence.utf8)) else { continue }
        return FindingPlace(part: part, isShared: false, range: found)
      }
    }
    return nil
  }
}

/// Another text that a note's own text is compared with.
package struct ComparedText: Hashable, Sendable {
  /// Where it is from, in words: "this client's note of 2026-03-09".
  package var source: String
  package var text: String

  package init(source: String, text: String) {
    self.source = source
    self.text = text
  }
}

/// A note with what is needed to judge and sign it.
package struct SigningCase: Hashable, Sendable {
  package var draft: NoteDraft
  /// The group's text; nil for a note of another kind.
  package var shared: NoteDraft?
  package var compared: [ComparedText]
  /// Why it is late, once that was asked.
  package var lateReason: String?

  package init(
    draft: NoteDraft,
    shared: NoteDraft? = nil,
    compared: [ComparedText] = [],
    lateReason: String? = nil
  ) {
    self.draft = draft
    self.shared = shared
    self.compared = compared
    self.lateReason = lateReason
  }
}
