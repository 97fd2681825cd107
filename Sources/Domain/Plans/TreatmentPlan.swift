/// What a client and the counselor agreed to work on: problems, goals, objectives.
///
/// One version of the plan; a change of an active plan makes a new one.
///
/// - Source: `domain.md` 4.14; signatures, reviews and interventions follow with its management.
package struct TreatmentPlan: Hashable, Sendable {
  package let id: PlanID
  package var clientID: ClientID
  package var episodeID: EpisodeID
  /// 1 for the first.
  package var version: Int
  package var effectiveFrom: CalendarDate
  /// The last day it was in force; nil while it is.
  package var effectiveTo: CalendarDate?
  package var nextReviewDue: CalendarDate?
  package var problems: [PlanProblem]
  /// The change of the import that brought it; nil for one of before imports could be taken back.
  package var importedBy: ChangeID?
  /// Whether the import that brought it was taken back: the file stays, and the plan is in no list.
  package var isWithdrawn = false

  package init(
    id: PlanID,
    clientID: ClientID,
    episodeID: EpisodeID,
    version: Int = 1,
    effectiveFrom: CalendarDate,
    nextReviewDue: CalendarDate? = nil,
    problems: [PlanProblem] = []
  ) {
    self.id = id
    self.clientID = clientID
    self.episodeID = episodeID
    self.version = version
    self.effectiveFrom = effectiveFrom
    self.nextReviewDue = nextReviewDue
    self.problems = problems
  }

  package func isActive(on date: CalendarDate) -> Bool {
    effectiveFrom <= date && date <= (effectiveTo ?? date)
  }

  /// The goals in the order of their problems; the first has number 1.
  package var goals: [PlanGoal] { problems.flatMap(\.goals) }

  /// The objectives in the order of their goals; the first has number 1.
  package var objectives: [PlanObjective] { goals.flatMap(\.objectives) }
}

package struct PlanProblem: Hashable, Sendable {
  package var statement: String
  /// The ASAM dimension, 1 to 6.
  package var dimension: Int?
  package var goals: [PlanGoal]

  package init(statement: String, dimension: Int? = nil, goals: [PlanGoal] = []) {
    self.statement = statement
    self.dimension = dimension
    self.goals = goals
  }
}

package struct PlanGoal: Hashable, Sendable {
  /// In the client's own words.
  package var text: String
  package var objectives: [PlanObjective]

  package init(text: String, objectives: [PlanObjective] = []) {
    self.text = text
    self.objectives = objectives
  }
}

package struct PlanObjective: Hashable, Sendable {
  package let id: ObjectiveID
  package var text: String
  package var targetDate: CalendarDate?

  package init(id: ObjectiveID, text: String, targetDate: CalendarDate? = nil) {
    self.id = id
    self.text = text
    self.targetDate = targetDate
  }
}

/// How far an objective has come, as one note says it.
package enum ObjectiveProgress: String, Hashable, Sendable, CaseIterable {
  case regressed, none, some, good, achieved

  /// "some progress"; in short "some".
  package var words: String {
    switch self {
    case .regressed: "regressed"
    case .none: "no progress"
    case .some: "some progress"
    case .good: "good progress"
    case .achieved: "achieved"
    }
  }
}
