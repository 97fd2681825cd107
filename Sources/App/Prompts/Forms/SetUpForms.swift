import Domain

/// Rooms and staff.
extension AppState {
  func roomForm(_ id: RoomID?) -> Form {
    let room = id.flatMap { data.rooms[$0] }
    return Form(
      .room(room?.id),
      title: room.map { "Change \($0.name)" } ?? "New room",
      fields: [
        FormField(.name, "Name", .text, FormChoices.typed(room?.name), isRequired: true),
        FormField(
          .capacity,
          "Places",
          .number(1...500),
          .typed("\(room?.capacity ?? 14)"),
          help: "Clients, staff and guests together.",
          isRequired: true
        ),
        FormField(
          .kind,
          "Kind",
          .choice(FormChoices.roomKinds),
          FormChoices.one(room?.kind.stored, of: FormChoices.roomKinds),
          isRequired: true
        ),
      ]
    )
  }

  mutating func roomRequest(_ id: RoomID?, _ values: FormValues) -> AdministrationRequest {
    var room = id.flatMap { data.rooms[$0] } ?? Room(id: ids.next(.room), name: "", capacity: 1)
    room.name = values.text(.name) ?? room.name
    room.capacity = values.number(.capacity) ?? room.capacity
    room.kind = Coded(stored: values.one(.kind) ?? room.kind.stored)
    return .room(room)
  }

  func staffForm(_ id: StaffID?) -> Form {
    let person = id.flatMap { data.staff[$0] }
    return Form(
      .staff(person?.id),
      title: person.map { "Change \($0.name)" } ?? "New staff member",
      fields: [
        FormField(
          .name,
          "Name",
          .text,
          FormChoices.typed(person?.name),
          help: "First and last name.",
          isRequired: true
        ),
        FormField(
          .code,
          "Initials",
          .text,
          FormChoices.typed(person?.code),
          help: "Two or three letters, as TB.",
          isRequired: true
        ),
        FormField(
          .credentials,
          "Credentials",
          .text,
          FormChoices.typed(person?.credentials),
          help: "As LADC."
        ),
        FormField(
          .role,
          "Role",
          .choice(FormChoices.roles),
          FormChoices.one(person?.role.stored, of: FormChoices.roles),
          isRequired: true
        ),
        FormField(
          .supervisor,
          "Supervisor",
          .pick(.staff, isMany: false),
          person?.supervisorID.map { .chosen([choice(of: $0)]) } ?? .nothing
        ),
        FormField(
          .hours,
          "Hours",
          .hours,
          FormChoices.typed(person.map { TypedHours.words($0.workHours) })
        ),
      ] + (person.map { [Self.worksHere($0)] } ?? [])
    )
  }

  private static func worksHere(_ person: Staff) -> FormField {
    let choices = [Choice("yes", "yes"), Choice("no", "no, has left")]
    return FormField(
      .worksHere,
      "Works here",
      .choice(choices),
      .chosen([choices[person.isActive ? 0 : 1]]),
      help: "Whoever has left may do nothing more; what they did stays."
    )
  }

  mutating func staffRequest(_ id: StaffID?, _ values: FormValues) -> AdministrationRequest {
    var person =
      id.flatMap { data.staff[$0] } ?? Staff(id: ids.next(.staff), code: "", name: "")
    person.name = values.text(.name) ?? person.name
    person.code = values.text(.code) ?? person.code
    person.credentials = values.text(.credentials) ?? ""
    person.role = Coded(stored: values.one(.role) ?? person.role.stored)
    person.supervisorID = values.identifier(.supervisor)
    let wasTrainee = id.flatMap { data.staff[$0] }?.role == .known(.trainee)
    if person.role == .known(.trainee) {
      person.requiresCosign = true
    } else if wasTrainee {
      person.requiresCosign = false
    }
    person.workHours = values.hours(.hours) ?? []
    if let worksHere = values.one(.worksHere) { person.isActive = worksHere == "yes" }
    return .staff(person)
  }
}
