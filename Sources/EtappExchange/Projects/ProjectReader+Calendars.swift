import EtappModel

extension ProjectReader {
  mutating func calendar(_ element: XMLElement) -> ProjectFile.Calendar? {
    guard let uid = elements.uid(element) else { return nil }
    elements.check(element, known: ["UID", "Name", "IsBaseCalendar", "BaseCalendarUID", "WeekDays", "Exceptions"])
    var calendar = ProjectFile.Calendar(
      uid: uid, name: elements.text(element, "Name"), isBase: elements.flag(element, "IsBaseCalendar") ?? true,
      base: reference(element, "BaseCalendarUID"))
    var olderExceptions: [ProjectFile.Exception] = []
    for day in element.child("WeekDays")?.all("WeekDay") ?? [] {
      // Before 2007 an exception was a day of the week of type 0; newer files write both.
      if elements.integer(day, "DayType") == 0 {
        if let exception = exception(day) { olderExceptions.append(exception) }
      } else if let day = weekDay(day) {
        calendar.week.append(day)
      }
    }
    for exception in element.child("Exceptions")?.all("Exception") ?? [] {
      if let exception = self.exception(exception) { calendar.exceptions.append(exception) }
    }
    let known = Set(calendar.exceptions.map { [$0.from, $0.to] })
    calendar.exceptions += olderExceptions.filter { !known.contains([$0.from, $0.to]) }
    return calendar
  }

  private mutating func weekDay(_ element: XMLElement) -> ProjectFile.WeekDay? {
    guard let number = elements.integer(element, "DayType", within: 1...7), let day = Weekday(projectNumber: number)
    else { return nil }
    elements.check(element, known: ["DayType", "DayWorking", "WorkingTimes", "TimePeriod"])
    return ProjectFile.WeekDay(
      day: day, isWorking: elements.flag(element, "DayWorking") ?? false, times: times(element))
  }

  private mutating func exception(_ element: XMLElement) -> ProjectFile.Exception? {
    let period = element.child("TimePeriod") ?? element
    guard let from = elements.moment(period, "FromDate")?.day, let to = elements.moment(period, "ToDate")?.day else {
      elements.say(
        .warning,
        Text(en: "A calendar's exception has no dates.", sv: "Ett undantag i en kalender har inga datum."),
        row: element.row, element.name, nil)
      return nil
    }
    // 1 is daily and 9 none; the others repeat, and taken as one stretch would close years.
    let type = elements.integer(element, "Type") ?? 1
    guard [0, 1, 9].contains(type) || from == to else {
      elements.say(
        .warning,
        Text(
          en: "A calendar's exception that repeats by a rule was passed over.",
          sv: "Ett undantag i en kalender som upprepas enligt en regel lästes inte."), row: element.row, "Type",
        elements.text(element, "Name"))
      return nil
    }
    return ProjectFile.Exception(
      name: elements.text(element, "Name"), from: min(from, to), to: max(from, to),
      isWorking: elements.flag(element, "DayWorking") ?? false, times: times(element))
  }

  private mutating func times(_ element: XMLElement) -> [ProjectFile.WorkingTime] {
    var times: [ProjectFile.WorkingTime] = []
    for time in element.child("WorkingTimes")?.all("WorkingTime") ?? [] {
      // An empty stretch stands for none.
      let (from, to) = (elements.text(time, "FromTime").trimmed, elements.text(time, "ToTime").trimmed)
      guard !from.isEmpty, !to.isEmpty else { continue }
      guard let first = ProjectMoment.second(from), let last = ProjectMoment.second(to) else {
        elements.say(
          .warning, Text(en: "Not a time of day written hh:mm:ss.", sv: "Inte en tid på dagen skriven hh:mm:ss."),
          row: time.row, "WorkingTime", "\(from) – \(to)")
        continue
      }
      times.append(ProjectFile.WorkingTime(from: first, to: last))
    }
    return times
  }
}
