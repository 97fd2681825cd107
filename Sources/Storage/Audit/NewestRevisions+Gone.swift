import Domain

/// Records whose saving the log tells of, and whose files are gone.
extension NewestRevisions {
  /// - Parameters:
  ///   - known: By path, everything that was read of the folder before the log was.
  ///   - others: What is known to be wrong already: a file that can't be used is there.
  ///   - folder: Where each is looked for once more: somebody may have made it since.
  /// - Returns: A problem for each, in no order.
  func gone(
    from known: [String: KnownRecord],
    beside others: [RecordProblem],
    in folder: DataFolder
  ) -> [RecordProblem] {
    let present = Set(
      known.values.map { AuditEntity($0.envelope.kind, $0.envelope.id) }
    )
    return newest.compactMap { entity, told in
      let name = entity.id.isEmpty ? entity.kind : entity.id
      guard !present.contains(entity), let path = folder.likelyPath(of: entity, told.client),
        !others.contains(where: { $0.isAbout(path, name) }), !folder.isThere(name, at: path)
      else { return nil }
      return RecordProblem(
        record: path,
        kind: FileFault.missing.word.rawValue,
        what: "A record is gone (\(path)): revision \(told.revision) of it was saved.",
        doThis: "Bring it back from a backup; find out who takes files away."
      )
    }
  }
}

extension DataFolder {
  /// Where a record's file lies; of what lies in the folder of a day, in `days`, whichever it is.
  ///
  /// Nil for what isn't a file of its own, and for names that the program doesn't make.
  fileprivate func likelyPath(of entity: AuditEntity, _ client: ClientID?) -> String? {
    if case .other(let kind, let id) = entity {
      return RecordKind(rawValue: kind)?.toldPath(id, of: client).flatMap {
        RecordPlace(path: $0, program: program.id)?.path
      }
    }
    let isOwn = IDPrefix.allCases.contains { StoredID.isValid(entity.id, $0) }
    guard entity.id.isEmpty || isOwn else { return nil }
    switch entity {
    case .session, .appointment: return Layout.days
    case .client(let id): return RecordPlace.client(id).path
    case .episode(let id):
      return client.flatMap { isSound($0) ? RecordPlace.episode(id, of: $0).path : nil }
    case .followUp(let id):
      return client.flatMap { isSound($0) ? RecordPlace.followUp(id, of: $0).path : nil }
    case .staff(let id): return RecordPlace.staff(id).path
    case .group(let id): return RecordPlace.group(id).path
    case .list(.rooms): return Layout.rooms
    case .list(.calendar): return Layout.calendar
    case .list(.ruleSets): return Layout.ruleSets
    case .list(.grants): return Layout.grants
    case .program, .room, .note, .other: return nil
    }
  }

  private func isSound(_ client: ClientID) -> Bool { StoredID.isValid(client.rawValue, .client) }

  /// Whether there is a file of a record, sound or not.
  fileprivate func isThere(_ name: String, at path: String) -> Bool {
    do throws(StorageError) {
      guard path == Layout.days else {
        let parts = path.split(separator: "/").map(String.init)
        let folder = try root.descend(parts.dropLast().joined(separator: "/"))
        return folder?.facts(of: parts.last ?? "") != nil
      }
      guard let days = try root.descend(Layout.days) else { return false }
      for day in try days.names() {
        guard let folder = try days.folder(day, path: days.pathOf(day)) else { continue }
        if folder.facts(of: name + Layout.suffix) != nil { return true }
      }
      return false
    } catch {
      // What can't be looked into is told elsewhere.
      return true
    }
  }
}

extension RecordProblem {
  /// Whether it tells of a file already, or of a folder that it lies in; of a day's by its name.
  fileprivate func isAbout(_ path: String, _ name: String) -> Bool {
    path == Layout.days
      ? record.contains(name) : record == path || path.hasPrefix(record + "/")
  }
}
