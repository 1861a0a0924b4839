import EtappModel

/// Dates as people write them, to guess what was meant; files hold `YYYY-MM-DD` only.
enum WrittenDay {
  /// `2021-6-1`, `2021/06/01`, `20210601`, `1.6.2021` and `1/6/2021` as 2021-06-01; nil when no date can be made out, or
  /// when day and month could be exchanged.
  static func guess(_ text: String) -> String? {
    let parts = text.split { !$0.isASCII || !$0.isNumber }
    let numbers = parts.compactMap { Int($0) }
    guard numbers.count == parts.count, !text.contains(where: \.isLetter) else { return nil }
    if parts.count == 1, parts[0].count == 8 {
      return day(numbers[0] / 10_000, numbers[0] / 100 % 100, numbers[0] % 100)
    }
    guard parts.count == 3 else { return nil }
    return parts[0].count == 4 ? day(numbers[0], numbers[1], numbers[2]) : yearLast(numbers)
  }

  private static func yearLast(_ numbers: [Int]) -> String? {
    let dayFirst = day(numbers[2], numbers[1], numbers[0])
    let monthFirst = day(numbers[2], numbers[0], numbers[1])
    if dayFirst != nil, monthFirst != nil, dayFirst != monthFirst { return nil }
    return dayFirst ?? monthFirst
  }

  private static func day(_ year: Int, _ month: Int, _ day: Int) -> String? {
    guard (1900...2200).contains(year) else { return nil }
    func padded(_ number: Int, _ width: Int) -> String {
      let digits = String(number)
      return String(repeating: "0", count: max(0, width - digits.count)) + digits
    }
    return Day("\(padded(year, 4))-\(padded(month, 2))-\(padded(day, 2))").map { "\($0)" }
  }
}
