import PropertyList
import Testing

@Suite struct `Round trips of property lists` {
  @Test(arguments: 1...8 as ClosedRange<UInt64>)
  func `what is written is read again, and written as the same bytes`(seed: UInt64) throws {
    var tree = RandomTree(seed: seed)
    for round in 0..<50 {
      let value = tree.value()
      let bytes = try PropertyListWriter.bytes(of: value)
      for mode in [PropertyListReader.Mode.strict, .lenient] {
        let read = try PropertyListReader.read(bytes, mode: mode).value
        #expect(read == value, "seed \(seed), round \(round)")
      }
      #expect(try PropertyListWriter.bytes(of: value) == bytes)
    }
  }

  @Test func `data of every length come back`() throws {
    for depth in [0, 3, 9] {
      for length in 0...130 {
        let data = PropertyListValue.data((0..<length).map { UInt8($0 * 7 % 256) })
        let value = (0..<depth).reduce(data) { value, _ in [value] }
        let bytes = try PropertyListWriter.bytes(of: value)
        #expect(try PropertyListReader.read(bytes, mode: .strict).value == value)
      }
    }
  }

  @Test func `every day of four centuries comes back`() throws {
    let days = (0..<146_097).map { PropertyListValue.date(Int64($0) * 86_400 - 12_219_292_800) }
    for start in stride(from: 0, to: days.count, by: 50_000) {
      let value = PropertyListValue.array(Array(days[start..<min(start + 50_000, days.count)]))
      let bytes = try PropertyListWriter.bytes(of: value)
      #expect(try PropertyListReader.read(bytes, mode: .strict).value == value)
    }
  }

  @Test func `the same data give the same bytes in whatever order keys were set`() throws {
    var forward = PropertyListDictionary()
    var backward = PropertyListDictionary()
    let keys = (0..<50).map { "key \($0)" } + ["é", "z", "Z", ""]
    for key in keys { forward[key] = .string(key) }
    for key in keys.reversed() { backward[key] = .string(key) }
    #expect(forward == backward)
    #expect(
      try PropertyListWriter.bytes(of: .dictionary(forward))
        == PropertyListWriter.bytes(of: .dictionary(backward))
    )
  }
}
