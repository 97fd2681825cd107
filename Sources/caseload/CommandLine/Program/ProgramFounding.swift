import App
import Domain
import Storage

/// Making an own, empty program.
enum ProgramFounding {
  /// Makes the folder of a new program with its first counselor, brought to disk.
  ///
  /// - Returns: The folder, and the first counselor.
  static func make(
    _ plan: NewProgram,
    at path: String,
    now: Instant
  ) throws(CommandError) -> (folder: DataFolder, counselor: Staff) {
    let (snapshot, staff) = try snapshot(plan)
    do throws(StorageError) {
      let folder = try DataFolder.create(at: path, snapshot: snapshot, durable: true, now: now)
      return (folder, staff)
    } catch {
      throw CommandError(error)
    }
  }

  /// Makes the folder of a new program whose files are sealed.
  ///
  /// - Parameters:
  ///   - plan: What to make.
  ///   - path: Where.
  ///   - recovery: Its recovery key.
  ///   - now: When.
  ///   - passphrase: Asks for the first counselor's.
  ///   - isToBeMade: What has to be done first, once everything will do; as showing the recovery key,
  ///     which nobody may lack of a program that is there.
  /// - Returns: The folder, open for the first counselor.
  /// - Throws: What keeps it from being made, and whatever the steps throw.
  static func makeSealed(
    _ plan: NewProgram,
    at path: String,
    _ recovery: RecoveryKey,
    now: Instant,
    passphrase: (Staff) throws(CommandError) -> String,
    isToBeMade: () throws(CommandError) -> Void = {}
  ) throws(CommandError) -> (folder: DataFolder, counselor: Staff) {
    let (snapshot, staff) = try snapshot(plan)
    guard DataPlace.isVacant(path) else { throw CommandError(StorageError.notEmpty(path)) }
    let passphrase = try passphrase(staff)
    if DataFolder.isWeak(passphrase: passphrase) {
      throw CommandError(StorageError.weakPassphrase)
    }
    try isToBeMade()
    do throws(StorageError) {
      let folder = try DataFolder.createSealed(
        at: path,
        snapshot: snapshot,
        for: staff,
        passphrase: passphrase,
        recovery: recovery,
        now: now
      )
      return (folder, staff)
    } catch {
      throw CommandError(error)
    }
  }

  private static func snapshot(
    _ plan: NewProgram
  ) throws(CommandError) -> (ProgramSnapshot, Staff) {
    var ids = IDMaker(seed: .random(in: .min ... .max))
    let name = trimmed(plan.name)
    guard !name.isEmpty else { throw .use("The program needs a name.", form: InitCommand.form) }
    let program = Program(id: ids.next(.program), name: name, zone: try zone(plan), isDemo: false)
    let staff = try counselor(plan.counselor, id: ids.next(.staff))
    var snapshot = ProgramSnapshot(program: program)
    snapshot.ruleSets = [.standard]
    snapshot.staff = [staff]
    return (snapshot, staff)
  }

  /// What a new program can't be made from, and why; nil where all of it will do.
  static func flaw(of plan: NewProgram) -> (NewProgramPart, why: String)? {
    if trimmed(plan.name).isEmpty { return (.name, "The program needs a name.") }
    do throws(CommandError) { _ = try zone(plan) } catch { return (.zone, error.sentence) }
    do throws(CommandError) {
      _ = try counselor(plan.counselor, id: ID("st_000000000000"))
    } catch {
      return (.counselor, error.sentence)
    }
    if let passphrase = plan.passphrase, DataFolder.isWeak(passphrase: passphrase) {
      return (.passphrase, StorageError.weakPassphrase.message)
    }
    return nil
  }

  /// The zone of that name, or the only one with that in its name.
  private static func zone(_ plan: NewProgram) throws(CommandError) -> ProgramTimeZone {
    var identifier = plan.zone
    switch SystemZone.names.find(plan.zone) {
    case .one(let found): identifier = found
    case .none: break
    case .several(let zones):
      let more = zones.count > 8 ? ", or \(zones.count - 8) more" : ""
      throw .use(
        "Which time zone: \(zones.prefix(8).joined(separator: ", "))\(more)?",
        form: "--time-zone \(zones[0])"
      )
    }
    do throws(StorageError) {
      return try SystemZone.load(identifier)
    } catch {
      switch error {
      case .noZone, .badZone(.badIdentifier):
        throw .use(
          "The system knows no time zone with that in its name.",
          form: "--time-zone America/New_York"
        )
      case .noFolder, .noProgram, .notEmpty, .untrusted, .changedByOthers, .notLoaded, .locked,
        .disk, .unwritable, .badIdentifier, .otherProgram, .badZone, .inUse, .changedUnderneath,
        .alreadySigned, .weakPIN, .sealed, .wrongPassphrase, .weakPassphrase, .noAccess,
        .lastAccess, .backup, .noLocks, .repairPassed, .displaced:
        throw CommandError(error)
      }
    }
  }

  /// The first counselor, who may do everything; from "NAME, CREDENTIALS".
  private static func counselor(_ text: String, id: StaffID) throws(CommandError) -> Staff {
    let parts = text.split(separator: ",", maxSplits: 1)
    let name = trimmed(parts.first.map(String.init) ?? "")
    guard let code = code(of: name) else {
      throw .use(
        "The first counselor needs a name.",
        form: "--counselor \"Tanya Brooks, LADC\""
      )
    }
    return Staff(
      id: id,
      code: code,
      name: name,
      credentials: parts.count > 1 ? trimmed(String(parts[1])) : "",
      role: .known(.clinicalSupervisor)
    )
  }

  /// Two or three initials, of a single name its first two letters.
  ///
  /// Nil for a name without a letter.
  static func code(of name: String) -> String? {
    let words = name.split(separator: " ").compactMap { word in word.first { $0.isLetter } }
    guard let first = words.first, let last = words.last else { return nil }
    if words.count == 1 {
      return String(name.filter(\.isLetter).prefix(2)).uppercased()
    }
    let middle = words.count == 3 ? String(words[1]) : ""
    return (String(first) + middle + String(last)).uppercased()
  }

  private static func trimmed(_ text: String) -> String {
    var rest = Output.cleaned(text)[...]
    while rest.first?.isWhitespace == true { rest.removeFirst() }
    while rest.last?.isWhitespace == true { rest.removeLast() }
    return String(rest)
  }
}
