import Domain

extension RuleSet {
  /// As a file of an earlier version has it: the standard for what came later.
  func asKnown(to version: Int) -> RuleSet {
    var rules = self
    let standard = RuleSet.standard
    rules.programName = standard.programName
    guard version < 3 else { return rules }
    rules.capCounselingIsHard = standard.capCounselingIsHard
    rules.capEducationIsHard = standard.capEducationIsHard
    rules.capFamilyIsHard = standard.capFamilyIsHard
    rules.perDiemPartial = standard.perDiemPartial
    rules.unitRounding = standard.unitRounding
    rules.uncountedServices = standard.uncountedServices
    rules.noteFormats = standard.noteFormats
    rules.noteGranularity = standard.noteGranularity
    rules.noteBusinessDaysOnly = standard.noteBusinessDaysOnly
    rules.cosignCredentials = standard.cosignCredentials
    rules.outreachAttempts = standard.outreachAttempts
    rules.planInitialDueDays = standard.planInitialDueDays
    rules.planReviewDays = standard.planReviewDays
    rules.asamReassessDays = standard.asamReassessDays
    rules.familyContactEveryDays = standard.familyContactEveryDays
    rules.dischargeReasons = standard.dischargeReasons
    rules.referralSources = standard.referralSources
    rules.later = standard.later
    guard version < 2 else { return rules }
    rules.idleLockMinutes = standard.idleLockMinutes
    rules.idleLockInGroupMinutes = standard.idleLockInGroupMinutes
    rules.logOffMinutes = standard.logOffMinutes
    return rules
  }
}
