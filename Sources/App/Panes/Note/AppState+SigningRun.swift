import Domain

/// Whose notes are signed, in words.
extension AppState {
  /// What is signed and whose: "Sign: Finch I., then Gray J.".
  package func title(of signing: SigningPrompt) -> String {
    let first = "\(signing.matter.word): \(name(of: signing.matter.clientID))"
    guard let rest = signingRun?.waiting.compactMap(\.clientID), !rest.isEmpty else { return first }
    return "\(first), then \(names(of: rest))"
  }

  /// Asks for the PIN, which holds for all notes of a run.
  func pinPrompt(for signing: SigningPrompt) -> LinePrompt {
    LinePrompt(title: title(of: signing), label: "your PIN", purpose: .pin)
  }

  /// Three of them by name; who has several notes is named once.
  func names(of clients: [ClientID]) -> String {
    var different: [ClientID] = []
    for client in clients where !different.contains(client) { different.append(client) }
    let shown = different.prefix(3).map(name(of:)).joined(separator: ", ")
    let more = different.count - 3
    return more > 0 ? "\(shown) and \(more) more" : shown
  }

  /// What is still to be done about notes, such as "Left: 2 to write, 1 to sign.".
  var wordsOfRest: String {
    let cosign = dueNotes.count { $0.status == .awaitingCosign }
    let sign = dueNotes.count { $0.status != .awaitingCosign && $0.missing.isEmpty }
    let write = dueNotes.count - cosign - sign
    let counts = [(write, "to write"), (sign, "to sign"), (cosign, "to co-sign")]
    let words = counts.filter { $0.0 > 0 }.map { "\($0.0) \($0.1)" }.joined(separator: ", ")
    return words.isEmpty ? "No note is left here." : "Left: \(words)."
  }
}
