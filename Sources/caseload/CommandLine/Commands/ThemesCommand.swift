import App
import ArgumentParser

struct ThemesCommand: ProgramCommand {
  static let form = "caseload themes [--json]"

  static let configuration = CommandConfiguration(
    commandName: "themes",
    abstract: "The names that --theme takes.",
    discussion: """
      One theme a line: name, title, and where it comes from. Own themes are files in \
      ~/.config/caseload/themes. What is wrong with one stands under it.
      """
  )

  @Flag(help: "As JSON.")
  var json = false

  @OptionGroup(title: "Program options")
  var options: ProgramOptions

  @MainActor func perform() throws(CommandError) -> ExitStatus {
    try options.checkTheme()
    let themes = FoundThemes.all()
    try Output.write(json ? Self.json(themes).text : Self.text(themes))
    return .well
  }

  @MainActor private static func text(_ themes: [FoundThemes.Found]) -> String {
    var table = TextTable()
    for theme in themes {
      table.add([theme.key, theme.choice.name, theme.choice.path ?? "bundled"])
      for problem in theme.choice.problems { table.add([theme.key, "problem", problem]) }
    }
    return table.text
  }

  @MainActor private static func json(_ themes: [FoundThemes.Found]) -> JSONValue {
    .object([
      (
        "themes",
        .array(
          themes.map { theme in
            .object([
              ("name", .string(theme.key)),
              ("title", .string(theme.choice.name)),
              ("path", .optional(theme.choice.path)),
              ("problems", .array(theme.choice.problems.map { .string($0) })),
            ])
          }
        )
      )
    ])
  }
}
