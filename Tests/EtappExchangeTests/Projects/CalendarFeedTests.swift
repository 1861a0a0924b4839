import EtappModel
import Testing

@testable import EtappExchange

@Suite struct `A calendar feed` {
  private static let stamp = ProjectMoment(Day(year: 2022, month: 3, day: 1), second: 3_661)

  private static func feed(_ language: Language = .english, _ schedule: Schedule = ScheduleBench.schedule)
    -> CalendarFeed
  {
    var feed = CalendarFeed(
      assignment: ScheduleBench.assignment, geography: Workbench.geography, language: language)
    feed.add(schedule, contents: Set(CalendarFeed.Content.allCases))
    feed.add(ScheduleBench.forecast)
    feed.addReports()
    return feed
  }

  /// The lines of a feed, unfolded as RFC 5545 says.
  private static func lines(_ text: String) -> [String] {
    unfolded(text).split(separator: "\r\n", omittingEmptySubsequences: false).map(String.init)
  }

  /// Octet by octet, as a reader does: what looks like one character may stand on two lines.
  private static func unfolded(_ text: String) -> String {
    var bytes: [UInt8] = []
    for byte in text.utf8 {
      if byte == 0x20, bytes.suffix(2) == [0x0D, 0x0A] { bytes.removeLast(2) } else { bytes.append(byte) }
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// The events of a feed, each as its properties by name.
  private static func events(_ text: String) -> [[String: String]] {
    var events: [[String: String]] = []
    for line in lines(text) {
      let parts = line.split(separator: ":", maxSplits: 1).map(String.init)
      if line == "BEGIN:VEVENT" { events.append([:]) }
      guard parts.count == 2, !events.isEmpty, !line.hasPrefix("END") else { continue }
      let name = parts[0].split(separator: ";")[0]
      events[events.count - 1][String(name)] = parts[1]
    }
    return events
  }

  @Test func `has whole days with a stamp and a number`() {
    var feed = CalendarFeed(assignment: ScheduleBench.assignment, geography: Workbench.geography, language: .english)
    feed.add(ScheduleBench.schedule)
    #expect(
      Self.lines(feed.written(stamp: Self.stamp, sequence: 3)) == [
        "BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Etapp//Etapp//EN", "CALSCALE:GREGORIAN", "METHOD:PUBLISH",
        "NAME:Coast", "X-WR-CALNAME:Coast",
        "BEGIN:VEVENT", "UID:opening/boden-c@Coast.etapp", "DTSTAMP:20220301T010101Z",
        "DTSTART;VALUE=DATE:20220805", "DTEND;VALUE=DATE:20220806", "SEQUENCE:3",
        "SUMMARY;LANGUAGE=en:Opening: Boden\\, centrum", "DESCRIPTION;LANGUAGE=en:Round 1. Has opened.",
        "LOCATION:Boden\\, centrum", "GEO:65.8;21.7", "CATEGORIES:Openings", "STATUS:CONFIRMED", "TRANSP:TRANSPARENT",
        "END:VEVENT",
        "BEGIN:VEVENT", "UID:opening/ange@Coast.etapp", "DTSTAMP:20220301T010101Z", "DTSTART;VALUE=DATE:20220826",
        "DTEND;VALUE=DATE:20220827", "SEQUENCE:3", "SUMMARY;LANGUAGE=en:Opening: Ånge",
        "DESCRIPTION;LANGUAGE=en:In spring. Planned. 4 working days after the round's window.", "LOCATION:Ånge",
        "GEO:62.5;15.6", "CATEGORIES:Openings", "STATUS:TENTATIVE", "TRANSP:TRANSPARENT", "END:VEVENT",
        "END:VCALENDAR", "",
      ])
  }

  @Test func `shows what it is asked for`() {
    let events = Self.events(Self.feed().written(stamp: Self.stamp))
    let counts = Dictionary(grouping: events) { $0["CATEGORIES"] ?? "" }.mapValues(\.count)
    #expect(counts == ["Openings": 2, "Milestones": 2, "Tasks": 4, "Promises": 2, "Reports": 2])
    let swedish = Self.events(Self.feed(.swedish).written(stamp: Self.stamp))
    #expect(
      swedish.contains { $0["SUMMARY"] == "Öppning: Ånge" && $0["DESCRIPTION"]?.contains("4 arbetsdagar") == true })
    #expect(swedish.contains { $0["SUMMARY"] == "Öppet senast: Ånge" && $0["DTSTART"] == "20220906" })
    #expect(swedish.contains { $0["SUMMARY"] == "Redovisning 2 ska lämnas" && $0["DTSTART"] == "20230223" })
    #expect(
      swedish.contains { $0["SUMMARY"] == "Ånge: Bygg" && $0["DTSTART"] == "20220823" && $0["DTEND"] == "20220826" })
  }

  @Test func `may be about one office alone`() {
    var feed = CalendarFeed(assignment: ScheduleBench.assignment, geography: Workbench.geography, language: .english)
    feed.add(ScheduleBench.schedule, contents: Set(CalendarFeed.Content.allCases), places: ["ange"])
    feed.add(ScheduleBench.forecast, places: ["ange"])
    let events = Self.events(feed.written(stamp: Self.stamp))
    #expect(events.count == 5 && events.allSatisfy { $0["UID"]?.contains("/ange") == true })
  }

  @Test func `names a thing the same whatever its date, language and time of writing`() {
    var moved = ScheduleBench.schedule
    for index in moved.tasks.indices {
      moved.tasks[index].start = moved.tasks[index].start + 30
      moved.tasks[index].finish = moved.tasks[index].finish + 30
    }
    for index in moved.openings.indices { moved.openings[index].day = moved.openings[index].day + 30 }
    let first = Self.events(Self.feed().written(stamp: Self.stamp))
    let second = Self.events(
      Self.feed(.swedish, moved).written(stamp: ProjectMoment(Day(year: 2023, month: 1, day: 1)), sequence: 7))
    #expect(Set(first.compactMap { $0["UID"] }) == Set(second.compactMap { $0["UID"] }))
    #expect(Set(first.compactMap { $0["UID"] }).count == first.count && first.count == 12)
  }

  static let hostile = [
    "a;b,c\\d\ne", "r\r\nf", "BEGIN:VEVENT\r\nUID:x", String(repeating: "å", count: 200), "👩‍👩‍👧👩‍👩‍👧👩‍👩‍👧👩‍👩‍👧👩‍👩‍👧👩‍👩‍👧👩‍👩‍👧", "\u{0}\u{7}\u{7F}",
    "\u{2028}x\u{85}", String(repeating: "x", count: 76), String(repeating: "x,", count: 60), "e\u{301}",
    "a" + String(repeating: "\u{301}", count: 200),
  ]

  @Test(arguments: hostile.indices)
  func `holds any name`(index: Int) {
    let name = Self.hostile[index]
    var geography = Workbench.geography
    geography.places[0].name = name
    var feed = CalendarFeed(assignment: ScheduleBench.assignment, geography: geography, language: .english)
    feed.add(ScheduleBench.schedule)
    let text = feed.written(stamp: Self.stamp)
    #expect(Self.events(text).count == 2)
    for line in text.split(separator: "\r\n") {
      #expect(line.utf8.count <= 75, "\(line)")
      #expect(!line.unicodeScalars.contains { $0.value < 0x20 && $0 != "\t" || $0.value == 0x7F || $0 == "\n" })
    }
    #expect(text.hasSuffix("END:VCALENDAR\r\n"))
    // A name of control characters alone leaves nothing to write.
    let written = Self.events(text).last?["LOCATION"] ?? ""
    #expect(Self.unescaped(written) == Self.plain(name))
  }

  /// What a reader makes of an escaped text.
  private static func unescaped(_ text: String) -> String {
    var result = ""
    var isEscaped = false
    for scalar in text.unicodeScalars {
      if isEscaped {
        result.unicodeScalars.append(scalar == "n" ? "\n" : scalar)
        isEscaped = false
      } else if scalar == "\\" {
        isEscaped = true
      } else {
        result.unicodeScalars.append(scalar)
      }
    }
    return result
  }

  /// The name with its line ends as line feeds and without control characters.
  private static func plain(_ name: String) -> String {
    var result = ""
    for scalar in name.replacing("\r\n", with: "\n").unicodeScalars {
      if ["\u{2028}", "\u{85}", "\r"].contains(scalar) {
        result += "\n"
      } else if scalar == "\n" || scalar.value >= 0x20, scalar.value != 0x7F {
        result.unicodeScalars.append(scalar)
      }
    }
    return result
  }

  @Test func `keeps different ids apart`() {
    let ids = ["a b", "a%20b", "a/b", "a", "A", "å", "a\u{30A}", "", "%", "a@b", "=", "a.b"]
    #expect(Set(ids.map(ICalendar.encoded)).count == ids.count)
    for id in ids {
      #expect(ICalendar.encoded(id).allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber || "%-_.".contains($0)) })
    }
  }

  @Test(arguments: [74, 75, 76, 77, 148, 149, 150, 151])
  func `folds a line so that it unfolds to itself`(length: Int) {
    for letter in ["x", "å", "€", "😀"] {
      let line = "SUMMARY:" + String(repeating: Character(letter), count: length)
      let folded = ICalendar.folded(line)
      #expect(Self.unfolded(folded) == line)
      for part in folded.split(separator: "\r\n") { #expect(part.utf8.count <= 75) }
    }
  }
}
