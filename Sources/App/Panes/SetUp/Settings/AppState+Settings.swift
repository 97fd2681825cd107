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
    let rules = data.rules(on: today)
    return Form(
      .setting(name),
      title: setting.title,
      fields: [
        FormField(
          .value,
          "Value",
          setting.value.field,
          setting.value.answer(in: rules),
          help: help(for: setting),
          isRequired: !setting.value.mayBeEmpty
        ),
        FormField(
          .from,
          "From",
          .date,
          .typed("\(today)"),
          help: "From this day on. Weeks before keep the rule of their time.",
          isRequired: true
        ),
      ]
    )
  }

  /// What may be entered, and what another value would replace.
  private func help(for setting: Setting) -> String {
    let coming = standing(of: setting).next.map {
      "What holds from \($0.from.shortName) on (\($0.words)) is replaced too. "
    }
    let options =
      setting.value.options.isEmpty
      ? "\(setting.allowed); \(setting.standard) by default."
      : setting.value.field.help
    return "\(coming ?? "")\(options) \(setting.meaning)"
  }

  /// Keeps another value from a day on; a day in the past asks for a reason first.
  mutating func changeSetting(_ name: String, _ form: Form, _ values: FormValues) -> [Effect] {
    guard let setting = Setting.named(name), let from = values.date(.from) else { return [] }
    if let onlyRead { return refuse(form, onlyRead, at: nil) }
    guard let staffID else {
      prompt = .pick(PickPrompt(.counselor))
      return []
    }
    if let refusal = data.refusal(of: .configure, by: staffID, "changes no settings") {
      return refuse(form, refusal.message, at: nil)
    }
    let text = setting.value.typed(values)
    var trial = data.rules(on: from)
    guard setting.set(text, in: &trial) else {
      return refuse(form, "Allowed: \(setting.allowed).", at: .value)
    }
    let before = setting.words(in: data.rules(on: from))
    let after = setting.words(in: trial)
    guard before != after else {
      return refuse(form, "It is \(before) from then on already.", at: .value)
    }
    if let why = day(of: setting, trial, from) { return refuse(form, why, at: .from) }
    if from < today, values.one(.reason) == nil { return askReason(for: form, from) }
    let sets = data.ruleSets(changedFrom: from, as: ids.next(.ruleSet)) {
      _ = setting.set(text, in: &$0)
    }
    if let why = contradiction(in: sets, from) { return refuse(form, why, at: .value) }
    prompt = nil
    formDrafts[form.purpose] = nil
    let why = values.one(.reason).map { " (\(FormChoices.spoken($0)))" } ?? ""
    // What is typed freely doesn't go into the audit log: no name may stand there.
    let change = setting.value.isFreelyTyped ? "changed" : "\(before) -> \(after)"
    return [.saveRules(sets, words: "\(name): \(change) from \(from)\(why)")]
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
    let coming = sets.first { $0.effectiveFrom > today && setting.words(in: $0) != now }
    return SettingStanding(
      words: setting.value.said(now),
      since: isSinceEver ? nil : alike.last?.effectiveFrom,
      isStandard: now == setting.standard,
      next: coming.map { ($0.effectiveFrom, setting.value.said(setting.words(in: $0))) }
    )
  }

  private mutating func askReason(for form: Form, _ from: CalendarDate) -> [Effect] {
    var form = form
    form.askReason()
    let why = "\(from.shortName) is in the past: weeks since then are judged anew. Say why."
    return refuse(form, why, at: .reason)
  }

  mutating func recordRules(_ data: ProgramData, _ words: String) {
    if let news = take(data) { say(news, .warning) }
    week.first = data.weekStart(of: week.first)
    say("\(words). Kept.", .ok)
  }
}

/// How a setting stands today.
package struct SettingStanding {
  package var words: String
  /// Nil is since ever.
  package var since: CalendarDate?
  package var isStandard: Bool
  /// What it will be, and from when on.
  package var next: (from: CalendarDate, words: String)?
}
