import Domain
import Storage

/// Who may see what a command prints.
extension OpenedProgram {
  /// Who logged in, else whose code was given.
  ///
  /// - Returns: Nil for nobody in particular, in a plain program: whoever can run a command there can
  ///   read the files.
  func reader(_ options: ProgramOptions, in data: ProgramData) -> StaffID? {
    if let holder = folder.loggedIn { return holder }
    guard let code = options.counselor?.lowercased() else { return nil }
    return data.staff.values.first { $0.code.lowercased() == code }?.id
  }

  /// Whether whoever reads sees no names; also somebody whose own record can't be used, since what they
  /// may see isn't known then.
  func hidesNames(_ options: ProgramOptions, in data: ProgramData) -> Bool {
    guard let reader = reader(options, in: data) else { return false }
    return data.staff[reader]?.may(.seeRosters) != true
  }

  /// Refuses a code that nobody has, or somebody who has left; a log-in did so before.
  func checkCounselor(_ options: ProgramOptions) throws(CommandError) {
    guard folder.loggedIn == nil, let code = options.counselor else { return }
    let data = folder.loadStanding()
    // A record that can't be used may be theirs.
    guard reader(options, in: data) != nil || data.problems.isEmpty else { return }
    _ = try CounselorChoice.staff(code, in: data)
  }

  /// Whose notes that are due are told: those that were asked for, of everybody's only to whom they are
  /// for.
  func ownerOfDueNotes(
    _ asked: StaffID?,
    _ options: ProgramOptions,
    in data: ProgramData
  ) -> StaffID? {
    guard asked == nil, let reader = reader(options, in: data),
      data.refusalToSeeDueNotes(of: nil, reader: reader) != nil
    else { return asked }
    return reader
  }

  /// - Throws: `notAllowed` with the reason where whoever reads has no such permission.
  func allow(
    _ permission: Permission,
    _ options: ProgramOptions,
    in data: ProgramData,
    orElse words: String
  ) throws(CommandError) {
    guard let reader = reader(options, in: data),
      let refusal = data.refusal(of: permission, by: reader, words)
    else { return }
    var error = CommandError(refusal)
    if data.staff[reader]?.isActive == true, let words = permission.whoMay {
      error.sentence += " " + words
    }
    throw error
  }
}

extension FoundNote {
  /// - Throws: `notAllowed` where whoever reads may not read this note.
  func allowReading(_ options: ProgramOptions, in program: OpenedProgram) throws(CommandError) {
    guard let reader = program.reader(options, in: data), let clientID else { return }
    let refusal = data.refusalToRead(
      notesOf: clientID,
      by: draft?.authorID ?? record?.current.signature.by,
      about: draft?.service ?? record?.current.service,
      reader: reader,
      at: program.trueNow
    )
    guard let refusal else { return }
    program.tellRefused(.note(id), of: clientID, by: options)
    throw CommandError(refusal)
  }
}

extension Permission {
  /// Who may, behind a refusal; nil where it names somebody to ask.
  fileprivate var whoMay: String? {
    switch self {
    case .seeRosters: "Names are for everybody else; billing sees caseload day and caseload hours."
    case .readNotes: "That is for who treats, medical staff and auditors."
    case .readEverything: "That is for supervisors, the director, medical staff and auditors."
    case .markAttendance: "That is for who treats: counselors, peers, case managers, supervisors."
    case .enterClients: "That is for who treats, and for the front desk."
    case .writeNotes: "That is for who treats, and for medical staff."
    case .readAudit: "That is for supervisors, the director and auditors."
    case .markArrivals, .configure: nil
    }
  }
}
