import Domain
import PropertyList

extension RuleSet: StoredRecord {
  init(stored fields: inout PropertyListFields) throws(PropertyListError) {
    let from = try fields.calendarDate("effectiveFrom")
    let to = try fields.optionalCalendarDate("effectiveTo")
    self.init(id: try fields.id("id"), effectiveFrom: from)
    effectiveTo = to
    try readHours(&fields)
    try readRest(&fields)
    try readNotes(&fields)
    try readOutreach(&fields)
    try readLock(&fields)
    try readMore(&fields)
  }

  /// Version 1 hadn't these: its programs locked by the standard.
  private mutating func readLock(_ fields: inout PropertyListFields) throws(PropertyListError) {
    let standard = RuleSet.standard
    idleLockInGroupMinutes =
      try fields.optionalInteger("idleLockInGroupMinutes", in: RuleSet.idleLockRange)
      ?? standard.idleLockInGroupMinutes
    idleLockMinutes =
      try fields.optionalInteger("idleLockMinutes", in: RuleSet.idleLockRange)
      ?? standard.idleLockMinutes
    logOffMinutes =
      try fields.optionalInteger("logOffMinutes", in: RuleSet.logOffRange)
      ?? standard.logOffMinutes
  }

  private func writeLock(_ record: inout PropertyListDictionary) {
    record.set("idleLockInGroupMinutes", idleLockInGroupMinutes)
    record.set("idleLockMinutes", idleLockMinutes)
    record.set("logOffMinutes", logOffMinutes)
  }

  private mutating func readOutreach(
    _ fields: inout PropertyListFields
  ) throws(PropertyListError) {
    let standard = RuleSet.standard
    dischargeDecisionDays =
      try fields.optionalInteger("dischargeDecisionDays") ?? standard.dischargeDecisionDays
    outreachFirstMinutes =
      try fields.optionalInteger("outreachFirstMinutes") ?? standard.outreachFirstMinutes
    outreachLetterDays =
      try fields.optionalInteger("outreachLetterDays") ?? standard.outreachLetterDays
    outreachThirdHours =
      try fields.optionalInteger("outreachThirdHours") ?? standard.outreachThirdHours
    teamReviewContactDays =
      try fields.optionalInteger("teamReviewContactDays") ?? standard.teamReviewContactDays
    teamReviewMissedDays =
      try fields.optionalInteger("teamReviewMissedDays") ?? standard.teamReviewMissedDays
  }

  private func writeOutreach(_ record: inout PropertyListDictionary) {
    record.set("dischargeDecisionDays", dischargeDecisionDays)
    record.set("outreachFirstMinutes", outreachFirstMinutes)
    record.set("outreachLetterDays", outreachLetterDays)
    record.set("outreachThirdHours", outreachThirdHours)
    record.set("teamReviewContactDays", teamReviewContactDays)
    record.set("teamReviewMissedDays", teamReviewMissedDays)
  }

  private mutating func readHours(
    _ fields: inout PropertyListFields
  ) throws(PropertyListError) {
    alertWeeklyMinutes = try fields.integer("alertWeeklyMinutes")
    allowedOverrunMinutes = try fields.integer("allowedOverrunMinutes")
    graceEarlyMinutes = try fields.integer("graceEarlyMinutes")
    graceLateMinutes = try fields.integer("graceLateMinutes")
    lateLockoutMinutes = try fields.optionalInteger("lateLockoutMinutes")
    maxWeeklyMinutes = try fields.integer("maxWeeklyMinutes")
    minDayMinutesAdolescent = try fields.integer("minDayMinutesAdolescent")
    minDayMinutesAdult = try fields.integer("minDayMinutesAdult")
    minDaysPerWeek = try fields.integer("minDaysPerWeek")
    minWeeklyMinutesAdolescent = try fields.integer("minWeeklyMinutesAdolescent")
    minWeeklyMinutesAdult = try fields.integer("minWeeklyMinutesAdult")
    perDiemMinMinutes = try fields.integer("perDiemMinMinutes")
    stepOutIgnoreMinutes = try fields.integer("stepOutIgnoreMinutes")
    tightSlackMinutes = try fields.integer("tightSlackMinutes")
  }

