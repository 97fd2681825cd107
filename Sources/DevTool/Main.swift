import ArgumentParser
import Glibc

/// The developers' tool: made-up data, screens as text, the key table, recorded keys.
@main
enum Main {
  static func main() {
    do {
      var parsed = try DevToolCommand.parseAsRoot()
      if let command = parsed as? any ToolCommand {
        try command.perform()
      } else {
        try parsed.run()
      }
    } catch let error as ToolError {
      complain(error.message)
      exit(error.status)
    } catch {
      DevToolCommand.exit(withError: error)
    }
  }

  private static func complain(_ message: String) {
    let bytes = Array("DevTool: \(message)\n".utf8)
    _ = bytes.withUnsafeBytes { write(STDERR_FILENO, $0.baseAddress, $0.count) }
  }
}
