import Domain
import TerminalCore

/// Reading notes in an emergency, and looking at it afterwards.
extension AppState {
  mutating func askEmergency() {
    guard let staffID, let client = selectedClient else {
      sayAboutKey("Choose a client first; their notes are what opens.", .warning)
      return
    }
    do throws(RuleViolation) {
      _ = try data.emergency(client, for: staffID, because: "?", id: GrantID(""), at: trueNow)
    } catch {
      say(error.message, .warning)
      return
    }
    ask(
      LinePrompt(
        title: "Emergency access: \(name(of: client))",
        label: "why now; a supervisor reads it",
        purpose: .emergency(client)
      )
    )
  }

  mutating func answerEmergency(_ line: LinePrompt, _ client: ClientID) -> [Effect] {
    guard let staffID else { return [] }
    do throws(RuleViolation) {
      let grant = try data.emergency(
        client,
        for: staffID,
        because: line.line.text,
        id: ids.next(.grant),
        at: trueNow
      )
      prompt = nil
      return [.grant(grant)]
    } catch {
      return refuse(line, error.message)
    }
  }

  /// Asks about the oldest emergency that nobody has looked at.
  mutating func askReview() {
    guard let staffID, let grant = data.grantsToReview(by: staffID).first,
      case .emergency(let client) = grant.reach
    else {
      say("No emergency access waits for your review.")
      return
    }
    let who = data.staff[grant.reader]?.shortName ?? "Somebody"
    let date = data.program.zone.date(of: grant.from).shortName
    prompt = .question(
      Question(
        title: "Emergency access",
        lines: [
          "\(who) opened the notes of \(name(of: client)), \(date) \(clock(grant.from)) to "
            + "\(clock(grant.until)).",
          "Why: \(grant.reason)",
        ],
        answers: [Answer("l", "Later", .nothing), Answer("r", "Reviewed", .review(grant.id))]
      )
    )
  }

  mutating func review(_ id: GrantID) -> [Effect] {
    guard let staffID else { return [] }
    do throws(RuleViolation) {
      return [.grant(try data.reviewed(id, by: staffID, at: trueNow))]
    } catch {
      say(error.message, .warning)
      return []
    }
  }

  mutating func take(_ grant: Grant) {
    data.grants[grant.id] = grant
    if grant.review != nil {
      say("Reviewed. It stays on record.", .ok)
      if let staffID, !data.grantsToReview(by: staffID).isEmpty { askReview() }
    } else {
      say("Open until \(clock(grant.until)), for this client alone. A supervisor reviews it.")
    }
  }

  /// How many emergencies wait for a review by whoever sits here.
  package var reviewsWaiting: Int { staffID.map { data.grantsToReview(by: $0).count } ?? 0 }

  /// Tells a supervisor who sits down what waits.
  mutating func remindOfReviews() {
    guard let staffID, data.problems.isEmpty else { return }
    let count = data.grantsToReview(by: staffID).count
    guard count > 0 else { return }
    let what = count == 1 ? "1 emergency access waits" : "\(count) emergency accesses wait"
    say("\(what) for review. Type : and review emergency.")
  }
}
