package import TerminalCore

/// Where a key has a meaning; a key not bound here is looked up in the parent.
package enum Context: String, CaseIterable, Hashable, Sendable {
  case everywhere
  /// Lists and read-only screens: letters are commands.
  case list
  case day, groups, individual, attendance, client, week
  case toDo
  case clients, card
  /// Groups, staff, rooms.
  case setUp
  case calendar
  /// The sheet of the team's meeting.
  case team
  /// The page before there is a program.
  case firstRun
  /// Text fields: letters type.
  case text
  /// A note being written: in a text, and in a part that is chosen from.
  case note, choice
  /// A note that can only be read.
  case reading

  package var parent: Context? {
    switch self {
    case .everywhere: nil
    case .list, .text, .note, .firstRun: .everywhere
    case .day, .week, .toDo, .reading, .clients, .card, .setUp, .calendar, .team: .list
    case .choice: .note
    case .groups, .individual, .attendance, .client: .day
    }
  }

  /// What the context is called in help and messages.
  package var title: String {
    switch self {
    case .everywhere: "Everywhere"
    case .list: "In every list"
    case .day: "Day"
    case .groups: "Groups"
    case .individual: "Individual"
    case .attendance: "Attendance"
    case .client: "Client"
    case .week: "Week"
    case .toDo: "To do"
    case .clients: "Clients"
    case .card: "Client card"
    case .setUp: "Groups, staff, rooms"
    case .calendar: "Calendar"
    case .team: "Team meeting"
    case .firstRun: "First page"
    case .text: "While typing"
    case .note: "Note"
    case .choice: "Choosing in a note"
    case .reading: "Reading a note"
    }
  }

  /// This context and its parents, nearest first.
  package var chain: [Context] {
    var chain = [self]
    while let parent = chain.last?.parent { chain.append(parent) }
    return chain
  }
}

/// Keys that mean a command in a context.
package struct Binding: Hashable, Sendable {
  package var context: Context
  package var keys: [Key]
  package var command: Command
  /// Its place in the hint bar, lower first; nil isn't shown there.
  package var hintOrder: Int?

  init(_ context: Context, _ keys: String, _ command: Command, hint: Int? = nil) {
    self.context = context
    self.keys = Binding.parsed(keys)
    self.command = command
    hintOrder = hint
  }

  /// Keys that stand in no hint.
  init(_ context: Context, _ keys: [Key], _ command: Command) {
    self.context = context
    self.keys = keys
    self.command = command
  }

  private static func parsed(_ keys: String) -> [Key] {
    do { return try Key.sequence(keys) } catch {
      preconditionFailure("the key table has an unreadable key: \(keys)")
    }
  }
}
