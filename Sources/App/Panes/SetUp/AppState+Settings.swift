import Domain

/// The settings of the program: numbers of its rules, each from a day on.
extension AppState {
  /// The rules that hold today, narrowed as the other lists are.
  package var setUpSettings: [Setting] {
    Setting.all.filter {
      Search.matches(setUp.filter ?? "", "\($0.title) \($0.meaning) \($0.source)")
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
          .text,
          .typed(setting.words(in: rules)),
          help: "\(setting.allowed); \(setting.standard) by default. \(setting.meaning)",
          isRequired: true
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
    let text = values.text(.value) ?? ""
    var trial = RuleSet.standard
    guard setting.set(text, in: &trial) else {
      return refuse(form, "Allowed: \(setting.allowed).", at: .value)
    }
    let before = setting.words(in: data.rules(on: from))
    let after = setting.words(in: trial)
    guard before != after else {
      return refuse(form, "It is \(before) from then on already.", at: .value)
    }
    if from < today, values.one(.reason) == nil { return askReason(for: form, from) }
    let sets = data.ruleSets(changedFrom: from, as: ids.next(.ruleSet)) {
      _ = setting.set(text, in: &$0)
    }
    prompt = nil
    formDrafts[form.purpose] = nil
    let why = values.one(.reason).map { " (\(FormChoices.spoken($0)))" } ?? ""
    return [.saveRules(sets, words: "\(name): \(before) -> \(after) from \(from)\(why)")]
  }

  private mutating func askReason(for form: Form, _ from: CalendarDate) -> [Effect] {
    var form = form
    if !form.fields.contains(where: { $0.id == .reason }) {
      form.fields.append(
        FormField(
          .reason,
          "Reason",
          .choice(FormChoices.pastRuleReasons),
          help: "Why past weeks are judged anew; kept in the audit log.",
          isRequired: true
        )
      )
    }
    let why = "\(from.shortName) is in the past: weeks since then are judged anew. Say why."
    return refuse(form, why, at: .reason)
  }

  mutating func recordRules(_ sets: [RuleSet], _ words: String) {
    data.ruleSets = sets
    say("\(words). Kept.", .ok)
  }
}
