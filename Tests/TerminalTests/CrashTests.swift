import CNcurses
import Glibc
import TerminalCore
import Testing

@testable import Terminal

@MainActor @Suite(.serialized) struct `A crash` {
  @Test(arguments: [SIGSEGV, SIGILL, SIGABRT, SIGBUS, SIGFPE, SIGTRAP])
  func `gives the terminal back and dies by its signal`(number: Int32) throws {
    let pseudo = try PseudoTerminal()
    let before = pseudo.modes
    #expect(cn_save_modes(pseudo.near))
    // Swift hides this call because little is safe behind it; what follows is.
    let address = try #require(dlsym(nil, "fork"))
    let fork = unsafeBitCast(address, to: (@convention(c) () -> pid_t).self)
    let child = fork()
    if child == 0 {
      var modes = termios()
      cfmakeraw(&modes)
      tcsetattr(pseudo.near, TCSANOW, &modes)
      for fatal in [SIGSEGV, SIGILL, SIGABRT, SIGBUS, SIGFPE, SIGTRAP] { signal(fatal, SIG_DFL) }
      var none = sigset_t()
      sigemptyset(&none)
      sigprocmask(SIG_SETMASK, &none, nil)
      _ = cn_arm_crash(pseudo.near, "restored", 8)
      raise(number)
      _exit(0)
    }
    var status: Int32 = 0
    #expect(waitpid(child, &status, 0) == child)
    #expect(status & 0x7F == number)
    #expect(pseudo.output(until: "restored").contains("restored"))
    #expect(pseudo.modes == before)
  }

  @Test func `writes what turns every mode off`() throws {
    let pseudo = try PseudoTerminal()
    let session = try TerminalSession(pseudo.options())
    defer { session.leave() }
    let text = TerminalSession.restoringText()
    for part in ["[?1049l", "[?1l", "[2J", "[?12l"] { #expect(text.contains(part), "\(part)") }
    let blanked = try #require(text.firstRange(of: TerminalSession.wipingText() ?? "no"))
    let cleared = try #require(text.firstRange(of: "[2J"))
    #expect(blanked.upperBound <= cleared.lowerBound && text.utf8.count < 512)
    #expect(TerminalSession.withoutPadding("a$<50/>b$<5>") == "ab")
    #expect(TerminalSession.withoutPadding("a$b") == "a$b")
  }
}
