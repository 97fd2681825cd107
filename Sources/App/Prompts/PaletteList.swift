/// The lines of the command palette.
package enum PaletteList {
  package struct Line: Equatable, Sendable {
    package var command: Command
    /// How its key is said; nil has none.
    package var key: String?
  }

  /// Commands that are pressed, not looked up by name.
  static let unlisted: Set<Command> = [
    .up, .down, .left, .right, .first, .last, .pageUp, .pageDown, .digit, .goTo, .quitHint,
    .palette, .open, .back, .nextPane, .previousPane,
  ]

  /// Commands that have a key in one place, and are done from any.
  static let unplaced: Set<Command> = [.goToDate]

  /// The commands whose words match, those of this place first.
  package static func lines(of state: AppState, query: String) -> [Line] {
    let context = state.contextBelowPrompt
    let keymap = state.keymap
    let here = Set(context.chain)
    let matching = Command.allCases.filter {
      !unlisted.contains($0) && Search.matches(query, $0.info.title)
    }
    let isHere = { (command: Command) -> Bool in
      keymap.bindings.contains { $0.command == command && here.contains($0.context) }
    }
    let ordered = matching.filter(isHere) + matching.filter { !isHere($0) }
    return ordered.filter { belongs($0, to: state, isHere: isHere($0)) }
      .map { Line(command: $0, key: key(of: $0, keymap, context)) }
  }

  /// The key that does a command here, or "g d" for one of the menu that a key opens here.
  private static func key(of command: Command, _ keymap: Keymap, _ context: Context) -> String? {
    if let key = keymap.actingKey(of: command, in: context) { return key }
    guard let menu = keymap.actingKey(of: .goTo, in: context),
      let item = Menu.goTo.items.first(where: { $0.choice == .command(command) })
    else { return nil }
    return "\(menu) \(item.key)"
  }

  /// Commands of another pane's own keys are left out: they would act on what isn't shown.
  private static func belongs(
    _ command: Command,
    to state: AppState,
    isHere: Bool
  ) -> Bool {
    if isHere { return true }
    // Where there is no program yet, nothing leads into one.
    if state.screen == .firstRun { return command.isAside }
    // A key that a person gave it in one place takes it away from no other.
    return unplaced.contains(command)
      || !Keymap.standard.bindings.contains { $0.command == command }
  }
}
