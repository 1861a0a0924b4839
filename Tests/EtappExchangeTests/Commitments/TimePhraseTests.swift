import EtappModel
import Testing

@testable import EtappExchange

@Suite struct `Times in words` {
  /// Thursday of week 23.
  static let written = Day(year: 2021, month: 6, day: 10)

  /// What is said, and the days that are meant; `@` the day it is written, `~` before them what is vague.
  static let phrases: [(phrase: String, days: String)] = table(
    """
    2021-10-15 = 2021-10-15..2021-10-15
    20211015 = 2021-10-15..2021-10-15
    den 15 oktober 2021 = 2021-10-15..2021-10-15
    den 15 oktober = 2021-10-15..2021-10-15
    15 oktober = 2021-10-15..2021-10-15
    den 15:e oktober = 2021-10-15..2021-10-15
    den femtonde oktober = 2021-10-15..2021-10-15
    15/10 = 2021-10-15..2021-10-15
    15/10-21 = 2021-10-15..2021-10-15
    15/10 2022 = 2022-10-15..2022-10-15
    15.10.2021 = 2021-10-15..2021-10-15
    fredagen den 15 oktober = 2021-10-15..2021-10-15
    den 3 maj = 2022-05-03..2022-05-03
    den 15:e = 2021-06-15..2021-06-15
    den 5:e = 2021-07-05..2021-07-05
    senast den 15 oktober = @..2021-10-15
    senast i oktober = @..2021-10-31
    senast vecka 42 = @..2021-10-24
    senast på fredag = @..2021-06-11
    den 15 oktober senast = @..2021-10-15
    till och med den 15 oktober = @..2021-10-15
    t.o.m. den 15 oktober = @..2021-10-15
    fram till den 15 oktober = @..2021-10-15
    före den 15 oktober = @..2021-10-14
    innan oktober = @..2021-09-30
    efter den 15 oktober = 2021-10-16..
    från och med den 15 oktober = 2021-10-15..
    fr.o.m. 1 januari 2022 = 2022-01-01..
    tidigast i oktober = 2021-10-01..
    mellan den 1 och 15 mars = 2022-03-01..2022-03-15
    1–15 mars = 2022-03-01..2022-03-15
    den 28 februari–15 mars = 2022-02-28..2022-03-15
    från den 1 mars till den 15 april = 2022-03-01..2022-04-15
    2021-10-01–2021-10-15 = 2021-10-01..2021-10-15
    i oktober = 2021-10-01..2021-10-31
    i juni = 2021-06-01..2021-06-30
    i maj = 2022-05-01..2022-05-31
    i oktober månad 2022 = 2022-10-01..2022-10-31
    under september–oktober = 2021-09-01..2021-10-31
    under nov. 2021–feb. 2022 = 2021-11-01..2022-02-28
    jan-feb = 2022-01-01..2022-02-28
    i slutet av oktober 2021 = ~2021-10-21..2021-10-31
    i början av oktober = ~2021-10-01..2021-10-10
    i mitten av oktober = ~2021-10-11..2021-10-20
    i slutet på februari 2024 = ~2024-02-21..2024-02-29
    i månadsskiftet september/oktober = ~2021-09-26..2021-10-05
    under 2022 = 2022-01-01..2022-12-31
    huvudsakligen under 2023 = ~2023-01-01..2023-12-31
    under 2022–2023 = 2022-01-01..2023-12-31
    i början av 2022 = ~2022-01-01..2022-03-31
    i slutet av året = ~2021-10-01..2021-12-31
    i början av nästa år = ~2022-01-01..2022-03-31
    under första halvåret 2022 = 2022-01-01..2022-06-30
    under andra halvåret = 2021-07-01..2021-12-31
    H1 2022 = 2022-01-01..2022-06-30
    kvartal 3 = 2021-07-01..2021-09-30
    Q3 2022 = 2022-07-01..2022-09-30
    2022 Q3 = 2022-07-01..2022-09-30
    under tredje kvartalet = 2021-07-01..2021-09-30
    under kvartal 3–4 = 2021-07-01..2021-12-31
    under första kvartalet nästa år = 2022-01-01..2022-03-31
    i slutet av tredje kvartalet = ~2021-09-01..2021-09-30
    v. 42 = 2021-10-18..2021-10-24
    v42 = 2021-10-18..2021-10-24
    vecka 42 = 2021-10-18..2021-10-24
    vecka 42-44 = 2021-10-18..2021-11-07
    vecka 2 = 2022-01-10..2022-01-16
    vecka 53 2020 = 
    vecka 53 = 2026-12-28..2027-01-03
    i början av vecka 42 = ~2021-10-18..2021-10-19
    på onsdag v. 42 = 2021-10-20..2021-10-20
    i höst = ~2021-09-01..2021-11-30
    i vår = ~2022-03-01..2022-05-31
    i vinter = ~2021-12-01..2022-02-28
    under hösten = ~2021-09-01..2021-11-30
    till våren 2022 = ~2022-03-01..2022-05-31
    i början av hösten = ~2021-09-01..2021-09-30
    efter sommaren = ~2021-09-01..2021-09-30
    före sommaren 2022 = ~@..2022-05-31
    efter semestern = ~2021-08-01..2021-08-31
    vid årsskiftet = ~2021-12-27..2022-01-05
    vid årsskiftet 2022/2023 = ~2022-12-27..2023-01-05
    efter årsskiftet = ~2022-01-01..2022-01-31
    före årsskiftet = @..2021-12-31
    vid halvårsskiftet 2022 = ~2022-06-26..2022-07-05
    innan jul = ~@..2021-12-23
    efter påsk = ~2022-04-19..2022-05-18
    före midsommar = ~@..2021-06-24
    inom två veckor = @..2021-06-24
    inom 14 dagar = @..2021-06-24
    inom fem arbetsdagar = @..2021-06-17
    inom några veckor = ~@..2021-07-01
    inom de närmaste två veckorna = @..2021-06-24
    inom en månad = @..2021-07-10
    inom oktober månad = 2021-10-01..2021-10-31
    om tre månader = 2021-09-10..2021-09-10
    om en vecka = 2021-06-17..2021-06-17
    om 2–3 veckor = ~2021-06-24..2021-07-01
    två veckor före jul = 2021-12-10..2021-12-10
    nästa vecka = 2021-06-14..2021-06-20
    nästa månad = 2021-07-01..2021-07-31
    nästa år = 2022-01-01..2022-12-31
    i slutet av nästa vecka = ~2021-06-17..2021-06-18
    kommande vecka = 2021-06-14..2021-06-20
    i veckan = 2021-06-07..2021-06-13
    i år = 2021-01-01..2021-12-31
    i dag = @..@
    i morgon = 2021-06-11..2021-06-11
    på måndag = 2021-06-14..2021-06-14
    på torsdag = 2021-06-17..2021-06-17
    fredag nästa vecka = 2021-06-18..2021-06-18
    omgående = ~@..
    snarast = ~@..
    så snart som möjligt = ~@..
    inom kort = ~@..
    före utgången av oktober = @..2021-10-31
    före årets slut = @..2021-12-31
    sista fredagen i oktober = 2021-10-29..2021-10-29
    första veckan i november = ~2021-11-01..2021-11-07
    omkring den 15 oktober = ~2021-10-12..2021-10-18
    by 15 October = @..2021-10-15
    no later than October 15, 2021 = @..2021-10-15
    on 15th October = 2021-10-15..2021-10-15
    on the 15th of October = 2021-10-15..2021-10-15
    before 15 October = @..2021-10-14
    after 15 October = 2021-10-16..
    from 1 March 2022 = 2022-03-01..
    between 1 and 15 March = 2022-03-01..2022-03-15
    from March to May = 2022-03-01..2022-05-31
    at the end of October = ~2021-10-21..2021-10-31
    by the end of October = @..2021-10-31
    by the end of the year = @..2021-12-31
    in mid-October = ~2021-10-11..2021-10-20
    in early 2022 = ~2022-01-01..2022-03-31
    in the first half of 2022 = 2022-01-01..2022-06-30
    in Q3 = 2021-07-01..2021-09-30
    in the third quarter of 2022 = 2022-07-01..2022-09-30
    in week 42 = 2021-10-18..2021-10-24
    within two weeks = @..2021-06-24
    in two weeks = 2021-06-24..2021-06-24
    next week = 2021-06-14..2021-06-20
    next month = 2021-07-01..2021-07-31
    tomorrow = 2021-06-11..2021-06-11
    on Monday = 2021-06-14..2021-06-14
    this autumn = ~2021-09-01..2021-11-30
    in spring 2022 = ~2022-03-01..2022-05-31
    after the summer = ~2021-09-01..2021-09-30
    before Christmas = ~@..2021-12-23
    as soon as possible = ~@..
    during 2022 = 2022-01-01..2022-12-31
    i slutet av okto-|ber = ~2021-10-21..2021-10-31
    senast den l5 oktober = @..2021-10-15
    under forsta halvaret 2022 = 2022-01-01..2022-06-30
    under f6rsta halv6ret 2022 = 2022-01-01..2022-06-30
    fore arsskiftet = @..2021-12-31
    """)

