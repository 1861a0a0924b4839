package import EtappModel

/// Days as a language writes them: `27 maj 2021`, `27 May 2021`.
package struct DateFormat: Hashable, Sendable {
  package let language: Language

  package init(_ language: Language) {
    self.language = language
  }

  private static let months: [Language: [String]] = [
    .swedish: [
      "januari", "februari", "mars", "april", "maj", "juni", "juli", "augusti", "september", "oktober", "november",
      "december",
    ],
    .english: [
      "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
      "December",
    ],
  ]

  package func day(_ day: Day) -> String {
    let (year, month, number) = day.civil
    return "\(number)\u{A0}\(name(ofMonth: month)) \(year)"
  }

  /// The day with the first letters of its month, where room is short: `3 maj 2022`, `12 sep 2022`.
  package func short(_ day: Day) -> String {
    let (year, month, number) = day.civil
    return "\(number)\u{A0}\(name(ofMonth: month).prefix(3))\u{A0}\(year)"
  }

  /// The month of a day: `maj 2021`, `May 2021`.
  package func month(_ day: Day) -> String {
    let (year, month, _) = day.civil
    return "\(name(ofMonth: month))\u{A0}\(year)"
  }

  /// The name of a month, 1 to 12.
  package func name(ofMonth month: Int) -> String {
    guard let names = Self.months[language], names.indices.contains(month - 1) else { return String(month) }
    return names[month - 1]
  }

  /// A span of days, saying nothing twice: `2022` for a whole year, `1 mars – 30 juni 2022` inside one.
  package func span(_ from: Day, _ to: Day) -> String {
    let (first, last) = (from.civil, to.civil)
    guard first.year == last.year else { return "\(day(from)) – \(day(to))" }
    if (first.month, first.day) == (1, 1), (last.month, last.day) == (12, 31) { return String(first.year) }
    return "\(first.day)\u{A0}\(name(ofMonth: first.month)) – \(day(to))"
  }
}
