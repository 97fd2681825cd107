// Data table: the notes of the demo that aren't signed but those of groups, and the returned one.

/// Notes in the form that `NoteText` reads.
enum DemoDraftText {
  /// C13's note is overdue and has no plan yet.
  static let individual = """
    @ C13 A 0309 affect:sad risk:none objectives:3/some
    = data
    Thirty days on Wednesday, by client's count. Client spoke about what the evenings on the road were for:
    the hour after the last customer, when nobody expects anything. As a young man client filled it with
    letters, later with the bar downstairs.

    The spouse has begun to ask how the day was, and client noticed having no answer ready. The nine o'clock
    call was made on all nights of the past week.
    = assessment
    The barriers hold and the emptiness behind them comes into view. Client is willing to look at it and does
    so with dry humor. The ride-alone hours remain the main risk.
    """

  /// C24's discharge summary, half written.
  static let discharge = """
    = data
    Client was admitted on 10 February 2026 with a severe opioid use disorder, referred by self, and attended
    evening groups and weekly individual sessions. Attendance was complete in the first week and fell in the
    second. Use was reported on several days from mid February on, the last time on the first weekend of March,
    with one overdose that was survived alone.

    Goals were work on safety, beginning medicine, and a place to live. Naloxone was given twice. Medicine was
    begun and not continued. Client accepted a bed in residential care (level 3.5) for 6 March and was handed
    over by telephone on the same day.
    = assessment
    Progress was limited by unstable housing rather than by lack of motivation.
    """

  /// C16's note as it was signed and returned; then the supervisor's words.
  static let returned = """
    @ C16 A 0310 affect:calm risk:none objectives:1/good,3/some
    = data
    Client reported on the first evening of the shorter week. The call to the new contact was made on Friday;
    they met for coffee at a diner and talked mostly about dogs. Client came home "lighter, and a bit proud".

    We wrote the page for bad days together. Client began with what other people should do, and after a while
    with what to say to them. The emergency card has two names on it and one blank line.
    = assessment
    Client is doing well.
    = plan
    Continue as planned.
    """

  static let comment = """
    Good data part. Please say in the assessment what you saw that shows it, with regard to leaving the program \
    on the 22nd, and make the plan concrete: what is the client to do by when, and what do you do next time?
    """
}
