import Domain

/// Curricula: a topic in each row, all rows of a group its topics in their order.
extension Importer {
  mutating func takeTopic(_ row: inout ImportRow) {
    let code = row.text("group")
    let topic = row.text("topic")
    if let topic, topic.utf8.count > 400 || topic.contains(where: \.isNewline) {
      return row.fail("topic", "a topic is one line of at most 400 bytes")
    }
    guard let code else { return }
    guard groups[code] != nil else {
      return row.fail("group", "no group has the code \"\(code)\"")
    }
    guard let topic else { return }
    guard var found = topics[code] else {
      topics[code] = ([topic], row)
      return
    }
    guard found.topics.count < 200 else {
      return row.fail("topic", "a group has at most 200 topics")
    }
    found.topics.append(topic)
    topics[code] = found
  }

  /// Gives the groups their topics; each goes on at the topic that would have been next.
  mutating func finishTopics() {
    let old = Dictionary(grouping: existing.groups, by: \.id)
    for (code, found) in topics.sorted(by: { $0.key < $1.key }) {
      guard let group = groups[code], group.topics != found.topics else {
        unchanged[found.row.file, default: 0] += found.topics.count
        continue
      }
      guard old[group.id] != nil else {
        groups[code]?.topics = found.topics
        newTopics += found.topics.count
        continue
      }
      take(found.topics, of: group, found.row)
    }
  }

  private mutating func take(_ topics: [String], of group: GroupSeries, _ row: ImportRow) {
    var new = group
    new.topics = topics
    if let last = group.history.last, last.change == change?.id, case .series(var edit) = last.edit
    {
      // One edit of the facts in one change, so that taking it back is one too.
      edit.after = new.bare
      new.history[new.history.count - 1].edit = .series(edit)
    } else if let made = changed(group, to: new, group.code, in: row, as: { .series($0) }) {
      new = made
    }
    let cursor = group.cursor(with: topics)
    if cursor != group.topicCursor {
      let edit = GroupEdit.cursor(before: group.topicCursor, after: cursor)
      if let change { new.history.append(change.entry(edit)) }
      new.topicCursor = cursor
    }
    groups[group.code] = new
    if !touched.contains(group.code) { touched.append(group.code) }
  }
}
