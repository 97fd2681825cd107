import Domain

/// Values that are planned for days to come, and taking changes of settings back.
extension AppState {
  /// `.`: each planned value of the selected setting can be taken back.
  mutating func openPlannedMenu() {
    guard let setting = selectedSetting else { return }
    let planned = standing(of: setting).planned
    guard !planned.isEmpty else {
      say("Nothing is planned for it. Enter changes it, from today or a day to come.", .warning)
      return
    }
    let items = zip(Menu.keys, planned).map { key, one in
      MenuItem(
        key,
        "take back \(one.words) from \(one.from.shortName)",
        .takeBackPlanned(setting.name, one.from)
      )
    }
    prompt = .menu(Menu(title: "Planned: \(setting.title)", items: items))
  }

  /// Lets what held the day before go on, until the next planned value.
  mutating func takeBackPlanned(_ name: String, _ from: CalendarDate) -> [Effect] {
    guard let setting = Setting.named(name), let staffID else { return [] }
    if let why = refusalToSet(by: staffID) {
      say(why, .warning)
      return []
    }
    let held = setting.words(in: data.rules(on: from.adding(days: -1)))
    let gone = setting.words(in: data.rules(on: from))
    let sets = data.ruleSets(
      changedFrom: from,
      as: ids.next(.ruleSet),
      of: { setting.words(in: $0) }
    ) { _ = setting.set(held, in: &$0) }
    let what = setting.value.isFreelyTyped ? "planned value" : gone
    let words = "\(name): \(what) from \(from) taken back"
    return save(sets, of: name, from: from, words: words, by: staffID)
  }

  /// Asks for the rules to be kept as one change of a setting.
  func save(
    _ sets: [RuleSet],
    of setting: String,
    from: CalendarDate,
    words: String,
    stays: String? = nil,
    by staff: StaffID
  ) -> [Effect] {
    [
      .saveRules(
        RulesChange(
          setting: setting,
          from: from,
          before: data.ruleSets,
          sets: sets,
          words: words,
          stays: stays,
          by: staff,
          order: data.highestOrder
        )
      )
    ]
  }

  /// Why somebody may change no settings here; nil where they may.
  func refusalToSet(by staff: StaffID) -> String? {
    onlyRead ?? data.refusal(of: .configure, by: staff, "changes no settings")?.message
  }

  /// Takes a change of a setting back, or does it again; what else was changed since stays.
  mutating func reverse(_ change: RulesChange, _ step: RulesChange.Step) -> [Effect] {
    if let staffID, let why = refusalToSet(by: staffID) {
      say(why, .warning)
      return []
    }
    guard var reversed = change.reversed(step, in: data.ruleSets) else {
      setUp.rules.forget(change)
      let what = step == .undo ? "undone" : "done again"
      say("Not \(what): \(change.setting) was changed since.", .warning)
      return []
    }
    reversed.words += step == .undo ? ", undone" : ", done again"
    return [.saveRules(reversed)]
  }

  mutating func recordRules(_ data: ProgramData, _ change: RulesChange) {
    if let news = take(data) { say(news, .warning) }
    week.first = data.weekStart(of: week.first)
    setUp.rules.record(change)
    if change.step == .done { undo.forgetUndone() }
    if let stays = change.stays { say(stays) }
    let stays = change.stays.map { " \($0)" } ?? ""
    let way = change.step == .undo ? "\(said(.redo)) redo" : "\(said(.undo)) undo"
    say("\(change.words).\(stays)  (\(way), in this window)", .ok)
  }
}
