import Domain

extension DataFolder {
  /// Reads what was done about a client beside the sessions.
  func loadFollowUps(
    of id: ClientID,
    in folder: Folder,
    into data: inout ProgramData,
    problems: inout [RecordProblem]
  ) {
    let path = folder.path + "/follow-ups"
    do throws(StorageError) {
      guard let folder = try folder.folder("follow-ups", path: path) else { return }
      let names = recordNames(in: folder, problems: &problems) {
        StoredID.inFileName($0, .followUp) != nil
      }
      for name in names {
        let found = FollowUpID(String(name.dropLast(Layout.suffix.count)))
        let place = RecordPlace.followUp(found, of: id)
        if let one = read(place, in: folder, problems: &problems, as: FollowUp.self) {
          data.keep(one)
        }
      }
    } catch {
      problems.append(.folder(path, error))
    }
  }

  /// Reads all versions of a client's plan, the first one first.
  func loadPlans(
    of id: ClientID,
    in folder: Folder,
    into data: inout ProgramData,
    problems: inout [RecordProblem]
  ) {
    let path = folder.path + "/plans"
    do throws(StorageError) {
      guard let folder = try folder.folder("plans", path: path) else { return }
      let names = recordNames(in: folder, problems: &problems) {
        StoredID.inFileName($0, .plan) != nil
      }
      let plans = names.compactMap { name -> TreatmentPlan? in
        let plan = PlanID(String(name.dropLast(Layout.suffix.count)))
        return read(.plan(plan, of: id), in: folder, problems: &problems)
      }
      guard !plans.isEmpty else { return }
      data.keep(plans.sorted { ($0.version, $0.id) < ($1.version, $1.id) }, of: id)
    } catch {
      problems.append(.folder(path, error))
    }
  }
}
