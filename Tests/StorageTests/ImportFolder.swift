import Domain
import Storage

/// Files to import; each can be replaced by a test.
struct ImportFolder {
  private let temporary = TemporaryFolder()

  static let files = [
    "staff.csv": """
    code,name,credentials,role,supervisor
    TB,Tamsin Brightwater,LADC,counselor,
    NP,Nils Pepperwood,,trainee,MQ
    MQ,Marisol Quillfeather,LMHC,clinical_supervisor,
    """,
    "rooms.csv": "name,capacity,kind\nOak,14,group\nElm,3,office\n",
    "clients.csv": """
    mrn,legalFirst,legalLast,birthDate,preferredName,pronouns,phone,admittedOn,level,track,counselor
    C01,Fenwick,Oakes,1988-02-29,Fen,they,555-0142,2026-01-05,2.1,evening,TB
    C02,Juniper,"Marsh, the elder",1990-12-31,,,,2026-02-02,,,NP
    C03,Basil,Fern,2001-07-15,,,,,,,
    """,
    "groups.csv": """
    code,title,type,weekdays,start,end,from,to,room,lead,coLeads,capacity,capacityKind,countsTowardHours
    G01,Process,process,Mon Wed Fri,9:00,10:30,2025-09-01,,Oak,TB,MQ NP,12,hard,yes
    G02,Family,multifamily,Sat,10:00,12:00,2025-09-01,2026-12-31,,MQ,,,soft,no
    """,
    "enrollments.csv": """
    mrn,group,from,to,weekdays
    C01,G01,2026-01-05,,
    C02,G01,2026-02-02,2026-06-30,Mon Fri
    """,
    "appointments.csv": """
    mrn,counselor,kind,date,start,end,room,modality
    C01,TB,individual,2026-03-11,13:00,13:50,Elm,
    C02,NP,plan-review,2026-03-11,13:00,13:50,,video
    """,
  ]

  /// Stands for a file that isn't written.
  static let absent = "absent"

  init(_ changed: [String: String] = [:]) {
    for (name, text) in Self.files.merging(changed, uniquingKeysWith: { $1 })
    where text != Self.absent {
      TestFile.write(text.utf8, to: temporary.path + "/" + name)
    }
  }

  var path: String { temporary.path }

  func read(into existing: ProgramSnapshot? = nil) throws -> ProgramSnapshot {
    var ids = IDMaker(seed: 7)
    let zone = try SystemZone.load("America/New_York")
    let empty = ProgramSnapshot(
      program: Program(id: ID("pr_000000000001"), name: "New", zone: zone, isDemo: false)
    )
    return try ProgramImport.read(folder: path, into: existing ?? empty, makeIDs: &ids)
  }

  /// The sentences about what is wrong.
  func problems(into existing: ProgramSnapshot? = nil) -> [String] {
    do {
      _ = try read(into: existing)
      return []
    } catch let errors as ImportErrors {
      return errors.problems.map(\.sentence)
    } catch {
      return ["\(error)"]
    }
  }
}
