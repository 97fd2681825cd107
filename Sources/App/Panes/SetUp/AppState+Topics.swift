package import Domain

/// Curricula: what groups are about, meeting by meeting, and who missed it.
extension AppState {
  /// Ctrl-T in the topics of a group's form: the ready ones.
  mutating func askCurriculum(over form: Form) -> [Effect] {
    covered.append(.form(form))
    let keys: [Unicode.Scalar] = ["1", "2", "3", "4", "5"]
    let items = zip(keys, ReadyCurriculum.all).map { key, ready in
      MenuItem(key, "\(ready.title), \(ready.topics.count) meetings", .topics(ready.topics))
    }
    prompt = .menu(
      Menu(title: "A ready curriculum, instead of what is here", items: items)
    )
    return []
  }

  mutating func putIntoForm(_ topics: [String]) {
    guard case .form(var form) = covered.popLast() else { return }
    form.set(topics.joined(separator: "\n"), in: .topics)
    prompt = .form(form)
  }

  /// "Next topic, 5 of 12: Stress and sleep"; nil where a group has no curriculum.
  package func curriculumWords(_ group: GroupSeries) -> String? {
    guard !group.topics.isEmpty else { return nil }
    let count = group.topics.count
    let place = group.topicCursor.next % count
    return "Next topic, \(place + 1) of \(count): \(group.topics[place]); .m tells who missed which"
  }

  /// The topics of a group, each with those who have a place there and missed it.
  mutating func showMissedTopics(of id: GroupID) {
    guard let group = data.groups[id] else { return }
    var names: [String: [String]] = [:]
    let clients = Set(group.enrollments.filter { ($0.to ?? .latest) >= today }.map(\.clientID))
    for client in clients {
      for missed in data.missedTopics(of: client, in: group) {
        names[missed.topic, default: []].append(name(of: client))
      }
    }
    let place = group.topicCursor.next % max(1, group.topics.count)
    let lines = group.topics.enumerated().flatMap { number, topic in
      let mark = number == place ? "> " : "  "
      let who = names[topic].map { ["      missed: " + $0.sorted().joined(separator: ", ")] } ?? []
      return ["\(mark)\(number + 1)  \(topic)"] + who
    }
    let read =
      data.weeks.keys.min().map { ["", "Meetings since \($0.shortName) are counted."] } ?? []
    prompt = .text(TextPrompt(title: "Topics of \(group.code) \(group.title)", lines: lines + read))
  }
}
