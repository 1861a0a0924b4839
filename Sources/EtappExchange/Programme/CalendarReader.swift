import EtappModel
import Yams

/// Reads `calendars`: which days are worked, by name.
struct CalendarReader {
  let findings: Findings

  /// The calendars, in the order of the file; one may be `like` any above it.
  func read(_ root: Record) -> [WorkCalendar] {
    guard let record = root.record("calendars") else { return [] }
    var calendars: [WorkCalendar] = []
    for (key, node) in record.members {
      guard let entry = Record(node, key, findings: findings) else { continue }
      calendars.append(calendar(key, entry, known: calendars))
      entry.finish("calendars")
    }
    return calendars
  }

  private func calendar(_ key: String, _ entry: Record, known: [WorkCalendar]) -> WorkCalendar {
    var calendar = WorkCalendar(id: ID(key), title: entry.text("title") ?? Text(key))
    if let model = model(entry, known: known) {
      calendar.week = model.week
      calendar.holidays = model.holidays
      calendar.closures = model.closures
    }
    if entry.has("week") {
      // A list that is empty, or holds no day that is understood, has been said already.
      let week = Set(entry.names("week").compactMap { weekday($0, "week") })
      if !week.isEmpty { calendar.week = week }
    }
    calendar.holidays += entry.list("holidays").compactMap { holiday($0) }
    calendar.closures += entry.list("closed").compactMap { closure($0) }
    checkWorks(calendar, entry)
    return calendar
  }

  private func model(_ entry: Record, known: [WorkCalendar]) -> WorkCalendar? {
    guard let name = entry.string("like") else { return nil }
    if let model = known.first(where: { $0.id.code == name }) { return model }
    findings.error(
      "There is no calendar of this name above.", "Det finns ingen kalender med detta namn ovanför.", row: entry.row,
      column: "like", value: name, maybe: Names.nearest(to: name, among: known.map(\.id.code), limit: 1).first)
    return nil
  }

  /// A calendar that never works would make everything last for ever.
  private func checkWorks(_ calendar: WorkCalendar, _ entry: Record) {
    let start = Day(year: 2001, month: 1, day: 1)
    guard !(0..<800).contains(where: { calendar.isWorking(start + $0) }) else { return }
    findings.error(
      "No day is worked in this calendar.", "Ingen dag är arbetsdag i denna kalender.", row: entry.row,
      column: calendar.id.code)
  }

  // MARK: Days

  private static let weekdays: [String: Weekday] = [
    "monday": .monday, "tuesday": .tuesday, "wednesday": .wednesday, "thursday": .thursday, "friday": .friday,
    "saturday": .saturday, "sunday": .sunday,
  ]

  private func weekday(_ node: Node, _ key: String) -> Weekday? {
    let word = node.scalar?.string ?? ""
    if let day = Self.weekdays[word.lowercased()] { return day }
    findings.error(
      "“\(key)” names days of the week in English.", "”\(key)” tar veckodagar på engelska.", row: node.mark?.line,
      column: key, value: word,
      maybe: Names.nearest(to: word, among: Self.weekdays.keys.sorted(), limit: 1).first ?? "monday")
    return nil
  }

  private func holiday(_ node: Node) -> Holiday? {
    guard let record = Record(node, "holidays", findings: findings) else { return nil }
    defer { record.finish("holidays") }
    let title = record.text("name") ?? ""
    guard let rule = rule(record) else { return nil }
    return Holiday(title: title, date: rule)
  }

  /// `date: 01-06`, `easter: -2`, `weekday: friday, from: 06-19` or `day: 2022-05-05`.
  private func rule(_ record: Record) -> Holiday.Rule? {
    if record.has("date") { return monthDay(record, "date").map { .fixed($0) } }
    if record.has("easter") { return easter(record).map { .easter($0) } }
    if record.has("day") { return record.day("day").map { .once($0) } }
    if let node = record.node("weekday") {
      guard let weekday = weekday(node, "weekday"), let from = monthDay(record, "from") else { return nil }
      return .weekday(weekday, from: from)
    }
    findings.error(
      "The holiday does not say when it is.", "Helgdagen säger inte när den är.", row: record.row, column: "date",
      maybe: "date: 01-01, easter: -2, weekday: friday, from: 06-19")
    return nil
  }

  /// Days from Easter Sunday that stay inside the year, whenever Easter is.
  private func easter(_ record: Record) -> Int? {
    guard let offset = record.integer("easter") else { return nil }
    if (-80...250).contains(offset) { return offset }
    findings.error(
      "“easter” counts days from Easter Sunday and stays inside the year.",
      "”easter” räknar dagar från påskdagen och stannar inom året.", row: record.node("easter")?.mark?.line,
      column: "easter", value: "\(offset)", maybe: "easter: -2")
    return nil
  }

  private func monthDay(_ record: Record, _ key: String) -> MonthDay? {
    let text = record.string(key) ?? ""
    if let day = MonthDay(text) { return day }
    findings.error(
      "“\(key)” should be a date of every year, written MM-DD.",
      "”\(key)” ska vara ett datum som gäller varje år, skrivet MM-DD.",
      row: record.node(key)?.mark?.line ?? record.row,
      column: key, value: text, maybe: "06-19")
    return nil
  }

  // MARK: Closures

  private func closure(_ node: Node) -> Closure? {
    guard let record = Record(node, "closed", findings: findings) else { return nil }
    defer { record.finish("closed") }
    let title = record.text("name") ?? ""
    if record.has("weeks") { return weeks(record).map { Closure(title: title, when: .weeks($0)) } }
    guard let from = record.string("from"), let to = record.string("to") else {
      findings.error(
        "A closure needs “from” and “to”, or “weeks”.", "En stängning behöver ”from” och ”to”, eller ”weeks”.",
        row: record.row, column: "closed", maybe: "{from: 07-01, to: 07-31}")
      return nil
    }
    if let first = Day(from), let last = Day(to) {
      if last < first {
        findings.error(
          "The closure ends before it begins.", "Stängningen slutar innan den börjar.", row: record.row,
          column: "closed", value: "\(first) – \(last)", maybe: "from: \(last), to: \(first)")
      }
      return Closure(title: title, when: .once(from: min(first, last), to: max(first, last)))
    }
    guard let first = monthDay(record, "from"), let last = monthDay(record, "to") else { return nil }
    return Closure(title: title, when: .yearly(from: first, to: last))
  }

  /// `weeks: 28-31`, ISO weeks of every year.
  private func weeks(_ record: Record) -> ClosedRange<Int>? {
    let text = record.string("weeks") ?? ""
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    let ends = parts.compactMap { Int($0) }
    if let first = ends.first, let last = ends.last, ends.count == parts.count, ends.count <= 2,
      (1...53).contains(first), first <= last, last <= 53
    {
      return first...last
    }
    findings.error(
      "“weeks” should be weeks of the year, first and last.", "”weeks” ska vara årets veckor, första och sista.",
      row: record.node("weeks")?.mark?.line, column: "weeks", value: text, maybe: "28-31")
    return nil
  }
}
