import App
import Domain
import SampleData
import Storage
import TerminalCore
import UI

/// The program on the demo without a terminal or a disk: keys in, screens out.
struct Stage {
  private(set) var state: AppState
  private(set) var hasEnded = false
  private let snapshot: ProgramSnapshot

  init(size: Size, counselor code: String = Demo.counselorCode) throws(ToolError) {
    do throws(StorageError) {
      let zone = try SystemZone.load("America/New_York")
      snapshot = Demo.snapshot(zone: zone)
    } catch {
      throw ToolError(error.message, status: 66)
    }
    let zone = snapshot.program.zone
    state = AppState(
      data: Self.wholeData(snapshot),
      now: Demo.now(zone: zone),
      size: size,
      seed: 7
    )
    state.themes = Self.themes
    let staff = state.data.staff.values.first { $0.code == code }
    carryOut(state.begin(as: staff?.id))
  }

  /// The demo with all of its weeks.
  private static func wholeData(_ snapshot: ProgramSnapshot) -> ProgramData {
    var data = ProgramData(standing: snapshot)
    let first = snapshot.sessions.map(\.serviceDate).min() ?? Demo.date
    var week = data.weekStart(of: first)
    while week <= Demo.date.adding(days: 14) {
      data.load(week: week, from: snapshot)
      week = week.adding(days: 7)
    }
    return data
  }

  /// Shows the screen that a person sees who has no program yet.
  mutating func showFirstRun() {
    state.screen = .firstRun
    state.prompt = nil
    state.folder = .missing(path: "/home/you/.local/share/caseload")
  }

  /// Types keys in the notation of the key table.
  mutating func press(_ keys: String) throws(ToolError) {
    do throws(KeyNotationError) {
      for key in try Key.sequence(keys) { take(.input(.key(key)), at: state.now) }
    } catch {
      throw ToolError.use(error.description)
    }
  }

  /// Gives the program an action, and lets every effect succeed.
  mutating func take(_ action: Action, at now: Instant) {
    carryOut(reduce(&state, action, at: now))
  }

  private mutating func carryOut(_ effects: [Effect]) {
    for effect in effects {
      switch effect {
      case .save(let record): take(.saved(record), at: state.now)
      case .loadWeek(let week):
        var data = state.data
        data.load(week: week, from: snapshot)
        take(.loaded(data), at: state.now)
      case .loadCaseload, .loadAppointment: take(.loaded(state.data), at: state.now)
      case .openDemo: take(.opened(Self.wholeData(snapshot), nil), at: state.now)
      case .create: take(.openFailed(why: "The stage has no disk."), at: state.now)
      case .quit: hasEnded = true
      case .redraw, .suspend, .remember: break
      }
    }
  }

  /// The screen as text, one line a row.
  func text(borders: Theme.Borders) -> String {
    render(state, borders: borders).buffer.text + "\n"
  }

  /// The meaning of each cell, one letter a cell.
  func roles(borders: Theme.Borders) -> String {
    let frame = render(state, borders: borders)
    return (0..<state.size.rows).map { frame.buffer.roles(ofRow: Row($0)) + "\n" }.joined()
  }
}
