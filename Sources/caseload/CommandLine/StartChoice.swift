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
