import Domain

/// What a meeting may be about: the curriculum's topics from the next one on, or what is typed.
enum TopicList {
  static func lines(of state: AppState, _ id: SessionID, _ query: String) -> [PickList.Line] {
    guard let session = state.data.sessions[id] else { return [] }
    let topics = state.data.group(of: session)?.topics ?? []
    let next = topics.firstIndex { $0 == state.data.topic(of: session) } ?? 0
    let order = topics.indices.map { (next + $0) % topics.count }
    var lines = order.filter { Search.matches(query, topics[$0]) }.map { place in
      PickList.Line(item: .topic(topics[place]), left: "\(place + 1)", text: topics[place])
    }
    let typed = query.withoutOuterSpaces
    if !typed.isEmpty, !topics.contains(typed) {
      lines.append(
        PickList.Line(item: .topic(typed), left: "", text: "\(typed), for this meeting alone")
      )
    }
    if query.isEmpty, session.state.topic != nil, session.state.status != .completed {
      lines.append(PickList.Line(item: .topic(nil), left: "", text: "as the curriculum has it"))
    }
    return lines
  }
}
