import Foundation
import PropertyList
import Testing

/// The same values, read and written by Foundation's coder.
@Suite struct `Agreement with Foundation` {
  @Test(arguments: 21...24 as ClosedRange<UInt64>)
  func `Foundation reads what is written`(seed: UInt64) throws {
    var tree = RandomTree(seed: seed)
    for round in 0..<20 {
      let tree = FoundationTree.near(tree.value())
      let bytes = try PropertyListWriter.bytes(of: ["tree": tree])
      let read = try PropertyListDecoder().decode(FoundationTree.self, from: Data(bytes))
      #expect(read.value == ["tree": tree], "seed \(seed), round \(round)")
    }
  }

  @Test(arguments: 31...34 as ClosedRange<UInt64>)
  func `what Foundation writes is read leniently`(seed: UInt64) throws {
    let encoder = PropertyListEncoder()
    encoder.outputFormat = .xml
    var tree = RandomTree(seed: seed)
    for round in 0..<20 {
      let tree = FoundationTree(value: FoundationTree.near(["tree": tree.value()]))
      let bytes = try Array(encoder.encode(tree))
      let read = try PropertyListReader.read(bytes, mode: .lenient).value
      #expect(read == tree.value, "seed \(seed), round \(round)")
    }
  }
}

/// A value that Foundation's coder can take and give.
private struct FoundationTree: Codable {
  let value: PropertyListValue

  init(value: PropertyListValue) {
    self.value = value
  }

  init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    if let value = try? container.decode(Bool.self) {
      self.value = .boolean(value)
    } else if let value = try? container.decode(Int64.self) {
      self.value = .integer(value)
    } else if let value = try? container.decode(String.self) {
      self.value = .string(value)
    } else if let value = try? container.decode(Date.self) {
      self.value = .date(Int64(value.timeIntervalSince1970))
    } else if let value = try? container.decode(Data.self) {
      self.value = .data(Array(value))
    } else if let value = try? container.decode([FoundationTree].self) {
      self.value = .array(value.map(\.value))
    } else {
      var dictionary = PropertyListDictionary()
      for (key, tree) in try container.decode([String: FoundationTree].self) {
        dictionary[key] = tree.value
      }
      value = .dictionary(dictionary)
    }
  }

  func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    switch value {
    case .string(let value): try container.encode(value)
    case .integer(let value): try container.encode(value)
    case .boolean(let value): try container.encode(value)
    case .date(let value): try container.encode(Date(timeIntervalSince1970: Double(value)))
    case .data(let value): try container.encode(Data(value))
    case .array(let values): try container.encode(values.map(FoundationTree.init))
    case .dictionary(let dictionary):
      let pairs = dictionary.map { ($0.key, FoundationTree(value: $0.value)) }
      try container.encode(Dictionary(uniqueKeysWithValues: pairs))
    }
  }

  /// The same tree with its dates within a century of 1970: Foundation changes earlier ones.
  static func near(_ value: PropertyListValue) -> PropertyListValue {
    switch value {
    case .date(let seconds): return .date(seconds % 3_155_760_000)
    case .array(let values): return .array(values.map(near))
    case .dictionary(var dictionary):
      for (key, value) in dictionary { dictionary[key] = near(value) }
      return .dictionary(dictionary)
    case .string, .integer, .boolean, .data: return value
    }
  }
}
