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
  ///   - code: Who says to sit here; a log-in counts before it.
  func tell(
    _ action: AuditAction.Known,
    _ entity: AuditEntity,
    of client: ClientID? = nil,
    detail: String = "",
    by code: String?
  ) {
    var staff = folder.loggedIn
    if staff == nil, let code {
      staff =
        folder.loadStanding().staff.values.first { $0.code.lowercased() == code.lowercased() }?
        .id
    }
    folder.audit([
      AuditEvent(
        at: clock.now(),
        by: staff,
        action: .known(action),
        entity: entity,
        clientID: client,
        detail: detail
      )
    ])
  }
}
