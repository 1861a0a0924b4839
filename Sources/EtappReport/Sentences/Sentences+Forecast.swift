package import EtappModel

/// A forecast in words.
extension Sentences {
  /// A few lines for a terminal: how sure each round is, a line for each office, and what costs the most.
  package func summary(_ forecast: Forecast) -> String {
    let offices = forecast.offices.sorted { ($0.round, $0.p50, $0.place) < ($1.round, $1.p50, $1.place) }
    let parts = [
      answer(forecast).joined(separator: "\n"),
      offices.map { "  " + line($0) }.joined(separator: "\n"),
      (costs(forecast) + [method(forecast)]).joined(separator: "\n"),
    ]
    return parts.filter { !$0.isEmpty }.joined(separator: "\n\n")
  }

  /// How sure each round is, and under which shocks.
  package func answer(_ forecast: Forecast) -> [String] {
    shocked(forecast) + forecast.rounds.map { kept($0, trials: forecast.trials) }
  }

  private func shocked(_ forecast: Forecast) -> [String] {
    guard !forecast.shocks.isEmpty else { return [] }
    let shocks = list(forecast.shocks.map { title($0) })
    return [say(en: "What if: \(shocks).", sv: "Tänk om: \(shocks).")]
  }

  // MARK: Rounds

  /// "Round 1: the probability that at least 11 of 13 offices are open by 31 December 2022 is 87% …."
  package func kept(_ round: RoundForecast, trials: Int) -> String {
    guard round.promised > 0 else { return "\(title(ofRound: round.round)): \(expected(round))" }
    let probability = round.probabilityKept
    let error = error(of: probability, trials: trials).map { " (\($0))" } ?? ""
    let (offices, day, chance) = (atLeast(round.promised, of: round), dates.day(round.by), chance(probability))
    let late = expectedOffices(round.expectedLate)
    return say(
      en:
        "\(title(ofRound: round.round)): the probability that \(offices) are open by \(day) is \(chance)\(error). Expected to be late: \(late).",
      sv:
        "\(title(ofRound: round.round)): sannolikheten att \(offices) är öppna senast \(day) är \(chance)\(error). Väntas bli sena: \(late)."
    )
  }

  /// "11.4 of 13 offices are expected to be open by 31 December 2022.", where nothing is promised.
  func expected(_ round: RoundForecast) -> String {
    let all = max(0, round.distribution.count - 1)
    let open = numbers.decimal(Double(all) - round.expectedLate, places: 1)
    return say(
      en: "\(open) of \(count(all, .office)) are expected to be open by \(dates.day(round.by)).",
      sv: "\(open) av \(count(all, .office)) väntas vara öppna senast \(dates.day(round.by)).")
  }

  /// `at least 11 of 13 offices`, `all 13 offices`, `both offices`.
  func atLeast(_ number: Int, of round: RoundForecast) -> String {
    let all = max(0, round.distribution.count - 1)
    if number >= all, all == 2 { return say(en: "both offices", sv: "båda kontoren") }
    guard number < all else { return say(en: "all \(count(all, .office))", sv: "alla \(count(all, .office))") }
    return say(
      en: "at least \(number) of \(count(all, .office))", sv: "minst \(number) av \(count(all, .office))")
  }

  // MARK: Offices

  /// "Berg: open by 12 May 2022 in half of the cases, by 3 August 2022 in 8 cases of 10 (the promise). …"
  package func line(_ office: OfficeForecast) -> String {
    let half = open(by: office.p50, in: 0.5)
    let likely = say(
      en: "by \(dates.day(office.p80)) in \(cases(0.8))", sv: "senast \(dates.day(office.p80)) i \(cases(0.8))")
    let promise =
      office.promise == office.p80
      ? say(en: " (the promise).", sv: " (löftet).") : ". " + promise(office)
    return "\(name(office.place)): \(half), \(likely)\(promise)" + (window(office).map { " " + $0 } ?? "")
  }

