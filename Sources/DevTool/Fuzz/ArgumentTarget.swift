import Glibc

/// Command lines: each ends with a status of its own, whatever is on it.
enum ArgumentTarget {
  private static let lines = [
    "day --json", "day 2026-03-11", "hours --client C01", "check --json", "themes", "keys",
    "attendance mark --group G03 --client C06 --status no-show --counselor TB",
    "attendance show --group G03", "notes due --json", "notes show --client C01",
    "audit --client C01",
    "check --repair", "check --accept staff/x.plist", "show staff/st_x.plist", "help day",
    "backup kept.tar.gz", "restore kept.tar.gz --to again", "import files", "init other --plain",
    "--version", "--help", "cover list", "access", "day --now 2026-03-11T10:52 --counselor TB",
  ]
  private static let words = [
    "", "-", "--", "---", "--json", "--data", "--demo", "--now", "2026-03-11T10:52", "--client",
    "C01", "9999-12-31", "0001-01-01", "\u{1B}[31m", "é\u{301}", "--status", "no_show", "--because",
    "--counselor", "TB", "--week", "today", "+1", "-1", "99999999999999999999", "--theme", "night",
    "--passphrase-stdin", "day", "hours", "..", "./x", "=", "--json=1", "\u{202E}",
  ]

  static func make(_ folder: String) throws(ToolError) -> FuzzTarget {
    let program = try BuiltProgram.path(nil)
    let data = folder + "/data"
    try FuzzProgram.make(at: data)
    let corpus = lines.map { line in Array(line.split(separator: " ").joined(separator: "\n").utf8)
    }
    return FuzzTarget(corpus: corpus) { bytes, place, dice in
      let text = String(
        decoding: (dice.below(2) == 0 ? corpus[place] : bytes).filter { $0 != 0 },
        as: UTF8.self
      )
      var arguments = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
      for _ in 0...dice.below(3) {
        arguments.insert(dice.one(of: words), at: dice.below(arguments.count + 1))
      }
      // Nothing outside the folder is named but by chance.
      guard !arguments.contains(where: { $0.hasPrefix("/") }) else { return nil }
      do throws(ToolError) {
        let child = try ChildProcess(
          program,
          arguments,
          in: folder,
          environment: [
            "PATH=/usr/bin:/bin", "HOME=" + folder, "TMPDIR=" + folder, "LANG=C.UTF-8",
            "CASELOAD_DATA=" + data, "SWIFT_BACKTRACE=enable=no",
          ],
          isSilent: true
        )
        child.wait(milliseconds: 15_000)
        guard let status = child.status else { return "\(arguments) doesn't end" }
        let known: Set<Int32> = [0, 1, 64, 65, 66, 69, 73, 74, 75, 77]
        return status & 0x7F == 0 && known.contains(status >> 8)
          ? nil : "\(arguments) ends with \(child.words)"
      } catch { return error.message }
    }
  }
}
