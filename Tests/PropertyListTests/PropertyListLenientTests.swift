import PropertyList
import Testing

@Suite struct `Reading a property list leniently` {
  @Test func `a file that a person wrote is read`() throws {
    let file = """
      \u{FEFF}<?xml version='1.0' encoding='utf-8' standalone="yes" ?>
      <!-- The colors of my terminal -->
      <!DOCTYPE  plist  PUBLIC
        '-//Apple Computer//DTD PLIST 1.0//EN'
        "https://www.apple.com/DTDs/PropertyList-1.0.dtd" >
      <plist version = "1.0" >
      <!-- first --><dict >
        <key>title</key> <string>a > b &#233;&#x1F9D8; &apos;</string>
        <key >empty</key ><string/>
        <key/><array></array>
        <key>numbers</key><array> <integer> -5 </integer><!-- x --> <true /> <false></false></array>
        <key>at</key><date>
          2026-03-11T14:49:12Z
        </date>
        <key>bytes</key><data> QU
        JD </data>
        <key>none</key><data/><key>dict</key><dict></dict>
      </dict>
      <!-- last -->
      </plist >
      <!-- caseload sha256 00 -->
      """
    let wanted: PropertyListValue = [
      "": [],
      "at": .date(1_773_240_552),
      "bytes": .data([0x41, 0x42, 0x43]),
      "dict": [:],
      "empty": "",
      "none": .data([]),
      "numbers": [-5, true, false],
      "title": "a > b é🧘 '",
    ]
    #expect(try PropertyListReader.read(Array(file.utf8), mode: .lenient).value == wanted)
    let windows = file.replacing("\n", with: "\r\n")
    #expect(try PropertyListReader.read(Array(windows.utf8), mode: .lenient).value == wanted)
  }

  @Test func `line ends of other systems become line feeds`() throws {
    let body = "<string>a\r\nb\rc&#13;&#10;d&#9;e</string></plist>"
    #expect(try Sample.value(body, mode: .lenient) == "a\nb\nc\nd\te")
  }

  @Test func `the shortest file is read`() throws {
    let file = Array("<plist><true/></plist>".utf8)
    #expect(try PropertyListReader.read(file, mode: .lenient).value == true)
  }

  @Test(arguments: [
    ("<dict><key>a</key><true/><key>b</key><true/><key>a</key><true/></dict>", "a"),
    ("<dict><key>\u{E9}</key><true/><key>b</key><true/><key>e\u{301}</key><true/></dict>", "é"),
    ("<dict><key>&#65;</key><true/><key>A</key><true/></dict>", "A"),
    ("<dict><key/><true/><key></key><true/></dict>", ""),
  ])
  func `a key twice is refused`(body: String, key: String) {
    #expect(
      Sample.refusal(of: Sample.header + body + "</plist>", mode: .lenient)
        == "line 4: the key '\(key)' stands here a second time"
    )
  }

  @Test(arguments: [
    "<string>&euro;</string>", "<string>&\u{0}lt;</string>", "<string>&#xD800;</string>",
    "<string>&#xDFFF;</string>",
    "<string>&#0;</string>", "<string>&#x1;</string>", "<string>&#xFFFE;</string>",
    "<string>&#x110000;</string>", "<string>&#99999999999999999999;</string>",
    "<string>&#;</string>", "<string>&#x;</string>", "<string>&#-1;</string>",
    "<string>&#+65;</string>", "<string>&#x+41;</string>", "<string>&#X41;</string>",
    "<string>&amp</string>", "<string>\u{1}</string>", "<string>\u{FFFF}</string>",
    "<string><![CDATA[a]]></string>", "<string>a<!-- b -->c</string>",
    "<string a='b'>c</string>", "<real>1.5</real>", "<integer/>", "<integer>1 2</integer>",
    "<integer>0x10</integer>", "<date/>", "<date>2026-02-30T00:00:00Z</date>",
    "<data>QUI</data>", "<data>QR==</data>", "<dict><key>a</key></dict>", "<dict><true/></dict>",
    "<!-- a -- b --><true/>", "<!-- a", "<!-- \u{1} --><true/>", "<!--> --->",
    "<true/><true/>", "<true/>x", "x<true/>", "<?pi?><true/>", "<array><true/></dict>",
    "<true>x</true>", "<true/ >", "</true>", "",
  ])
  func `what no reader should guess at is refused`(body: String) {
    #expect(Sample.refusal(of: "\(Sample.header)\(body)</plist>", mode: .lenient) != nil)
  }

  @Test(arguments: [
    #"<?xml version="1.0" encoding="ISO-8859-1"?>"#, #"<?xml version="2.0"?>"#,
    #"<?xml version="1.0" nonsense="1"?>"#, #"<?xml version="1.0""#, "<!DOCTYPE plist>",
    "<!DOCTYPE html>", #"<!DOCTYPE plist SYSTEM "file:///etc/passwd">"#,
    #"<!DOCTYPE plist PUBLIC "-//Evil//DTD PLIST 1.0//EN" "#
      + #""http://www.apple.com/DTDs/PropertyList-1.0.dtd">"#,
    #"<!DOCTYPE plist PUBLIC "-//Apple//DTD PLIST 1.0//EN" "http://evil.example/x.dtd">"#,
    #"<!DOCTYPE plist [<!ENTITY a "b">]>"#, #"<!DOCTYPE plist PUBLIC "-//Apple"#,
    " <?xml version=\"1.0\"?>",
  ])
  func `another document type, encoding or version is refused`(head: String) {
    #expect(Sample.refusal(of: "\(head)<plist><true/></plist>", mode: .lenient) != nil)
  }

  @Test(arguments: ["<plist version='9.9'>", "<plist version=1.0>", "<plist a='b'>", "<plists>"])
  func `another opening is refused`(opening: String) {
    #expect(Sample.refusal(of: "\(opening)<true/></plist>", mode: .lenient) != nil)
  }

  @Test func `lines are counted by whichever line end the file has`() {
    for end in ["\n", "\r\n", "\r"] {
      let file = ["<plist>", "<array>", "<!-- x -->", "<tru/>"].joined(separator: end)
      #expect(
        Sample.refusal(of: file, mode: .lenient)
          == "line 4: expected a value or </array>, found <tru/>"
      )
    }
  }
}
