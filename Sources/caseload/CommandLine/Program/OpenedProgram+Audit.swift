import Domain
import Storage

extension OpenedProgram {
  /// Adds to the audit log what a command did, or showed.
  ///
  /// - Parameters:
  ///   - action: What was done.
  ///   - entity: On what.
  ///   - client: Whose record it is.
  ///   - detail: How much, in the words of the files.
  ///   - options: Who says to sit here.
  func tell(
    _ action: AuditAction.Known,
    _ entity: AuditEntity,
    of client: ClientID? = nil,
    detail: String = "",
    by options: ProgramOptions
  ) {
    folder.audit([
      AuditEvent(
        at: trueNow,
        by: who(options),
        action: .known(action),
        entity: entity,
        clientID: client,
        detail: detail
      )
    ])
  }

  /// Adds to the audit log what a command was asked to show, and didn't.
  func tellRefused(_ entity: AuditEntity, of client: ClientID?, by options: ProgramOptions) {
    folder.audit([
      .refusedReading(of: entity, client: client, by: who(options), at: trueNow)
    ])
  }

  private func who(_ options: ProgramOptions) -> StaffID? {
    // Only a code has to be looked up.
    let isCode = folder.loggedIn == nil && options.counselor != nil
    return isCode ? reader(options, in: folder.loadStanding()) : folder.loggedIn
  }
}