  private static func table(_ text: String) -> [(phrase: String, days: String)] {
    text.split(separator: "\n").compactMap { line in
      guard let equal = line.firstIndex(of: "=") else { return nil }
      let phrase = line[..<equal].dropLast().replacing("|", with: "\n")
      return (String(phrase), String(line[line.index(after: equal)...].drop { $0 == " " }))
    }
  }

  @Test func `are of more than eighty kinds`() {
    #expect(Self.phrases.count > 80)
  }

  @Test(arguments: phrases)
  func `mean days counted from the letter`(phrase: String, days: String) throws {
    let isEnglish = phrase.unicodeScalars.allSatisfy(\.isASCII) && Self.english.contains { phrase.hasPrefix($0) }
    let body = (isEnglish ? "We will reply " : "Vi återkommer ") + phrase + "."
    let found = CommitmentReader.read(body: body, written: Self.written)
    guard !days.isEmpty else {
      #expect(found.allSatisfy { $0.interval == DayInterval() }, "\(phrase): \(found)")
      return
    }
    let commitment = try #require(found.first, "\(phrase)")
    #expect(found.count == 1 && LabelledLetters.days(commitment, Self.written) == days, "\(phrase)")
    #expect(commitment.side == .sender)
    #expect(commitment.phrase.map { body.contains($0) } ?? false)
  }

