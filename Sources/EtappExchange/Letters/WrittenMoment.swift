import EtappModel

/// A date as letters write it, with the time and the zone where they are said.
///
/// Swedish, English and the forms of mail headers: `den 10 juni 2021 08:30`, `2021-06-10 kl. 08.30`,
/// `Thursday, June 10, 2021 8:30 AM`, `Thu, 10 Jun 2021 08:30:00 +0200`. Figures that a reading of paper took for
/// letters are taken back (`1O juni 2O21`).
struct WrittenMoment: Equatable {
  var day: Day
  /// Seconds after midnight at the sender's place; nil when no time is said.
  var seconds: Int?
  /// Minutes ahead of universal time; nil when no zone is said.
  var offset: Int?
  /// Whether a figure had to be mended.
  var isMended = false

  /// The moment in universal time; nil when time or zone are not known.
  var moment: Moment? {
    guard let seconds, let offset else { return nil }
    return Moment(seconds: day.number * 86_400 + seconds - offset * 60)
  }

  /// The date of a text; nil when there is none, or none that can be.
  ///
  /// - Complexity: O(text), of which the first 200 characters are read.
  init?(_ text: some StringProtocol) {
    let tokens = MomentTokens(String(text.prefix(200)))
    guard let found = Self.iso(tokens) ?? Self.named(tokens) ?? Self.figures(tokens) else { return nil }
    day = found.day
    isMended = tokens.isMended
    let clock = Self.clock(tokens, without: found.used)
    seconds = clock?.seconds
    offset = clock.flatMap { Self.offset(tokens, after: $0.end) }
  }

  typealias Found = (day: Day, used: Range<Int>)

  /// `2021-06-10`, `2021/06/10`, `20210610`.
  private static func iso(_ tokens: MomentTokens) -> Found? {
    for index in tokens.all.indices {
      guard let year = tokens.number(index, digits: 4...4), (1900...2200).contains(year) else {
        if let packed = tokens.number(index, digits: 8...8),
          let day = civil(packed / 10_000, packed / 100 % 100, packed % 100)
        {
          return (day, index..<index + 1)
        }
        continue
      }
      guard let separator = tokens.mark(index + 1), "-/.".contains(separator), tokens.mark(index + 3) == separator,
        let month = tokens.number(index + 2, digits: 1...2), let dayOfMonth = tokens.number(index + 4, digits: 1...2),
        let day = civil(year, month, dayOfMonth)
      else { continue }
      return (day, index..<index + 5)
    }
    return nil
  }

  /// `10 juni 2021`, `10-Jun-2021`, `June 10th, 2021`.
  private static func named(_ tokens: MomentTokens) -> Found? {
    for index in tokens.all.indices {
      guard let month = tokens.word(index).flatMap(MonthNames.number) else { continue }
      let before = tokens.back(from: index, over: ["-", ".", "/", ","])
      let ordinal = tokens.word(before).map { ["st", "nd", "rd", "th", "e", "a", "of"].contains($0) } ?? false
      var dayIndex = ordinal ? tokens.back(from: before, over: ["-", ".", ":"]) : before
      // `10th of June`: two words after the figure.
      if ordinal, tokens.word(dayIndex) != nil { dayIndex -= 1 }
      if let dayOfMonth = tokens.number(dayIndex, digits: 1...2), (1...31).contains(dayOfMonth) {
        let yearIndex = tokens.forward(from: index, over: ["-", ".", "/", ",", "'", "’"])
        if let year = year(tokens, yearIndex), let day = civil(year, month, dayOfMonth) {
          return (day, dayIndex..<yearIndex + 1)
        }
      }
      if let found = american(tokens, index, month) { return found }
    }
    return nil
  }

  private static func american(_ tokens: MomentTokens, _ index: Int, _ month: Int) -> Found? {
    let dayIndex = tokens.forward(from: index, over: ["."])
    guard let dayOfMonth = tokens.number(dayIndex, digits: 1...2) else { return nil }
    var yearIndex = tokens.forward(from: dayIndex, over: [","])
    if let word = tokens.word(yearIndex), ["st", "nd", "rd", "th"].contains(word) {
      yearIndex = tokens.forward(from: yearIndex, over: [","])
    }
    // `Jun 10 08:30:00 2021`, as C's library writes it.
    if tokens.mark(yearIndex + 1) == ":" {
      let end = tokens.all.indices.first { $0 > yearIndex && (tokens.number($0, digits: 4...4) ?? 0) >= 1900 }
      guard let end, let year = year(tokens, end), let day = civil(year, month, dayOfMonth) else { return nil }
      return (day, index..<dayIndex + 1)
    }
    guard let year = year(tokens, yearIndex), let day = civil(year, month, dayOfMonth) else { return nil }
    return (day, index..<yearIndex + 1)
  }

