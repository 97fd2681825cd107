import Domain
import TerminalCore

/// What the card says of a stay beside its course.
extension ClientCard {
  var mayReadChart: Bool { state.mayReadChart(of: client.id) }

  /// Diagnoses, payer, authorizations, mandate, own hours; what isn't known has no line.
  var ofStay: [ClientFact] {
    guard let stay = state.data.stays(of: client.id).last else { return [] }
    let chart = mayReadChart
    var lines = chart ? diagnoses(stay) : []
    if let payer = stay.payer {
      let kind = FormChoices.spoken(payer.kind.stored)
      let words = payer.name.map { "\(kind), \($0)" } ?? kind
      lines.append(ClientFact("Payer", words, changes: .step(.facts, .kind)))
    }
    lines += authorizations(stay)
    if chart, let mandate = stay.legalMandate {
      lines.append(ClientFact("Mandate", mandate.words, changes: .step(.facts, .agency)))
    }
    if let minutes = stay.weeklyMinutesOverride {
      let words = "\(TypedWeekHours.words(minutes)) a week, in place of the rules'"
      lines.append(ClientFact("Own hours", words, changes: .step(.facts, .weeklyHours)))
    }
    return lines + missing(stay, chart: chart)
  }

  private func diagnoses(_ stay: Episode) -> [ClientFact] {
    TypedDiagnoses.inOrder(stay.diagnoses).enumerated().map { place, one in
      let label = place == 0 ? "Diagnosis" : ""
      return ClientFact(label, one.words, changes: .step(.facts, .diagnoses))
    }
  }

  /// Those in force or still to come, with the units that are left.
  private func authorizations(_ stay: Episode) -> [ClientFact] {
    let inForce = stay.authorizations.filter { $0.to >= state.today }
      .sorted { ($0.from, $0.number) < ($1.from, $1.number) }
    return inForce.enumerated().map { place, one in
      let label = place == 0 ? "Authorization" : ""
      let words = "\(one.number) \(one.service): \(units(of: one)), to \(facts.short(one.to))"
      let isLow =
        one.from <= state.today && state.data.whatIsLeft(of: one, stay, state.now) != nil
      return ClientFact(
        label,
        words,
        isLow ? .warning : .text,
        changes: .step(.authorization, nil)
      )
    }
  }

  /// "12 of 30 units left"; while weeks of its time are still to be read only how many there were.
  private func units(of one: Authorization) -> String {
    let all = one.units == 1 ? "1 unit" : "\(one.units) units"
    guard one.from <= state.today else { return "\(all) from \(facts.short(one.from))" }
    guard state.data.isCounted(one, on: state.today) else {
      return "\(all), how many are left isn't counted yet"
    }
    let used = state.data.unitsUsed(of: one, by: client.id, asOf: state.now)
    return "\(max(0, one.units - used)) of \(all) left"
  }

  /// How to enter what is missing, to those who may.
  private func missing(_ stay: Episode, chart: Bool) -> [ClientFact] {
    guard state.openStay(of: client.id)?.id == stay.id, let staff = state.staffID,
      state.data.refusal(toChange: .stays, by: staff) == nil
    else { return [] }
    var names: [String] = []
    if chart, stay.diagnoses.isEmpty { names.append("diagnosis") }
    if stay.payer == nil { names.append("payer") }
    guard !names.isEmpty else { return [] }
    let field: FieldID = names[0] == "payer" ? .kind : .diagnoses
    let words = names.joined(separator: ", ") + "; . g enters it"
    return [ClientFact("Not entered", words, .dim, changes: .step(.facts, field))]
  }
}
