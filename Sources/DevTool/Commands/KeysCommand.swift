import App
import ArgumentParser

struct KeysCommand: ToolCommand {
  static let configuration = CommandConfiguration(
    commandName: "keys",
    abstract: "The key table, for the README.",
    discussion: """
      In a document the table stands between a line <!-- keys --> and a line <!-- /keys -->. \
      --check ends with status 1 where that part isn't the table; --write puts it there.
      """
  )

  @Flag(help: "As Markdown.")
  var markdown = false

  @Option(help: "A document whose key table must be the present one.")
  var check: String?

  @Option(help: "A document whose key table is to become the present one.")
  var write: String?

  @MainActor func perform() throws {
    let table = KeyTable.markdown()
    if let check {
      let document = try MarkedDocument(path: check)
      guard document.part == table else {
        throw ToolError("the keys in \(check) are old: DevTool keys --write \(check)", status: 1)
      }
    }
    if let write {
      var document = try MarkedDocument(path: write)
      document.part = table
      try document.save()
    }
    if check == nil && write == nil { print(markdown ? table : KeyTable.plain(), terminator: "") }
  }
}
