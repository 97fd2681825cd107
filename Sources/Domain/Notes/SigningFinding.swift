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
