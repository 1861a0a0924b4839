import EtappModel

/// What a schedule and a forecast assume, and how they are computed.
extension Sentences {
  /// `10–15–25`, `5`; what was observed says how often.
  func duration(_ estimate: Estimate) -> String {
    switch estimate {
    case .fixed(0): return say(en: "milestone", sv: "milstolpe")
    case .fixed(let days): return numbers.whole(days)
    case .threePoint(let low, let middle, let high, _):
      return [low, middle, high].map { numbers.trimmed($0, places: 1) }.joined(separator: "–")
    case .observed(let days):
      let median = numbers.whole(estimate.planned)
      return say(en: "\(median), of \(days.count) observed", sv: "\(median), av \(days.count) observerade")
    }
  }

  /// `1.3–1.7–2.5`: what durations are multiplied by.
  func factor(_ factor: Risk.Factor) -> String {
    [factor.low, factor.middle, factor.high].map { numbers.trimmed($0) }.joined(separator: "–")
  }

  func tasks(of risk: Risk) -> String {
    risk.tasks.isEmpty ? say(en: "all", sv: "alla") : risk.tasks.map { title($0) }.joined(separator: ", ")
  }

  /// Who shares the outcome of a risk.
  func scope(_ scope: Risk.Scope) -> String {
    switch scope {
    case .office: say(en: "each office by itself", sv: "varje kontor för sig")
    case .region(let division):
      say(
        en: "each region (\(names.title(of: division)(language)))",
        sv: "varje region (\(names.title(of: division)(language)))")
    case .programme: say(en: "the whole programme", sv: "hela programmet")
    }
  }

  /// "How the dates are computed", a paragraph each.
  func scheduleMethod() -> [String] {
    [
      say(
        en:
          "A schedule gives every task its planned time, the middle of its estimate. No task begins before those that it follows are done, nobody works on days their calendar is closed, and no more people are in use than there are. Among all such schedules one is looked for in which delays after the windows, which weigh the most, and opening days together are as small as can be.",
        sv:
          "En tidplan ger varje uppgift dess planerade tid, mitten av uppskattningen. Ingen uppgift börjar innan de den följer på är klara, ingen arbetar dagar då kalendern är stängd, och inte fler personer används än som finns. Bland alla sådana tidplaner söks en där förseningar efter fönstren, som väger tyngst, och öppningsdagar tillsammans är så små som möjligt."
      )
    ]
  }

  func forecastMethod(_ forecast: Forecast) -> [String] {
    [
      say(
        en:
          "In every simulated course each task draws its time from its estimate, and each risk happens or not. Offices that share a risk share its outcome, so they get late together. The work then waits for people as in the schedule. What opens late in a course makes those behind it late as well.",
        sv:
          "I varje simulerat förlopp dras tiden för varje uppgift ur uppskattningen, och varje risk inträffar eller inte. Kontor som delar en risk delar dess utfall, så de blir sena tillsammans. Arbetet väntar sedan på personal som i tidplanen. Det som blir sent i ett förlopp gör att de som står på tur också blir sena."
      ),
      method(forecast) + " "
        + say(
          en:
            "In about 19 cases of 20 a probability lies within twice its standard error of the one that courses without end would give. Whatever the estimates leave out, no number of courses brings back.",
          sv:
            "I ungefär 19 fall av 20 ligger en sannolikhet inom två medelfel från den som oändligt många förlopp skulle ge. Det som uppskattningarna utelämnar tar inget antal förlopp igen."
        ),
    ]
  }
}
