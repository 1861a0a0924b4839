import EtappModel

/// Days as an iCalendar object that calendar programs subscribe to: whole days, lines folded, text escaped.
///
/// Source: RFC 5545, "Internet Calendaring and Scheduling Core Object Specification"; the name of the calendar, RFC 7986.
struct ICalendar {
  /// A stretch of whole days.
  struct Event: Hashable, Sendable {
    /// The same for the same thing, whatever its date; a program finds the event to move by it.
    var uid: String
    var from: Day
    /// The last day.
    var to: Day
    var summary: String
    var description = ""
    var location = ""
    var position: Coordinate?
    var category: String
    /// Whether it is settled or has happened, and not only planned.
    var isConfirmed = false
  }

  var name: String
  /// Two letters of the language that the texts are in.
  var language: String
  /// The moment it is written, in UTC.
  var stamp: ProjectMoment
  /// How many times it has been published before; a program takes the event with the greater number.
  var sequence: Int
  var events: [Event]

  // MARK: Writing

  var text: String {
    var lines = [
      "BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Etapp//Etapp//\(language.uppercased())", "CALSCALE:GREGORIAN",
      "METHOD:PUBLISH", "NAME:" + Self.escaped(name), "X-WR-CALNAME:" + Self.escaped(name),
    ]
    for event in events.sorted(by: { ($0.from, $0.uid) < ($1.from, $1.uid) }) { lines += self.lines(of: event) }
    lines.append("END:VCALENDAR")
    return lines.map { Self.folded($0) + "\r\n" }.joined()
  }

  private func lines(of event: Event) -> [String] {
    var lines = [
      "BEGIN:VEVENT", "UID:" + Self.escaped(event.uid), "DTSTAMP:" + Self.utc(stamp),
      "DTSTART;VALUE=DATE:" + Self.date(event.from),
      // The end of whole days is the day after the last.
      "DTEND;VALUE=DATE:" + Self.date(event.to + 1), "SEQUENCE:\(max(0, sequence))",
      "SUMMARY;LANGUAGE=\(language):" + Self.escaped(event.summary),
    ]
    if !event.description.isEmpty {
      lines.append("DESCRIPTION;LANGUAGE=\(language):" + Self.escaped(event.description))
    }
    if !event.location.isEmpty { lines.append("LOCATION:" + Self.escaped(event.location)) }
    if let position = event.position { lines.append("GEO:\(position.latitude);\(position.longitude)") }
    lines += [
      "CATEGORIES:" + Self.escaped(event.category), "STATUS:" + (event.isConfirmed ? "CONFIRMED" : "TENTATIVE"),
      // Nobody is busy because an office opens.
      "TRANSP:TRANSPARENT", "END:VEVENT",
    ]
    return lines
  }

  private static func date(_ day: Day) -> String { day.description.replacing("-", with: "") }

  private static func utc(_ moment: ProjectMoment) -> String {
    date(moment.day) + "T" + ProjectMoment.time(moment.second).replacing(":", with: "") + "Z"
  }

  /// A text as a value: separators and line ends escaped, control characters left out.
  static func escaped(_ text: String) -> String {
    var result = ""
    for scalar in text.replacing("\r\n", with: "\n").unicodeScalars {
      switch scalar {
      case "\\": result += "\\\\"
      case ";": result += "\\;"
      case ",": result += "\\,"
      case "\n", "\r", "\u{85}", "\u{2028}", "\u{2029}": result += "\\n"
      case _ where (scalar.value < 0x20 && scalar != "\t") || scalar.value == 0x7F: continue
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }

  /// A line of at most 75 octets, gone on with on lines that begin with a blank.
  ///
  /// No character is cut in two, whatever it is made of, unless it is longer than a line by itself.
  static func folded(_ line: String) -> String {
    var result = String.UnicodeScalarView()
    var octets = 0
    for character in line {
      let isHuge = character.utf8.count > 74
      if !isHuge, octets + character.utf8.count > 75 { fold(&result, &octets) }
      for scalar in character.unicodeScalars {
        if octets + UTF8.width(scalar) > 75 { fold(&result, &octets) }
        result.append(scalar)
        octets += UTF8.width(scalar)
      }
    }
    return String(result)
  }

  private static func fold(_ text: inout String.UnicodeScalarView, _ octets: inout Int) {
    text.append(contentsOf: "\r\n ".unicodeScalars)
    octets = 1
  }

  // MARK: Names that last

  /// An id in letters that every calendar program takes; different ids stay different.
  static func encoded(_ id: String) -> String {
    var result = ""
    for byte in id.utf8 {
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "_"), UInt8(ascii: "."):
        result.unicodeScalars.append(Unicode.Scalar(byte))
      default:
        let digits = String(byte, radix: 16, uppercase: true)
        result += "%" + (digits.count < 2 ? "0" : "") + digits
      }
    }
    return result
  }
}
