/// What an event of the audit log says, for a person who knows the codes of those who work here.
extension ProgramData {
  /// The event's detail with codes in place of identifiers, behind the code of the colleague that it
  /// is about; empty where there is nothing to add.
  package func auditDetail(of event: AuditEvent) -> String {
    var words = event.detail.split(separator: " ").map { word in
      staff[StaffID(String(word))]?.code ?? String(word)
    }
    if case .staff(let id) = event.entity {
      words.insert((staff[id]?.code ?? id.rawValue) + (words.isEmpty ? "" : ":"), at: 0)
    }
    return words.joined(separator: " ")
  }
}
