import Domain
import Support
import TerminalCore
import Testing

@testable import App
@testable import UI

/// A prompt as the demo opens it, by the keys that lead there.
struct PromptCase: CustomTestStringConvertible, Sendable {
  let name: String
  /// From the Day screen with the live group's roster open.
  let keys: String
  /// Who sits there: TB, or a supervisor.
  var code = "TB"
  var testDescription: String { name }

  static let opened = [
    PromptCase(name: "palette", keys: ":"),
    PromptCase(name: "palette-found", keys: ": <Type:gro> <Down>"),
    PromptCase(name: "palette-nothing", keys: ": <Type:xyz>"),
    PromptCase(name: "help", keys: "?"),
    PromptCase(name: "help-found", keys: "? <Type:group> <Down> <Down>"),
    PromptCase(name: "menu-go-to", keys: "g"),
    PromptCase(name: "menu-absence", keys: "x <Down>"),
    PromptCase(name: "menu-reasons", keys: "x 1 <Down> <Down> <Down> <Down> <Down> <Down> <Down>"),
    PromptCase(name: "menu-group", keys: "."),
    PromptCase(name: "menu-substitute", keys: ". s"),
    PromptCase(name: "line-date", keys: "g . <Type:soon> <Enter>"),
    PromptCase(name: "line-times", keys: "="),
    PromptCase(name: "line-minutes", keys: "1 #"),
    PromptCase(name: "line-new-time", keys: "<Esc> <Tab> x 3 <Type:15:10> <Enter>"),
    PromptCase(name: "help-over-line", keys: ", <F1>"),
    PromptCase(name: "line-quick", keys: ", <Type:4 6 3 tired, spoke about work>"),
    PromptCase(name: "line-because", keys: ". e <Type:an alarm in the house>"),
    PromptCase(name: "line-find", keys: "/ <Type:an>"),
    PromptCase(name: "walk-in", keys: "a"),
    PromptCase(name: "explain", keys: "!"),
    PromptCase(name: "messages", keys: "n u : <Type:messages> <Enter>"),
    PromptCase(name: "form-client", keys: "g c a <Type:Ann> <Enter> <Enter>"),
    PromptCase(
      name: "form-group",
      keys: "g r a <Type:Process> <Down> <Down> <Type:mwf>",
      code: "MQ"
    ),
    PromptCase(name: "form-booking", keys: "<Esc> <Tab> b"),
    PromptCase(name: "pick-field", keys: "<Esc> <Tab> b a"),
    PromptCase(name: "menu-series", keys: "g r ."),
    PromptCase(name: "counselor", keys: ": <Type:sits> <Enter> <Down>"),
  ]

  func state(_ size: Size) throws -> AppState {
    var state = DemoState.day(columns: size.columns, rows: size.rows)
    state.staffID = state.data.staff.values.first { $0.code == code }?.id
    try state.press("<Enter> " + keys)
    return state
  }
}

enum PromptStates {
  static let sizes = [Size(columns: 60, rows: 16), Size(columns: 80, rows: 24)]

  /// The prompt, the status line and the hints, with nothing below.
  static func frame(_ state: AppState, cursor: Position = .zero) -> Frame {
    var canvas = Canvas(size: state.size, borders: .line)
    canvas.cursor = cursor
    drawStatusLine(state, on: &canvas)
    drawHints(state, on: &canvas)
    drawPrompt(state, on: &canvas)
    return canvas.frame
  }

  static func state(_ prompt: Prompt, _ size: Size) -> AppState {
    var state = DemoState.day(columns: size.columns, rows: size.rows)
    state.prompt = prompt
    return state
  }

  /// Prompts in their longest wording, and those that the demo's morning doesn't open.
  static let made: [(name: String, prompt: Prompt)] = [
    ("question-unmarked", .question(unmarked)),
    ("question-leave", .question(leave)),
    ("question-long", .question(long)),
    ("line-long", .line(longLine)),
    ("spelling", .spelling(spelling)),
    ("form-new-program", .form(newProgram)),
  ]

  private static let unmarked = Question(
    title: "12 aren't marked",
    lines: [
      "Aurelio V., Bartholomew F., Christabel M., Desdemona O., Evangeline P., Fitzgerald Q. "
        + "and 6 more."
    ],
    answers: [
      Answer("g", "Go back", .nothing), Answer("n", "No-show for these", .nothing),
      Answer("o", "One by one", .nothing),
    ]
  )

  private static let leave = Question(
    title: "Not everything is saved",
    lines: [
      "3 records are only in memory.",
      "The disk is full. Your text is kept in memory. Free some space, then press F5.",
      "Leaving now loses those marks. F5 tries to save again.",
    ],
    answers: [Answer("s", "Stay", .nothing), Answer("l", "Leave and lose them", .quit)]
  )

  private static let long = Question(
    title: "Very late, and a title that is longer than any of the ones that the program has itself",
    lines: [
      "This group began 42 minutes ago; after 30 minutes nobody is admitted without a reason."
    ],
    answers: [
      Answer("g", "Go back and change nothing at all", .nothing),
      Answer("a", "Admit, with a reason that is asked for", .nothing),
      Answer("n", "Not admitted", .nothing),
    ]
  )

  private static let longLine: LinePrompt = {
    var line = LinePrompt(
      title: "Planned until 12:15: 83 minutes early, for everybody. Give a reason to end it.",
      label: "craving 0-10  mood 0-10  taking part 0-4  then words, as many as two hundred letters",
      line: TextField(String(repeating: "The heating failed and 王小明 went home. ", count: 4)),
      purpose: .goToDate
    )
    line.problem = "Taking part goes from 0 to 4; - - - first if the words start so."
    return line
  }()

  private static let spelling = SpellingPrompt(
    word: "psychoeducatonal",
    suggestions: [
      "psychoeducational", "psycho educational", "psycho-educational", "educational",
      "coeducational", "noneducational", "re-educational", "educationalist", "psychoeducation",
    ]
  )

  private static let newProgram: Form = {
    var form = AppState.newProgramForm(zone: "America/Argentina/Buenos_Aires")
    form.cursor = 1
    form.fields[1].problem = "A time zone has a name like America/Chicago."
    return form
  }()
}
