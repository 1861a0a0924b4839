package import EtappModel

/// How openings have moved between kept schedules, in words.
extension Sentences {
  var trendTitle: String { say(en: "How the openings have moved", sv: "Hur öppningarna har flyttats") }

  /// "Since the first of 4 schedules (3 May 2021) 9 of 28 offices open later, 2 earlier; most: Berg, 41 days later."
  package func gist(_ trend: MilestoneTrend) -> String {
    guard let first = trend.reports.first else { return "" }
    let moved = trend.lines.filter { $0.moved != nil }
    let later = moved.count { ($0.moved ?? 0) > 0 }
    let earlier = moved.count { ($0.moved ?? 0) < 0 }
    let schedules = trend.reports.count
    let head = say(
      en:
        "Since the first of \(schedules) schedules (\(dates.day(first.day))), \(later) of \(count(moved.count, .office)) open later and \(earlier) earlier.",
      sv:
        "Sedan den första av \(schedules) tidplaner (\(dates.day(first.day))) öppnar \(later) av \(count(moved.count, .office)) senare och \(earlier) tidigare."
    )
    guard let most = moved.max(by: { abs($0.moved ?? 0) < abs($1.moved ?? 0) }), most.moved != 0 else { return head }
    return head + " " + say(en: "Most: \(trendLabel(most)).", sv: "Mest: \(trendLabel(most)).")
  }

  /// `Berg, 41 days later`.
  func trendLabel(_ line: MilestoneTrend.Line) -> String {
    let days = line.moved ?? 0
    let words =
      days == 0
      ? say(en: "unmoved", sv: "oförändrat")
      : days > 0
        ? say(en: "\(count(days, .day)) later", sv: "\(count(days, .day)) senare")
        : say(en: "\(count(-days, .day)) earlier", sv: "\(count(-days, .day)) tidigare")
    return "\(name(line.place)), \(words)"
  }

  /// The gist, then a line for each office with the day of every schedule.
  package func summary(_ trend: MilestoneTrend) -> String {
    let head = trend.reports.map { report in
      "\(report.name ?? say(en: "now", sv: "nu")) (\(dates.day(report.day)))"
    }
    let lines = trend.lines.map { line in
      let days = line.openings.map { $0.map(\.description) ?? "–" }.joined(separator: " → ")
      return "  \(name(line.place)): \(days)"
    }
    return ([gist(trend), say(en: "Schedules: ", sv: "Tidplaner: ") + head.joined(separator: " → ")] + lines)
      .joined(separator: "\n")
  }

  // MARK: Pace

  /// "Search has taken 1.40 times as long as planned (6 finished); what is left is reckoned with 1.20." for what is worth telling.
  package func paces(_ schedule: Schedule) -> [String] {
    schedule.paces.filter { $0.finished >= TaskPace.telling }.map { pace in
      let (ratio, factor) = (numbers.decimal(pace.ratio, places: 2), numbers.decimal(pace.factor, places: 2))
      return say(
        en:
          "\(title(pace.task)) has taken \(ratio) times the planned days (\(pace.finished) finished); what is left is reckoned with \(factor).",
        sv:
          "\(title(pace.task)) har tagit \(ratio) gånger de planerade dagarna (\(pace.finished) klara); det som är kvar räknas med \(factor)."
      )
    }
  }

  /// "The round as a whole is complete 18 working days later than its last office by itself would be: somebody is always unlucky."
  func mergeBias(_ round: RoundForecast) -> String? {
    guard let bias = round.mergeBias, bias >= 0.5 else { return nil }
    let days = count(Int(bias.rounded()), .workingDay)
    return say(
      en:
        "The whole round is complete \(days) later than the office expected last: with so many, somebody is unlucky.",
      sv:
        "Hela omgången är klar \(days) senare än det kontor som väntas bli sist: med så många har någon otur.")
  }

  /// "After 1,000, 10,000 and 20,000 trials the figure was 86.1%, 86.9% and 86.8%."
  func convergence(_ round: RoundForecast) -> String? {
    let shown = round.convergence.suffix(4)
    guard shown.count > 1 else { return nil }
    let trials = list(shown.map { numbers.whole($0.trials) })
    let figures = list(shown.map { numbers.percent($0.probability, places: 1) })
    return say(
      en: "After \(trials) trials the figure was \(figures).",
      sv: "Efter \(trials) försök var siffran \(figures).")
  }
}
