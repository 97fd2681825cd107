package import Domain

/// The parts that sample notes are written in, with the keys of the bundled templates.
///
/// A sample note is made before any template file is read, so its titles come from here; whoever
/// changes a bundled template's keys changes them here.
package enum SampleTemplates {
  package static let dapID = "dap"
  package static let administrativeID = NoteTemplates.administrativeID

  package static let data = "data"
  package static let assessment = "assessment"
  package static let plan = NoteTemplates.planKey
  package static let response = NoteTemplates.responseKey
  package static let participation = "participation"
  package static let risk = "risk"
  package static let objectives = "objectives"
  package static let affect = "affect"
  package static let interventions = "interventions"
  package static let homework = "homework"
  package static let topic = NoteTemplates.topicKey
  package static let methods = "methods"
  package static let summary = "summary"
  package static let what = NoteTemplates.noShowKey
  package static let text = "text"
  package static let narrative = NoteTemplates.narrativeID

  package static let all = NoteTemplates([
    group, shared, dap, noShow, administrative, told,
  ])

  private static let group = NoteTemplate(
    id: NoteTemplates.groupID,
    title: "Group",
    kinds: [.group],
    parts: [
      NotePart(key: response, title: "Response", isRequired: true),
      NotePart(
        key: participation,
        title: "Participation",
        form: .choice(
          ["none", "minimal", "attentive", "active", "leading"].map { option($0) },
          allowsSeveral: false
        ),
        isRequired: true
      ),
      riskPart, objectivesPart, affectPart,
      NotePart(key: interventions, title: "Interventions"),
      NotePart(key: plan, title: "Plan"),
      NotePart(key: homework, title: "Homework"),
    ]
  )

  private static let shared = NoteTemplate(
    id: NoteTemplates.sharedID,
    title: "Shared text",
    kinds: [.group],
    parts: [
      NotePart(key: topic, title: "Topic", isRequired: true),
      NotePart(key: methods, title: "Methods"),
      NotePart(key: summary, title: "Summary", isRequired: true),
      NotePart(key: plan, title: "Plan"),
    ]
  )

  private static let dap = NoteTemplate(
    id: dapID,
    title: "DAP",
    parts: [
      NotePart(key: data, title: "Data", isRequired: true),
      NotePart(key: assessment, title: "Assessment", isRequired: true),
      NotePart(key: plan, title: "Plan", isRequired: true),
      riskPart, objectivesPart, affectPart,
      NotePart(key: interventions, title: "Interventions"),
      NotePart(key: homework, title: "Homework"),
    ]
  )

  private static let noShow = NoteTemplate(
    id: NoteTemplates.noShowID,
    title: "No-show",
    kinds: [.noShow],
    parts: [NotePart(key: what, title: "What happened", isRequired: true)]
  )

  private static let administrative = NoteTemplate(
    id: administrativeID,
    title: "Administrative",
    kinds: [.administrative],
    parts: [NotePart(key: text, title: "Text", isRequired: true)]
  )

  private static let told = NoteTemplate(
    id: NoteTemplates.narrativeID,
    title: "Narrative",
    kinds: NoteKind.allCases.filter { $0.hasTimes && $0 != .group },
    parts: [
      NotePart(key: narrative, title: "Narrative", isRequired: true),
      NotePart(key: plan, title: "Plan"), riskPart, objectivesPart,
    ]
  )

  private static let objectivesPart = NotePart(
    key: objectives,
    title: "Objectives",
    form: .objectives,
    isRequired: true
  )

  private static let affectPart = NotePart(
    key: affect,
    title: "Affect",
    form: .choice(Affect.allCases.map { option($0.rawValue) }, allowsSeveral: true)
  )

  private static let riskPart = NotePart(
    key: risk,
    title: "Risk",
    form: .choice(
      [
        NoteOption(code: "none", title: "None", isAlone: true),
        finding("si_passive", "Suicidal ideation, passive"),
        finding("si_active_no_plan", "Suicidal ideation, active, no plan"),
        finding("si_active_plan", "Suicidal ideation, active, with a plan"),
        finding("hi_passive", "Homicidal ideation, passive"),
        finding("hi_active_no_plan", "Homicidal ideation, active, no plan"),
        finding("hi_active_plan", "Homicidal ideation, active, with a plan"),
        finding("use", "Risk of use"),
        finding("overdose", "Risk of overdose"),
      ],
      allowsSeveral: true
    ),
    isRequired: true
  )

  private static func finding(_ code: String, _ title: String) -> NoteOption {
    NoteOption(code: code, title: title, needsPlan: true)
  }

  private static func option(_ code: String) -> NoteOption {
    NoteOption(code: code, title: code.prefix(1).uppercased() + code.dropFirst())
  }
}
