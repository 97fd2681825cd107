import Domain
import Storage

/// What is known of a client's latest stay beside its course, for whoever reads it.
struct StayFacts {
  private let data: ProgramData
  private let stay: Episode
  private let today: CalendarDate
  private let now: Instant
  /// Diagnoses and mandate are of the chart, which not everybody may read.
  private let showsChart: Bool

  var id: EpisodeID { stay.id }

  init(_ stay: Episode, in data: ProgramData, at now: Instant, showsChart: Bool) {
    self.data = data
    self.stay = stay
    self.now = now
    self.showsChart = showsChart
    today = data.today(at: now)
  }

  /// One fact a line.
  var lines: [String] {
    var lines: [String] = []
    if let referral = stay.referralSource { lines.append("referral \(referral.stored)") }
    lines += diagnoses.map { "diagnosis \($0.words)" }
    if let payer = stay.payer {
      lines.append("payer \(payer.kind.stored)" + (payer.name.map { " \($0)" } ?? ""))
    }
    lines += authorizations.map { one in
      let left = left(of: one).map { ", \($0) left" } ?? ""
      return "authorization \(one.number) \(one.service) \(one.from) to \(one.to), "
        + "\(one.units) units\(left)"
    }
    if let mandate { lines.append("mandate \(mandate.words)") }
    if let minutes = stay.weeklyMinutesOverride { lines.append("weekly_minutes \(minutes)") }
    return lines
  }

  /// What may not be read has no key.
  var pairs: [(key: String, value: JSONValue)] {
    var pairs: [(key: String, value: JSONValue)] = [
      ("referral", .optional(stay.referralSource?.stored)),
      ("weekly_minutes", .optional(stay.weeklyMinutesOverride)),
      ("payer", .optional(stay.payer?.kind.stored)),
      ("payer_name", .optional(stay.payer?.name)),
      ("authorizations", .array(authorizations.map(json))),
    ]
    guard showsChart else { return pairs }
    pairs.append(("diagnoses", .array(diagnoses.map(json))))
    pairs.append(("mandate", .optional(mandate?.agency)))
    pairs.append(("mandate_contact", .optional(mandate?.contact)))
    pairs.append(("mandate_report_every_days", .optional(mandate?.reportEveryDays)))
    return pairs
  }

  private var diagnoses: [Diagnosis] {
    showsChart ? TypedDiagnoses.inOrder(stay.diagnoses) : []
  }

  private var mandate: LegalMandate? { showsChart ? stay.legalMandate : nil }

  private var authorizations: [Authorization] {
    stay.authorizations.filter { $0.to >= today }
      .sorted { ($0.from, $0.number) < ($1.from, $1.number) }
  }

  /// Nil where a week of its time couldn't be read.
  private func left(of one: Authorization) -> Int? {
    guard data.isCounted(one, on: today) else { return nil }
    return max(0, one.units - data.unitsUsed(of: one, by: stay.clientID, asOf: now))
  }

  private func json(_ one: Authorization) -> JSONValue {
    .object([
      ("number", .string(one.number)), ("service", .string(one.service)),
      ("from", .string(one.from.description)), ("to", .string(one.to.description)),
      ("units", .number(one.units)), ("left", .optional(left(of: one))),
    ])
  }

  private func json(_ one: Diagnosis) -> JSONValue {
    .object([
      ("icd10", .string(one.icd10)), ("substance", .optional(one.substance)),
      ("criteria_met", .optional(one.criteriaMet)),
      ("severity", .optional(one.severity?.rawValue)),
      ("remission", .optional(one.remission?.stored)),
    ])
  }
}

extension OpenedProgram {
  /// The facts of a client's latest stay, as far as whoever reads them may; nil where there is none.
  func facts(
    ofStay client: ClientID,
    in data: ProgramData,
    at now: Instant,
    for options: ProgramOptions
  ) -> StayFacts? {
    guard let stay = data.stays(of: client).last else { return nil }
    let refusal = reader(options, in: data).flatMap { reader in
      data.refusalToRead(notesOf: client, by: nil, reader: reader, at: trueNow)
    }
    return StayFacts(stay, in: data, at: now, showsChart: refusal == nil)
  }

  /// Reads the weeks by which the units of a client's authorizations are counted.
  func loadAuthorizations(ofCode code: String, on date: CalendarDate, into data: inout ProgramData)
  {
    let wanted = code.lowercased()
    guard let client = data.clients.values.first(where: { $0.mrn.lowercased() == wanted }),
      let stay = data.stays(of: client.id).last
    else { return }
    for first in data.weeks(of: stay.authorizations, on: date) where !data.isLoaded(first) {
      folder.loadWeek(first, into: &data)
    }
  }
}
