package import EtappModel

/// The answer of a location study in plain words.
package struct LocationSentences: Sendable {
  let language: Language
  let numbers: NumberFormat

  package init(_ language: Language) {
    self.language = language
    numbers = NumberFormat(language)
  }

  func say(en english: @autoclosure () -> String, sv swedish: @autoclosure () -> String) -> String {
    language == .english ? english() : swedish()
  }

  /// The whole answer: what opens, the value, how sure it is, on what travel it rests.
  package func summary(_ answer: LocationAnswer, travel: Travel, hasTimes: Bool) -> String {
    ([headline(answer)] + openings(answer) + [""] + figures(answer) + [proof(answer), basis(answer, travel, hasTimes)])
      .joined(separator: "\n")
  }

  private func headline(_ answer: LocationAnswer) -> String {
    guard answer.objective != nil else { return without(answer) }
    let count = numbers.whole(answer.open.count)
    let beside =
      answer.existing == 0
      ? "" : say(en: " beside \(answer.existing) existing", sv: " utöver \(answer.existing) befintliga")
    return say(
      en: "Open \(count) of \(numbers.whole(answer.candidates)) sites\(beside):",
      sv: "Öppna \(count) av \(numbers.whole(answer.candidates)) platser\(beside):")
  }

  private func without(_ answer: LocationAnswer) -> String {
    if case .infeasible = answer.proof {
      guard let most = answer.question.open, answer.bound > Double(most) else {
        let people = numbers.whole(answer.attainable ?? 0)
        return say(
          en: "No choice of sites is enough: with every site open, \(people) people are within.",
          sv: "Inget val av platser räcker: med alla platser öppna är \(people) personer inom räckhåll.")
      }
      let bound = numbers.whole(answer.bound)
      return say(
        en: "\(most) sites are not enough; at least \(bound) are needed.",
        sv: "\(most) platser räcker inte; det behövs minst \(bound).")
    }
    return say(en: "No answer was found yet.", sv: "Inget svar hann hittas.")
  }

  private func openings(_ answer: LocationAnswer) -> [String] {
    answer.open.map { $0.name == $0.id ? "  \($0.id)" : "  \($0.id)  \($0.name)" }
  }

  // MARK: Figures

  func figures(_ answer: LocationAnswer) -> [String] {
    guard let objective = answer.objective else { return [] }
    let (value, bound) = (number(objective, answer), number(answer.bound, answer))
    let name = self.name(answer.question)
    var lines = [
      say(
        en: "\(name): \(value); proved that nothing is better than \(bound).",
        sv: "\(name): \(value); bevisat att inget är bättre än \(bound).")
    ]
    let unit = self.unit(answer.question.measure)
    lines.append(
      say(
        en:
          "Mean travel \(numbers.decimal(answer.travel.mean, places: 2)) \(unit), longest \(numbers.decimal(answer.travel.longest, places: 1)) \(unit), for \(numbers.whole(answer.people)) people at \(numbers.whole(answer.points)) points.",
        sv:
          "Resan är i medel \(numbers.decimal(answer.travel.mean, places: 2)) \(unit), som längst \(numbers.decimal(answer.travel.longest, places: 1)) \(unit), för \(numbers.whole(answer.people)) personer i \(numbers.whole(answer.points)) punkter."
      ))
    if let kappa = answer.kappa {
      let small = numbers.decimal(kappa, places: 5)
      lines.append(
        say(
          en: "Long travel counts more, as e to the power of \(small) × \(unit).",
          sv: "Lång resa räknas mer, som e upphöjt till \(small) × \(unit)."))
    }
    if let within = answer.travel.within, let limit = answer.question.within {
      let share = numbers.decimal(100 * within / max(answer.people, 1e-9), places: 2)
      let far = numbers.trimmed(limit)
      lines.append(
        say(
          en: "\(numbers.whole(within)) people (\(share) %) are within \(far) \(unit).",
          sv: "\(numbers.whole(within)) personer (\(share) %) är inom \(far) \(unit)."))
    }
    return lines
  }

  func name(_ question: LocationQuestion) -> String {
    switch question.goal {
    case .access: say(en: "Mean travel", sv: "Resan i medel")
    case .reach: say(en: "People within", sv: "Personer inom räckhåll")
    case .cover: say(en: "Sites needed", sv: "Platser som behövs")
    case .farthest: say(en: "Longest travel", sv: "Längsta resan")
    case .equity: say(en: "Equal travel that would be as good", sv: "Lika resa som vore lika bra")
    }
  }

  func unit(_ measure: LocationQuestion.Measure) -> String {
    switch measure {
    case .minutes: say(en: "minutes", sv: "minuter")
    case .kilometres: say(en: "kilometres", sv: "kilometer")
    }
  }

  func number(_ value: Double, _ answer: LocationAnswer) -> String {
    switch answer.question.goal {
    case .reach, .cover: numbers.whole(value)
    case .access, .farthest, .equity:
      numbers.decimal(value, places: 4) + " " + unit(answer.question.measure)
    }
  }

  // MARK: How sure

  func proof(_ answer: LocationAnswer) -> String {
    let gap = numbers.trimmed(answer.gap * 100, places: 4)
    switch answer.proof {
    case .optimal: return say(en: "Proved best.", sv: "Bevisat bäst.")
    case .within:
      return say(en: "Within \(gap) % of the best there can be.", sv: "Inom \(gap) % från det bästa möjliga.")
    case .infeasible: return say(en: "Proved impossible.", sv: "Bevisat omöjligt.")
    case .stopped:
      guard answer.objective != nil else {
        return say(en: "Stopped before any answer.", sv: "Avbrutet före något svar.")
      }
      return say(
        en: "Stopped before the proof; at most \(gap) % from the best there can be.",
        sv: "Avbrutet före beviset; högst \(gap) % från det bästa möjliga.")
    case .evaluated: return ""
    }
  }

  func basis(_ answer: LocationAnswer, _ travel: Travel, _ hasTimes: Bool) -> String {
    if hasTimes {
      let most = numbers.whole(travel.unreachable.value)
      return say(
        en: "Travel times from the table; pairs it does not have count as \(most) minutes.",
        sv: "Restider ur tabellen; par som saknas räknas som \(most) minuter.")
    }
    guard answer.question.measure == .minutes else {
      return say(en: "Straight lines, to whole metres.", sv: "Fågelvägen, i hela meter.")
    }
    let formula = travel.formula
    let (detour, town, rural, first) = (
      numbers.trimmed(formula.detour), numbers.trimmed(formula.townSpeed), numbers.trimmed(formula.ruralSpeed),
      numbers.trimmed(formula.townKilometres.value)
    )
    return say(
      en:
        "Travel times are straight lines × \(detour), at \(town) km/h for the first \(first) km and \(rural) km/h beyond; no table was given.",
      sv:
        "Restiderna är fågelvägen × \(detour), i \(town) km/h de första \(first) km och \(rural) km/h därefter; ingen tabell gavs."
    )
  }
}
