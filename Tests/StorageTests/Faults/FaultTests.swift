import Domain
import Glibc
import Testing

@testable import Storage

@Suite struct `A window` {
  /// A folder in which everything that can be lost is: marks, a draft, a PIN, a shared text.
  private static func template(_ isSealed: Bool) throws -> (folder: TemporaryFolder, keep: Any) {
    let now = SoundProgram.now
    if isSealed {
      let bench = try SealedBench()
      try fill(bench.folder, now)
      return (bench.temporary, bench)
    }
    let bench = try Bench()
    try fill(bench.folder, now)
    return (bench.temporary, bench)
  }

  private static func fill(_ folder: DataFolder, _ now: Instant) throws {
    _ = folder.sharing()
    try folder.setPIN("48151623", for: SampleProgram.staffID, at: now)
    for draft in [SampleProgram.draft(), SampleProgram.sharedDraft()] {
      try folder.openDraft(draft, at: now).leave(at: now)
    }
    folder.audit([
      AuditEvent(at: now, by: SampleProgram.staffID, action: .known(.login), entity: .program)
    ])
    folder.syncAudit()
  }

  /// A copy of a template, as a window has it.
  private struct Trial {
    let place = TemporaryFolder()
    let work: Work
    var path: String { place.path + "/data" }

    init(_ work: Work, of template: TemporaryFolder) {
      self.work = work
      #expect(system("cp -a '\(template.path)' '\(path)'") == 0)
    }

    func window() throws(StorageError) -> FaultyWindow {
      try FaultyWindow(path, isSealed: work.isSealed)
    }
  }

  /// How many calls a piece of work makes: those that change the disk, and those that look.
  private func count(_ work: Work, of template: TemporaryFolder) throws -> (
    steps: [DiskStep], looks: Int
  ) {
    let trial = Trial(work, of: template)
    let window = try trial.window()
    var steps: [DiskStep] = []
    var looks = 0
    window.folder.disk.interrupt = { step in
      steps.append(step)
      return nil
    }
    window.folder.disk.refusal = { _ in
      looks += 1
      return nil
    }
    try work.act(window)
    window.folder.disk.interrupt = nil
    window.folder.disk.refusal = nil
    #expect(window.folder.check().problems == [])
    return (steps, looks)
  }

  @Test(arguments: Work.all)
  func `that is killed at any call leaves nothing to mend and loses nothing`(work: Work) throws {
    let (template, keep) = try Self.template(work.isSealed)
    defer { withExtendedLifetime(keep) {} }
    let steps = try count(work, of: template).steps
    #expect(steps.count > 4)
    for failing in steps.indices where isTried(failing, of: steps.count) {
      let trial = Trial(work, of: template)
      let window = try trial.window()
      var count = -1
      window.folder.disk.interrupt = { _ in
        count += 1
        return count >= failing ? Disk.kill : nil
      }
      // What isn't awaited may be cut off without a word.
      do throws(StorageError) { try work.act(window) } catch {}
      let words: Comment = "killed at \(failing), \(steps[failing])"
      let after = try trial.window()
      #expect(work.loss(window, after) == nil, words)
      let found = after.folder.check().problems.filter { $0.kind != ProblemWord.leftover.rawValue }
      #expect(found == [], words)
      try work.act(after)
      let end = try trial.window()
      #expect(work.loss(window, end) == nil, words)
      let left = end.folder.check().problems.filter { !Self.isTemporary($0) }
      #expect(left == [], words)
    }
  }

  private static func isTemporary(_ problem: RecordProblem) -> Bool {
    problem.kind == ProblemWord.leftover.rawValue && problem.record.hasSuffix(".tmp")
  }

  /// The next start takes those away once they are a minute old.
  private static let codes: [Int32] = [ENOSPC, EIO, EROFS, EACCES]

  /// Whether a call is broken: each where the variable says so, else some eight of them.
  private func isTried(_ place: Int, of all: Int) -> Bool {
    getenv("FAULTS") != nil || place % max(1, all / 8) == 0
  }

  /// All of them at each call where the variable says so, else one after the other.
  private func codes(at place: Int) -> [Int32] {
    getenv("FAULTS") == nil ? [Self.codes[place % Self.codes.count]] : Self.codes
  }

  @Test(arguments: Work.all)
  func `that is refused any call says so, loses nothing, and can try again`(work: Work) throws {
    let (template, keep) = try Self.template(work.isSealed)
    defer { withExtendedLifetime(keep) {} }
    let (steps, looks) = try count(work, of: template)
    for failing in 0..<(steps.count + looks) where isTried(failing, of: steps.count + looks) {
      for code in codes(at: failing) {
        let trial = Trial(work, of: template)
        let window = try trial.window()
        var count = -1
        let isLook = failing >= steps.count
        if isLook {
          window.folder.disk.refusal = { _ in
            count += 1
            return count == failing - steps.count ? code : nil
          }
        } else {
          window.folder.disk.interrupt = { _ in
            count += 1
            return count == failing ? code : nil
          }
        }
        let step = isLook ? "look \(failing - steps.count)" : "\(steps[failing])"
        let words: Comment = "\(StorageError.reason(code)) at \(failing), \(step)"
        do throws(StorageError) { try work.act(window) } catch {
          #expect(error.message.hasSuffix("."), words)
          #expect(error.message.split(separator: " ").count > 5, words)
        }
        window.folder.disk.interrupt = nil
        window.folder.disk.refusal = nil
        #expect(work.loss(window, try trial.window()) == nil, words)
        do throws(StorageError) { try work.act(window) } catch {
          Issue.record("\(words): once more: \(error.message)")
        }
        let after = try trial.window()
        #expect(work.loss(window, after) == nil, words)
        let left = after.folder.check().problems.filter { !Self.isTemporary($0) }
        #expect(left == [], words)
      }
    }
  }
}
