package import Domain

/// The settings of the program: numbers of its rules, each from a day on.
extension AppState {
  /// The rules that hold today, narrowed as the other lists are; also by what they are listed under.
  package var setUpSettings: [Setting] {
    let filter = setUp.filter ?? ""
    return Setting.all.filter {
      let words = [$0.group.title, $0.title, $0.meaning, $0.source, $0.name]
      return Search.matches(filter, words.joined(separator: " "))
    }
  }

  package var selectedSetting: Setting? {
    let rows = setUpSettings
    return rows.isEmpty ? nil : rows[setUpIndex]
  }

  func settingForm(_ name: String) -> Form? {
    guard let setting = Setting.named(name) else { return nil }
    if case .fixed = setting.value { return nil }
    let rules = data.rules(on: today)
    let answer: FieldAnswer =
      if case .name = setting.value { .typed(said(setting.words(in: rules), of: setting)) } else {
        setting.value.answer(in: rules)
      }
    return Form(
      .setting(name),
      title: setting.title,
      fields: [
        FormField(
          .value,
          "Value",
          setting.value.field,
          answer,
          help: help(for: setting),
          isRequired: !setting.value.mayBeEmpty
        ),
        FormField(
          .from,
          "From",
          .date,
          .typed("\(today)"),
          help: fromHelp(for: setting),
          isRequired: true
        ),
      ]
    )
  }

  /// What may be entered, and which later values stay.
  private func help(for setting: Setting) -> String {
    let planned = standing(of: setting).planned.map { "\($0.words) from \($0.from.shortName)" }
    let stays = planned.isEmpty ? "" : "Planned, and stays: \(planned.joined(separator: "; ")). "
    let options =
      setting.value.options.isEmpty
      ? "\(setting.allowed); \(setting.standard) by default."
      : setting.value.field.help
    return "\(stays)\(options) \(setting.meaning)"
  }

  private func fromHelp(for setting: Setting) -> String {
    let until = standing(of: setting).planned.isEmpty ? "" : ", until the next planned value"
    return "From this day on\(until). Weeks before keep the rule of their time."
  }

  /// Keeps another value from a day on; a day in the past asks for a reason first.
  mutating func changeSetting(_ name: String, _ form: Form, _ values: FormValues) -> [Effect] {
    guard let setting = Setting.named(name), let from = values.date(.from) else { return [] }
    guard let staffID else {
      prompt = .pick(PickPrompt(.counselor))
      return []
    }
    if let why = refusalToSet(by: staffID) { return refuse(form, why, at: nil) }
    let text = setting.value.typed(values)
    var trial = data.rules(on: from)
    guard setting.set(text, in: &trial) else {
      return refuse(form, "Allowed: \(setting.allowed).", at: .value)
    }
    let before = setting.words(in: data.rules(on: from))
    let after = setting.words(in: trial)
    guard before != after else {
      let words = said(before, of: setting)
      return refuse(form, "It is \(words) from then on already.", at: .value)
    }
    if let why = day(of: setting, trial, from) { return refuse(form, why, at: .from) }
    let sets = data.ruleSets(
      changedFrom: from,
      as: ids.next(.ruleSet),
      of: { setting.words(in: $0) }
    ) { _ = setting.set(text, in: &$0) }
    let later = sets.first { $0.effectiveFrom > from && setting.words(in: $0) != after }
    let stays = later.map {
      let words = said(setting.words(in: $0), of: setting)
      return "From \($0.effectiveFrom.shortName) on it stays \(words)."
    }
    if from < today, values.one(.reason) == nil { return askReason(for: form, from, stays) }
    if let why = contradiction(in: sets, from) { return refuse(form, why, at: .value) }
    prompt = nil
    formDrafts[form.purpose] = nil
    let why = values.one(.reason).map { " (\(FormChoices.spoken($0)))" } ?? ""
    // What is typed freely doesn't go into the audit log: no name may stand there.
    let change = setting.value.isFreelyTyped ? "changed" : "\(before) -> \(after)"
    let last = later.map { " to \($0.effectiveFrom.adding(days: -1))" } ?? ""
    let words = "\(name): \(change) from \(from)\(last)\(why)"
    return save(sets, of: name, from: from, words: words, stays: stays, by: staffID)
  }

  /// Why a week can't begin otherwise from that day on; nil where it can.
  private func day(of setting: Setting, _ rules: RuleSet, _ from: CalendarDate) -> String? {
    guard case .weekday = setting.value, from.weekday != rules.weekStart else { return nil }
    let next = from.next(rules.weekStart)
    return "Weeks that begin on \(rules.weekStart.name) begin with such a day: \(next.shortName)."
  }

  /// What in the sets from a day on speaks against itself.
  private func contradiction(in sets: [RuleSet], _ from: CalendarDate) -> String? {
    let bundled = RuleSet.bundledFormats
    let wrong = sets.first { rules in
      (rules.effectiveTo ?? .latest) >= from && bundled.contains(rules.noteFormat)
        && !rules.noteFormats.contains(rules.noteFormat)
    }
    return wrong.map {
      "\($0.noteFormat) is the format that notes begin with, so it has to be allowed too."
    }
  }

  /// Since when it is what it is today, and what it will be.
  package func standing(of setting: Setting) -> SettingStanding {
    let now = setting.words(in: data.rules(on: today))
    let sets = data.ruleSets.sorted { $0.effectiveFrom < $1.effectiveFrom }
    let past = sets.reversed().filter { $0.effectiveFrom <= today }
    let alike = past.prefix { setting.words(in: $0) == now }
    let isSinceEver = alike.count == past.count
    var planned: [SettingStanding.Planned] = []
    var last = now
    for rules in sets where rules.effectiveFrom > today && setting.words(in: rules) != last {
      last = setting.words(in: rules)
      planned.append(.init(from: rules.effectiveFrom, words: said(last, of: setting)))
    }
    return SettingStanding(
      words: said(now, of: setting),
      since: isSinceEver ? nil : alike.last?.effectiveFrom,
      isStandard: now == setting.standard,
      planned: planned
    )
  }

  private mutating func askReason(
    for form: Form,
    _ from: CalendarDate,
    _ stays: String?
  ) -> [Effect] {
    var form = form
    form.askReason()
    let past = "\(from.shortName) is in the past: weeks since then are judged anew. Say why."
    let why = stays.map { "\(past) \($0)" } ?? past
    return refuse(form, why, at: .reason)
  }
}

/// How a setting stands today.
package struct SettingStanding {
  package var words: String
  /// Nil is since ever.
  package var since: CalendarDate?
  package var isStandard: Bool
  /// What it will be, the next first.
  package var planned: [Planned]

  package struct Planned: Hashable, Sendable {
    package var from: CalendarDate
    package var words: String
  }
}
