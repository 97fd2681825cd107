import Domain
import TerminalCore

/// A signed note: co-signing, returning, adding to it.
extension AppState {
  mutating func cosignNote() -> [Effect] {
    guard let note, let record = note.record, let staffID else { return [] }
    guard record.status == .awaitingCosign else {
      say("This note is \(record.status.word). a adds an addendum.")
      return []
    }
    do throws(RuleViolation) {
      _ = try data.event(.cosigned, on: record, by: staffID, at: now)
    } catch {
      say(error.message, .warning)
      return []
    }
    prompt = .question(
      Question(
        title: "Co-sign this note?",
        lines: [
          "Written by \(record.current.signature.name). You have it before you.",
          "Returning it asks for a comment; the author's signature is void then.",
        ],
        answers: [
          Answer("n", "Not yet", .notYet),
          Answer("c", "Co-sign", .noteEvent(.cosigned)),
          Answer("r", "Return with a comment", .askNoteWords(.returnComment)),
        ]
      )
    )
    return []
  }

  /// `a` on a signed note.
  mutating func addToNote() -> [Effect] {
    guard let record = note?.record, record.status.isLocked else {
      say("Only a signed note gets an addendum; change this text itself.", .warning)
      return []
    }
    prompt = .menu(
      Menu(
        title: "Add to the signed note",
        items: [
          MenuItem("a", "addendum", .askNoteWords(.addendum)),
          MenuItem("c", "correction", .askNoteWords(.correction)),
          MenuItem("e", "entered in error, with a reason", .askNoteWords(.error)),
        ]
      )
    )
    return []
  }

  mutating func askNoteWords(_ purpose: NoteWordsPurpose) {
    let (title, label) =
      switch purpose {
      case .addendum: ("Addendum", "what is added")
      case .correction: ("Correction", "what was wrong, and what is right")
      case .error: ("Entered in error", "why")
      case .correctionReason: ("Correction", "why it is corrected")
      case .returnComment: ("Return to the author", "what is to be changed")
      }
    prompt = .line(LinePrompt(title: title, label: label, purpose: .noteWords(purpose)))
  }

  mutating func answerNoteWords(_ purpose: NoteWordsPurpose, _ text: String) -> [Effect] {
    switch purpose {
    case .addendum: return addNoteEvent(.addendum(text: text, reason: ""))
    case .correction:
      askNoteWords(.correctionReason(text))
      return []
    case .correctionReason(let correction):
      return addNoteEvent(.correction(text: correction, reason: text))
    case .error: return addNoteEvent(.enteredInError(reason: text))
    case .returnComment: return addNoteEvent(.returned(comment: text))
    }
  }

  mutating func addNoteEvent(_ kind: NoteEventKind) -> [Effect] {
    guard let note, let record = note.record, let staffID else { return [] }
    do throws(RuleViolation) {
      let event = try data.event(kind, on: record, by: staffID, at: now)
      return [.addNoteEvent(event, record.current.service)]
    } catch {
      say(error.message, .warning)
      return []
    }
  }
}

/// What words about a signed note are for.
package enum NoteWordsPurpose: Equatable, Sendable {
  case addendum, correction, error, returnComment
  /// Why it is corrected, after the correction itself.
  case correctionReason(String)
}
