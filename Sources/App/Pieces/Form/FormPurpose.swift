package import Domain

/// What a form is for: what is made of its answers, and under what its draft is kept.
package enum FormPurpose: Hashable, Sendable {
  /// An own program, at the first start.
  case newProgram
  /// Nil is a new one.
  case client(ClientID?)
  /// What else is known of a client: contacts, times, who supports, who must not be met.
  case clientFacts(ClientID)
  case staff(StaffID?)
  case room(RoomID?)
  /// What a day of the program's calendar is; nil is any.
  case calendarDay(CalendarDate?)
  case group(GroupID?)
  /// Other days, times, room or leads from a date on.
  case groupFrom(GroupID)
  /// The last day of a group.
  case groupEnd(GroupID)
  /// A place in a group: for a client, in a group, or one that is there already.
  case enrollment(ClientID?, GroupID?, EnrollmentID?)
  /// What is done about a client's stay.
  case stay(StayStep, ClientID)
  /// An attempt to reach a client, with a note or another time.
  case outreach(ClientID)
  /// An individual appointment, for a client where one was chosen, and of the kind that is due.
  case booking(ClientID?, AppointmentKind = .individual)
  /// One meeting of a group, held otherwise this once.
  case oneSession(SessionID)
  /// A meeting that its group's series doesn't plan.
  case extraSession(GroupID)
  /// Something to be written out of the program.
  case writeOut(WriteOutKind)
  /// A setting of the program, by its name.
  case setting(String)

  /// Whether it begins with what is stored; else with times that pass, or with nothing.
  var isOfRecord: Bool {
    switch self {
    case .client, .clientFacts, .staff, .room, .calendarDay, .group, .groupFrom, .groupEnd,
      .enrollment, .stay,
      .oneSession,
      .setting:
      true
    case .newProgram, .outreach, .booking, .extraSession, .writeOut: false
    }
  }

  /// Whether its answers go into the data folder.
  var isKeptInFolder: Bool {
    switch self {
    case .newProgram, .writeOut: false
    case .client, .clientFacts, .staff, .room, .calendarDay, .group, .groupFrom, .groupEnd,
      .enrollment, .stay, .outreach, .booking, .oneSession, .extraSession, .setting:
      true
    }
  }

  /// What it changes; nil for what belongs to nobody yet.
  var area: RecordArea? {
    switch self {
    case .newProgram, .writeOut: nil
    case .client, .clientFacts, .enrollment, .booking, .stay(.intake, _), .stay(.admission, _):
      .clients
    case .stay, .outreach: .stays
    case .staff, .room, .calendarDay, .group(nil), .setting: .setUp
    case .group(let id?), .groupFrom(let id), .groupEnd(let id): .group(id)
    case .oneSession, .extraSession: .meetings
    }
  }
}

/// The questions that forms ask.
///
/// Their names stand in the files of forms that aren't done.
package enum FieldID: String, Hashable, Sendable {
  case programName, timeZone, founder, passphrase, passphraseAgain
  case code, firstName, lastName, preferredName, pronouns, birthDate, phone, voicemail, alerts
  case cantCome, supports, phones, notTogether, language, interpreter, address, email
  case genderIdentity, sexForRecord, noticeGiven
  case admittedOn, level, track, counselor
  /// From when on another level or counselor holds.
  case changedFrom
  case name, credentials, role, supervisor, hours, worksHere
  case capacity, kind
  case title, type, weekdays, start, end, from, to, room, lead, coLeads
  case client, group, date, minutes
  /// Who a group is for, and how it takes people in.
  case audience, capacityKind, newcomers, modality, counts, breakStart, breakMinutes
  /// Why a place is one for once or on trial.
  case source
  /// How many weeks lie between repeated appointments; 0 is once.
  case every
  /// The curriculum of a group.
  case topics
  case words, groups, referral, cause, levelTo
  case diagnoses, agency, contact, reportEvery, weeklyHours
  case whose, names, path
  /// What a setting becomes.
  case value
  /// Why something is done that the rules ask about.
  case reason
}

extension FormPurpose {
  /// Whether it is about one meeting of a group.
  var isOneMeeting: Bool {
    switch self {
    case .oneSession, .extraSession: true
    default: false
    }
  }
}
