/// Topics as many programs teach them, to begin with and to be changed.
package struct ReadyCurriculum: Hashable, Sendable {
  package let title: String
  package let topics: [String]

  package static let all = [education, relapsePrevention, skills]

  package static let education = ReadyCurriculum(
    title: "Recovery education",
    topics: [
      "What addiction is", "The brain and recovery", "Triggers and cravings",
      "The first months of recovery", "Feelings and their names", "Stress and sleep",
      "Medicines that help", "Health and the body", "Families, roles and boundaries",
      "Friends and mutual help", "Work, money and free time", "Looking back, planning on",
    ]
  )

  package static let relapsePrevention = ReadyCurriculum(
    title: "Relapse prevention",
    topics: [
      "Mapping high-risk situations", "Early warning signs", "People, places and things",
      "The chain of small choices", "Saying no, and leaving", "Feelings that put me at risk",
      "A lapse and what comes next", "The emergency card",
    ]
  )

  package static let skills = ReadyCurriculum(
    title: "Coping skills",
    topics: [
      "Grounding", "Slow breathing", "Urge surfing", "Asking for help", "Setting boundaries",
      "Problem solving, step by step", "A routine for sleep", "Listening", "The thought record",
      "A balanced day",
    ]
  )
}
