import Domain

/// How many of a roster are marked, here and left to mark; who is off the roster isn't counted.
struct RosterCount {
  private(set) var roster = 0
  private(set) var left = 0
  private(set) var attended = 0
  private(set) var here = 0

  var marked: Int { roster - left }

  init(_ session: GroupSession) {
    for place in session.rows.indices where !session.rows[place].status.isOffRoster {
      roster += 1
      if session.rows[place].status.isUnmarked { left += 1 }
      if session.rows[place].status.isAttended { attended += 1 }
      if session.rows[place].hasOpenSegment { here += 1 }
    }
  }
}
