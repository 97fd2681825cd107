import Domain

/// What a person chose on the command line and by variables, before anything is opened.
struct StartChoice {
  /// As given by `--data` or `CASELOAD_DATA`; nil is the place where data lie by right.
  var dataPath: String?
  var isDemo: Bool
  /// The moment at which the clock stands still, on the program's clock; nil lets it run.
  var now: (CalendarDate, TimeOfDay)?
  var counselorCode: String?
  var themeName: String?
  var logPath: String?
  var recordPath: String?
  /// Where a passphrase comes from.
  var secrets = SecretInput.terminal
}

extension StartChoice {
  /// What the variables choose, where no option says otherwise.
  ///
  /// A bare demo has no use for `CASELOAD_DATA`: it must not touch real data.
  ///
  /// - Parameters:
  ///   - isDemo: Whether `--demo` was given.
  ///   - now: What `--now` gave; nil leaves it to `CASELOAD_NOW`.
  /// - Returns: The choice, without what only options can say.
  /// - Throws: `wrongUse` for a moment that can't be read.
  static func byVariables(isDemo: Bool, now: String? = nil) throws(CommandError) -> StartChoice {
    StartChoice(
      dataPath: isDemo ? nil : Environment.value("CASELOAD_DATA"),
      isDemo: isDemo,
      now: try moment(now),
      counselorCode: nil,
      themeName: nil,
      logPath: nil,
      recordPath: nil
    )
  }

  /// The choice of a start of the screen with the usual options, each with a plain value; nil wants
  /// the parser, which knows every form and says what is wrong.
  ///
  /// The parser looks at its own types to learn the options, which is a fifth of a start.
  static func plain(_ arguments: [String]) throws(CommandError) -> StartChoice? {
    var values: [String?] = [nil, nil, nil, nil]
    let names = ["--data", "--now", "--counselor", "--theme"]
    var isDemo = false
    var rest = arguments[...]
    while let option = rest.popFirst() {
      if option == "--demo" {
        isDemo = true
        continue
      }
      guard let place = names.firstIndex(of: option), values[place] == nil,
        let value = rest.popFirst(), !value.isEmpty, !value.hasPrefix("-")
      else { return nil }
      values[place] = value
    }
    var choice = try byVariables(isDemo: isDemo, now: values[1])
    choice.dataPath = values[0] ?? choice.dataPath
    choice.counselorCode = values[2]
    choice.themeName = values[3]
    return choice
  }

  private static func moment(_ option: String?) throws(CommandError) -> (
    CalendarDate, TimeOfDay
  )? {
    guard let text = option ?? Environment.value("CASELOAD_NOW") else { return nil }
    let parts = text.split(separator: "T", omittingEmptySubsequences: false)
    guard parts.count == 2, let date = CalendarDate(String(parts[0])),
      let time = TimeOfDay(String(parts[1])), time < .endOfDay
    else {
      throw .use(
        "\(option == nil ? "CASELOAD_NOW" : "--now") isn't a date and time of the program's clock.",
        form: "--now 2026-03-11T10:52"
      )
    }
    return (date, time)
  }
}