  /// `10/6/2021`, `10.06.2021`, `6/10/2021 8:30 AM`: the day first, but before `AM` and `PM` or where it cannot be.
  private static func figures(_ tokens: MomentTokens) -> Found? {
    for index in tokens.all.indices {
      guard let first = tokens.number(index, digits: 1...2), let separator = tokens.mark(index + 1),
        "/.-".contains(separator), tokens.mark(index + 3) == separator,
        let second = tokens.number(index + 2, digits: 1...2), let year = year(tokens, index + 4)
      else { continue }
      let isAmerican = separator == "/" && tokens.all.indices.contains { ["am", "pm"].contains(tokens.word($0)) }
      let dayFirst = civil(year, second, first)
      let monthFirst = separator == "/" ? civil(year, first, second) : nil
      if let day = isAmerican ? monthFirst ?? dayFirst : dayFirst ?? monthFirst { return (day, index..<index + 5) }
    }
    return nil
  }

  /// A year of four figures, or of two or three as old mailers write it (RFC 5322 §4.3).
  private static func year(_ tokens: MomentTokens, _ index: Int) -> Int? {
    if let year = tokens.number(index, digits: 4...4) { return year }
    if let year = tokens.number(index, digits: 2...2) { return year < 50 ? 2000 + year : 1900 + year }
    return tokens.number(index, digits: 3...3).map { 1900 + $0 }
  }

  static func civil(_ year: Int, _ month: Int, _ day: Int) -> Day? {
    guard (1900...2200).contains(year), (1...12).contains(month), (1...31).contains(day) else { return nil }
    let result = Day(year: year, month: month, day: day)
    return result.civil == (year, month, day) ? result : nil
  }

  /// `08:30`, `08.30`, `8:30:15 PM`, `kl 8`.
  private static func clock(_ tokens: MomentTokens, without used: Range<Int>) -> (seconds: Int, end: Int)? {
    for index in tokens.all.indices where !used.contains(index) {
      guard var hour = tokens.number(index, digits: 1...2), let mark = tokens.mark(index + 1), ":.".contains(mark),
        let minute = tokens.number(index + 2, digits: 2...2), minute < 60, !used.contains(index + 2)
      else { continue }
      var second = 0
      var end = index + 3
      if tokens.mark(end) == mark, let number = tokens.number(end + 1, digits: 2...2), number <= 60 {
        second = number
        end += 2
      }
      // Fractions of a second.
      if tokens.mark(end) == ".", tokens.number(end + 1, digits: 1...9) != nil { end += 2 }
      switch tokens.word(end) {
      case "am": hour = hour == 12 ? 0 : hour
      case "pm": hour = hour < 12 ? hour + 12 : hour
      default: break
      }
      guard hour < 24 || (hour == 24 && minute == 0) else { continue }
      return (hour * 3600 + minute * 60 + second, end)
    }
    return nil
  }

  /// `+0200`, `+02:00`, `Z`, `CEST`; figures before names, because names are of many meanings.
  private static func offset(_ tokens: MomentTokens, after start: Int) -> Int? {
    for index in tokens.all.indices.dropFirst(start) {
      guard let sign = tokens.mark(index), sign == "+" || sign == "-" else { continue }
      if let packed = tokens.number(index + 1, digits: 4...4), packed % 100 < 60, packed / 100 <= 14 {
        return (sign == "-" ? -1 : 1) * (packed / 100 * 60 + packed % 100)
      }
      if let hours = tokens.number(index + 1, digits: 1...2), hours <= 14 {
        let minutes = tokens.mark(index + 2) == ":" ? tokens.number(index + 3, digits: 2...2) ?? 0 : 0
        return (sign == "-" ? -1 : 1) * (hours * 60 + min(minutes, 59))
      }
    }
    for index in tokens.all.indices.dropFirst(start) {
      if let word = tokens.word(index), let offset = zones[word] { return offset }
    }
    return nil
  }

  /// Minutes ahead of universal time (RFC 5322 §4.3, and Europe's).
  private static let zones: [String: Int] = [
    "z": 0, "ut": 0, "utc": 0, "gmt": 0, "wet": 0, "west": 60, "bst": 60, "cet": 60, "met": 60, "mez": 60,
    "cest": 120, "mest": 120, "mesz": 120, "eet": 120, "eest": 180, "est": -300, "edt": -240, "cst": -360,
    "cdt": -300, "mst": -420, "mdt": -360, "pst": -480, "pdt": -420,
  ]
}
