import EtappModel
import Foundation
import Testing

@Suite struct `A day` {
  @Test func `comes back from its number and its text, every day from 1970 to 2100`() {
    var expected = (year: 1970, month: 1, day: 1)
    let last = Day(year: 2100, month: 12, day: 31).number
    #expect(last == 47_846)
    for number in 0...last {
      let day = Day(number: number)
      #expect(day.civil == expected)
      #expect(Day(year: expected.year, month: expected.month, day: expected.day) == day)
      #expect(Day(day.description) == day)
      expected = Self.next(expected)
    }
  }

  /// The day after, by the rules of the calendar alone.
  private static func next(_ day: (year: Int, month: Int, day: Int)) -> (year: Int, month: Int, day: Int) {
    let isLeap = day.year % 4 == 0 && (day.year % 100 != 0 || day.year % 400 == 0)
    let lengths = [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
    if day.day < lengths[day.month - 1] { return (day.year, day.month, day.day + 1) }
    return day.month < 12 ? (day.year, day.month + 1, 1) : (day.year + 1, 1, 1)
  }

  @Test(arguments: ["0001-01-01", "1600-02-29", "1969-12-31", "1900-02-28", "9999-12-31", "2000-02-29"])
  func `is understood far from today`(text: String) {
    #expect(Day(text)?.description == text)
  }

  @Test(arguments: [
    "", "2021", "2021-02-30", "2021-13-01", "2021-00-10", "2021-1-1", "21-01-01", "2021-01-00", "1900-02-29",
    "2021-01-01 ",
    "+021-01-01", "2021-+1-01", "-021-01-01", "2021-01-01-", "2021/01/01", "２０２１-01-01", "2021-01-1a",
  ])
  func `is not made of other text`(text: String) {
    #expect(Day(text) == nil)
  }

  @Test func `counts months by the mean length of a month`() {
    let start = Day(year: 2022, month: 1, day: 1)
    #expect(abs(start.months(to: Day(year: 2426, month: 1, day: 1)) - 404 * 12) < 0.1)
    #expect(start.months(to: start) == 0)
    #expect(Day(year: 2023, month: 1, day: 1).months(to: start) < 0)
  }
}
