import Domain
import Testing

@Suite struct `Facts of a client as typed` {
  @Test(arguments: [
    ("tue thu 9-11 work", ["Tue Thu 09:00-11:00 work"]),
    ("fri 13:30-15 court", ["Fri 13:30-15:00 court"]),
    (
      "mwf 8-9 ch\n\n weekdays 1pm - 3pm, sch;sat 0-24 m",
      [
        "Mon Wed Fri 08:00-09:00 childcare", "Mon Tue Wed Thu Fri 13:00-15:00 school",
        "Sat 00:00-24:00 medical",
      ]
    ),
    ("mon 9am-11am transport\nmon 9-11 transport", ["Mon 09:00-11:00 transport"]),
    ("mon 9-11 \"religion\"", ["Mon 09:00-11:00 \"religion\""]),
    ("", []),
  ])
  func `are times, read and written again`(typed: String, lines: [String]) throws {
    let times = try TypedConstraints.parse(typed)
    #expect(TypedConstraints.lines(times) == lines)
    let again = try TypedConstraints.parse(lines.joined(separator: "\n"))
    #expect(Set(again) == Set(times))
  }

  @Test(arguments: [
    ("tue 9-11", "why? One of work"), ("tue 9-11 c", "why? One of work"),
    ("9-11 work", "has no days"), ("tue work", "has no days"), ("tue 9 work", "has no days"),
    ("tue 9-25 work", "has no days"), ("tue 11-9 work", "ends before"),
    ("mon 9-11 work\ntue 9-9 work", "\"tue 9-9 work\" ends before"),
  ])
  func `are refused with the line that is wrong`(typed: String, why: String) {
    #expect(flaw { () throws(TypedFlaw) in _ = try TypedConstraints.parse(typed) }.contains(why))
  }

  @Test func `are people who support, each with a relation`() throws {
    let people = try TypedSupports.parse(" Sadie Sample , sister\n\nHal, sponsor, of AA")
    #expect(people.map(\.name) == ["Sadie Sample", "Hal"])
    #expect(people.map(\.relation) == ["sister", "sponsor, of AA"])
    #expect(people.map(TypedSupports.line) == ["Sadie Sample, sister", "Hal, sponsor, of AA"])
    for typed in ["Sadie", "Sadie,", ", sister"] {
      let why = flaw { () throws(TypedFlaw) in _ = try TypedSupports.parse(typed) }
      #expect(why.contains("name, relation"), "\(typed)")
    }
  }

  @Test func `are alerts, with notes`() throws {
    let alerts = try TypedAlerts.parse(
      "court mandated: DUI court\nallergy, penicillin\nsui\nallergy, nuts"
    )
    #expect(
      alerts.map(TypedAlerts.line)
        == ["court mandated, DUI court", "allergy, penicillin", "suicide risk", "allergy, nuts"]
    )
    for typed in ["weather", "m", "name alert", "do not pair"] {
      let why = flaw { () throws(TypedFlaw) in _ = try TypedAlerts.parse(typed) }
      #expect(why.contains("isn't an alert"), "\(typed)")
    }
  }

  @Test(arguments: [
    ("555-0103", "555-0103 mobile, call"),
    ("(555) 0103 ext 4 home, no calls, text", "(555) 0103 ext 4 home, no calls, text"),
    (
      "555-0103 cell, voicemail first name, 9-17",
      "555-0103 mobile, call, voicemail first name, 9-17"
    ),
    ("555-0103, work, no text, voicemail", "555-0103 work, call, voicemail"),
    (
      "555-0103 voicemail prog, hours call Ann, 9-12, after 5",
      "555-0103 mobile, call, voicemail program, hours call Ann, 9-12, after 5"
    ),
    ("\"ask Ann, 0103\" \"pager\", no voicemail", "\"ask Ann, 0103\" \"pager\", call"),
  ])
  func `are phones, read and written again`(typed: String, line: String) throws {
    let phones = try TypedPhones.parse(typed)
    #expect(phones.map(TypedPhones.line) == [line])
    #expect(try TypedPhones.parse(line) == phones)
  }

  @Test func `are what may be said on a phone`() throws {
    let phone = try #require(
      try TypedPhones.parse("555-0103 mobile, no calls, text, voicemail first name, 9-17").first
    )
    #expect((phone.okToCall, phone.okToText, phone.okVoicemail) == (false, true, true))
    #expect(phone.voicemailScript == .known(.firstNameOnly))
    #expect(phone.safeHours == "9-17")
    let plain = try #require(try TypedPhones.parse("555-0103").first)
    #expect(plain == Phone(number: "555-0103"))
  }

  @Test(arguments: [
    ("555-0103 moble", "\"moble\" isn't understood"), ("Ann", "begins with no number"),
    ("555-0103, no", "\"no\" isn't understood"), ("555-0103\n555-0103 home", "twice"),
    ("555-0103, voicemail loud", "voicemail first name"),
    ("555-0103, no calls please", "isn't understood"),
  ])
  func `are refused where a phone isn't understood`(typed: String, why: String) {
    #expect(flaw { () throws(TypedFlaw) in _ = try TypedPhones.parse(typed) }.contains(why))
  }

  @Test(arguments: [
    ("es", "es", "Spanish"), ("Spanish", "es", "Spanish"), ("span", "es", "Spanish"),
    ("haitian creole", "ht", "Haitian Creole"), ("PT-br", "pt-BR", "Portuguese (pt-BR)"),
    ("Portuguese (pt-BR)", "pt-BR", "Portuguese (pt-BR)"), ("Farsi", "fa", "Persian"),
    ("xyz", "xyz", "xyz"), ("zh-Hant-TW", "zh-Hant-TW", "Chinese (zh-Hant-TW)"),
  ])
  func `are languages`(typed: String, tag: String, words: String) {
    #expect(TypedLanguage.parse(typed) == tag)
    #expect(TypedLanguage.words(tag) == words)
    #expect(TypedLanguage.parse(words) == tag)
  }

  @Test(arguments: ["", "Klingon", "s", "es-", "e1", "12", "es-toolongatag"])
  func `are no languages`(typed: String) { #expect(TypedLanguage.parse(typed) == nil) }

  private func flaw(_ work: () throws(TypedFlaw) -> Void) -> String {
    do throws(TypedFlaw) {
      try work()
      return ""
    } catch { return error.words }
  }
}
