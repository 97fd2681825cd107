import PropertyList
import Testing

private struct Row: Equatable {
  enum Status: String, CaseIterable {
    case attended
    case noShow = "no_show"
  }

  var client: String
  var minutes: Int?
  var status: Status

  init(_ fields: inout PropertyListFields) throws(PropertyListError) {
    client = try fields.string("client")
    minutes = try fields.optionalInteger("minutes", in: 0...1440)
    status = try fields.choice("status")
  }
}

private struct Session: Equatable {
  var id: String
  var isLocked: Bool
  var rows: [Row]
  var startedAt: Int64
  var tags: [String]?

  init(_ fields: inout PropertyListFields) throws(PropertyListError) {
    startedAt = try fields.date("startedAt")
    id = try fields.converted("id", to: "an identifier") { $0.hasPrefix("gs_") ? $0 : nil }
    isLocked = try fields.optionalBoolean("isLocked") ?? false
    rows = try fields.array("rows", of: Row.init)
    tags = try fields.optionalStrings("tags")
  }
}

@Suite struct `Fields of a record` {
  private static let row: PropertyListDictionary = [
    "client": "cl_1", "minutes": 90, "status": "no_show",
  ]
  private static let record: PropertyListDictionary = [
    "id": "gs_1", "isLocked": true, "rows": [.dictionary(row), .dictionary(row)],
    "startedAt": .date(60), "tags": ["a", "b"],
  ]

  @Test func `a record reads itself, whatever order it asks in`() throws {
    let session = try Self.read(Self.record)
    #expect(session.id == "gs_1")
    #expect(session.isLocked)
    #expect(session.rows.count == 2)
    #expect(session.rows.first?.status == .noShow)
    #expect(session.rows.first?.minutes == 90)
    #expect(session.startedAt == 60)
    #expect(session.tags == ["a", "b"])
  }

  @Test func `an absent optional key is nil`() throws {
    var record = Self.record
    record["tags"] = nil
    record["isLocked"] = nil
    let session = try Self.read(record)
    #expect(session.tags == nil)
    #expect(!session.isLocked)
  }

  private static let rowErrors: [(String, PropertyListValue?, String)] = [
    (
      "status", "fax",
      "line 27, record.rows[1].status: 'fax' is not one of attended, no_show"
    ),
    ("status", 3, "line 27, record.rows[1].status: expected a string, found an integer"),
    ("status", nil, "line 21, record.rows[1]: the key 'status' is missing"),
    ("minutes", 2000, "line 25, record.rows[1].minutes: 2000 is not between 0 and 1440"),
    ("minutes", .array([]), "line 25, record.rows[1].minutes: expected an integer, found an array"),
    ("sttaus", "late", "line 28, record.rows[1].sttaus: this key is not known here"),
  ]

  @Test(arguments: rowErrors)
  func `an error names line and path`(key: String, value: PropertyListValue?, wording: String) {
    var row = Self.row
    row[key] = value
    var record = Self.record
    record["rows"] = [.dictionary(Self.row), .dictionary(row)]
    #expect(Self.refusal(of: record) == wording)
  }

  private static let recordErrors: [(String, PropertyListValue?, String)] = [
    ("id", "x", "line 8, record.id: 'x' is not an identifier"),
    ("rows", .array(["a"]), "line 13, record.rows[0]: expected a dictionary, found a string"),
    ("rows", .dictionary([:]), "line 12, record.rows: expected an array, found a dictionary"),
    ("startedAt", true, "line 31, record.startedAt: expected a date, found true or false"),
    ("isLocked", .date(0), "line 10, record.isLocked: expected true or false, found a date"),
    ("tags", [.data([])], "line 34, record.tags[0]: expected a string, found data"),
    ("extra", 1, "line 7, record.extra: this key is not known here"),
  ]

  @Test(arguments: recordErrors)
  func `an error of the record itself names line and path`(
    key: String,
    value: PropertyListValue?,
    wording: String
  ) {
    var record = Self.record
    record[key] = value
    #expect(Self.refusal(of: record) == wording)
  }

  @Test func `keys beyond the sixty-fourth have to be asked for too`() throws {
    var dictionary = PropertyListDictionary()
    for number in 100..<200 { dictionary.set("key\(number)", number) }
    let node = try Self.node(dictionary)
    let sum = try node.record { fields throws(PropertyListError) in
      var sum = 0
      for key in fields.keys { sum += try fields.integer(key) }
      return sum
    }
    #expect(sum == 14_950)
    var fields = try PropertyListFields(node)
    for key in fields.keys.dropLast() { _ = try fields.integer(key) }
    #expect(throws: PropertyListError(line: 203, path: "key199", problem: .unknownKey)) {
      try fields.finish()
    }
    fields.ignoreOthers()
    try fields.finish()
  }

  @Test func `exactly sixty-four keys are all accounted for`() throws {
    var dictionary = PropertyListDictionary()
    for number in 10..<74 { dictionary.set("key\(number)", number) }
    var fields = try PropertyListFields(Self.node(dictionary))
    for key in fields.keys.dropFirst() { _ = try fields.integer(key) }
    #expect(throws: PropertyListError(line: 5, path: "key10", problem: .unknownKey)) {
      try fields.finish()
    }
    _ = try fields.integer("key10")
    try fields.finish()
  }

  @Test func `a check of the record's own names line and path`() throws {
    let node = try Self.node(["record": .dictionary(Self.record)])
    let fields = try PropertyListFields(try #require(node["record"]))
    let problem = PropertyListError.Problem.notConvertible("gs_1", to: "known")
    #expect(fields.error("id", problem).description == "line 8, record.id: 'gs_1' is not known")
    #expect(fields.error("none", problem).description == "line 6, record: 'gs_1' is not known")
  }

  @Test func `keys with references are found`() throws {
    let node = try Self.node(["a & b": 1, "c": 2])
    #expect(node["a & b"]?.value == 1)
    let sum = try node.record { fields throws(PropertyListError) in
      try fields.integer("a & b") + fields.integer("c")
    }
    #expect(sum == 3)
  }

  @Test func `keys of a lenient file are found in any order`() throws {
    let body = "<dict><key>b</key><string>2</string><key>a</key><integer>1</integer></dict></plist>"
    let node = try PropertyListReader.read(Sample.bytes(body), mode: .lenient)
    let pair = try node.record { fields throws(PropertyListError) in
      (try fields.integer("a"), try fields.string("b"))
    }
    #expect(pair == (1, "2"))
  }

  @Test func `fields of anything but a dictionary are refused`() throws {
    let node = try PropertyListReader.read(try PropertyListWriter.bytes(of: [1]), mode: .strict)
    #expect(throws: PropertyListError.self) { try PropertyListFields(node) }
  }

  private static func node(_ dictionary: PropertyListDictionary) throws -> PropertyListNode {
    let bytes = try PropertyListWriter.bytes(of: .dictionary(dictionary))
    return try PropertyListReader.read(bytes, mode: .strict)
  }

  private static func read(_ record: PropertyListDictionary) throws -> Session {
    try node(["record": .dictionary(record)]).record { fields throws(PropertyListError) in
      try fields.dictionary("record", of: Session.init)
    }
  }

  private static func refusal(of record: PropertyListDictionary) -> String? {
    do {
      _ = try read(record)
      return nil
    } catch {
      return "\(error)"
    }
  }
}
