import Domain
import Support
import Testing

@Suite struct `Diagnoses as typed` {
  private func read(_ text: String, keeping old: [Diagnosis]? = []) throws -> [Diagnosis] {
    try TypedDiagnoses.parse(text, keeping: old).get()
  }

  private func flaw(_ text: String) -> String? {
    guard case .failure(let flaw) = TypedDiagnoses.parse(text, keeping: []) else { return nil }
    return flaw.words
  }

  @Test func `are a line each, the first the primary one`() throws {
    let read = try read("F10.20 alcohol 6\n\n  f1121 opioid 7 in early remission\nF41.1")
    #expect(
      read == [
        Diagnosis(icd10: "F10.20", substance: "alcohol", criteriaMet: 6),
        Diagnosis(
          icd10: "F11.21",
          substance: "opioid",
          criteriaMet: 7,
          remission: .known(.early),
          isPrimary: false
        ),
        Diagnosis(icd10: "F41.1", isPrimary: false),
      ]
    )
    #expect(
      TypedDiagnoses.words(read)
        == "F10.20 alcohol 6\nF11.21 opioid 7 early remission\nF41.1"
    )
    #expect(
      read.map(\.words) == [
        "F10.20 alcohol, severe (6 of 11)", "F11.21 opioid, severe (7 of 11), early remission",
        "F41.1",
      ]
    )
  }

  @Test(arguments: ["F10.20 alcohol 6", "F15.20 other stimulant 2 sustained remission", "F17"])
  func `are written as they are read`(line: String) throws {
    #expect(TypedDiagnoses.words(try read(line)) == line)
  }

  @Test(arguments: ["F10.20 alcohol 6/11", "F10.20 alcohol (6 of 11)", "f10.20, alcohol, 6"])
  func `have the criteria in more than one way`(line: String) throws {
    #expect(try read(line) == [Diagnosis(icd10: "F10.20", substance: "alcohol", criteriaMet: 6)])
  }

  @Test(arguments: [
    ("alcohol 6", "\"alcohol\" isn't an ICD-10 code, such as F10.20."),
    ("F10. alcohol", "\"F10.\" isn't an ICD-10 code, such as F10.20."),
    ("F10.20123", "\"F10.20123\" isn't an ICD-10 code, such as F10.20."),
    ("F10.20 alcohol 12", "F10.20: the criteria met are 0 to 11, not 12."),
    ("F10.20 alcohol 99999999999999999999", "F10.20: the criteria met are 0 to 11"),
    ("F10.20 alcohol severe", "F10.20: severity isn't typed, it follows"),
    ("F10.20 alcohol, severe (6 of 11)", "F10.20: severity isn't typed, it follows"),
    ("F10.20 alcohol 6 erly remission", "F10.20: remission is early or sustained."),
    ("F10.20 remission", "F10.20: remission is early or sustained."),
    ("F10.20 alcohol 6\nF1020 alcohol 7", "F10.20 stands there twice."),
    (String(repeating: "F10 a\n", count: 21), "At most 20 diagnoses."),
  ])
  func `are refused where they can't be read`(text: String, why: String) {
    #expect(flaw(text)?.hasPrefix(why) == true, "\(flaw(text) ?? "read")")
  }

  @Test func `keep what isn't typed of them`() throws {
    let old = [
      Diagnosis(icd10: "F41.1", isPrimary: false, diagnosedOn: .on("2026-02-02")),
      Diagnosis(
        icd10: "F10.20",
        substance: "alcohol",
        criteriaMet: 6,
        remission: .unknown("partial"),
        diagnosedOn: .on("2026-01-05")
      ),
    ]
    #expect(TypedDiagnoses.words(old) == "F10.20 alcohol 6 partial remission\nF41.1")
    let same = try read(TypedDiagnoses.words(old), keeping: old)
    #expect(same == TypedDiagnoses.inOrder(old))
    // In remission it has another code; one more of its family has a day of its own.
    let later = try read("F10.21 alcohol 6 early remission\nF41.1", keeping: old)
    #expect(later.map(\.diagnosedOn) == [.on("2026-01-05"), .on("2026-02-02")])
    let more = try read("F10.20 alcohol 6\nF10.99", keeping: old)
    #expect(more.map(\.diagnosedOn) == [.on("2026-01-05"), nil])
    // Without what stood there any word will do.
    #expect(try read("F10.20 alcohol 6 partial remission", keeping: nil).count == 1)
  }
}

@Suite struct `Hours of a week as typed` {
  @Test(arguments: [
    ("6", 360, "6"), ("9.5", 570, "9.5"), ("9,5", 570, "9.5"), ("9:30", 570, "9.5"),
    ("9.25", 555, "9:15"), ("9:05", 545, "9:05"), ("168", 10_080, "168"), ("0:01", 1, "0:01"),
  ])
  func `are read and written again`(typed: String, minutes: Int, words: String) {
    #expect(TypedWeekHours.parse(typed) == minutes)
    #expect(TypedWeekHours.words(minutes) == words)
    #expect(TypedWeekHours.parse(words) == minutes)
  }

  @Test(arguments: ["", "0", "169", "168:01", "-3", "9:3", "9:60", "9.555", "nine", "1:2:3", "9."])
  func `are refused where they are none`(typed: String) {
    #expect(TypedWeekHours.parse(typed) == nil)
  }
}
