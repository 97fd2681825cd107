import Domain
import TerminalCore

/// The first screen, where there is no program yet.
extension AppState {
  mutating func handleInFirstRun(_ key: Key) -> [Effect] {
    guard let command = keymap.command(for: key, in: .firstRun) else {
      sayAboutKey(
        "\(said(.tryDemo)) tries it, \(said(.setUp)) sets up your own, \(said(.help)) shows the keys.",
        .question
      )
      return []
    }
    return run(command)
  }

  /// What is asked for an own program.
  static func newProgramForm(zone: String, among zones: ZoneNames = ZoneNames()) -> Form {
    Form(
      .newProgram,
      title: "Your own program",
      fields: [
        FormField(
          .programName,
          "Program",
          .text,
          help: "What the program is called, as Harbor IOP.",
          isRequired: true
        ),
        FormField(
          .timeZone,
          "Time zone",
          .zone(zones),
          zone.isEmpty ? .nothing : .typed(zone),
          isRequired: true
        ),
        FormField(
          .founder,
          "You",
          .text,
          help: "Your name, then your credentials: Tanya Brooks, LADC.",
          isRequired: true
        ),
        FormField(
          .passphrase,
          "Passphrase",
          .secret,
          help:
            "Seals everything, 12 letters at least. Who forgets it and has lost the recovery key, "
            + "shown next, has lost all records: nobody can open them.",
          isRequired: true
        ),
        FormField(
          .passphraseAgain,
          "Once more",
          .secret,
          help: "The same again, since nothing of it is shown.",
          isRequired: true
        ),
      ]
    )
  }

  /// Asks for an own program, and for the names of the zones.
  mutating func askNewProgram() -> [Effect] {
    open(Self.newProgramForm(zone: systemZone, among: zones))
    return zones.isEmpty ? [.readZones] : []
  }

  /// Takes the names of the zones, also into a form that is open.
  mutating func take(_ names: ZoneNames) {
    zones = names
    for index in covered.indices { covered[index] = covered[index].taking(names) }
    prompt = prompt?.taking(names)
    formDrafts[.newProgram]?.take(names)
  }

  /// Asks for a new program to be made; the form comes back where something is refused.
  mutating func create(_ form: Form, _ values: FormValues) -> [Effect] {
    guard let passphrase = values.text(.passphrase), passphrase == values.text(.passphraseAgain)
    else { return refuse(form, "That isn't the same as above.", at: .passphraseAgain) }
    // It may still be refused, and is only done with once the program is there.
    formDrafts[.newProgram] = form
    prompt = nil
    return [
      .create(
        NewProgram(
          name: values.text(.programName) ?? "",
          zone: values.text(.timeZone) ?? "",
          counselor: values.text(.founder) ?? "",
          passphrase: passphrase
        )
      )
    ]
  }

  /// Sits the founder down, behind the recovery key.
  mutating func open(_ data: ProgramData, staff: StaffID?, behind card: RecoveryCard) -> [Effect] {
    isSealed = true
    let effects = open(data, staff: staff)
    lock = .recovery(card)
    return effects
  }

  /// Asks once more for the part that no program can be made from.
  mutating func refuseNewProgram(_ part: NewProgramPart, why: String) {
    guard let form = formDrafts[.newProgram] else { return say(why, .error) }
    let id: FieldID =
      switch part {
      case .name: .programName
      case .zone: .timeZone
      case .counselor: .founder
      case .passphrase: .passphrase
      }
    _ = refuse(form, why, at: id)
  }
}

extension Prompt {
  fileprivate func taking(_ names: ZoneNames) -> Prompt {
    guard case .form(var form) = self else { return self }
    form.take(names)
    return .form(form)
  }
}

extension Form {
  fileprivate mutating func take(_ names: ZoneNames) {
    for index in fields.indices {
      if case .zone = fields[index].kind { fields[index].kind = .zone(names) }
    }
  }
}
