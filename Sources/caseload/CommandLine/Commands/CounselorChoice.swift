import Domain

/// Who does what a command does.
enum CounselorChoice {
  /// The one whose code was given, else the only one there is.
  ///
  /// - Throws: Wrong use, with the codes there are.
  static func staff(
    _ code: String?,
    in data: ProgramData,
    form: String
  ) throws(CommandError) -> StaffID {
    let active = data.staff.values.filter(\.isActive).sorted { $0.code < $1.code }
    if let code {
      let found = active.first { $0.code.lowercased() == code.lowercased() }
      if let found { return found.id }
      throw .use("Nobody here has that --counselor code.", form: choices(active, form))
    }
    if let only = active.first, active.count == 1 { return only.id }
    throw .use("Who marks this? Give --counselor.", form: choices(active, form))
  }

  private static func choices(_ staff: [Staff], _ form: String) -> String {
    "--counselor with one of " + staff.map(\.code).joined(separator: ", ")
  }
}
