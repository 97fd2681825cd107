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

  /// The choice of a start without options, or with `--demo` alone; nil wants the parser.
  ///
  /// The parser looks at its own types to learn the options, which is a fifth of a start: the two
  /// commonest ones do without.
  static func plain(_ arguments: [String]) throws(CommandError) -> StartChoice? {
    guard arguments.isEmpty || arguments == ["--demo"] else { return nil }
    return try byVariables(isDemo: !arguments.isEmpty)
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
