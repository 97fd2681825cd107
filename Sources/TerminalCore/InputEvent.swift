/// What a person did at the keyboard.
package enum InputEvent: Equatable, Sendable {
  case key(Key)
  /// Text pasted as a whole; line ends are `\n` and no other control character is in it.
  case paste(String)
}
