import TerminalCore

/// A key file with every place and command, nothing of it in force, for a person to begin with.
package enum KeyFileExample {
  package static var text: String {
    (head + KeyTable.order.flatMap { place($0) } + ["</dict></plist>", ""])
      .joined(separator: "\n")
  }

  private static let head = [
    "<!-- Your own keys, as ~/.config/caseload/keys.plist. Take a line out of its comment and change",
    "     the keys: all that the command is to have there, with blanks between; an empty string is",
    "     no key. A letter is written as n or N, others as Space, Enter, Shift-Tab, Ctrl-P, F4; the",
    "     sign < as &lt;. Then the command caseload keys tells if something can't be used. Own keys",
    "     count from the next start. -->",
    "<plist version=\"1.0\"><dict>",
  ]

  private static func place(_ context: Context) -> [String] {
    let rows = Keymap.standard.bindings.filter {
      $0.context == context && Keymap.standard.takes($0.command, in: context)
    }
    guard !rows.isEmpty else { return [] }
    return ["", "<!-- \(context.title) -->", "<key>\(context.rawValue)</key><dict>"]
      + rows.map { row in
        let keys = escaped(row.keys.map(\.spoken).joined(separator: " "))
        let line = "<key>\(row.command.rawValue)</key><string>\(keys)</string>"
        return "  <!-- \(line)  \(row.command.info.title) -->"
      } + ["</dict>"]
  }

  private static func escaped(_ text: String) -> String {
    text.replacing("&", with: "&amp;").replacing("<", with: "&lt;").replacing(">", with: "&gt;")
  }
}
