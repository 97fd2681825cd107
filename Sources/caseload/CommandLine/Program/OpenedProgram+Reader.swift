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
    throw CommandError(refusal)
  }
}

extension FoundNote {
  /// - Throws: `notAllowed` where whoever reads may not read this note.
  func allowReading(_ options: ProgramOptions, in program: OpenedProgram) throws(CommandError) {
    guard let reader = program.reader(options, in: data), let clientID else { return }
    let refusal = data.refusalToRead(
      notesOf: clientID,
      by: draft?.authorID ?? record?.current.signature.by,
      reader: reader,
      at: program.clock.now()
    )
    guard let refusal else { return }
    program.tellRefused(.note(id), of: clientID, by: options)
    throw CommandError(refusal)
  }
}
