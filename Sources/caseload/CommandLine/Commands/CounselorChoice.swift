import Domain
import Storage

/// Who does what a command does.
enum CounselorChoice {
  /// The one whose code was given, else who was here last, else the only one there is.
  ///
  /// - Parameters:
  ///   - code: Whose code was given; nil for none.
  ///   - data: Who works here.
  ///   - question: What is asked where nobody is known.
  /// - Returns: Somebody who works here.
  /// - Throws: Wrong use, with the codes there are; `notAllowed` for somebody who has left.
  static func staff(
    _ code: String?,
    in data: ProgramData,
    asking question: String = "Who marks this?"
  ) throws(CommandError) -> StaffID {
    let active = data.staff.values.filter(\.isActive).sorted { $0.code < $1.code }
    if let code {
      let found = active.first { $0.code.lowercased() == code.lowercased() }
      if let found { return found.id }
      let gone = data.staff.values.first { $0.code.lowercased() == code.lowercased() }
      if let refusal = gone?.refusalToWork { throw CommandError(refusal) }
      throw .use("Nobody here has that --counselor code.", form: choices(active))
    }
    if let last = remembered(in: data.program) {
      let found = active.first { $0.code == last }
      if let found { return found.id }
    }
    if let only = active.first, active.count == 1 { return only.id }
    throw .use("\(question) Give --counselor.", form: choices(active))
  }

  /// The one whose code was given; nil where none was.
  ///
  /// - Throws: Wrong use for a code that nobody has.
  static func given(
    _ options: ProgramOptions,
    in data: ProgramData
  ) throws(CommandError) -> StaffID? {
    try options.choice().counselorCode.map { code throws(CommandError) in
      try staff(code, in: data)
    }
  }

  /// The code of the counselor who used the program last on this machine.
  static func remembered(in program: Program) -> String? {
    guard let config = ConfigFolder.standard(Environment.value) else { return nil }
    return PersonSettings.load(from: config).settings.counselors[program.id]
  }

  private static func choices(_ staff: [Staff]) -> String {
    "--counselor with one of " + staff.map(\.code).joined(separator: ", ")
  }
}
