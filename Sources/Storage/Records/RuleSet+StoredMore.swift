import Domain
import PropertyList

/// What came with version 3: where it isn't there, the standard holds.
extension RuleSet {
  mutating func readMore(_ fields: inout PropertyListFields) throws(PropertyListError) {
    try readUnits(&fields)
    try readNoteRules(&fields)
    try readPlans(&fields)
    try readLater(&fields)
    // It came with version 4.
    programName = try fields.optionalString("programName") ?? programName
  }

  func writeMore(_ record: inout PropertyListDictionary) {
    writeUnits(&record)
    writeNoteRules(&record)
    writePlans(&record)
    writeLater(&record)
    record.set("programName", programName)
  }

  private mutating func readUnits(
    _ fields: inout PropertyListFields
  ) throws(PropertyListError) {
    capCounselingIsHard =
      try fields.optionalBoolean("capCounselingIsHard") ?? capCounselingIsHard
    capEducationIsHard = try fields.optionalBoolean("capEducationIsHard") ?? capEducationIsHard
    capFamilyIsHard = try fields.optionalBoolean("capFamilyIsHard") ?? capFamilyIsHard
    perDiemPartial = try fields.optionalCoded("perDiemPartial") ?? perDiemPartial
    uncountedServices = try fields.optionalStrings("uncountedServices") ?? uncountedServices
    unitRounding = try fields.optionalCoded("unitRounding") ?? unitRounding
  }

  private func writeUnits(_ record: inout PropertyListDictionary) {
    record.set("capCounselingIsHard", capCounselingIsHard)
    record.set("capEducationIsHard", capEducationIsHard)
    record.set("capFamilyIsHard", capFamilyIsHard)
    record.set("perDiemPartial", perDiemPartial.stored)
    record.set("uncountedServices", uncountedServices)
    record.set("unitRounding", unitRounding.stored)
  }

  private mutating func readNoteRules(
    _ fields: inout PropertyListFields
  ) throws(PropertyListError) {
    cosignCredentials = try fields.optionalStrings("cosignCredentials") ?? cosignCredentials
    noteBusinessDaysOnly =
      try fields.optionalBoolean("noteBusinessDaysOnly") ?? noteBusinessDaysOnly
    noteFormats = try fields.optionalStrings("noteFormats") ?? noteFormats
    noteGranularity = try fields.optionalCoded("noteGranularity") ?? noteGranularity
  }

  private func writeNoteRules(_ record: inout PropertyListDictionary) {
    record.set("cosignCredentials", cosignCredentials)
    record.set("noteBusinessDaysOnly", noteBusinessDaysOnly)
    record.set("noteFormats", noteFormats)
    record.set("noteGranularity", noteGranularity.stored)
  }

  private mutating func readPlans(
    _ fields: inout PropertyListFields
  ) throws(PropertyListError) {
    asamReassessDays = try fields.orOff("asamReassessDays", asamReassessDays)
    dischargeReasons = try fields.optionalStrings("dischargeReasons") ?? dischargeReasons
    familyContactEveryDays = try fields.orOff("familyContactEveryDays", familyContactEveryDays)
    outreachAttempts =
      try fields.optionalInteger("outreachAttempts", in: RuleSet.outreachAttemptsRange)
      ?? outreachAttempts
    planInitialDueDays = try fields.orOff("planInitialDueDays", planInitialDueDays)
    planReviewDays = try fields.optionalInteger("planReviewDays") ?? planReviewDays
    referralSources = try fields.optionalStrings("referralSources") ?? referralSources
  }

  private func writePlans(_ record: inout PropertyListDictionary) {
    record.set("asamReassessDays", asamReassessDays ?? 0)
    record.set("dischargeReasons", dischargeReasons)
    record.set("familyContactEveryDays", familyContactEveryDays ?? 0)
    record.set("outreachAttempts", outreachAttempts)
    record.set("planInitialDueDays", planInitialDueDays ?? 0)
    record.set("planReviewDays", planReviewDays)
    record.set("referralSources", referralSources)
  }

  private mutating func readLater(
    _ fields: inout PropertyListFields
  ) throws(PropertyListError) {
    later.aftercareSchedule =
      try fields.optionalString("aftercareSchedule") ?? later.aftercareSchedule
    later.clientSignatureRequired =
      try fields.optionalBoolean("clientSignatureRequired") ?? later.clientSignatureRequired
    later.consentExpiry = try fields.optionalString("consentExpiry") ?? later.consentExpiry
    later.retentionYears = try fields.optionalInteger("retentionYears") ?? later.retentionYears
    later.udsObserved = try fields.optionalString("udsObserved") ?? later.udsObserved
    later.udsPanel = try fields.optionalString("udsPanel") ?? later.udsPanel
    later.udsPerWeek = try fields.optionalInteger("udsPerWeek") ?? later.udsPerWeek
    later.verbalAllowed = try fields.optionalString("verbalAllowed") ?? later.verbalAllowed
  }

  private func writeLater(_ record: inout PropertyListDictionary) {
    record.set("aftercareSchedule", later.aftercareSchedule)
    record.set("clientSignatureRequired", later.clientSignatureRequired)
    record.set("consentExpiry", later.consentExpiry)
    record.set("retentionYears", later.retentionYears)
    record.set("udsObserved", later.udsObserved)
    record.set("udsPanel", later.udsPanel)
    record.set("udsPerWeek", later.udsPerWeek)
    record.set("verbalAllowed", later.verbalAllowed)
  }
}

extension PropertyListFields {
  /// Days, of which none is written as 0; the standard where nothing is written.
  fileprivate mutating func orOff(
    _ key: String,
    _ standard: Int?
  ) throws(PropertyListError) -> Int? {
    guard let days = try optionalInteger(key) else { return standard }
    return days == 0 ? nil : days
  }
}
