// Data table.
import Domain

extension Setting {
  static let notes: [Setting] = [
    Setting(
      "noteFormat",
      "Format of notes",
      "agency",
      .word(\.noteFormat, ["dap", "soap", "birp", "girp", "pirp", "narrative"]),
      "The template of a note that nobody chose another for."
    ),
    Setting(
      "noteFormats",
      "Formats allowed",
      "agency",
      .list(\.noteFormats, RuleSet.bundledFormats),
      "Those that a note may be given; templates of your own always may."
    ),
    Setting(
      "noteGranularity",
      "One note of groups for",
      "BR-30",
      .word(\.noteGranularity.stored, NoteGranularity.allCases.map(\.rawValue)),
      "Each group session, or a client's groups of a day or a week with one lead: "
        + "then the last of them asks for the note, when it is over."
    ),
    Setting(
      "noteDueHours",
      "Note due after",
      "BR-31",
      .number(\.noteDueHours, 1...336),
      "Hours after the end of a service until its note is due."
    ),
    Setting(
      "noteSoonHours",
      "Note soon due after",
      "BR-31",
      .number(\.noteSoonHours, 1...336),
      "From here on it is shown as soon due."
    ),
    Setting(
      "noteHardLateHours",
      "Late entry after",
      "BR-31",
      .number(\.noteHardLateHours, 1...720),
      "After so many hours a note is a late entry, with a reason."
    ),
    Setting(
      "lateEntryMaxDays",
      "Late entries taken for",
      "BR-34",
      .orOff(\.lateEntryMaxDays, 1...365),
      "Days after the service; later nothing is taken."
    ),
    Setting(
      "noteBusinessDaysOnly",
      "Business days only",
      "BR-31",
      .truth(\.noteBusinessDaysOnly),
      "Whether weekends and closed days are left out of the hours until a note "
        + "is due and a late entry: 24 hours are one business day."
    ),
    Setting(
      "noShowNoteDueHours",
      "No-show note due after",
      "BR-24",
      .number(\.noShowNoteDueHours, 1...336),
      "Hours after the end of what was missed."
    ),
    Setting(
      "cosignCredentials",
      "Co-signature for",
      "BR-35",
      .ownWords(\.cosignCredentials),
      "Credentials whose notes need a co-signature, beside trainees: "
        + "LADC-T, CADC-I. The supervisor of each is in the staff list."
    ),
    Setting(
      "cosignDueDays",
      "Co-signature due after",
      "BR-35",
      .number(\.cosignDueDays, 1...90),
      "Days after the service."
    ),
    Setting(
      "cosignCrisisHours",
      "The same, crisis",
      "BR-35",
      .number(\.cosignCrisisHours, 1...336),
      "Hours after a crisis session."
    ),
    Setting(
      "clonePercent",
      "Copied text from",
      "BR-39",
      .number(\.clonePercent, 50...100),
      "Percent of alike words from which a text is asked about."
    ),
  ]
}