  /// "Promise: 3 August 2022."
  package func promise(_ office: OfficeForecast) -> String {
    say(en: "Promise: \(dates.day(office.promise)).", sv: "Löfte: \(dates.day(office.promise)).")
  }

  private func window(_ office: OfficeForecast) -> String? {
    inWindow(office).map { say(en: "In its window: \($0).", sv: "Inom sitt fönster: \($0).") }
  }

  /// `82% (± 0.4 percentage points)`; nil without a window.
  package func inWindow(_ office: OfficeForecast) -> String? {
    office.probabilityInWindow.map { probability in
      chance(probability) + (office.standardError.map { " (\(error($0)))" } ?? "")
    }
  }

  /// "A date is promised when it holds in 8 cases of 10."
  package func promiseMeaning() -> String {
    let cases = cases(work?.promise ?? 0.8)
    return say(
      en:
        "A promise is the earliest day by which the office is open in \(cases). The day of the schedule is earlier, because the schedule counts with middle values and with nothing going wrong.",
      sv:
        "Ett löfte är den tidigaste dag då kontoret är öppet i \(cases). Tidplanens dag är tidigare, eftersom tidplanen räknar med mittenvärden och med att inget går snett."
    )
  }

  // MARK: Causes

  /// The risks that cost the most, and the tasks that openings most often hang on.
  package func costs(_ forecast: Forecast) -> [String] {
    let drivers = forecast.drivers.sorted { ($1.daysAtP80, $0.risk) < ($0.daysAtP80, $1.risk) }
      .filter { $0.daysAtP80 > 0.05 || $0.officesInWindow > 0.005 }.prefix(3)
    let tasks = forecast.tasks.sorted { ($1.criticality, $0.task) < ($0.criticality, $1.task) }
      .filter { $0.criticality >= 0.05 }.prefix(3)
    return (drivers.isEmpty ? [] : [costliest(Array(drivers))]) + (tasks.isEmpty ? [] : [hangsOften(Array(tasks))])
  }

  private func costliest(_ drivers: [DriverEffect]) -> String {
    let costs = drivers.map { "\(title($0.risk)) (\(cost($0)))" }
    return say(
      en: "What costs the most: \(list(costs)).", sv: "Det som kostar mest: \(list(costs)).")
  }

  /// "12 days and 0.8 offices in time": what would be gained without a risk.
  func cost(_ driver: DriverEffect) -> String {
    let offices = expectedOffices(driver.officesInWindow)
    return say(
      en: "\(days(driver.daysAtP80)) and \(offices) in time", sv: "\(days(driver.daysAtP80)) och \(offices) i tid")
  }

  /// "74%, correlation 0.31, 9 days": how often an opening hangs on a task, how far it tells the opening, what it costs.
  func weight(of task: TaskEffect) -> String {
    let correlation = numbers.decimal(task.cruciality, places: 2)
    return say(
      en: "\(chance(task.criticality)), correlation \(correlation), \(days(task.daysAtP80))",
      sv: "\(chance(task.criticality)), samband \(correlation), \(days(task.daysAtP80))")
  }

  private func hangsOften(_ tasks: [TaskEffect]) -> String {
    let parts = tasks.map { "\(title($0.task)) (\(chance($0.criticality)))" }
    return say(
      en: "Openings hang most often on \(list(parts)).", sv: "Öppningar hänger oftast på \(list(parts)).")
  }

  // MARK: Method

  /// Trials, seed and standard error: what anybody needs to come to the same figures.
  package func method(_ forecast: Forecast) -> String {
    let (trials, seed) = (count(forecast.trials, .trial), String(forecast.seed))
    let error = error(forecast.standardError)
    return say(
      en:
        "From \(trials) \(duration(forecast.seconds)), seed \(seed); the standard error of a probability is at most \(error).",
      sv:
        "Ur \(trials) \(duration(forecast.seconds)), slumpfrö \(seed); en sannolikhets medelfel är högst \(error).")
  }
}
