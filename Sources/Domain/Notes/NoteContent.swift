/// What is written in a note so far, by the keys of its template's parts.
package struct NoteContent: Hashable, Sendable {
  /// An absent key is an empty part.
  package var texts: [String: String]
  /// The codes that are chosen, in the template's order.
  package var choices: [String: [String]]
  package var objectives: [ObjectiveLink]

  package init(
    texts: [String: String] = [:],
    choices: [String: [String]] = [:],
    objectives: [ObjectiveLink] = []
  ) {
    self.texts = texts
    self.choices = choices
    self.objectives = objectives
  }

  package func text(_ key: String) -> String { texts[key] ?? "" }

  package mutating func setText(_ text: String, of key: String) {
    texts[key] = text.isEmpty ? nil : text
  }

  /// Whether nothing but blanks is written and nothing is chosen; what was only carried forward
  /// counts as nothing.
  package var isBlank: Bool {
    texts.values.allSatisfy { !$0.hasWords } && choices.values.allSatisfy(\.isEmpty)
      && objectives.allSatisfy(\.isCopied)
  }

  /// Chooses an option, or takes the choice back where it is chosen already.
  package mutating func toggle(_ option: NoteOption, of part: NotePart) {
    guard case .choice(let options, let allowsSeveral) = part.form else { return }
    var chosen = Set(choices[part.key] ?? [])
    if chosen.remove(option.code) == nil {
      if !allowsSeveral || option.isAlone { chosen = [] }
      for other in options where other.isAlone { chosen.remove(other.code) }
      chosen.insert(option.code)
    }
    let ordered = options.map(\.code).filter(chosen.contains)
    choices[part.key] = ordered.isEmpty ? nil : ordered
  }

  /// Links an objective, or takes the link back where it is linked already; one that was carried
  /// forward is first taken as meant.
  package mutating func toggle(_ objective: PlanObjective) {
    if let place = objectives.firstIndex(where: { $0.objectiveID == objective.id }) {
      if objectives[place].isCopied {
        objectives[place].isCopied = false
      } else {
        objectives.remove(at: place)
      }
    } else {
      objectives.append(ObjectiveLink(objective))
    }
  }
}

/// That a note touches an objective of the plan, and how far it has come.
package struct ObjectiveLink: Hashable, Sendable {
  package var objectiveID: ObjectiveID
  /// The objective's words when it was linked.
  package var text: String
  package var progress: ObjectiveProgress
  /// Taken over from the last note; shown so until it is looked at.
  package var isCopied: Bool

  package init(
    _ objective: PlanObjective,
    progress: ObjectiveProgress = .some,
    isCopied: Bool = false
  ) {
    self.init(
      objectiveID: objective.id,
      text: objective.text,
      progress: progress,
      isCopied: isCopied
    )
  }

  package init(
    objectiveID: ObjectiveID,
    text: String,
    progress: ObjectiveProgress,
    isCopied: Bool
  ) {
    self.objectiveID = objectiveID
    self.text = text
    self.progress = progress
    self.isCopied = isCopied
  }
}

extension String {
  /// Whether anything but white space is in it.
  package var hasWords: Bool { contains { !$0.isWhitespace } }
}
