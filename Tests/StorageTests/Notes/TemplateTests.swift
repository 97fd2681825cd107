import Domain
import Glibc
import Templates
import Testing

@testable import Storage

@Suite struct `Note templates` {
  @Test(arguments: BundledTemplates.all.map(\.name))
  func `that are bundled can be read`(name: String) throws {
    let file = try #require(BundledTemplates.all.first { $0.name == name })
    let template = try TemplateFile.read(bytes: file.bytes, id: name)
    #expect(template.id == name)
    #expect(!template.kinds.isEmpty)
    #expect(template.parts.contains { $0.isRequired })
    #expect(TemplateFile.bundled().all[name] == template)
  }

  @Test func `have the parts that the program looks for`() {
    let templates = TemplateFile.bundled()
    let group = templates.all[NoteTemplates.groupID]
    #expect(group?.parts.first?.key == NoteTemplates.responseKey)
    #expect(
      group?.parts.map(\.key) == [
        "response", "participation", "risk", "objectives", "affect", "interventions", "plan",
        "homework",
      ]
    )
    #expect(templates.shared.part(NoteTemplates.topicKey)?.isRequired == true)
    #expect(templates.all[NoteTemplates.noShowID]?.part(NoteTemplates.noShowKey) != nil)
    guard case .choice(let affects, allowsSeveral: true)? = group?.part("affect")?.form else {
      Issue.record("affect is no choice of several")
      return
    }
    #expect(affects.map(\.code) == Affect.allCases.map(\.rawValue))
    for id in ["dap", "soap", "birp", "girp", "pirp", "narrative", "group"] {
      let template = templates.all[id]
      guard case .choice(let risks, allowsSeveral: true)? = template?.part("risk")?.form else {
        Issue.record("\(id) asks for no risk")
        continue
      }
      #expect(risks.filter(\.isAlone).map(\.code) == ["none"])
      #expect(risks.filter(\.needsPlan).count == 8)
      #expect(template?.part("risk")?.isRequired == true)
      #expect(template?.part("objectives")?.form == .objectives)
      #expect(template?.part(NoteTemplates.planKey)?.form == .text)
    }
    #expect(templates.templates(for: .individual).count == 6)
    #expect(templates.templates(for: .dischargeSummary).map(\.id) == ["administrative"])
  }

  @Test func `of one's own take the place of bundled ones`() throws {
    let bench = try Bench()
    TestFolder.make(for: bench.path("settings/templates/x"))
    TestFile.write(
      """
      <?xml version="1.0" encoding="UTF-8"?>
      <plist version="1.0"><dict>
        <!-- ours -->
        <key>parts</key><array><dict><key>title</key><string>All</string>
        <key>key</key><string>all</string></dict></array>
        <key>title</key><string>Short</string>
      </dict></plist>
      """.utf8,
      to: bench.path("settings/templates/dap.plist")
    )
    let (templates, problems) = bench.folder.templates()
    #expect(problems == [])
    #expect(templates.all["dap"]?.title == "Short")
    #expect(templates.all["soap"]?.title == "SOAP")
  }

  @Test(arguments: [
    ("<dict>\n<key>title</key><string>X</string>\n</dict>", "line 3: the key 'parts' is missing"),
    (
      "<dict>\n<key>title</key><string>X</string>\n<key>parts</key><array><dict>"
        + "<key>key</key><string>a</string><key>title</key><integer>1</integer></dict></array></dict>",
      "line 5, parts[0].title: expected a string, found an integer"
    ),
  ])
  func `that are broken are named with their line`(body: String, expected: String) throws {
    let bench = try Bench()
    TestFolder.make(for: bench.path("settings/templates/x"))
    let head = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<plist version=\"1.0\">\n"
    TestFile.write((head + body + "</plist>").utf8, to: bench.path("settings/templates/dap.plist"))
    let (templates, problems) = bench.folder.templates()
    #expect(templates == TemplateFile.bundled())
    #expect(
      problems.map(\.what) == [
        "The template settings/templates/dap.plist can't be used: \(expected). "
          + "The bundled one is used."
      ]
    )
  }

  @Test func `come with phrases, to which own ones are added`() throws {
    let bench = try Bench()
    let count = bench.folder.phrases().0.count
    #expect(count >= 12)
    #expect(Set(bench.folder.phrases().0.map(\.abbreviation)).count == count)
    TestFile.write(
      """
      <?xml version="1.0" encoding="UTF-8"?>
      <plist version="1.0"><dict><key>phrases</key><array>
        <dict><key>abbreviation</key><string>hw</string><key>title</key><string>Task</string>
        <key>text</key><string>Ours.</string></dict>
      </array></dict></plist>
      """.utf8,
      to: bench.path("settings/phrases.plist")
    )
    chmod(bench.path("settings/phrases.plist"), 0o600)
    let (phrases, problems) = bench.folder.phrases()
    #expect(problems == [])
    #expect(phrases.count == count)
    #expect(phrases.first { $0.abbreviation == "hw" }?.text == "Ours.")
    #expect(bench.folder.check().problems == [])
  }
}
