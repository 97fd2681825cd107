import Domain
import SampleData
import Storage

/// Files of every kind, damaged in every way: each gets its sentence, and nothing else changes.
enum DamageTrial {
  static func run(_ scale: Scale) throws(ToolError) -> String {
    let folder = try TrialFolder("damage")
    let bench = try DamageBench(folder.path + "/data", seed: scale.seed)
    var dice = SplitMix(state: scale.seed)
    for file in bench.files {
      let bytes = try FileBytes.read(bench.path + "/" + file)
      for damage in Damage.named { try bench.tryOut(damage.name, damage.done(to: bytes), on: file) }
      for place in stride(from: 1, to: bytes.count, by: scale.every) {
        try bench.tryOut("cut at \(place)", .bytes(Array(bytes[..<place])), on: file)
        var flipped = bytes
        flipped[place] ^= 1 << UInt8(dice.below(8))
        try bench.tryOut("a bit turned at \(place)", .bytes(flipped), on: file)
      }
      try FileBytes.write(bytes, to: bench.path + "/" + file)
    }
    try bench.checkUndamaged()
    return "\(bench.files.count) kinds of files, \(bench.count) damages, each with its sentence, "
      + "at most \(Decimals.text(bench.longest.milliseconds, places: 0)) ms"
  }
}

/// What is put in a file's place.
enum DamagedFile {
  case bytes([UInt8])
  /// A file of so many bytes, all of them zero.
  case zeros(Int)
}

/// A way in which a file can be wrong, beside cuts and turned bits.
struct Damage {
  var name: String
  /// What stands in the file instead; the checksum fits unless that is the damage.
  var done: (_ bytes: [UInt8]) -> DamagedFile

  func done(to bytes: [UInt8]) -> DamagedFile { done(bytes) }

  static let named = [
    Damage(name: "empty") { _ in .bytes([]) },
    Damage(name: "other text") { _ in .bytes(Array("hello".utf8)) },
    Damage(name: "another property list") { _ in .bytes(Array("{ a = b; }".utf8)) },
    Damage(name: "a binary property list") { _ in .bytes(Array("bplist00".utf8) + [1, 2]) },
    Damage(name: "a newer version") {
      changed($0, "<key>version</key>\n\t<integer>1<", "<key>version</key>\n\t<integer>2<")
    },
    Damage(name: "a wrong type") {
      changed($0, "<key>id</key>\n\t<string>", "<key>id</key>\n\t<data>")
    },
    Damage(name: "a number for a text") {
      changed(
        $0,
        "<key>kind</key>\n",
        "<key>kind</key>\n\t<integer>1</integer>\n\t<key>kin</key>\n"
      )
    },
    Damage(name: "a key twice") {
      changed(
        $0,
        "\t<key>kind</key>\n",
        "\t<key>kind</key>\n\t<string>x</string>\n\t<key>kind</key>\n"
      )
    },
    Damage(name: "an unknown key") {
      changed($0, "\t<key>kind</key>\n", "\t<key>kinc</key>\n\t<true/>\n\t<key>kind</key>\n")
    },
    Damage(name: "deep nesting") { _ in withChecksum(nested(40)) },
    Damage(name: "very deep nesting") { _ in withChecksum(nested(100_000)) },
    Damage(name: "100 MB") { _ in .zeros(104_857_600) },
  ]

  /// The text with another part and a checksum that fits; without the part, it is cut.
  private static func changed(_ bytes: [UInt8], _ old: String, _ new: String) -> DamagedFile {
    let text = String(decoding: bytes.dropLast(Checksum.lineLength), as: UTF8.self)
    guard let range = text.firstRange(of: old) else { return .bytes(Array(bytes.dropLast())) }
    return withChecksum(text[..<range.lowerBound] + new + text[range.upperBound...])
  }

  private static func withChecksum(_ text: some StringProtocol) -> DamagedFile {
    let body = Array(text.utf8)
    return .bytes(body + Checksum(of: body[...]).line)
  }

  private static func nested(_ depth: Int) -> String {
    var text = """
      <?xml version="1.0" encoding="UTF-8"?>
      <!DOCTYPE plist PUBLIC "-//Apple//DTD PLIST 1.0//EN" \
      "http://www.apple.com/DTDs/PropertyList-1.0.dtd">
      <plist version="1.0">

      """
    // Indented as the format wants it where that stays small.
    let tabs = (0..<depth).map { depth < 100 ? String(repeating: "\t", count: $0) : "" }
    for indent in tabs { text += indent + "<array>\n" }
    for indent in tabs.reversed() { text += indent + "</array>\n" }
    return text + "</plist>\n"
  }
}
