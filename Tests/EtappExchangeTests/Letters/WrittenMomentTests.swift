import EtappModel
import Testing

@testable import EtappExchange

/// Dates as letters write them.
@Suite struct `A written moment` {
  static let days: [(String, String)] = [
    ("Thu, 10 Jun 2021 08:30:00 +0200", "2021-06-10"), ("10 Jun 2021 08:30 GMT", "2021-06-10"),
    ("Thu, 10 Jun 21 08:30:00 +0200", "2021-06-10"), ("Thu Jun 10 08:30:00 2021", "2021-06-10"),
    ("Thu Jun 10 08:30:00 CEST 2021", "2021-06-10"), ("10-Jun-2021 08:30", "2021-06-10"),
    ("10-Jun-99", "1999-06-10"), ("den 10 juni 2021 08:30", "2021-06-10"), ("den 10 juni 2021", "2021-06-10"),
    ("torsdag 10 juni 2021", "2021-06-10"), ("torsdag den 10 juni 2021 kl. 08.30", "2021-06-10"),
    ("tors 10 juni 2021 kl 08:30", "2021-06-10"), ("Den 10 juni 2021 kl. 08:30:15", "2021-06-10"),
    ("2021-06-10 08:30", "2021-06-10"), ("2021-06-10", "2021-06-10"), ("2021-6-9", "2021-06-09"),
    ("2021/06/10", "2021-06-10"), ("2021.06.10", "2021-06-10"), ("20210610", "2021-06-10"),
    ("2021-06-10T08:30:00Z", "2021-06-10"), ("2021-06-10T08:30:00.123+02:00", "2021-06-10"),
    ("10/6/2021", "2021-06-10"), ("10/6 2021", ""), ("6/10/2021 8:30 AM", "2021-06-10"),
    ("06/25/2021", "2021-06-25"), ("25/06/2021", "2021-06-25"), ("10.06.2021", "2021-06-10"), ("10.6.21", "2021-06-10"),
    ("June 10, 2021", "2021-06-10"), ("June 10th, 2021 at 8:30 PM", "2021-06-10"),
    ("Thursday, June 10, 2021 8:30 AM", "2021-06-10"), ("10th of June 2021", "2021-06-10"),
    ("the 1st May 2021", "2021-05-01"), ("1:a maj 2021", "2021-05-01"), ("31 dec. 2021", "2021-12-31"),
    ("1 sept 2021", "2021-09-01"), ("3 Mars 2021", "2021-03-03"), ("14 augusti 2021", "2021-08-14"),
    ("14 AUGUST 2021", "2021-08-14"), ("1 oktober 2021", "2021-10-01"), ("29 februari 2020", "2020-02-29"),
    // Read from paper.
    ("den 1O juni 2O21 08:30", "2021-06-10"), ("l0 juni 2021", "2021-06-10"), ("den 10 jun1 2021", "2021-06-10"),
    ("2O21-O6-1O", "2021-06-10"), ("den 10juni 2021", "2021-06-10"), ("10 0ktober 2021", "2021-10-10"),
    // No dates.
    ("", ""), ("2021-02-30", ""), ("29 februari 2021", ""), ("den 32 juni 2021", ""), ("10 juni", ""), ("hej", ""),
    ("08-123 456 78", ""), ("vecka 42 2021", ""), ("99999999", ""), ("0000-00-00", ""), ("juni 2021", ""),
    ("10 juni 20211", ""), ("13/13/2021", ""), ("1.2.3.4", ""),
  ]

  @Test(arguments: days) func `has a day`(_ text: String, _ day: String) {
    #expect(WrittenMoment(text).map { "\($0.day)" } ?? "" == day)
  }

  static let moments: [(String, String)] = [
    ("Thu, 10 Jun 2021 08:30:00 +0200", "2021-06-10T06:30:00Z"),
    ("Thu, 10 Jun 2021 08:30 +0200 (CEST)", "2021-06-10T06:30:00Z"),
    ("10 Jun 2021 08:30:05 GMT", "2021-06-10T08:30:05Z"), ("10 Jun 2021 08:30 CEST", "2021-06-10T06:30:00Z"),
    ("10 Jun 2021 00:10:00 +0200", "2021-06-09T22:10:00Z"), ("9 June 2021 at 10:00:00 CEST", "2021-06-09T08:00:00Z"),
    ("Thu, 10 Jun 2021 23:30:00 -0500", "2021-06-11T04:30:00Z"), ("2021-06-10T08:30:00Z", "2021-06-10T08:30:00Z"),
    ("Thu, 10 Jun 2021 8:30 PM EST", "2021-06-11T01:30:00Z"), ("2021-06-10T08:30:00+05:30", "2021-06-10T03:00:00Z"),
    ("Thu Jun 10 08:30:00 CEST 2021", "2021-06-10T06:30:00Z"), ("Thu, 10 Jun 2021 24:00 +0000", "2021-06-11T00:00:00Z"),
    // Without a zone nobody knows when it was.
    ("den 10 juni 2021 08:30", ""), ("10 Jun 2021 +0200", ""), ("10 Jun 2021 25:30 +0200", ""),
    ("2021-06-10 08.30", ""),
  ]

  @Test(arguments: moments) func `has a moment where a zone is said`(_ text: String, _ moment: String) {
    #expect(WrittenMoment(text)?.moment.map { "\($0)" } ?? "" == moment)
  }

  static let times: [(String, Int?)] = [
    ("den 10 juni 2021 08:30", 30_600), ("10 juni 2021 kl. 8.30", 30_600), ("June 10, 2021 12:05 AM", 300),
    ("June 10, 2021 12:05 PM", 43_500), ("10.06.2021 08:30:15", 30_615), ("10.06.2021", nil), ("2021-06-10", nil),
    ("den 10 juni 2021 08:75", nil),
  ]

  @Test(arguments: times) func `has a time where one is said`(_ text: String, _ seconds: Int?) {
    #expect(WrittenMoment(text)?.seconds == seconds)
  }

  @Test func `is every day that is written out`() throws {
    // By our own calendar, every day of forty years in four forms.
    let swedish =
      ["januari", "februari", "mars", "april", "maj", "juni", "juli", "augusti", "september", "oktober"]
      + ["november", "december"]
    for number in stride(
      from: Day(year: 1990, month: 1, day: 1).number, to: Day(year: 2030, month: 1, day: 1).number, by: 1)
    {
      let day = Day(number: number)
      let (year, month, dayOfMonth) = day.civil
      let forms = ["\(day)", "den \(dayOfMonth) \(swedish[month - 1]) \(year)", "\(dayOfMonth).\(month).\(year) 10:00"]
      for form in forms { #expect(WrittenMoment(form)?.day == day, "\(form)") }
    }
  }
}
