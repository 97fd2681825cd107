import Domain

/// What the status line says, and when it stops saying it.
///
/// A message about a key that did nothing goes with the next key. Any other goes when the screen
/// changes, unless that change made it; an error stays until something else is said. What isn't
/// saved is drawn from the state, not from here, and all of it stays in the list of messages.
extension AppState {
  /// Puts a message on the status line and on the list of messages.
  ///
  /// A sentence that ends in a name's initial has one full stop.
  package mutating func say(_ text: String, _ tone: Tone = .plain) {
    let isDoubled = text.hasSuffix("..") && !text.hasSuffix("...")
    let text = isDoubled ? String(text.dropLast()) : text
    status = StatusLine(text, tone: tone)
    messages.append(Message(at: now, text: text, tone: tone))
    if messages.count > 200 { messages.removeFirst(messages.count - 200) }
  }

  /// The same about a key that can't do anything here.
  mutating func sayAboutKey(_ text: String, _ tone: Tone = .plain) {
    say(text, tone)
    status.isAboutKey = true
  }

  /// What a message was said about: another screen, list or client is another place.
  var messagePlace: MessagePlace {
    MessagePlace(
      screen: screen,
      list: screen == .setUp ? setUp.list : nil,
      client: screen == .card ? card.client : nil
    )
  }

  /// Takes a message away that an action has outdated.
  mutating func dropOldStatus(after action: Action, since place: MessagePlace) {
    defer { status.isOld = false }
    guard status.isOld else { return }
    var isKey = false
    if case .input = action { isKey = true }
    let hasMoved = place != messagePlace && status.tone != .error
    if hasMoved || isKey && status.isAboutKey { status = StatusLine() }
  }
}

/// Where the program was when a message was said.
struct MessagePlace: Equatable {
  var screen: ScreenID
  var list: SetUpList?
  var client: ClientID?
}
