package import EtappModel

/// Small sentences of the schedule and the forecast on the page.
extension Sentences {
  func tasksCaption(_ opening: Opening) -> String {
    say(en: "The tasks of \(name(opening.place))", sv: "Uppgifterna i \(name(opening.place))")
  }

  /// The days of a task that its own calendar works: those that the work itself takes.
  package func worked(_ task: ScheduledTask, in schedule: Schedule) -> Int {
    guard let work, let id = work.task(task.task)?.calendar, let own = work.calendars.first(where: { $0.id == id })
    else { return task.end - task.first }
    return (task.first..<max(task.first, task.end)).count { own.isWorking(schedule.timeline[$0]) }
  }

  /// Working days a task can slip; where nothing may, what hangs on it.
  package func float(_ task: ScheduledTask) -> String {
    guard task.isCritical else { return numbers.whole(task.float) }
    return say(en: "none: the last opening hangs on it", sv: "ingen: den sista öppningen hänger på den")
  }

  /// `8 days later`, against the baseline.
  package func moved(from earlier: Day, to day: Day) -> String {
    let days = count(abs(day - earlier), .day)
    if earlier == day { return say(en: "not moved", sv: "oförändrat") }
    return earlier < day
      ? say(en: "now \(days) later", sv: "nu \(days) senare")
      : say(en: "now \(days) earlier", sv: "nu \(days) tidigare")
  }

  /// `26 of 28 in time`.
  package func inTime(_ schedule: Schedule) -> String {
    let (number, all) = (schedule.openings.count { $0.late == 0 }, schedule.openings.count)
    return say(en: "\(number) of \(all) in time", sv: "\(number) av \(all) i tid")
  }

  /// `at least 11 of 13 in time`, what a round promises in short.
  package func promisedInTime(_ round: RoundForecast) -> String {
    let all = max(0, round.distribution.count - 1)
    guard round.promised < all else { return say(en: "all \(all) in time", sv: "alla \(all) i tid") }
    return say(
      en: "at least \(round.promised) of \(all) in time", sv: "minst \(round.promised) av \(all) i tid")
  }

  func chainGist(_ steps: Int, to opening: Opening) -> String {
    say(
      en: "\(steps) \(steps == 1 ? "step" : "steps"), to \(dates.day(opening.day))",
      sv: "\(steps) steg, till \(dates.day(opening.day))")
  }

  // MARK: People

  func title(_ load: ResourceLoad) -> String {
    load.region.map { "\(title(load.resource)), \($0)" } ?? title(load.resource)
  }

  /// `3`, `2–4` where there are more at times.
  func units(_ load: ResourceLoad) -> String { units(load.capacity) }

  func units(_ steps: [Resource.Step]) -> String {
    let units = steps.map(\.units)
    guard let low = units.min(), let high = units.max() else { return "–" }
    return low == high ? numbers.whole(low) : "\(numbers.whole(low))–\(numbers.whole(high))"
  }

  /// `4 in each region (NUTS 1)`.
  func units(_ resource: Resource, in division: String?) -> String {
    let units = units(resource.capacity + resource.regional.values.flatMap { $0 })
    return division.map { say(en: "\(units) in each region (\($0))", sv: "\(units) i varje region (\($0))") } ?? units
  }

  // MARK: Forecast

  /// The caption of a round's ladder of numbers.
  func open(by day: Day) -> String {
    say(en: "Open by \(dates.day(day))", sv: "Öppna senast \(dates.day(day))")
  }

  /// "open by then in 8 cases of 10", for a legend.
  func promiseGist() -> String {
    let cases = cases(work?.promise ?? 0.8)
    return say(en: "open by then in \(cases)", sv: "öppet senast då i \(cases)")
  }

  package func between(_ office: OfficeForecast) -> String {
    say(
      en: "Opens between \(dates.day(office.p10)) and \(dates.day(office.p90)) in \(cases(0.8))",
      sv: "Öppnar mellan \(dates.day(office.p10)) och \(dates.day(office.p90)) i \(cases(0.8))")
  }

  package func likely(_ office: OfficeForecast) -> String { sentence(open(by: office.p80, in: 0.8)) }

  func curveTitle(_ round: RoundForecast) -> String {
    say(
      en: "\(title(ofRound: round.round)): offices open by each day",
      sv: "\(title(ofRound: round.round)): kontor som är öppna varje dag")
  }

  /// What the curve shows, for those who do not see it.
  func curveWords(_ round: RoundForecast) -> String {
    let at = round.curve.last { $0.day <= round.by }
    let (day, number) = (dates.day(round.by), count(round.promised, .office))
    let promised = say(
      en: "\(number) are promised by \(day); the probability is \(chance(round.probabilityKept)).",
      sv: "\(number) är lovade till \(day); sannolikheten är \(chance(round.probabilityKept)).")
    guard let at else { return promised }
    let expected = numbers.decimal(at.expected, places: 1)
    return say(
      en:
        "By \(day) \(expected) are expected to be open, in \(cases(0.8)) between \(at.low) and \(at.high). \(promised)",
      sv: "Till \(day) väntas \(expected) vara öppna, i \(cases(0.8)) mellan \(at.low) och \(at.high). \(promised)")
  }

  /// How many are expected to be late, and how far off the probability may be.
  func doubts(_ round: RoundForecast, trials: Int) -> String {
    let late = expectedOffices(round.expectedLate)
    let error = error(of: round.probabilityKept, trials: trials)
    return say(
      en: "Expected to be late: \(late)." + (error.map { " Standard error \($0)." } ?? ""),
      sv: "Väntas bli sena: \(late)." + (error.map { " Medelfel \($0)." } ?? ""))
  }

  /// The promise of a round beside its probability: "at least 11 of 13 offices open by 31 December 2022".
  package func promised(_ round: RoundForecast) -> String {
    let (offices, day) = (atLeast(round.promised, of: round), dates.day(round.by))
    return say(en: "\(offices) open by \(day)", sv: "\(offices) öppna senast \(day)")
  }
}
