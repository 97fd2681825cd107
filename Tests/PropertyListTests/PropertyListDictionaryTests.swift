import PropertyList
import Testing

@Suite struct `Dictionaries of property lists` {
  @Test func `keys stand in the order of their bytes`() {
    let dictionary: PropertyListDictionary = ["b": 1, "é": 2, "a": 3, "": 4, "B": 5, "aa": 6]
    #expect(dictionary.keys == ["", "B", "a", "aa", "b", "é"])
    #expect(dictionary.map(\.value) == [4, 5, 3, 6, 1, 2])
  }

  @Test func `setting replaces, adds and removes`() {
    var dictionary: PropertyListDictionary = ["a": 1, "c": 3]
    dictionary["b"] = 2
    dictionary["a"] = "one"
    dictionary["c"] = nil
    dictionary["d"] = nil
    #expect(dictionary == ["a": "one", "b": 2])
    #expect(dictionary["b"] == 2)
    #expect(dictionary["c"] == nil)
    #expect(dictionary.count == 2)
  }

  @Test func `two Unicode forms are two keys`() {
    var dictionary: PropertyListDictionary = ["\u{E9}": 1]
    #expect(dictionary["e\u{301}"] == nil)
    dictionary["e\u{301}"] = 2
    #expect(dictionary.count == 2)
    #expect(dictionary["\u{E9}"] == 1)
    #expect(["\u{E9}": 1] as PropertyListDictionary != ["e\u{301}": 1])
  }

  @Test func `any run of changes agrees with a dictionary of bytes`() {
    var numbers = SeededNumbers(seed: 5)
    var dictionary = PropertyListDictionary()
    var model: [[UInt8]: PropertyListValue] = [:]
    for _ in 0..<2000 {
      let key = String(Int.random(in: 0..<60, using: &numbers), radix: 3)
      let isRemoval = Int.random(in: 0..<4, using: &numbers) == 0
      let value: PropertyListValue? =
        isRemoval ? nil : .integer(Int64.random(in: 0...9, using: &numbers))
      dictionary[key] = value
      model[Array(key.utf8)] = value
    }
    #expect(dictionary.count == model.count)
    #expect(
      dictionary.map { Array($0.key.utf8) }
        == model.keys.sorted { $0.lexicographicallyPrecedes($1) }
    )
    #expect(dictionary.allSatisfy { model[Array($0.key.utf8)] == $0.value })
  }

  @Test func `what is nil is left out of a record`() {
    enum Status: String {
      case noShow = "no_show"
    }
    var record = PropertyListDictionary()
    record.set("text", "a")
    record.set("noText", String?.none)
    record.set("number", 1)
    record.set("noNumber", Int?.none)
    record.set("truth", true)
    record.set("noTruth", Bool?.none)
    record.set("at", date: 0)
    record.set("notAt", date: nil)
    record.set("bytes", data: [1])
    record.set("noBytes", data: nil)
    record.set("rows", [["a": 1]])
    record.set("noRows", [PropertyListDictionary]?.none)
    record.set("texts", ["a", "b"])
    record.set("noTexts", [String]?.none)
    record.set("record", PropertyListDictionary())
    record.set("noRecord", PropertyListDictionary?.none)
    record.set("status", Status.noShow)
    record.set("noStatus", Status?.none)
    #expect(
      record == [
        "at": .date(0), "bytes": .data([1]), "number": 1, "record": [:], "rows": [["a": 1]],
        "status": "no_show", "text": "a", "texts": ["a", "b"], "truth": true,
      ]
    )
  }
}
