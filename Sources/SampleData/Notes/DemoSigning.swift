import Domain

/// One signed note of the demo, before any of its text is made.
struct DemoSigning {
  /// From 1.
  var client: Int
  var clientID: ClientID
  var service: NoteService
  /// "G01", or "A" for an appointment.
  var place: String
  var kind: NoteKind
  var authorID: StaffID
  var endedAt: Instant
  var signedAt: Instant
  var outcome: Outcome

  enum Outcome {
    case stands, waits
    case cosigned(Instant)
    case returned(Instant)
  }

  var noteID: NoteID? { service.noteID(of: clientID) }

  var status: NoteStatus {
    switch outcome {
    case .stands: .signed
    case .waits: .awaitingCosign
    case .cosigned: .cosigned
    case .returned: .returned
    }
  }
}
