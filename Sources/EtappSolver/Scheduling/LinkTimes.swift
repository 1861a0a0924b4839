/// What links say about times, with the calendars of the activities at both ends.
struct LinkTimes: Sendable {
  let durations: [Int32]
  let links: [Project.Link]
  let calendars: [PatternCalendar]
  let calendarOf: [Int32]

  init(durations: [Int32], links: [Project.Link], calendars: [PatternCalendar], calendarOf: [Int32]) {
    self.durations = durations
    self.links = links
    self.calendars = calendars
    self.calendarOf = calendarOf
  }

  init(_ project: FlatProject) {
    self.init(
      durations: project.durations, links: project.links, calendars: project.calendars,
      calendarOf: project.calendarOf)
  }

  private func calendar(_ flat: Int) -> PatternCalendar? {
    calendarOf[flat] < 0 ? nil : calendars[Int(calendarOf[flat])]
  }

  /// The day after the last day of work.
  func finish(of flat: Int, start: Int) -> Int {
    let duration = Int(durations[flat])
    guard let calendar = calendar(flat) else { return start + duration }
    return calendar.finish(start: start, duration: duration)
  }

  /// The first day from `day` on that it makes sense to start on; a milestone may come on any.
  func workingDay(of flat: Int, from day: Int) -> Int {
    guard let calendar = calendar(flat), durations[flat] > 0 else { return day }
    return calendar.next(from: day)
  }

  /// The last day up to `day` that it makes sense to start on; a milestone may come on any.
  func workingDay(of flat: Int, upTo day: Int) -> Int {
    guard let calendar = calendar(flat), durations[flat] > 0 else { return day }
    return calendar.previous(upTo: day)
  }

  /// The first start with a finish on `day` or later.
  func start(of flat: Int, finishingFrom day: Int) -> Int {
    let duration = Int(durations[flat])
    return calendar(flat)?.start(finishingFrom: day, duration: duration) ?? day - duration
  }

  /// The last start with a finish on `day` or earlier; below 0 where there is none.
  func start(of flat: Int, finishingBy day: Int) -> Int {
    let duration = Int(durations[flat])
    return calendar(flat)?.start(finishingBy: day, duration: duration) ?? day - duration
  }

  /// The earliest start that an arc allows, its predecessor starting on `other`.
  func start(of flat: Int, after arc: FlatProject.Arc, _ other: Int) -> Int {
    let link = links[Int(arc.link)]
    switch link.kind {
    case .finishStart: return finish(of: Int(arc.other), start: other) + link.lag
    case .startStart: return other + link.lag
    case .finishFinish: return start(of: flat, finishingFrom: finish(of: Int(arc.other), start: other) + link.lag)
    case .startFinish: return start(of: flat, finishingFrom: other + link.lag)
    }
  }

  /// The latest start that an arc allows, its successor starting on `other`.
  func start(of flat: Int, before arc: FlatProject.Arc, _ other: Int) -> Int {
    let link = links[Int(arc.link)]
    switch link.kind {
    case .finishStart: return start(of: flat, finishingBy: other - link.lag)
    case .startStart: return other - link.lag
    case .finishFinish: return start(of: flat, finishingBy: finish(of: Int(arc.other), start: other) - link.lag)
    case .startFinish: return finish(of: Int(arc.other), start: other) - link.lag
    }
  }
}
