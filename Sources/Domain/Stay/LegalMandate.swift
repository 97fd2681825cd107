/// A court or an agency that wants somebody to be in treatment.
///
/// - Source: `domain.md` 4.2.
package struct LegalMandate: Hashable, Sendable {
  /// "County court"; never empty.
  package var agency: String
  /// Whom to write to there.
  package var contact: String?
  /// Days from one report to the next, 1...366; nil is no fixed time.
  package var reportEveryDays: Int?

  package static let reportDays = 1...366

  package init(agency: String, contact: String? = nil, reportEveryDays: Int? = nil) {
    self.agency = agency
    self.contact = contact
    self.reportEveryDays = reportEveryDays
  }

  /// "County court, the clerk, report every 30 days".
  package var words: String {
    let every = reportEveryDays.map { $0 == 1 ? "report every day" : "report every \($0) days" }
    return [agency, contact, every].compactMap(\.self).joined(separator: ", ")
  }
}

extension ProgramData {
  /// What is to be known about a client at once during a stay, nil for none.
  ///
  /// A stay with a mandate is one by order of a court, whether or not that was entered as an alert.
  ///
  /// - Parameters:
  ///   - client: Whose.
  ///   - stay: During which.
  ///   - following: What `followingAlerts(on:)` found.
  /// - Returns: Each once.
  package func alerts(
    of client: ClientID,
    in stay: EpisodeID?,
    following: [ClientID: [ClientAlert]]
  ) -> [ClientAlert] {
    let known = alerts(of: client, following: following)
    guard let stay, let place = episodes.index(forKey: stay),
      episodes.values[place].legalMandate != nil,
      !known.contains(where: { $0.kind == .known(.courtMandated) })
    else { return known }
    return known + [ClientAlert(kind: .known(.courtMandated))]
  }
}
