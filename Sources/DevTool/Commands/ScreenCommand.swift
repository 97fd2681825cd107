import ArgumentParser
import TerminalCore

struct ScreenCommand: ToolCommand {
  static let configuration = CommandConfiguration(
    commandName: "screen",
    abstract: "Prints a screen of the demo as text.",
    discussion: """
      The names are those that --all prints above each screen. --keys types more keys there \
      first, as in: DevTool screen attendance --keys "n n <F1>"
      """
  )

  @Argument(help: "As attendance.")
  var name: String?

  @Flag(help: "Every screen, each with its name above.")
  var all = false

  @Option(help: "Columns and rows.")
  var size = "80x24"

  @Option(help: "A bundled theme, for its borders.")
  var theme: String?

  @Option(help: "Keys to type there first.")
  var keys = ""

  @Flag(help: "What each cell means, one letter a cell, below the text.")
  var roles = false

  @MainActor func perform() throws {
    let size = try Self.size(size)
    let borders = try Stage.borders(ofTheme: theme)
    for screen in try screens() {
      var stage = try screen.staged(size)
      try stage.press(keys)
      if all { print("== \(screen.rawValue)") }
      print(stage.text(borders: borders), terminator: "")
      if roles { print(stage.roles(borders: borders), terminator: "") }
    }
  }

  @MainActor private func screens() throws(ToolError) -> [NamedScreen] {
    if all { return NamedScreen.allCases }
    guard let name, let screen = NamedScreen(rawValue: name.lowercased()) else {
      let names = NamedScreen.allCases.map(\.rawValue).joined(separator: ", ")
      throw ToolError.use("the screens are \(names); or --all")
    }
    return [screen]
  }

  /// Reads "80x24", up to 500 by 200.
  @MainActor private static func size(_ text: String) throws(ToolError) -> Size {
    let parts = text.split(separator: "x").map { Int($0) }
    guard parts.count == 2, let columns = parts[0], let rows = parts[1],
      (1...500).contains(columns), (1...200).contains(rows)
    else { throw ToolError.use("--size is columns and rows, such as 80x24") }
    return Size(columns: columns, rows: rows)
  }
}