  private mutating func readRest(
    _ fields: inout PropertyListFields
  ) throws(PropertyListError) {
    adolescentUnderAge = try fields.integer("adolescentUnderAge")
    asamEdition = try fields.integer("asamEdition")
    breakCreditable = try fields.boolean("breakCreditable")
    cancelNoticeHours = try fields.integer("cancelNoticeHours")
    capCounseling = try fields.integer("capCounseling")
    capEducation = try fields.integer("capEducation")
    capFamily = try fields.integer("capFamily")
    caseloadCap = try fields.integer("caseloadCap")
    creditsRemovedUntilDeparture = try fields.boolean("creditsRemovedUntilDeparture")
    excusedLowersAttendanceRate = try fields.boolean("excusedLowersAttendanceRate")
    individualGapAlertDays = try fields.integer("individualGapAlertDays")
    individualGapBreachDays = try fields.integer("individualGapBreachDays")
    individualGapWarnDays = try fields.integer("individualGapWarnDays")
    lateCancelHalves = try fields.integer("lateCancelHalves")
    levelsWithMinimum = try fields.strings("levelsWithMinimum")
    maxConsecutiveGapDays = try fields.optionalInteger("maxConsecutiveGapDays")
    minGroup = try fields.integer("minGroup")
    transitionMaxDays = try fields.integer("transitionMaxDays")
    weekStart = try fields.weekday("weekStart")
  }

  var propertyList: PropertyListDictionary {
    var record = PropertyListDictionary()
    record.set("id", id)
    record.set("effectiveFrom", effectiveFrom)
    record.set("effectiveTo", effectiveTo)
    writeHours(&record)
    writeRest(&record)
    writeNotes(&record)
    writeOutreach(&record)
    writeLock(&record)
    writeMore(&record)
    return record
  }

  private func writeHours(_ record: inout PropertyListDictionary) {
    record.set("alertWeeklyMinutes", alertWeeklyMinutes)
    record.set("allowedOverrunMinutes", allowedOverrunMinutes)
    record.set("graceEarlyMinutes", graceEarlyMinutes)
    record.set("graceLateMinutes", graceLateMinutes)
    record.set("lateLockoutMinutes", lateLockoutMinutes)
    record.set("maxWeeklyMinutes", maxWeeklyMinutes)
    record.set("minDayMinutesAdolescent", minDayMinutesAdolescent)
    record.set("minDayMinutesAdult", minDayMinutesAdult)
    record.set("minDaysPerWeek", minDaysPerWeek)
    record.set("minWeeklyMinutesAdolescent", minWeeklyMinutesAdolescent)
    record.set("minWeeklyMinutesAdult", minWeeklyMinutesAdult)
    record.set("perDiemMinMinutes", perDiemMinMinutes)
    record.set("stepOutIgnoreMinutes", stepOutIgnoreMinutes)
    record.set("tightSlackMinutes", tightSlackMinutes)
  }

  private func writeRest(_ record: inout PropertyListDictionary) {
    record.set("adolescentUnderAge", adolescentUnderAge)
    record.set("asamEdition", asamEdition)
    record.set("breakCreditable", breakCreditable)
    record.set("cancelNoticeHours", cancelNoticeHours)
    record.set("capCounseling", capCounseling)
    record.set("capEducation", capEducation)
    record.set("capFamily", capFamily)
    record.set("caseloadCap", caseloadCap)
    record.set("creditsRemovedUntilDeparture", creditsRemovedUntilDeparture)
    record.set("excusedLowersAttendanceRate", excusedLowersAttendanceRate)
    record.set("individualGapAlertDays", individualGapAlertDays)
    record.set("individualGapBreachDays", individualGapBreachDays)
    record.set("individualGapWarnDays", individualGapWarnDays)
    record.set("lateCancelHalves", lateCancelHalves)
    record.set("levelsWithMinimum", levelsWithMinimum)
    record.set("maxConsecutiveGapDays", maxConsecutiveGapDays)
    record.set("minGroup", minGroup)
    record.set("transitionMaxDays", transitionMaxDays)
    record.set("weekStart", weekStart)
  }

  private mutating func readNotes(
    _ fields: inout PropertyListFields
  ) throws(PropertyListError) {
    clonePercent = try fields.integer("clonePercent", in: 0...100)
    cosignCrisisHours = try fields.integer("cosignCrisisHours")
    cosignDueDays = try fields.integer("cosignDueDays")
    lateEntryMaxDays = try fields.optionalInteger("lateEntryMaxDays")
    noShowNoteDueHours = try fields.integer("noShowNoteDueHours")
    noteDueHours = try fields.integer("noteDueHours")
    noteFormat = try fields.string("noteFormat")
    noteHardLateHours = try fields.integer("noteHardLateHours")
    noteSoonHours = try fields.integer("noteSoonHours")
    notesFrom = try fields.optionalCalendarDate("notesFrom")
  }

  private func writeNotes(_ record: inout PropertyListDictionary) {
    record.set("clonePercent", clonePercent)
    record.set("cosignCrisisHours", cosignCrisisHours)
    record.set("cosignDueDays", cosignDueDays)
    record.set("lateEntryMaxDays", lateEntryMaxDays)
    record.set("noShowNoteDueHours", noShowNoteDueHours)
    record.set("noteDueHours", noteDueHours)
    record.set("noteFormat", noteFormat)
    record.set("noteHardLateHours", noteHardLateHours)
    record.set("noteSoonHours", noteSoonHours)
    record.set("notesFrom", notesFrom)
  }
}