  private static let english = [
    "by ", "no ", "on ", "before ", "after ", "from ", "between ", "at ", "in ", "within ", "next ", "tomorrow",
    "this ", "as ", "during ",
  ]

  /// Weeks, days and quarters of every year against a plain count of days.
  @Test func `find every week, month and day of fifty years`() throws {
    let resolver = TimeResolver(written: Self.written)
    var day = Day(year: 2000, month: 1, day: 1)
    let last = Day(year: 2050, month: 12, day: 31)
    while day <= last {
      let civil = day.civil
      let exact = try #require(resolver.days(.day(.named(civil.year), month: civil.month, day: civil.day)))
      #expect(exact.from == day && exact.to == day)
      let week = try #require(resolver.days(.week(day.week.week, .named(day.week.year))))
      #expect(week.from <= day && day <= week.to && week.to - week.from == 6)
      let month = try #require(resolver.days(.month(civil.month, .named(civil.year))))
      #expect(month.from <= day && day <= month.to && month.from.civil.day == 1)
      day = day + 1
    }
  }

  @Test func `never come before the letter without a year`() throws {
    for offset in 0..<800 {
      let written = Day(year: 2020, month: 1, day: 1) + offset
      let resolver = TimeResolver(written: written)
      for month in 1...12 {
        let days = try #require(resolver.days(.month(month, nil)))
        #expect(days.to >= written && days.from - written < 366)
        let day = try #require(resolver.days(.day(nil, month: month, day: 28)))
        #expect(day.from >= written && day.from - written < 367)
      }
      for week in 1...52 {
        let days = try #require(resolver.days(.week(week, nil)))
        #expect(days.to >= written && days.from - written < 378)
      }
    }
  }
}
