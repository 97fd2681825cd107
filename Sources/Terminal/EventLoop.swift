internal import Glibc
package import TerminalCore

/// The one place where the program waits.
package final class EventLoop {
  private let session: TerminalSession
  private let keys: KeyReader
  private let signals: SignalPipe?
  private var reportedSize: Size
  private var resizeDue: MonotonicTime?
  private var lastResize = MonotonicTime(milliseconds: -1000)
  private var isHungUp = false

  /// Resizes that come faster than this, in milliseconds, are told as one.
  private static let resizePace = 16

  package init(_ session: TerminalSession) throws(TerminalError) {
    self.session = session
    let decoder = KeyDecoder(
      escapeDelay: session.options.escapeDelay,
      sequences: session.keySequences
    )
    keys = KeyReader(descriptor: session.options.input, decoder: decoder)
    signals = session.options.watchesSignals ? try SignalPipe() : nil
    reportedSize = session.size
  }

  /// The moment it is.
  package static var now: MonotonicTime {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return MonotonicTime(milliseconds: time.tv_sec * 1000 + time.tv_nsec / 1_000_000)
  }

  /// Waits until something happens and gives all of it.
  ///
  /// - Parameters:
  ///   - deadline: When to give `.deadline` at the latest; nil to wait without end.
  ///   - extraDescriptors: Descriptors to watch beside the terminal.
  /// - Returns: At least one event, in the order things are best handled.
  package func wait(
    until deadline: MonotonicTime? = nil,
    extraDescriptors: [Int32] = []
  ) -> [TerminalEvent] {
    while true {
      let watched = [isHungUp ? -1 : session.options.input, signals?.reading ?? -1]
      var requests = (watched + extraDescriptors).map {
        pollfd(fd: $0, events: Int16(POLLIN), revents: 0)
      }
      let ready = poll(&requests, nfds_t(requests.count), timeout(until: deadline))
      let now = Self.now
      var events: [TerminalEvent] = []
      if ready > 0 {
        if requests[1].revents != 0 { events += signalEvents() }
        if requests[0].revents != 0 { events += inputEvents(at: now) }
        events += requests[2...].filter { $0.revents != 0 }.map { .readable($0.fd) }
      }
      events += keys.expire(at: now).map { .input($0) }
      if let size = dueSize(at: now) { events.append(.resize(size)) }
      if let deadline, now >= deadline { events.append(.deadline) }
      if !events.isEmpty { return events }
    }
  }

  /// Stops watching signals; call it when the loop is left.
  package func close() {
    signals?.close()
  }

  /// The milliseconds `poll` may sleep; -1 for without end.
  private func timeout(until deadline: MonotonicTime?) -> Int32 {
    let nearest = [deadline, keys.deadline, resizeDue].compactMap(\.self).min()
    guard let nearest else { return -1 }
    return Int32(clamping: max(0, nearest - Self.now))
  }

  private func inputEvents(at now: MonotonicTime) -> [TerminalEvent] {
    let (events, isGone) = keys.read(at: now)
    isHungUp = isGone
    return events.map { .input($0) } + (isGone ? [.hangUp] : [])
  }

  private func signalEvents() -> [TerminalEvent] {
    var events: [TerminalEvent] = []
    for number in signals?.take() ?? [] {
      switch number {
      case SIGWINCH: resizeDue = lastResize + Self.resizePace
      case SIGTSTP: events.append(.suspend)
      case SIGCONT: events.append(.continued)
      default: events.append(.signal(number))
      }
    }
    return events
  }

  /// The terminal's new size, if one is to be told.
  private func dueSize(at now: MonotonicTime) -> Size? {
    guard let due = resizeDue, now >= due else { return nil }
    resizeDue = nil
    lastResize = now
    let size = session.size
    guard size != reportedSize else { return nil }
    reportedSize = size
    return size
  }
}
